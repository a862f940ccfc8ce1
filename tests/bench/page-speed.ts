/** How fast pages are read, by Samla, its peers and one bare parse, by turns in one process. */
import { load } from 'cheerio';
import { readFields } from '../../normalizer/rules.ts';
import { readMarkup } from '../normalizer/html/read.ts';
import type { Line } from './lines.ts';
import { fixturePages, samplePages } from './page-sets.ts';
import { type Run, race } from './race.ts';
import { type RawPage, READERS } from './readers.ts';
import { realisticPage } from './realistic-pages.ts';

const PARSE = 'one parse with cheerio on parse5';
const STACK = 'readability + linkedom + turndown';
const LARGE = 12;
const ROUNDS = 9;
/** Defuddle alone takes some seconds for these. */
const SMALL_ROUNDS = 3;

/** Title, lead and Markdown of the small pages that quality is measured on: the work that peers do as well. */
export async function smallPageSpeed(): Promise<Line[]> {
  const pages: RawPage[] = [...fixturePages(), ...samplePages()];
  const readers = Object.entries(READERS).map(([who, read]): [string, Run] => [
    who,
    async () => {
      for (const page of pages) await read(page);
    },
  ]);
  const times = await race(Object.fromEntries(readers), SMALL_ROUNDS);
  return linesOf(`title and Markdown of the ${pages.length} pages above`, times, pages.length);
}

/** Every field of pages of 50 kB, against what peers make of them. Other pages each round: nothing can be remembered. */
export async function largePageSpeed(): Promise<Line[]> {
  const pagesOf = (round: number) => Array.from({ length: LARGE }, (_, n) => realisticPage(round * LARGE + n));
  const rounds = Array.from({ length: ROUNDS + 1 }, (_, round) => pagesOf(round));
  const onEach =
    (work: (html: string) => unknown): Run =>
    async (round) => {
      for (const html of rounds[round] ?? []) await work(html);
    };
  const stack = READERS[STACK];
  const times: Record<string, number> = await race(
    {
      samla: onEach(async (html) => readFields(await readMarkup(html))),
      [STACK]: onEach((html) => stack({ url: '', bytes: new Uint8Array(), html })),
      [PARSE]: onEach((html) => load(html)),
    },
    ROUNDS,
  );
  const lines = linesOf('pages of 50 kB: every field; peers title and Markdown', times, LARGE);
  const ours = times['samla'] ?? 0;
  const targets = [
    { who: STACK, target: '≥ 4 ×', least: 4 },
    { who: PARSE, target: '≥ 1 ×', least: 1 },
  ];
  return lines.map((line) => {
    const goal = targets.find(({ who }) => who === line.who);
    return goal ? { ...line, target: goal.target, met: (times[line.who] ?? 0) / ours >= goal.least } : line;
  });
}

function linesOf(work: string, times: Record<string, number>, pages: number): Line[] {
  const ours = times['samla'] ?? 0;
  return Object.entries(times).map(([who, ms]) => ({
    work,
    who,
    measured: `${((1000 * pages) / ms).toFixed(1)} pages/s`,
    ...(who === 'samla' ? {} : { ratio: `${(ms / ours).toFixed(2)} × as fast` }),
  }));
}
