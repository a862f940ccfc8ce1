import { vi } from 'vitest';
import { main } from '../../cli/index.ts';
import type { Ran } from './samla.ts';

/** Runs `samla` in the test's own process: what it would print and its exit code, without the seconds that starting takes. */
export async function samlaHere(...args: string[]): Promise<Ran> {
  const ran: Ran = { code: -1, stdout: '', stderr: '' };
  const listen = (name: 'stdout' | 'stderr') =>
    vi.spyOn(process[name], 'write').mockImplementation((chunk) => {
      ran[name] += String(chunk);
      return true;
    });
  const spies = [listen('stdout'), listen('stderr')];
  try {
    ran.code = await main(args);
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return ran;
}
