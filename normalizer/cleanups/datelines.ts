/**
 * Takes out the lines that say when a page was published or changed, in any markup. The reason of each removal reads
 * `published 2024-06-12` or `updated 2024-06-12`: that is where the rules of the same names find them.
 */
import { type AnyNode, type Element, isTag, isText, Text } from 'domhandler';
import { defineCleanup, type Workbench } from '../cleanup.ts';
import { osloDay, yearOf } from '../dates/calendar.ts';
import { bareDay, type DateLine, findGluedLine, isWeakLabel, labelField, readDateLine } from '../dates/date-line.ts';
import { type DateSpan, findDates } from '../dates/find-dates.ts';
import { isWord, labelsSource } from '../meetings/words.ts';
import { foldSpace } from '../text.ts';
import {
  ancestors,
  attribute,
  byTag,
  childrenOf,
  descendants,
  elementsOf,
  isWithin,
  makeElement,
  replaceWith,
  textOf,
} from '../tree.ts';

/** Longer elements are no line of dates. */
const LONGEST_LINE = 160;
/** A document's or an event's own facts («Dato: …», «Tid: …», «Stad: …»): the date among them is the meeting's. */
const MEETING_FACTS = new RegExp(
  `(?:^|\\s)(?:(?:${labelsSource('facts', 'where', 'present')})\\s?:|(?:${labelsSource('factHeadings')})(?!\\p{L}))`,
  'iu',
);
/** How far a bare date may stand from the title, in characters of text between. */
const NEAR_TITLE = 260;

export default defineCleanup({
  purpose: 'lines that say when the page was published or changed',
  clean(bench) {
    const body = byTag(bench.$.root()[0] as AnyNode, 'body')[0];
    if (!body) return;
    removeLines(bench, body);
    removeLabelled(bench, body);
    removeGlued(bench, body);
    removeMarked(bench, body);
    removeByTitle(bench, body);
  },
});

/** Elements that hold nothing but labels and dates, the outermost of each. */
function removeLines(bench: Workbench, body: Element): void {
  const done: Element[] = [];
  for (const element of descendants(body)) {
    if (done.some((gone) => isWithin(element, gone)) || isTitle(element) || element.parent === null) continue;
    const text = shortText(element);
    if (text === undefined) continue;
    const line = readDateLine(text) ?? timeLine(element, text);
    if (!line || isMeetingFact(element, text) || ['a', 'body', 'html', 'main'].includes(element.name)) continue;
    done.push(element);
  }
  for (const element of done)
    take(bench, element, readDateLine(shortText(element) ?? '') ?? timeLine(element, shortText(element) ?? '') ?? {});
}

/** The element's text when it is short enough to be a line of dates; the walk stops where it isn't. */
function shortText(element: Element): string | undefined {
  let length = 0;
  const stack: AnyNode[] = [element];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (isText(node)) length += node.data.trim().length;
    if (length > LONGEST_LINE) return undefined;
    for (const child of childrenOf(node)) stack.push(child);
  }
  return length < 6 ? undefined : spacedText(element);
}

/** «Publisert for to dager siden» with a machine-readable `<time>`: the label's words and the attribute's day. */
function timeLine(element: Element, text: string): DateLine | undefined {
  const times = byTag(element, 'time');
  const [time] = times;
  const day = time && times.length === 1 ? osloDay(attribute(time, 'datetime')) : undefined;
  if (!time || !day) return undefined;
  const field = labelField(foldSpace(text.replace(textOf(time), '')));
  return field && { [field]: day };
}

/** A label in one element, its date in the next: `<dt>`/`<dd>`, `<span>`/`<span>`, `<th>`/`<td>`. */
function removeLabelled(bench: Workbench, body: Element): void {
  for (const element of [...descendants(body)]) {
    const text = element.parent === null ? undefined : shortText(element);
    const field = text === undefined ? undefined : labelField(text);
    const next = field && siblingAfter(element);
    if (!field || !next || isMeetingFact(element, text ?? '')) continue;
    const day = isTag(next) ? (bareDay(spacedText(next)) ?? dayOfTime(next)) : bareDay(foldSpace(next.data));
    if (!day) continue;
    take(bench, element, {});
    removeNode(bench, next, { [field]: day });
  }
}

function siblingAfter(element: Element): Element | Text | undefined {
  for (let node = element.next; node !== null; node = node.next) {
    if (isTag(node)) return node;
    if (isText(node) && node.data.trim() !== '') return node;
  }
  return undefined;
}

function dayOfTime(element: Element): string | undefined {
  const times = element.name === 'time' ? [element] : byTag(element, 'time');
  return times.length === 1 && times[0] ? osloDay(attribute(times[0], 'datetime')) : undefined;
}

/** «… seks og åtte medlemer.  Sist oppdatert 17.02.2025»: only the line goes, the sentence stays. */
function removeGlued(bench: Workbench, body: Element): void {
  for (const text of textsOf(body)) {
    for (let part = cut(text), rounds = 0; part && rounds < 4; part = part.rest && cut(part.rest), rounds += 1) {
      removeNode(bench, part.line, part.dates);
    }
  }
}

