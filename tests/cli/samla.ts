import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** What a run of the command line came to. */
export interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs `samla` as a person would, in a process of its own, with no terminal and no network settings. */
export function samla(...args: string[]): Promise<Ran> {
  return samlaIn(process.cwd(), ...args);
}

/** The same, started in another folder. */
export function samlaIn(cwd: string, ...args: string[]): Promise<Ran> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../cli/samla.js'), ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  return new Promise((done) => child.once('close', (code) => done({ code: code ?? -1, stdout, stderr })));
}
