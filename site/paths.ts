/** Every address of the site, in one place. Norwegian words, one set for each written standard. */
import type { Lang } from './filters/dates.ts';
import { slug } from './filters/slug.ts';

const words = {
  nb: {
    root: '/',
    documents: 'dokumenter',
    sources: 'kilder',
    topics: 'temaer',
    municipalities: 'kommuner',
    accessibility: 'tilgjengelighet',
    body: 'organ',
  },
  nn: {
    root: '/nn/',
    documents: 'dokument',
    sources: 'kjelder',
    topics: 'tema',
    municipalities: 'kommunar',
    accessibility: 'tilgjenge',
    body: 'organ',
  },
} as const;

const folder = (lang: Lang, ...parts: string[]): string => `${words[lang].root}${parts.map((p) => `${p}/`).join('')}`;

/** The addresses of the pages, from the site's root, each with a slash at its end. */
export const paths = {
  front: (lang: Lang) => folder(lang),
  communities: (lang: Lang) => folder(lang, 'helsefellesskap'),
  community: (lang: Lang, id: string) => folder(lang, 'helsefellesskap', slug(id)),
  news: (lang: Lang) => folder(lang, 'aktuelt'),
  newsOf: (lang: Lang, community: string) => folder(lang, 'aktuelt', slug(community)),
  item: (lang: Lang, id: string) => folder(lang, 'sak', slug(id)),
  documents: (lang: Lang) => folder(lang, words[lang].documents),
  documentsOf: (lang: Lang, kind: string) => folder(lang, words[lang].documents, slug(kind)),
  meetings: (lang: Lang) => folder(lang, 'motekalender'),
  meetingsIn: (lang: Lang, year: string) => folder(lang, 'motekalender', slug(year)),
  meetingsOf: (lang: Lang, community: string) => folder(lang, 'motekalender', slug(community)),
  meetingsOfBody: (lang: Lang, body: string) => folder(lang, 'motekalender', words[lang].body, slug(body)),
  meetingsWithStatus: (lang: Lang, status: string) => folder(lang, 'motekalender', 'status', slug(status)),
  meeting: (lang: Lang, id: string) => folder(lang, 'mote', slug(id)),
  /** The calendar of one meeting. */
  meetingCalendar: (lang: Lang, id: string) => `${paths.meeting(lang, id)}mote.ics`,
  topics: (lang: Lang) => folder(lang, words[lang].topics),
  topic: (lang: Lang, id: string) => folder(lang, words[lang].topics, slug(id)),
  municipalities: (lang: Lang) => folder(lang, words[lang].municipalities),
  municipality: (lang: Lang, number: string) => folder(lang, words[lang].municipalities, slug(number)),
  sources: (lang: Lang) => folder(lang, words[lang].sources),
  coverage: (lang: Lang) => folder(lang, 'dekning'),
  coverageIn: (lang: Lang, year: string) => folder(lang, 'dekning', slug(year)),
  quarter: (lang: Lang) => folder(lang, 'kvartal'),
  quarterOf: (lang: Lang, quarter: string) => folder(lang, 'kvartal', slug(quarter)),
  search: (lang: Lang) => folder(lang, 'sok'),
  data: (lang: Lang) => folder(lang, 'data'),
  feeds: (lang: Lang) => folder(lang, 'abonner'),
  /** A feed of everything, of one community or of one topic. */
  feed: (lang: Lang, format: 'atom' | 'json', of: { community?: string; topic?: string } = {}): string => {
    if (of.community !== undefined) return `${paths.community(lang, of.community)}feed.${format}`;
    return `${of.topic === undefined ? folder(lang) : paths.topic(lang, of.topic)}feed.${format}`;
  },
  /** All of a year in Atom, of everything or of one community. */
  feedArchive: (lang: Lang, year: string, community?: string): string =>
    `${community === undefined ? folder(lang) : paths.community(lang, community)}feed-${slug(year)}.atom`,
  /** A calendar of everything, of one community or of one kind of body. */
  calendar: (lang: Lang, of: { community?: string; body?: string } = {}): string => {
    if (of.community !== undefined) return `${paths.community(lang, of.community)}kalender.ics`;
    return `${of.body === undefined ? folder(lang) : paths.meetingsOfBody(lang, of.body)}kalender.ics`;
  },
  about: (lang: Lang) => folder(lang, 'om'),
  accessibility: (lang: Lang) => folder(lang, words[lang].accessibility),
  privacy: (lang: Lang) => folder(lang, 'personvern'),
  robot: (lang: Lang) => folder(lang, 'robot'),
  notFound: (lang: Lang) => `${words[lang].root}404.html`,
} as const;

/** The address of page `n` of a list; the first page is the list itself. */
export function numbered(list: string, n: number): string {
  return n === 1 ? list : `${list}side-${n}/`;
}

/** An address from the site's root, written as seen from another page, so that the site works in any folder. */
export function relative(from: string, to: string): string {
  const depth = from.split('/').length - 2;
  const target = to.slice(1);
  return depth === 0 ? target || './' : '../'.repeat(depth) + target;
}

/** An address of ours with the site's public address before it, for canonical links, feeds and the sitemap. */
export function absoluteAddress({ overview }: { overview: { settings: { baseUrl: string } } }, path: string): string {
  return overview.settings.baseUrl.replace(/\/*$/, '') + path;
}
