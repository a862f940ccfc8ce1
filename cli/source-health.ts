/** What the states of sources mean to a person who looks at them. */
import type { SourceOutcome } from '../scraper/index.ts';

/** Whether somebody should look at the source: its last run didn't read it as expected. */
export function isSick({ state }: Pick<SourceOutcome, 'state'>): boolean {
  return !['ok', 'unchanged', 'disabled'].includes(state);
}

/** What is the matter, without the source's id, which the line above or the column beside it has. */
export function matterOf({ source, message, cause }: SourceOutcome): string {
  const said = message ?? cause ?? '';
  return said.startsWith(`${source}: `) ? said.slice(source.length + 2) : said;
}
