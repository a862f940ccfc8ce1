import type { Style, Terminal } from './command.ts';

/** No control characters of scraped text reach a terminal or a CI log (STANDARDS C2.15). */
export function printable(line: string): string {
  return line.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '\ufffd').replace(/^::/gm, ': :');
}

/** SGR codes (ECMA-48 8.3.117). */
const STYLES: Record<Style, number> = { bold: 1, dim: 2, red: 31, yellow: 33, green: 32 };

function styled(line: string, style: Style | undefined): string {
  const isWanted = process.stdout.isTTY === true && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb';
  return style === undefined || !isWanted || line === '' ? line : `\u001b[${STYLES[style]}m${line}\u001b[0m`;
}

/** Results on stdout, progress on stderr: a redrawn line on a terminal, plain lines elsewhere. */
export function createTerminal(signal: AbortSignal): Terminal {
  const live = process.stderr.isTTY === true && process.env['CI'] === undefined;
  let drawn = false;
  const wipe = () => {
    if (drawn) process.stderr.write('\r\u001b[2K');
    drawn = false;
  };
  return {
    signal,
    live,
    width: process.stdout.isTTY === true ? (process.stdout.columns ?? 80) : undefined,
    result(line, style) {
      wipe();
      process.stdout.write(`${styled(printable(line), style)}\n`);
    },
    say(line) {
      wipe();
      process.stderr.write(`${printable(line)}\n`);
    },
    progress(line) {
      if (!live) return;
      process.stderr.write(`\r\u001b[2K${printable(line).slice(0, (process.stderr.columns ?? 80) - 1)}`);
      drawn = true;
    },
  };
}
