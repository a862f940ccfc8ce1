/** Days printed as badges, their day, month and year in elements of their own, on event pages and on cards of a calendar. */
import { findDates } from '../dates/find-dates.ts';
import { MONTH } from '../dates/words.ts';
import type { Block } from '../page.ts';
import { type Draft, quoteOf, timing } from './draft.ts';
import { type Scene, soleBody } from './scene.ts';
import { hasWord, isWord } from './words.ts';

const BADGE = new RegExp(`^(\\d{1,2})\\.?\\s?(${MONTH})\\.?\\s?((?:19|20)\\d{2})?(?!\\d)(.{0,16})$`, 'iu');
const DAY = /^(?:\p{L}{3,7}\.?\s)?\d{1,2}\.?$/u;
const MONTH_LINE = new RegExp(`^(?:${MONTH})\\.?(?:\\s\\d{4})?$`, 'iu');
const YEAR_LINE = /^20\d{2}$/u;

/** Day, month and year of a badge with their full stop and spaces back: `4mars2026` -> `4. mars 2026`. */
function spelled(text: string): string | undefined {
  if (!/^\s*\d/u.test(text)) return undefined;
  const hit = BADGE.exec(text.replace(/\s+/gu, ' ').trim());
  if (!hit) return undefined;
  const [, day, month, year = '', rest = ''] = hit;
  return `${day}. ${month} ${year} ${rest.trim()}`.replace(/\s+/gu, ' ').trim();
}

/** Blocks with every badge as one line, standing below the heading of its own card where one follows. */
export function joinBadges(blocks: readonly Block[], scene: Scene): Block[] {
  const joined: Block[] = [];
  const cards = cardGroups(blocks);
  const named = namesBelow(blocks, scene);
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (!block) continue;
    const parts = badgeParts(blocks, at);
    const text = spelled(parts.map((part) => part.text).join(' '));
    if (text === undefined || block.kind === 'cell' || block.kind === 'heading' || block.kind === 'summary') {
      joined.push(block);
      continue;
    }
    at += parts.length - 1;
    const next = blocks[at + 1];
    const isNamed = next !== undefined && named.has(next.index);
    const isCard = isNamed || (next?.kind === 'heading' && cards.has(groupOf(next)));
    const trail = isCard ? [...block.trail.slice(0, next.trail.length), next.text] : block.trail;
    // A date above a teaser's heading is the day it was published; only a calendar's is the day of what it heads.
    const isReadable = parts.length === 1 && findDates(block.text).some(({ kind }) => kind === 'day');
    if (!isCard) joined.push(isReadable ? block : { ...block, text });
    else if (isNamed || isCalendar(scene, next.trail))
      joined.push({ ...block, kind: block.kind === 'time' ? 'paragraph' : block.kind, text, trail });
  }
  return joined;
}

/** Headings of one level below the same headings. */
function groupOf({ level, trail }: Block): string {
  return `${level} ${trail.join(' > ')}`;
}

/** The groups in which every heading has a badge right before it: cards. Below a heading a day belongs to that heading. */
function cardGroups(blocks: readonly Block[]): Set<string> {
  const groups = new Map<string, boolean>();
  blocks.forEach((block, at) => {
    if (block.kind !== 'heading' || block.level < 2) return;
    const before = blocks.slice(Math.max(0, at - 3), at);
    const isBadged = before.some((_, start) => {
      const parts = before.slice(start);
      return parts.every(({ kind }) => kind !== 'heading' && kind !== 'summary' && kind !== 'cell') && isBadge(parts);
    });
    groups.set(groupOf(block), (groups.get(groupOf(block)) ?? true) && isBadged);
  });
  return new Set([...groups].flatMap(([group, all]) => (all ? [group] : [])));
}

/** The lines right below badges that are the name of a body and nothing else, where every badge of the page has one: a card's own name. */
function namesBelow(blocks: readonly Block[], scene: Scene): Set<number> {
  const names = new Set<number>();
  let badges = 0;
  for (let at = 0; at < blocks.length; at += 1) {
    const parts = blocks[at]?.kind === 'heading' || blocks[at]?.kind === 'cell' ? [] : badgeParts(blocks, at);
    if (parts.length === 0 || spelled(parts.map(({ text }) => text).join(' ')) === undefined) continue;
    const above = blocks[at - 1];
    // A name above the first day: the names stand above their days.
    if (badges === 0 && above && above.kind !== 'heading' && isNameAlone(above.text, scene)) return new Set();
    at += parts.length - 1;
    const next = blocks[at + 1];
    badges += 1;
    if (next && next.kind !== 'heading' && isNameAlone(next.text, scene)) names.add(next.index);
  }
  return names.size >= FEWEST_CARDS && names.size === badges ? names : new Set();
}

/** One badge above a name may be anything's day. */
const FEWEST_CARDS = 2;

function isNameAlone(text: string, scene: Scene): boolean {
  const hit = soleBody(text, scene);
  return hit !== undefined && hit.index === 0 && hit.end >= text.length - 1;
}

/** One block, or day, month and year as one each: an entry above and a year below it are none. */
function isBadge(parts: readonly Block[]): boolean {
  if (badgeParts(parts, 0).length < parts.length) return false;
  return spelled(parts.map(({ text }) => text).join(' ')) !== undefined;
}

/** The blocks from here that make up one badge: day, month and perhaps year, each a block of its own. */
function badgeParts(blocks: readonly Block[], at: number): Block[] {
  const [day, month, year] = blocks.slice(at, at + 3);
  if (!day) return [];
  if (!month || !DAY.test(day.text) || !MONTH_LINE.test(month.text)) return [day];
  return year && YEAR_LINE.test(year.text) ? [day, month, year] : [day, month];
}

function isCalendar({ title, page }: Scene, trail: readonly string[]): boolean {
  const path = new URL(page.url).pathname.replace(/[-/_]/gu, ' ');
  return [title, path, ...trail].some((text) => hasWord(text, 'calendar') || hasWord(text, 'meeting'));
}

/** The badge above an event page's title, which clean-ups take away, when the page is about one body's meeting to come. */
export function tellBadge(scene: Scene): Draft[] {
  const { subject, page, title } = scene;
  const above = page.removed.filter(({ cleanup }) => cleanup === 'above-title').map(({ text }) => text);
  const text = above
    .map((_, at) => spelled(above.slice(at, at + 3).join(' ')) ?? spelled(above[at] ?? ''))
    .find(Boolean);
  if (!subject?.body || !text || !isEventLike(scene)) return [];
  const span = findDates(text, { ...scene.dates, tense: 'future' }).find(
    ({ kind, start }) => kind === 'day' && start?.length === 10,
  );
  if (!span?.start) return [];
  return [
    {
      body: subject.body,
      localName: subject.name,
      ...(subject.area ? { area: subject.area } : {}),
      ...timing(span, undefined),
      day: span.start,
      documents: [],
      quote: quoteOf(`${text} ${title}`, 0),
      confidence: 0.7,
      at: -1,
    },
  ];
}

/** Whether a page announces something: labelled facts, an invitation, or an address among events. */
function isEventLike(scene: Scene): boolean {
  const { blocks } = scene.page;
  const hasFacts = blocks.some(({ term }) => term !== undefined && (isWord(term, 'when') || isWord(term, 'where')));
  return (
    hasFacts ||
    isCalendar({ ...scene, title: '' }, []) ||
    blocks.slice(0, 6).some(({ text }) => hasWord(text, 'invites'))
  );
}
