/**
 * What kind of page something is: news, a meeting's page, minutes, an agreement … Decided, in this order, by what it says it is
 * (interfaces, JSON-LD, slides), where it stands, what its title is, what it lists, and whether it is dated.
 */
import { z } from 'zod';
import { KIND_OF_ROLE, kindOfDocument } from '../document-kind.ts';
import { documentRole, roleIn } from '../document-role.ts';
import type { EvidenceFrom, Kind } from '../model.ts';
import type { Block, Page } from '../page.ts';
import { pathParts } from '../path-parts.ts';
import { defineRule, type Known, type Reading } from '../rule.ts';
import { plainLetters } from '../spelling.ts';
import { readVocabulary } from '../vocabulary.ts';

type Verdict = Reading<Kind> | undefined;

const words = z.array(z.string().min(2)).min(1);
const vocabulary = readVocabulary(
  'kinds',
  z.strictObject({
    news_paths: words,
    story_paths: words,
    meeting_paths: words,
    meeting_folders: words,
    meeting_labels: words,
    about_paths: words,
    agreement_paths: words,
    minutes_paths: words,
    plan_paths: words,
    about_titles: words,
    foreign_names: words,
    news_titles: words,
    gathering_words: words,
    event_titles: words,
    taking_part: words,
  }),
);
const NEWS_TYPES = /^(?:\w*NewsArticle|BlogPosting|LiveBlogPosting)$/;
const EVENT_TYPES = /^(?:\w*Event|EventSeries)$/;
/** A list of papers has at least so many, and not more text to each than this. */
const PAPERS = 2;
/** A piece of news may link to the agenda and minutes that it is about. */
const PAPERS_OF_NEWS = 4;
const WORDS_A_PAPER = 120;
/** A name, not a sentence. */
const MOST_WORDS = 7;
/** The name of a health community and its region are no longer. */
const MOST_OF_NAME = 6;
const DATE_LINE =
  /^(?:[\p{L}]+dag\s+)?(?:den\s+)?\d{1,2}(?:\.\s*(?:\p{L}{3,9}|\d{1,2}\.?)|\/\d{1,2})(?:[\s/-]*\d{2,4})?\b|^20\d\d-\d\d-\d\d\b|^(?:19|20)\d\d$/u;

export default defineRule<Kind>({
  needs: ['title', 'published'],
  read(page, known) {
    const title = String(known['title']?.value ?? page.head.title ?? '');
    return page.format === 'html' ? ofPage(page, known, title) : kindOfDocument(page, title);
  },
});

function ofPage(page: Page, known: Known, title: string): Verdict {
  const isDated = typeof known['published']?.value === 'string';
  return (
    byType(page) ??
    byPlace(page) ??
    byPaperTitle(title, isDated) ??
    byLabels(page) ??
    (isDated ? undefined : byEvent(page, title)) ??
    byPapers(page, title, isDated) ??
    byTitle(page, title, isDated) ??
    (page.source.publishes.includes('news') ? byDate(known) : undefined) ??
    byAboutTitle(title, page) ??
    byAgreements(page) ??
    bySource(page) ??
    byDate(known) ??
    byEntrance(page) ??
    byStoryPlace(page) ??
    said('page', title, 'text')
  );
}

/** What an interface or structured data calls it. */
function byType(page: Page): Verdict {
  if (page.head.meta.get('wordpress:type')?.[0] === 'post') return said('news', 'post', 'api');
  for (const object of page.head.jsonLd) {
    for (const type of [object['@type']].flat().map(String)) {
      if (EVENT_TYPES.test(type)) return said('meeting', type, 'json-ld');
      if (NEWS_TYPES.test(type)) return said('news', type, 'json-ld');
    }
  }
  return undefined;
}

