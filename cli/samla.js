#!/usr/bin/env node
// Node 20 does not read TypeScript: tsx does that, then the command line starts.
import { register } from 'tsx/esm/api';

register();
const { main } = await import('./index.ts');
process.exitCode = await main(process.argv.slice(2));
