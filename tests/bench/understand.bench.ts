/**
 * Reading pages side by side in one process: what must be in, what must not, and pages a second, on the page fixtures; and the whole of
 * understanding on pages of 50 kB. Peers: @mozilla/readability on linkedom with turndown, defuddle; the yardstick for speed is one parse
 * with cheerio's default parser.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readability } from '@mozilla/readability';
import { load } from 'cheerio';
import { Defuddle } from 'defuddle/node';
import { parseHTML } from 'linkedom';
import TurndownService from 'turndown';
import { bench, describe } from 'vitest';
import { decodeText } from '../../normalizer/charset.ts';
import { readFields } from '../../normalizer/rules.ts';
import { fieldsOf, readMarkup } from '../normalizer/html/read.ts';
import { realisticPage } from './realistic-pages.ts';

interface Expected {
  title: string;
  includes: string[];
  excludes: string[];
}

const folder = join(import.meta.dirname, '../fixtures/pages');
const pages = readdirSync(folder).map((name) => {
  const bytes = readFileSync(join(folder, name, 'page.html'));
  const expected = JSON.parse(readFileSync(join(folder, name, 'expected.json'), 'utf8')) as Expected;
  return { bytes, html: decodeText(bytes), expected };
});
const turndown = new TurndownService();

type Read = (
  page: (typeof pages)[number],
) => Promise<{ title: string; text: string }> | { title: string; text: string };

async function samla({ bytes }: (typeof pages)[number]) {
  const { title, lead, body } = fieldsOf(await readMarkup(bytes));
  return { title: title ?? '', text: `${title} ${lead} ${body}` };
}

async function defuddle({ html }: (typeof pages)[number]) {
  const { document } = parseHTML(html);
  const { title, content } = await Defuddle(document as unknown as Document, 'https://proven.example.no/nytt/sak', {
    markdown: true,
  });
  return { title, text: `${title} ${content}` };
}

function readability({ html }: Pick<(typeof pages)[number], 'html'>) {
  const { document } = parseHTML(html);
  const article = new Readability(document as unknown as Document).parse();
  const body = turndown.turndown(article?.content ?? '');
  return { title: article?.title ?? '', text: `${article?.title} ${body}` };
}

function plain(text: string): string {
  return text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[#*|_>]+/g, ' ')
    .replaceAll('\\', '')
    .replace(/\s+/g, ' ');
}

async function quality(read: Read): Promise<string> {
  const right = { titles: 0, in: 0, out: 0 };
  const of = { in: 0, out: 0 };
  for (const page of pages) {
    const { title, text } = await read(page);
    const said = plain(text);
    if (title === page.expected.title) right.titles += 1;
    of.in += page.expected.includes.length;
    of.out += page.expected.excludes.length;
    right.in += page.expected.includes.filter((part) => said.includes(plain(part).trim())).length;
    right.out += page.expected.excludes.filter((part) => !said.includes(plain(part).trim())).length;
  }
  const share = (part: number, all: number) => `${((100 * part) / all).toFixed(1)} %`;
  return `titles ${share(right.titles, pages.length)}, what must be in ${share(right.in, of.in)}, what must not is not ${share(right.out, of.out)}`;
}

console.log(
  `${pages.length} pages\n  samla: ${await quality(samla)}\n  readability: ${await quality(readability)}\n  defuddle: ${await quality(defuddle)}`,
);

describe('all page fixtures once', () => {
  bench('samla: read, clean, title, lead, Markdown', async () => {
    for (const page of pages) await samla(page);
  });
  bench('readability + linkedom + turndown', () => {
    for (const page of pages) readability(page);
  });
  bench('one parse with cheerio on parse5', () => {
    for (const { html } of pages) load(html);
  });
});

const large = Array.from({ length: 12 }, (_, n) => realisticPage(n));
let round = 0;

/** Other pages each time: what was remembered of the last ones is of no use. */
function nextPages(): string[] {
  round += large.length;
  return large.map((_, n) => realisticPage(round + n));
}

describe('twelve pages of 50 kB', () => {
  bench('samla: every field', async () => {
    for (const html of nextPages()) await readFields(await readMarkup(html));
  });
  bench('readability + linkedom + turndown: title and Markdown', () => {
    for (const html of nextPages()) readability({ html });
  });
  bench('one parse with cheerio on parse5', () => {
    for (const html of nextPages()) load(html);
  });
  bench('making the pages, which all three do', () => {
    nextPages();
  });
});
