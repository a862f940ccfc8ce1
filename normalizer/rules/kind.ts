/**
 * What kind of page something is: news, a meeting's page, minutes, an agreement … Decided, in this order, by what it says it is
 * (interfaces, JSON-LD, slides), where it stands, what its title is, what it lists, and whether it is dated.
 */
import { z } from 'zod';
import { documentRole, roleIn } from '../document-role.ts';
import type { DocumentRole, EvidenceFrom, Kind } from '../model.ts';
import type { Block, Page } from '../page.ts';
import { looksLikeMinutes, looksLikeSlides } from '../paper-shape.ts';
import { defineRule, type Known, type Reading } from '../rule.ts';
import { plainLetters } from '../spelling.ts';
import { readVocabulary } from '../vocabulary.ts';

type Verdict = Reading<Kind> | undefined;

const words = z.array(z.string().min(2)).min(1);
const vocabulary = readVocabulary(
  'kinds',
  z.strictObject({
    news_paths: words,
    meeting_paths: words,
    about_paths: words,
    agreement_paths: words,
    minutes_paths: words,
    plan_paths: words,
    about_titles: words,
    news_titles: words,
  }),
);
const BY_ROLE: Record<DocumentRole, Kind> = {
  agenda: 'minutes',
  minutes: 'minutes',
  presentation: 'presentation',
  agreement: 'agreement',
  plan: 'plan',
  report: 'report',
  other: 'page',
};
const MEETING = /m[øo]te(?:t|r|ne)?(?!\p{L})/iu;
const NEWS_TYPES = /^(?:\w*NewsArticle|BlogPosting|LiveBlogPosting)$/;
const EVENT_TYPES = /^(?:\w*Event|EventSeries)$/;
/** A list of papers has at least so many, and not more text to each than this. */
const PAPERS = 2;
const WORDS_A_PAPER = 120;
const DATE_LINE =
  /^(?:[\p{L}]+dag\s+)?(?:den\s+)?\d{1,2}\.\s*(?:\p{L}{3,9}|\d{1,2}\.?)(?:\s*\d{2,4})?\b|^(?:19|20)\d\d$/u;

export default defineRule<Kind>({
  needs: ['title', 'published'],
  read(page, known) {
    const title = String(known['title']?.value ?? page.head.title ?? '');
    return page.format === 'html' ? ofPage(page, known, title) : ofDocument(page, title);
  },
});

function ofDocument(page: Page, title: string): Verdict {
  for (const [text, url, from] of [
    [title, page.url.replace(/[^/]*?(\.\w+)?$/, '$1'), 'document'],
    ['', page.url, 'filename'],
    ...page.hints.map((hint) => [hint.text ?? '', '', 'text'] as const),
  ] as const) {
    const role = documentRole(text, url);
    if (role) return said(BY_ROLE[role.role], role.word, from);
  }
  const minutes = looksLikeMinutes(page.blocks);
  if (minutes) return said('minutes', minutes, 'text');
  // A paper called after a meeting, where minutes are published, tells what came of it.
  if (MEETING.test(title) && page.source.publishes.includes('minutes')) return said('minutes', title, 'document');
  return looksLikeSlides(page.blocks) ? said('presentation', title, 'document') : said('page', title, 'document');
}

function ofPage(page: Page, known: Known, title: string): Verdict {
  return (
    byType(page) ??
    byPlace(page) ??
    byPapers(page, title) ??
    byTitle(title) ??
    byDate(known) ??
    byAboutTitle(title) ??
    bySource(page) ??
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
    const part = parts.find((one) => beginnings.some((beginning) => one.startsWith(beginning)));
    if (part) return said(kind, part, 'path');
  }
  if (/\/(?:19|20)\d\d\/(?:0?[1-9]|1[0-2])\//.test(page.url)) return said('news', new URL(page.url).pathname, 'path');
  if (publishes.length > 1) return undefined;
  if (publishes[0] === 'news') return said('news', page.source.id, 'path');
  return publishes[0] === 'meetings' && !page.listing ? said('meeting', page.source.id, 'path') : undefined;
}

/** A list of agendas and minutes. */
function byPapers(page: Page, title: string): Verdict {
  const role = roleIn(title);
  if (role?.role === 'minutes' || role?.role === 'agenda') return said('minutes', role.word, 'text');
  const papers = page.blocks.flatMap(papersOf);
  const [first] = papers;
  if (first === undefined) return undefined;
  const length = page.blocks.reduce((sum, { text }) => sum + text.split(' ').length, 0);
  const days = page.blocks.filter(({ text }) => text.length < 60 && DATE_LINE.test(text)).length;
  const lines = Math.max(papers.length, days);
  const isList = papers.length >= PAPERS || days >= PAPERS + 1;
  return isList && length / lines < WORDS_A_PAPER ? said('minutes', first, 'text') : undefined;
}

function papersOf({ links, trail }: Block): string[] {
  return links.flatMap(({ text, url }) => {
    const role = documentRole(text, url, trail.at(-1))?.role;
    return isFile(url) && (role === 'minutes' || role === 'agenda') ? [text || url] : [];
  });
}

function isFile(url: string): boolean {
  return /\.(?:pdf|docx?|odt|rtf)(?:$|[?#])/i.test(url) || /getfile|download|\/file/i.test(url);
}

/** The title is the name of an agreement, a plan or a report, and no news of one. */
function byTitle(title: string): Verdict {
  const [first = ''] = plainLetters(title).match(/[\p{L}]+/gu) ?? [];
  if (vocabulary.news_titles.includes(first)) return undefined;
  const role = roleIn(title.split(/\s+/).slice(0, 4).join(' '));
  return role && role.role !== 'other' && role.role !== 'presentation'
    ? said(BY_ROLE[role.role], role.word, 'text')
    : undefined;
}

function byDate(known: Known): Verdict {
  const published = known['published'];
  if (published?.value === undefined || published.value === null) return undefined;
  return said('news', published.evidence?.text ?? String(published.value), published.evidence?.from ?? 'text');
}

function byAboutTitle(title: string): Verdict {
  const plain = plainLetters(title);
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
    const part = parts.find((one) =>
      beginnings.some((beginning) => one === beginning || one.startsWith(`${beginning}-`)),
    );
    if (part) return said(kind, part, 'path');
  }
  const [only, more] = page.source.publishes;
  const kinds = { agreements: 'agreement', plans: 'plan', about: 'about', minutes: 'minutes' } as const;
  if (more !== undefined || only === undefined || !(only in kinds)) return undefined;
  return said(kinds[only as keyof typeof kinds], page.source.id, 'path');
}

function pathParts(url: string): string[] {
  const { pathname } = new URL(url);
  try {
    return plainLetters(decodeURIComponent(pathname)).split('/').filter(Boolean);
  } catch {
    // A stray per cent sign: the address is read as it stands.
    return pathname.toLowerCase().split('/').filter(Boolean);
  }
}

function said(value: Kind, text: string, from: EvidenceFrom): Reading<Kind> {
  return { value, evidence: { text, from } };
}
