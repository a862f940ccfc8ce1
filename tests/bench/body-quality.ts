/** How well titles and texts are read, by Samla and its peers, a page at a time. */
import { type Line, percent } from './lines.ts';
import { fixturePages, type KnownPage, samplePages } from './page-sets.ts';
import { READERS, type Reader } from './readers.ts';

interface Tally {
  title: number;
  includes: number;
  excludes: number;
}

/** What the best libraries leave to be gained: the targets of titles, of what must be in the text and of what must not. */
const TARGETS: Tally = { title: 99, includes: 99, excludes: 99 };
const WORDS: Record<keyof Tally, string> = {
  title: 'title right',
  includes: 'what must be in the text is',
  excludes: 'what must not be is not',
};

/** A table line for each reader and field, on both sets of pages. */
export async function bodyQuality(): Promise<Line[]> {
  const sets = { 'page fixtures': fixturePages(), 'sample web': samplePages() };
  const lines: Line[] = [];
  for (const [name, pages] of Object.entries(sets)) {
    const tallies = new Map<string, Tally>();
    for (const [who, read] of Object.entries(READERS)) tallies.set(who, await tallyOf(pages, read));
    const of = totalOf(pages);
    for (const field of ['title', 'includes', 'excludes'] as const)
      for (const [who, tally] of tallies)
        lines.push(
          lineOf(`${WORDS[field]}: ${pages.length} pages, ${name}`, who, [tally[field], of[field]], TARGETS[field]),
        );
  }
  return lines;
}

function lineOf(work: string, who: string, [right, of]: [number, number], target: number): Line {
  const line = { work, who, measured: percent(right, of) };
  return who === 'samla' ? { ...line, target: `${target} %`, met: 100 * right >= target * of } : line;
}

async function tallyOf(pages: readonly KnownPage[], read: Reader): Promise<Tally> {
  const tally: Tally = { title: 0, includes: 0, excludes: 0 };
  for (const page of pages) {
    const { title, text } = await read(page);
    const said = plain(text);
    if (plain(title) === plain(page.title)) tally.title += 1;
    tally.includes += page.includes.filter((part) => said.includes(plain(part))).length;
    tally.excludes += page.excludes.filter((part) => !said.includes(plain(part))).length;
  }
  return tally;
}

function totalOf(pages: readonly KnownPage[]): Tally {
  const sum = (count: (page: KnownPage) => number) => pages.reduce((all, page) => all + count(page), 0);
  return {
    title: pages.length,
    includes: sum(({ includes }) => includes.length),
    excludes: sum(({ excludes }) => excludes.length),
  };
}

/** Without the marks of Markdown and the targets of links. */
function plain(text: string): string {
  return text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[#*|_>]+/g, ' ')
    .replaceAll('\\', '')
    .replace(/\s+/g, ' ')
    .trim();
}
