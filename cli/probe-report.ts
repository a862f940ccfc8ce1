/** What a trial found out, for people and for scripts. */
import { entryText } from '../scraper/index.ts';
import type { Style } from './command.ts';
import { cut, tableLines } from './table.ts';
import type { Fate, Trial } from './trial.ts';

/** A line, and how it stands out. */
export interface ReportLine {
  text: string;
  style?: Style;
}

const INDENT = '  ';

/** The report for people. `width`: characters of a line, when somebody looks; `asked`: the address as it was typed. */
export function probeLines(trial: Trial, width: number | undefined): ReportLine[] {
  const { probe, suggestion, community } = trial;
  const facts = tableLines(factsOf(trial), { indent: INDENT }).map((text): ReportLine => ({ text }));
  return [
    { text: probe.url, style: 'bold' },
    ...(probe.title === '' ? [] : [{ text: `${INDENT}${cut(probe.title, (width ?? 200) - 2)}` }]),
    { text: '' },
    ...facts,
    { text: '' },
    { text: headOf(trial), style: 'bold' },
    ...trial.pages.flatMap((page) => pageLines(page, width)),
    ...probe.failed.map(
      ({ url, cause }): ReportLine => ({ text: `${INDENT}not read   ${url} (${cause})`, style: 'red' }),
    ),
    { text: '' },
    {
      text: `Suggested for ${community ?? 'a community'}; scope ${suggestion.entry.scope}: ${suggestion.why}`,
      style: 'bold',
    },
    ...entryText(suggestion.entry)
      .trimEnd()
      .split('\n')
      .map((line) => ({ text: `${INDENT}${line}` })),
    { text: '' },
    { text: `${INDENT}samla add ${probe.url} --community ${community ?? '<id>'}`, style: 'dim' },
  ];
}

function factsOf({ probe }: Trial): string[][] {
  const { status, mediaType, redirects, platform, robots, scripts } = probe;
  const delay = !robots.crawlDelay ? '' : `; asks for ${robots.crawlDelay} s between requests`;
  return [
    ['answer', `${status} ${mediaType || 'without a media type'}`],
    ...redirects.map((url) => ['redirected', `from ${url}`]),
    ['platform', `${platform.platform}, ${surely(platform.confidence)} (${platform.confidence}): it ${platform.why}`],
    ['robots.txt', `lets us in${delay}`],
    [
      'JavaScript',
      `${{ no: 'not needed', perhaps: 'perhaps needed', yes: 'needed' }[scripts.needed]}: ${withIt(scripts.why)}`,
    ],
    ['list', listWords(probe.listing)],
    ...probe.lists.map(({ kind, url, entries, inside, newest }) => [
      kind,
      `${url}: ${count(entries, 'entry', 'entries')}${inside === null ? '' : `, ${inside} inside the source`}${dated(newest)}`,
    ]),
    ...robots.sitemaps.slice(1).map((url) => ['sitemap', url]),
  ];
}

/** A confidence of 0..1 in words. */
export function surely(confidence: number): string {
  if (confidence >= 0.9) return 'almost certainly';
  if (confidence >= 0.7) return 'very likely';
  return confidence >= 0.4 ? 'perhaps' : 'for want of a better one';
}

function withIt(why: string): string {
  return /^(its|no) /.test(why) ? why : `it ${why}`;
}

function listWords({ form, entries, turns, documents, newest }: Trial['probe']['listing']): string {
  const papers = documents === 0 ? '' : `; links to ${count(documents, 'document', 'documents')}`;
  if (form === 'none') return `none: a page by itself${papers}`;
  const what = form === 'feed' ? 'a feed' : 'a page';
  const more =
    turns.length === 0
      ? 'no further pages'
      : `${count(turns.length, 'further page', 'further pages')}, the next ${turns[0]}`;
  return `${what} with ${count(entries, 'entry', 'entries')}${dated(newest)}; ${more}${papers}`;
}

function dated(newest: string | null): string {
  return newest === null ? '' : `, the newest ${newest}`;
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

function headOf({ pages, suggestion }: Trial): string {
  const published = pages.filter(({ leftOut }) => leftOut === null).length;
  const read = count(pages.length, 'page that was read', 'pages and documents that were read');
  return `${published} of ${read} would be published with scope ${suggestion.entry.scope}`;
}

function pageLines(page: Fate, width: number | undefined): ReportLine[] {
  const room = (width ?? 10_000) - INDENT.length;
  const shown = (text: string) => `${INDENT}${cut(text, room)}`;
  if (page.leftOut !== null)
    return [
      { text: shown(`left out   ${page.title || page.url}`), style: 'dim' },
      { text: shown(`           ${page.leftOut}`), style: 'dim' },
    ];
  const about = [page.kind, page.language, page.published ?? 'no date'].join(', ');
  const meetings = page.meetings.map(({ body, start, status }) => `meeting ${body} ${start} (${status})`);
  return [
    { text: shown(`published  ${page.title}`) },
    { text: shown(`           ${[about, ...meetings].join('; ')}`), style: 'green' },
  ];
}

/** The same for scripts. */
export function probeJson({ probe, community, pages, suggestion }: Trial): unknown {
  const { url, redirects, status, mediaType, title, platform, robots, scripts, listing, lists, failed, receipt } =
    probe;
  const { platform: name, confidence, why } = platform;
  return {
    url,
    redirects,
    status,
    mediaType,
    title,
    platform: { name, confidence, inWords: surely(confidence), why },
    robots,
    scripts,
    listing,
    lists,
    pages,
    failed,
    suggestion: { community, ...suggestion },
    receipt,
  };
}
