#!/usr/bin/env node
// Node 20 does not read TypeScript: tsx does that, then the command line starts.
try {
  const { register } = await import('tsx/esm/api');
  register();
  const { main } = await import('./index.ts');
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  // Not even the program could be read: a disk that fails, too few file handles, half an installation.
  process.stderr.write(`samla: the program could not be loaded: ${String(error.message).split('\n', 1)[0]}\n`);
  process.exitCode = 1;
}