/** The part of the address or the source that holds one kind of page alone. */
function byPlace(page: Page): Verdict {
  const { publishes } = page.source;
  const parts = pathParts(page.url).slice(0, -1);
  for (const [kind, beginnings] of [
    ['meeting', vocabulary.meeting_paths],
    ['news', vocabulary.news_paths],
  ] as const) {
    const part = parts.find((one) => beginnings.some((word) => isPart(one, word)));
    if (part) return said(kind, part, 'path');
  }
  const folder = parts.at(-1) ?? '';
  if (vocabulary.meeting_folders.includes(folder)) return said('meeting', folder, 'path');
  if (/\/(?:19|20)\d\d\/(?:0?[1-9]|1[0-2])\//.test(page.url)) return said('news', new URL(page.url).pathname, 'path');
  if (publishes.length > 1) return undefined;
  if (publishes[0] === 'news') return said('news', page.source.id, 'path');
  return publishes[0] === 'meetings' && !page.listing ? said('meeting', page.source.id, 'path') : undefined;
}

/** An event's page by its labels: when, where, how to take part. */
function byLabels(page: Page): Verdict {
  const labels = page.blocks.flatMap(labelOf).map((text) => text.toLowerCase().replace(/(?<!\s)\s*:$/, ''));
  const known = labels.filter((label) => vocabulary.meeting_labels.includes(label));
  const found = [...new Set(known)];
  // Labels that come back again and again tell of many meetings.
  return found.length >= 2 && known.length <= found.length * 2 ? said('meeting', found.join(', '), 'label') : undefined;
}

const EVENT = new RegExp(`(?:${vocabulary.event_titles.join('|')})(?:\\s(?:i|på|om|for|\\d)\\s?.{0,40})?$`, 'iu');
const TAKING_PART = new RegExp(`(?<!\\p{L})(?:${vocabulary.taking_part.join('|')})`, 'iu');
/** A line of a programme begins with a time of day. */
const AT_TIME = /^(?:kl\.?\s?)?\d{1,2}[.:]\d{2}(?!\.?\d)/i;
const PROGRAMME = 3;

/** "Samhandlingsdagene 2027": one gathering's name, with how to take part or a programme. */
function byEvent(page: Page, title: string): Verdict {
  const [word] = EVENT.exec(title.replace(/\s\d{4}$/, '')) ?? [];
  if (word === undefined || title.split(/\s+/).length > MOST_WORDS) return undefined;
  const texts = page.blocks.map(({ text }) => text);
  const isTold =
    texts.some((text) => TAKING_PART.test(text)) || texts.filter((text) => AT_TIME.test(text)).length >= PROGRAMME;
  return isTold ? said('meeting', word, 'text') : undefined;
}

/** So long a label may be. */
const LABEL = 24;

/** A term, a heading, a row's first cell, a few words that stand alone, or those before a line's colon ("Sted: Kulturhuset"). */
function labelOf({ kind, cell, text }: Block): string[] {
  if (kind === 'term' || kind === 'heading' || (kind === 'cell' && cell?.column === 0)) return [text];
  if (kind !== 'paragraph' && kind !== 'item') return [];
  if (text.length <= LABEL && !text.includes(':')) return [text];
  return text.split('\n').flatMap((line) => /^([^:.]{2,24}):\s*\S/.exec(line)?.[1] ?? []);
}

/** "Sakliste til møtet 26. november" is the paper itself, though it says when and where. */
function byPaperTitle(title: string, isDated: boolean): Verdict {
  const role = roleIn(title.split(/\s+/, 1)[0] ?? '');
  const isPaper = role?.role === 'minutes' || role?.role === 'agenda';
  return isPaper && !isDated && isOfMeeting(title) ? said('minutes', role.word, 'text') : undefined;
}

/** A list of agendas and minutes. */
function byPapers(page: Page, title: string, isDated: boolean): Verdict {
  const role = roleIn(title);
  if ((role?.role === 'minutes' || role?.role === 'agenda') && (!isDated || isOfMeeting(title)))
    return said('minutes', role.word, 'text');
  const papers = page.blocks.flatMap((block) => papersOf(block, page));
  const [first] = papers;
  if (first === undefined) return undefined;
  const length = page.blocks.reduce((sum, { text }) => sum + text.split(' ').length, 0);
  const days = page.blocks.filter(({ text }) => text.length < 60 && DATE_LINE.test(text)).length;
  const lines = Math.max(papers.length, days);
  const isList = papers.length >= (isDated ? PAPERS_OF_NEWS : PAPERS) || days >= PAPERS + 1;
  return isList && length / lines < WORDS_A_PAPER ? said('minutes', first, 'text') : undefined;
}

/** A title that names the meeting or its day, or nothing but the papers: news may call for cooperation too. */
function isOfMeeting(title: string): boolean {
  if (/\d/.test(title) || /(?<!\p{L})\p{Lu}{2,5}(?!\p{L})/u.test(title) || title.split(/\s+/).length <= 2) return true;
  const plain = plainLetters(title);
  return vocabulary.gathering_words.some((word) => plain.includes(plainLetters(word)));
}

function papersOf({ links, trail }: Block, { documents }: Page): string[] {
  return links.flatMap(({ text, url }) => {
    const role = documentRole(text, url, trail.at(-1))?.role;
    return (isFile(url) || documents?.has(url)) && (role === 'minutes' || role === 'agenda') ? [text || url] : [];
  });
}

function isFile(url: string): boolean {
  return /\.(?:pdf|docx?|odt|rtf)(?:$|[?#])/i.test(url) || /getfile|download|\/file/i.test(url);
}

/** The title is the name of an agreement, a plan or a report, and no news of one. */
function byTitle(page: Page, title: string, isDated: boolean): Verdict {
  if (isDated && page.source.publishes.includes('news') && !isNameOfPaper(page, title)) return undefined;
  const [first = '', ...others] = title.toLowerCase().match(/\p{L}+/gu) ?? [];
  const isNews = (word: string) => vocabulary.news_titles.includes(word);
  if (isNews(first) || (isDated && others.some(isNews))) return undefined;
  const role = roleIn(title.split(/\s+/).slice(0, 4).join(' '));
  return role && role.role !== 'other' && role.role !== 'presentation'
    ? said(KIND_OF_ROLE[role.role], role.word, 'text')
    : undefined;
}

/**
 * Where news is published too, a dated page is the paper itself only when its title is short and names a year or a document of the
 * same role hangs on it: "Rapport: flere må dele på jobben" is a headline.
 */
function isNameOfPaper(page: Page, title: string): boolean {
  if (/[:?!–]\s/.test(title)) return false;
  if (/(?:19|20)\d\d/.test(title)) return true;
  const role = roleIn(title)?.role;
  const isThere = page.blocks.some(({ links, trail }) =>
    links.some(({ text, url }) => isFile(url) && documentRole(text, url, trail.at(-1))?.role === role),
  );
  return isThere && page.blocks.reduce((sum, { text }) => sum + text.split(' ').length, 0) < WORDS_A_PAPER;
}

/** A list of documents, most of them agreements. */
function byAgreements(page: Page): Verdict {
  const files = page.blocks.flatMap(({ links, trail }) =>
    links
      .filter(({ url }) => isFile(url) || page.documents?.has(url))
      .map((link) => ({ ...link, above: trail.at(-1) })),
  );
  const agreements = files.filter(({ text, url, above }) => documentRole(text, url, above)?.role === 'agreement');
  const [first] = agreements;
  return first !== undefined && agreements.length >= PAPERS && agreements.length > files.length / 2
    ? said('agreement', first.text, 'text')
    : undefined;
}

/** The address that the registry names for what a community says of itself. */
function byEntrance(page: Page): Verdict {
  const isEntrance = page.url === page.source.url && page.source.publishes.includes('about');
  return isEntrance ? said('about', page.source.id, 'path') : undefined;
}

function byDate(known: Known): Verdict {
  const published = known['published'];
  if (published?.value === undefined || published.value === null) return undefined;
  return said('news', published.evidence?.text ?? String(published.value), published.evidence?.from ?? 'text');
}

function byAboutTitle(title: string, page: Page): Verdict {
  const plain = plainLetters(title);
  const { name: names, aliases } = page.community;
  if ([names.nb, names.nn, ...aliases].some((own) => plainLetters(own) === plain)) return said('about', title, 'text');
  // "Fjordland helsefellesskap": a name, not a sentence.
  if (
    /^(?:\p{Lu}[\p{L}-]*\s+(?:og\s+)?){1,4}(?:hels?e?fell?e?s{1,4}kap(?:et)?|[Hh]ealth(?:care)? communit(?:y|ies))$/u.test(
      title,
    )
  )
    return said('about', title, 'text');
  // In a language that the registry has no name in.
  if (
    title.split(/\s+/).length <= MOST_OF_NAME &&
    vocabulary.foreign_names.some((one) => plain.includes(plainLetters(one)))
  )
    return said('about', title, 'text');
  const name = vocabulary.about_titles.find((one) => new RegExp(`^${plainLetters(one)}`).test(plain));
  return name !== undefined && title.split(/\s+/).length <= 7 ? said('about', title, 'text') : undefined;
}

/** What its source or its place in the site holds, when nothing in the page says more. */
function bySource(page: Page): Verdict {
  const parts = pathParts(page.url);
  for (const [kind, beginnings] of [
    ['agreement', vocabulary.agreement_paths],
    ['minutes', vocabulary.minutes_paths],
    ['plan', vocabulary.plan_paths],
    ['about', vocabulary.about_paths],
  ] as const) {
    const part = parts.find((one) => beginnings.some((word) => isPart(one, word)));
    if (part) return said(kind, part, 'path');
  }
  const [only, more] = page.source.publishes;
  const kinds = { agreements: 'agreement', plans: 'plan', about: 'about', minutes: 'minutes' } as const;
  if (more !== undefined || only === undefined || !(only in kinds)) return undefined;
  return said(kinds[only as keyof typeof kinds], page.source.id, 'path');
}

/** An undated page under "/saker/" of a source that publishes news. */
function byStoryPlace(page: Page): Verdict {
  if (page.listing || !page.source.publishes.includes('news')) return undefined;
  const part = pathParts(page.url)
    .slice(0, -1)
    .find((one) => vocabulary.story_paths.includes(one));
  return part === undefined ? undefined : said('news', part, 'path');
}

function isPart(part: string, word: string): boolean {
  return part === word || part.startsWith(`${word}-`) || part.startsWith(`${word}.`);
}

function said(value: Kind, text: string, from: EvidenceFrom): Reading<Kind> {
  return { value, evidence: { text, from } };
}
