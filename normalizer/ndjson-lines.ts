import { createReadStream } from 'node:fs';
import { isDiskTrouble } from '../scraper/index.ts';

/** One line of a file: its bytes as text without the `\n`. */
export interface Line {
  /** From 1. */
  number: number;
  text: string;
  /** False for a last line that no `\n` ends. */
  ended: boolean;
}

/**
 * Streams a UTF-8 file line by line. Only `\n` ends a line, whatever a JSON string may hold (U+2028 among it).
 */
export async function* linesOf(file: string): AsyncGenerator<Line> {
  let rest = '';
  let number = 0;
  try {
    for await (const chunk of createReadStream(file, 'utf8')) {
      const parts = (rest + String(chunk)).split('\n');
      rest = parts.pop() ?? '';
      for (const text of parts) yield { number: ++number, text, ended: true };
    }
  } catch (error) {
    if (isDiskTrouble(error)) error.path ??= file;
    throw error;
  }
  if (rest !== '') yield { number: ++number, text: rest, ended: false };
}
