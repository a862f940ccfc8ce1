/** What an issue about a sick source says. Gathered words appear as code only: no mention, link or markup of others works there. */
import { causeSentence, type SourceHealth } from './sick-source.ts';

/** Every issue of ours has it. */
export const SOURCE_LABEL = 'samla-source';
const CAUSE_PREFIX = 'cause:';
const LONGEST = 300;

/** The label of a cause. Causes are names of our own; anything else in one is left out. */
export function causeLabel(cause: string): string {
  return `${CAUSE_PREFIX}${cause.replace(/[^a-z0-9-]/g, '').slice(0, 40)}`;
}

/** Whether a label is that of a cause. */
export function isCauseLabel(label: string): boolean {
  return label.startsWith(CAUSE_PREFIX);
}

/** Stays the same whatever the cause, so that it can be found in a list. */
export function issueTitle(source: string): string {
  return `${source}: not read as expected`;
}

/** The line by which an issue is found again. */
export function markerOf(source: string): string {
  return `<!-- samla-source: ${source} -->`;
}

/** Text of others as Markdown code on one line. */
export function asCode(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}`]+/gu, ' ').trim();
  return `\`${line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line || ' '}\``;
}

/** The body, in Markdown. */
export function issueBody(
  { id, community, url, state, cause, message, lastSuccess }: SourceHealth,
  since: string,
): string {
  const lines = [
    markerOf(id),
    '| | |',
    '| --- | --- |',
    `| community | ${asCode(community)} |`,
    `| address | ${asCode(url).replaceAll('|', '\\|')} |`,
    `| state | ${state}, ${cause ?? 'no cause'} |`,
    `| since | ${since} |`,
    `| last read as expected | ${lastSuccess?.slice(0, 10) ?? 'never'} |`,
    '',
    ...(cause === null ? [] : [causeSentence(cause), '']),
    ...(message === null ? [] : [asCode(message), '']),
    'What was published of it stays. To look at it:',
    '',
    `    npx samla probe ${/^[\w:/.?=&%~+-]+$/.test(url) ? `'${url}'` : '<address>'}`,
    `    npx samla scrape --only ${id}`,
    '',
    'This issue is kept by `samla rebuild`: it gets another label when the cause changes, and is closed when the source is well again.',
  ];
  return `${lines.join('\n')}\n`;
}
