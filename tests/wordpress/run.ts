/**
 * The suite on a real WordPress (`npm run test:wordpress`): needs root and Debian's packages, which it installs itself. The scripts that
 * set the site up lie in the folder that SAMLA_REAL names, `../shared/real` beside the project by default; without it nothing is tested.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const project = join(import.meta.dirname, '../..');
const real = resolve(project, process.env['SAMLA_REAL'] ?? '../shared/real');

if (existsSync(join(real, 'wordpress-up.sh'))) {
  const vitest = join(project, 'node_modules/vitest/vitest.mjs');
  const args = [vitest, 'run', '--config', 'vitest.wordpress.config.ts', ...process.argv.slice(2)];
  const env = { ...process.env, SAMLA_REAL: real };
  process.exitCode = spawnSync(process.execPath, args, { cwd: project, stdio: 'inherit', env }).status ?? 1;
} else {
  console.log(
    `left out: the suite on a real WordPress; there is no wordpress-up.sh in ${real} (SAMLA_REAL names the folder)`,
  );
}