function textsOf(body: Element): Text[] {
  const texts: Text[] = [];
  const stack: AnyNode[] = [body];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (isText(node) && node.data.length > 12 && /\d{2}/u.test(node.data)) texts.push(node);
    if (isTag(node) && ['script', 'style', 'a'].includes(node.name)) continue;
    stack.push(...childrenOf(node));
  }
  return texts.reverse();
}

function cut(node: Text): { line: Element; dates: DateLine; rest?: Text } | undefined {
  const found = findGluedLine(node.data);
  if (!found || isMeetingFact(node, node.data.slice(found.index))) return undefined;
  const before = new Text(node.data.slice(0, found.index));
  const line = makeElement('span', {}, [new Text(node.data.slice(found.index, found.index + found.length))]);
  const after = node.data.slice(found.index + found.length);
  const rest = after.trim() === '' ? undefined : new Text(` ${after}`);
  replaceWith(node, [before, line, ...(rest ? [rest] : [])]);
  return { line, dates: found.line, ...(rest ? { rest } : {}) };
}

/** `<time>` that its own markup calls the page's date: itemprop, pubdate, hAtom and microformats classes. */
function removeMarked(bench: Workbench, body: Element): void {
  for (const time of byTag(body, 'time')) {
    const day = osloDay(attribute(time, 'datetime')) ?? bareDay(textOf(time));
    const field = markedField(time);
    if (!day || !field || isTeaser(time)) continue;
    take(bench, time, { [field]: day });
  }
}

function markedField(time: Element): keyof DateLine | undefined {
  const marks = `${attribute(time, 'itemprop')} ${attribute(time, 'class')}`.toLowerCase();
  if (/(?:^|\s)(?:datemodified|dt-updated|updated)(?:\s|$)/u.test(marks)) return 'updated';
  if (/(?:^|\s)(?:datepublished|dt-published|published|entry-date)(?:\s|$)/u.test(marks)) return 'published';
  return time.attribs.pubdate === undefined ? undefined : 'published';
}

/** A bare date that stands by the title, and is neither an event's badge nor a teaser's. */
function removeByTitle(bench: Workbench, body: Element): void {
  const titles = byTag(body, 'h1');
  const [title] = titles;
  if (!title || titles.length > 1 || MEETING_FACTS.test(textOf(body).slice(0, 20_000)) || isEvent(bench)) return;
  const candidate = dateByTitle(body, title);
  if (candidate) take(bench, candidate.element, { published: candidate.day });
}

function dateByTitle(body: Element, title: Element): { element: Element; day: string } | undefined {
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
    const bare = isOneText(element) ? (bareDay(textOf(element)) ?? yearlessTime(element)) : undefined;
    const day = bare && canBeDateline(element) && !isLabelOfMeeting(label) ? bare : undefined;
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
  const text = foldSpace(textOf(element));
  const [span] = findDates(text, day === undefined ? {} : { anchor: { year: yearOf(day), text: day } });
  return day !== undefined && span?.start === day && span.text === text ? day : undefined;
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

function canBeDateline(element: Element): boolean {
  if (HOLDS_OTHER_DATES.test(element.name) || isTeaser(element)) return false;
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

function isTeaser(element: Element): boolean {
  for (const parent of ancestors(element)) {
    if (['aside', 'nav', 'footer', 'a', 'td', 'th'].includes(parent.name)) return true;
    if (parent.name === 'li' && byTag(parent, 'a').length > 0) return true;
  }
  return false;
}

function isEvent(bench: Workbench): boolean {
  return bench.head.jsonLd.some((object) => /Event$/u.test(String(object['@type'])));
}

/** A general label («Dato:») beside a place or a time tells of a meeting, not of the page. */
function isMeetingFact(node: AnyNode, text: string): boolean {
  if (!isWeakLabel(text)) return false;
  const parents = [...ancestors(node)].slice(0, 3);
  return parents.some((parent) => {
    const about = spacedText(parent);
    return MEETING_FACTS.test(`${about.slice(0, 1500)} `) || (about.length < 1500 && hasFactCells(parent));
  });
}

/** Rows or terms «Tid» and «Sted» without colons. */
function hasFactCells(parent: Element): boolean {
  return byTag(parent, 'th', 'td', 'dt', 'b', 'strong').some((cell) => {
    const text = textOf(cell);
    return isWord(text, 'facts') || isWord(text, 'where');
  });
}

function isTitle(element: Element): boolean {
  return element.name === 'h1' || byTag(element, 'h1').length > 0;
}

/** Text with a space at every tag border, so that `<dt>Publisert</dt><dd>…` reads as one line. */
function spacedText(element: Element): string {
  const parts: string[] = [];
  const stack: AnyNode[] = [element];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (isText(node)) parts.push(node.data);
    for (const child of [...childrenOf(node)].reverse()) stack.push(child);
  }
  return foldSpace(parts.join(' '));
}

function take(bench: Workbench, element: Element, dates: DateLine): void {
  removeNode(bench, element, dates);
}

function removeNode(bench: Workbench, node: AnyNode, dates: DateLine): void {
  const reason = Object.entries(dates).map(([field, day]) => `${field} ${day}`);
  bench.remove(bench.$(node), reason.length === 0 ? 'label of a date line' : reason.join(', '));
}
