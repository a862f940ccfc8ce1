import { type SpawnOptions, spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect } from 'vitest';

/** Runs Node with arguments in a process of its own, at the top of the repository; gives the JSON that it prints. */
export async function printedBy<T>(args: readonly string[], env: SpawnOptions['env'] = {}): Promise<T> {
  const child = spawn(process.execPath, args, {
    cwd: join(import.meta.dirname, '../..'),
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    said.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    said.err += chunk;
  });
  await new Promise((done) => child.once('close', done));
  expect(said.out, said.err).not.toBe('');
  return JSON.parse(said.out) as T;
}
