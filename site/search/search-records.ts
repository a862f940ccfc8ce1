/** What can be found: items, meetings, communities and municipalities, each as words in one spelling. */
import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Item, ItemSchema, type Meeting } from '../../normalizer/index.ts';
import type { Overview } from '../_data/overview.ts';
import { canonicalText, type Spellings } from '../assets/canonical.js';
import { languageTag } from '../filters/language-tag.ts';
import { visibleText } from '../html.ts';
import { paths } from '../paths.ts';
import { catalogues } from '../words.ts';

/** One record of the index, as Pagefind takes it. */
export interface SearchRecord {
  /** The page in Bokmål, without the slash before it: the same after `nn/` is the page in Nynorsk. */
  url: string;
  content: string;
  language: 'no';
  meta: Record<string, string>;
  filters: Record<string, string[]>;
}

/** Enough of a long paper to find it by; a whole book would make the index heavy for everybody. */
const mostWords = 1500;

const shown = (text: string): string => visibleText(text).replace(/\s+/g, ' ').trim();

interface Found {
  path: string;
  title: string;
  words: readonly string[];
  meta: Record<string, string>;
  filters: Record<string, string[]>;
}

function toRecord({ path, title, words, meta, filters }: Found, spellings: Spellings): SearchRecord {
  // The title twice: what is called so is more about it than what only names it.
  const text = canonicalText([title, title, ...words].join(' '), spellings);
  const content = text.split(' ').slice(0, mostWords).join(' ');
  return { url: path.slice(1), content, language: 'no', meta: { title: shown(title), ...meta }, filters };
}

const both = (words: { nb: string; nn: string }): string[] => [words.nb, words.nn];

function itemRecord(item: Item, overview: Overview): Found {
  const community = overview.community(item.community);
  const day = item.published ?? item.updated;
  return {
    path: paths.item('nb', item.id),
    title: item.title,
    words: [item.lead ?? '', item.body || item.excerpt, ...(community ? both(community.name) : [])],
    meta: {
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
    meta: {
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
      meta: { excerpt: '', community: id, kind: 'community', language: 'nb' },
      filters: { community: [id], kind: ['community'] },
    };
    for (const { number, name: own, officialName } of municipalities)
      yield {
        path: paths.municipality('nb', number),
        title: own,
        words: [officialName ?? '', 'kommune', number],
        meta: {
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

// The overview holds no bodies: they are read once more, one by one.
async function* itemsOf(dataDir: string): AsyncIterable<Item> {
  const file = join(dataDir, 'published', 'items.ndjson');
  if (!existsSync(file)) return;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY }))
    if (line !== '') yield ItemSchema.parse(JSON.parse(line));
}

/** All records in a fixed order. */
export async function* searchRecords(
  dataDir: string,
  overview: Overview,
  spellings: Spellings,
): AsyncIterable<SearchRecord> {
  for (const found of placeRecords(overview)) yield toRecord(found, spellings);
  for (const meeting of overview.meetings) yield toRecord(meetingRecord(meeting, overview), spellings);
  for await (const item of itemsOf(dataDir)) yield toRecord(itemRecord(item, overview), spellings);
}
