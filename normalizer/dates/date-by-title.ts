/** The bare date by a page's title that says when it was published. */
import { type Element, isTag, isText } from 'domhandler';
import { says } from '../boilerplate.ts';
import { isWord } from '../meetings/words.ts';
import { byTag } from '../tags.ts';
import { foldSpace } from '../text.ts';
import { ancestors, attribute, childrenOf, descendants, elementsOf, isWithin, textOf } from '../tree.ts';
import { osloDay, yearOf } from './calendar.ts';
import { bareDay, daysLine, labelField } from './date-line.ts';
import { type DateSpan, findDates } from './find-dates.ts';

/** How far a bare date may stand from the title, in characters of text between. */
const NEAR_TITLE = 260;

/** The element and its day; `undefined` when no bare date stands near the title. */
export function dateByTitle(body: Element, title: Element, url: string): { element: Element; day: string } | undefined {
  let gap = 0;
  let label = '';
  let isPast = false;
  let before: { element: Element; day: string; gap: number } | undefined;
  for (const element of descendants(body)) {
    if (element === title) {
      if (before && gap - before.gap <= 60) return before;
      isPast = true;
      gap = 0;
    }
    if (isWithin(element, title)) continue;
    // A heading below the title begins a part with dates of its own.
    if (isPast && /^(?:h[2-6]|summary|table|dl)$/u.test(element.name)) return undefined;
    const bare = isOneText(element) ? (daysLine(textOf(element)) ?? yearlessTime(element)) : undefined;
    const day = bare && canBeDateline(element, url) && !isLabelOfMeeting(label) ? bare : undefined;
    if (ownText(element) !== '') label = ownText(element);
    if (day && isPast) return { element, day };
    if (day) before = { element, day, gap: gap + textOf(element).length };
    gap += ownLength(element);
    if (isPast && gap > NEAR_TITLE) return undefined;
  }
  return undefined;
}

/** `<time datetime="2025-04-10T08:00">10. april</time>`: printed without its year. */
function yearlessTime(element: Element): string | undefined {
  const day = element.name === 'time' ? osloDay(attribute(element, 'datetime')) : undefined;
  if (day === undefined) return undefined;
  const text = foldSpace(textOf(element));
  // «for tre dagar sidan»
  if (says('page-facts', text)) return day;
  const [span] = findDates(text, { anchor: { year: yearOf(day), text: day } });
  return span?.start === day && span.text === text ? day : undefined;
}

function ownText(element: Element): string {
  return foldSpace(
    childrenOf(element)
      .map((node) => (isText(node) ? node.data : ''))
      .join(' '),
  );
}

/** «Møtedato» on a line of its own, or «Neste samling:»: what follows is no date of the page's. */
function isLabelOfMeeting(text: string): boolean {
  if (isWord(text, 'when') || isWord(text, 'where')) return labelField(text) === undefined;
  return text.length < 40 && /\p{L}\s?:$/u.test(text) && labelField(text) === undefined;
}

/** Cells, terms and headings hold dates of other things; so do lists of several dates. */
const HOLDS_OTHER_DATES = /^(?:td|th|tr|dd|dt|h[1-6]|b|strong|a|summary|button|figcaption|option)$/u;

function canBeDateline(element: Element, url: string): boolean {
  if ((HOLDS_OTHER_DATES.test(element.name) && !isOwnLink(element, url)) || isTeaser(element, url)) return false;
  const siblings = element.parent ? childrenOf(element.parent).filter((node) => isTag(node) && node !== element) : [];
  if (element.name === 'li' && siblings.some((node) => findDates(textOf(node).slice(0, 80)).some(isDay))) return false;
  return !siblings.some((node) => bareDay(textOf(node)) !== undefined);
}

function isDay({ kind }: DateSpan): boolean {
  return kind === 'day' || kind === 'range';
}

function ownLength(element: Element): number {
  return childrenOf(element).reduce((sum, node) => sum + (isText(node) ? node.data.trim().length : 0), 0);
}

/** True for an element with one run of text below it: a badge with day, month and year apart is no printed date. */
function isOneText(element: Element): boolean {
  const texts = childrenOf(element).filter((node) => isText(node) && node.data.trim() !== '');
  return texts.length === 1 && elementsOf(element).every((child) => textOf(child) === '');
}

/** Whether an element stands in a teaser, a table or a part beside the content. An article's own head or foot is none, nor is a link to the page itself. */
export function isTeaser(element: Element, url: string): boolean {
  for (const parent of ancestors(element)) {
    if (['aside', 'nav', 'td', 'th'].includes(parent.name)) return true;
    if (parent.name === 'a' && !isOwnLink(parent, url)) return true;
    if (parent.name === 'footer' && ![...ancestors(parent)].some(({ name }) => name === 'article')) return true;
    if (parent.name === 'li' && byTag(parent, 'a').length > 0) return true;
  }
  return false;
}

/** Systems make the date of an article a link to it. */
function isOwnLink({ name, attribs }: Element, url: string): boolean {
  return name === 'a' && attribs.href !== undefined && withoutEnd(attribs.href) === withoutEnd(url);
}

function withoutEnd(address: string): string {
  return address.replace(/[#?].*$/u, '').replace(/(?<!\/)\/+$/u, '');
}
