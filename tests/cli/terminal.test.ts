import { afterEach, describe, expect, it, vi } from 'vitest';
import { createTerminal } from '../../cli/terminal.ts';

const written: string[] = [];
const wasTerminal = process.stdout.isTTY;

afterEach(() => {
  process.stdout.isTTY = wasTerminal;
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  written.length = 0;
});

function shown(isTerminal: boolean, line: string): string {
  process.stdout.isTTY = isTerminal;
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => written.push(String(chunk)) > 0);
  createTerminal(new AbortController().signal).result(line, 'red');
  return written.join('');
}

describe('a result', () => {
  it('is coloured on a terminal', () => {
    vi.stubEnv('NO_COLOR', undefined);
    vi.stubEnv('TERM', 'xterm');
    expect(shown(true, 'failing')).toBe('\u001b[31mfailing\u001b[0m\n');
  });

  it('is plain in a pipe, and with NO_COLOR (no-color.org)', () => {
    vi.stubEnv('TERM', 'xterm');
    expect(shown(false, 'failing')).toBe('failing\n');
    vi.stubEnv('NO_COLOR', '1');
    written.length = 0;
    expect(shown(true, 'failing')).toBe('failing\n');
  });

  it('C2.15 never carries the colours and commands of scraped text', () => {
    vi.stubEnv('NO_COLOR', '1');
    expect(shown(true, 'a\u001b[2Jb\u0007')).toBe('a\ufffd[2Jb\ufffd\n');
  });
});
