/** Joins the lines of one paragraph into running text, mending words that were parted at a line's end. */
import { escapeHtml, linkHtml } from '../document-tree.ts';
import type { Line, Run } from './layout.ts';

/** What is known of a document's words, for telling a parted word from a compound with a hyphen. */
export interface Words {
  /** Every word of the document in lower case, hyphenated ones whole. */
  seen: ReadonlySet<string>;
  /** True where lines often end in a hyphen: the program parts words by itself. */
  parting: boolean;
}

/** "helse- og omsorg": the hyphen stands for a word's second half, which comes after one of these. */
const conjunction = /^(og|eller|samt|til|men|som|for|i|and|or)\b/iu;

/** The words of a document's lines. */
export function collectWords(lines: readonly Line[]): Words {
  const seen = new Set<string>();
  for (const line of lines) {
    for (const word of line.text.toLowerCase().match(/[\p{L}\d]+(-[\p{L}\d]+)*/gu) ?? []) seen.add(word);
  }
  return { seen, parting: lines.filter((line) => /\p{Ll}{2}-$/u.test(line.text)).length >= 3 };
}

/** The runs of lines that follow one another in a paragraph, white space folded. */
export function flowLines(lines: readonly Line[], words: Words): Run[] {
  const runs: Run[] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (last) last.text = joint(last.text, line.text, words);
    for (const run of line.runs) addRun(runs, run);
  }
  return trimRuns(runs);
}

/** The end of a line as it must read before the next: with a space, or without the hyphen that only parted a word. */
export function joint(before: string, next: string, words: Words): string {
  const text = before.trimEnd();
  if (text.endsWith('\u00ad')) return text.slice(0, -1);
  const start = /([\p{L}\d]+(?:-[\p{L}\d]+)*)-$/u.exec(text)?.[1];
  const end = /^\p{L}+/u.exec(next)?.[0];
  if (!start || !end || conjunction.test(next)) return `${text} `;
  if (!/\p{Ll}{2}$/u.test(start) || !/^\p{Ll}{2}/u.test(end)) return text;
  const whole = words.seen.has(`${start}${end}`.toLowerCase());
  const hyphenated = words.seen.has(`${start}-${end}`.toLowerCase());
  return whole || (words.parting && !hyphenated) ? text.slice(0, -1) : text;
}

function addRun(runs: Run[], run: Run): void {
  const last = runs.at(-1);
  if (last && last.href === run.href) last.text += run.text;
  else runs.push({ ...run });
}

/** Runs with white space folded and soft hyphens gone, none at either end. */
export function trimRuns(runs: readonly Run[]): Run[] {
  const folded = runs.map((run) => ({ ...run, text: run.text.replace(/\u00ad/g, '').replace(/\s+/g, ' ') }));
  const first = folded[0];
  const last = folded.at(-1);
  if (first) first.text = first.text.trimStart();
  if (last) last.text = last.text.trimEnd();
  return folded.filter((run) => run.text !== '');
}

/** The runs without their first characters. */
export function dropStart(runs: readonly Run[], length: number): Run[] {
  let left = length;
  return trimRuns(
    runs.map((run) => {
      const cut = Math.min(left, run.text.length);
      left -= cut;
      return { ...run, text: run.text.slice(cut) };
    }),
  );
}

/** The text of runs. */
export function runsText(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join('');
}

/** Runs as HTML with their links. */
export function runsHtml(runs: readonly Run[]): string {
  return runs.map((run) => linkHtml(run.href, escapeHtml(run.text))).join('');
}
