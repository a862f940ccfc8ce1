/** Contract: one command of `samla`. Members stand in `commands/`, the file's name is the command's. */
import type { Command as Parser } from 'commander';

/** Exit codes, stable for scripts and CI. */
export const EXIT = {
  ok: 0,
  failed: 1,
  /** Wrong usage: one clear line on stderr said what was expected. */
  usage: 2,
  /** Some sources failed; everything else is done and nothing was lost. */
  partly: 3,
  /** Stopped by SIGINT or SIGTERM before the work was done, as shells count it (128 and the signal's number); what was gathered is kept. */
  interrupted: 130,
  terminated: 143,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** How a line stands out on a terminal. */
export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'green';

/** What a command may write to, and how it is told to stop. */
export interface Terminal {
  /** A result, on stdout. The style shows on terminals alone, and never with NO_COLOR. */
  result(line: string, style?: Style): void;
  /** How many characters a line of stdout holds; `undefined` when nobody looks at it: then nothing is cut. */
  width: number | undefined;
  /** Progress and remarks, on stderr. */
  say(line: string): void;
  /** Redraws one line on a terminal; does nothing elsewhere. */
  progress(line: string): void;
  /** True when stderr is a terminal that a person looks at. */
  live: boolean;
  /** Aborted by SIGINT or SIGTERM. */
  signal: AbortSignal;
}

export interface Command {
  /** One line for `samla --help`. */
  summary: string;
  /** Adds arguments and options. */
  configure(parser: Parser): Parser;
  /** Does the work. Throws {@link UsageError} for what the caller got wrong; other errors are failures. */
  run(options: Record<string, unknown>, terminal: Terminal, args: string[]): Promise<ExitCode>;
}

export function defineCommand(command: Command): Command {
  return command;
}

/** What the caller got wrong, in one line that says what was expected. */
export class UsageError extends Error {}
