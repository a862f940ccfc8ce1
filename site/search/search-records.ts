/** What can be found: items, meetings, communities and municipalities, each as words in one spelling. */
import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Item, Meeting } from '../../normalizer/index.ts';
import type { Overview } from '../_data/overview.ts';
import { shownStatus } from '../_includes/meeting-list.ts';
import { canonicalText, canonicalWords, type Spellings } from '../assets/canonical.js';
import { languageTag } from '../filters/language-tag.ts';
import { visibleText } from '../html.ts';
import { paths } from '../paths.ts';
import { catalogues } from '../words.ts';

/** What a result shows, as `assets/search.js` reads it. */
export type Card = Record<string, string>;

/** One record of the index. */
export interface SearchRecord {
  /** The page in Bokmål, without the slash before it: the same after `nn/` is the page in Nynorsk. */
  url: string;
  /** The title's words in one spelling. */
  title: string;
  /** The text's words in one spelling, silent ones left out, each only so often that it still counts for more. */
  content: string;
  filters: Record<string, string[]>;
  card: Card;
}

/** How words are read. */
export interface Reading {
  spellings: Spellings;
  silent: ReadonlySet<string>;
}

/** Enough of a long paper to find it by; a whole book would make the index heavy for everybody. */
const mostWords = 1500;
/** A paper that says a word often is more about it, up to here: more would only make the index heavier. */
const mostTimes = 2;

const shown = (text: string): string => visibleText(text).replace(/\s+/g, ' ').trim();

// In Markdown the addresses of links are no words of the text.
const withoutAddresses = (markdown: string): string =>
  markdown.replace(/\]\([^)\s]*[^)]*\)/g, ']').replace(/https?:\/\/\S+/g, ' ');

interface Found {
  path: string;
  title: string;
  words: readonly string[];
  card: Card;
  filters: Record<string, string[]>;
}

function contentOf(words: readonly string[], { spellings, silent }: Reading): string {
  const times = new Map<string, number>();
  const kept: string[] = [];
  for (const word of canonicalWords(words.join(' '), spellings).slice(0, mostWords)) {
    const before = times.get(word) ?? 0;
    times.set(word, before + 1);
    if (before < mostTimes && !silent.has(word)) kept.push(word);
  }
  return kept.join(' ');
}

function toRecord({ path, title, words, card, filters }: Found, reading: Reading): SearchRecord {
  return {
    url: path.slice(1),
    title: canonicalText(title, reading.spellings),
    content: contentOf([title, ...words], reading),
    filters,
    card: { title: shown(title), ...card },
  };
}

const both = (words: { nb: string; nn: string }): string[] => [words.nb, words.nn];

function itemRecord(item: Item, overview: Overview): Found {
  const community = overview.community(item.community);
  const day = item.published ?? item.updated;
  return {
    path: paths.item('nb', item.id),
    title: item.title,
    words: [...(community ? both(community.name) : []), item.lead ?? '', withoutAddresses(item.body || item.excerpt)],
    card: {
      excerpt: shown(item.lead ?? item.excerpt).slice(0, 240),
      community: item.community,
      kind: item.kind,
      language: languageTag(item.language),
      ...(day && { day }),
    },
    filters: {
      community: [item.community],
      kind: [item.kind],
      language: [item.language],
      ...(day && { year: [day.slice(0, 4)] }),
      body: [...new Set(item.meetings.flatMap((id) => overview.meeting(id)?.body ?? []))],
    },
  };
}

function meetingRecord(meeting: Meeting, overview: Overview): Found {
  const community = overview.community(meeting.community);
  const names = [catalogues.nb.bodies[meeting.body], catalogues.nn.bodies[meeting.body], meeting.body];
  const papers = meeting.documents.map(({ title }) => title);
  const place = meeting.place?.text ?? '';
  return {
    path: paths.meeting('nb', meeting.id),
    title: meeting.title,
    words: [meeting.localName, ...names, place, ...papers, ...(community ? both(community.name) : [])],
    card: {
      excerpt: shown(place),
      community: meeting.community,
      kind: 'calendar',
      language: 'no',
      day: meeting.start.slice(0, 10),
      body: meeting.body,
    },
    filters: {
      community: [meeting.community],
      kind: ['calendar'],
      body: [meeting.body],
      status: [shownStatus(meeting, { overview })],
      year: [meeting.start.slice(0, 4)],
    },
  };
}

function* placeRecords({ communities }: Overview): Iterable<Found> {
  for (const { id, name, aliases, municipalities, trusts } of communities) {
    const words = [...both(name), ...aliases, ...trusts.map((trust) => trust.name), 'helsefellesskap'];
    yield {
      path: paths.community('nb', id),
      title: name.nb,
      words,
      card: { excerpt: '', community: id, kind: 'community', language: 'nb' },
      filters: { community: [id], kind: ['community'] },
    };
    for (const { number, name: own, officialName } of municipalities)
      yield {
        path: paths.municipality('nb', number),
        title: own,
        words: [officialName ?? '', 'kommune', number],
        card: {
          excerpt: '',
          community: id,
          kind: 'municipality',
          language: 'no',
          nn: paths.municipality('nn', number).slice(1),
        },
        filters: { community: [id], kind: ['municipality'] },
      };
  }
}

// The overview holds no bodies: they are read once more, one by one, from the file that was checked when it was read first.
async function* itemsOf(dataDir: string): AsyncIterable<Item> {
  const file = join(dataDir, 'published', 'items.ndjson');
  if (!existsSync(file)) return;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY }))
    if (line !== '') yield JSON.parse(line) as Item;
}

/** All records in a fixed order. */
export async function* searchRecords(
  dataDir: string,
  overview: Overview,
  reading: Reading,
): AsyncIterable<SearchRecord> {
  for (const found of placeRecords(overview)) yield toRecord(found, reading);
  for (const meeting of overview.meetings) yield toRecord(meetingRecord(meeting, overview), reading);
  for await (const item of itemsOf(dataDir)) yield toRecord(itemRecord(item, overview), reading);
}
