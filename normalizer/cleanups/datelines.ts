/**
 * Takes out the lines that say when a page was published or changed, in any markup. The reason of each removal reads
 * `published 2024-06-12` or `updated 2024-06-12`: that is where the rules of the same names find them.
 */

import { type AnyNode, type Element, isTag, isText, Text } from 'domhandler';
import { defineCleanup, type Workbench } from '../cleanup.ts';
import { osloDay } from '../dates/calendar.ts';
import { dateByTitle, isTeaser } from '../dates/date-by-title.ts';
import { bareDay, type DateLine, findGluedLine, isWeakLabel, labelField, readDateLine } from '../dates/date-line.ts';
import { isMeetingFact, MEETING_FACTS, spacedText, standsAmongFacts } from '../dates/facts-of-meetings.ts';
import { findDates } from '../dates/find-dates.ts';
import { byTag, holdsTag } from '../tags.ts';
import { foldSpace } from '../text.ts';
import {
  attribute,
  childrenOf,
  elementsBelow,
  elementsOf,
  isWithin,
  lengthOf,
  makeElement,
  nextElement,
  replaceWith,
  textOf,
} from '../tree.ts';

const LONGEST_LABEL = 80;
/** Longer elements are no line of dates. */
const LONGEST_LINE = 160;

export default defineCleanup({
  purpose: 'lines that say when the page was published or changed',
  clean(bench) {
    const body = byTag(bench.root, 'body')[0];
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
  const done: { element: Element; line: DateLine }[] = [];
  for (const element of elementsBelow(body)) {
    if (!mayBeLine(element) || done.some((gone) => isWithin(element, gone.element)) || isTitle(element)) continue;
    const text = shortText(element);
    if (text === undefined) continue;
    const line = readDateLine(text) ?? timeLine(element, text);
    if (
      !line ||
      isMeetingFact(element, text) ||
      isDayOfEvent(bench, text) ||
      ['a', 'body', 'html', 'main'].includes(element.name)
    )
      continue;
    done.push({ element, line });
  }
  for (const { element, line } of done) take(bench, element, line);
}

/** Short, and with figures in it or in the attribute of a `<time>`. */
function mayBeLine(element: Element): boolean {
  return lengthOf(element) <= 2 * LONGEST_LINE && (holdsTag(element, 'time') || /\d/.test(textOf(element)));
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
  for (const element of elementsBelow(body)) {
    if (element.parent === null || lengthOf(element) > LONGEST_LABEL) continue;
    const text = shortText(element);
    const field = text === undefined ? undefined : labelField(text);
    const next = field && siblingAfter(element);
    if (!field || !next || isMeetingFact(element, text ?? '') || isDayOfEvent(bench, text ?? '')) continue;
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
    if (!day || !field || isTeaser(time, bench.url)) continue;
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
  if (!title || titles.length > 1 || isEvent(bench)) return;
  const candidate = dateByTitle(body, title, bench.url);
  if (
    !candidate ||
    isCardBadge(candidate.element, body) ||
    isOfRows(candidate.element) ||
    standsAmongFacts(candidate.element) ||
    MEETING_FACTS.test(textOf(body).slice(0, 20_000))
  )
    return;
  take(bench, candidate.element, { published: candidate.day });
}

/** The day above the heading of a card, where other cards have one too. */
function isCardBadge(day: Element, body: Element): boolean {
  const heading = nextElement(day);
  if (!heading || !/^h[2-6]$/u.test(heading.name)) return false;
  const below = byTag(body, heading.name).filter(({ prev }) => {
    const above = prev && 'name' in prev ? prev : prev?.prev;
    return above && 'name' in above && bareDay(textOf(above)) !== undefined;
  });
  return below.length > 1;
}

/** The day that leads a row, where the row after it is led by one too: a calendar's. */
function isOfRows(day: Element): boolean {
  const row = day.parent;
  const next = row && isTag(row) && elementsOf(row).length > 1 ? nextElement(row) : undefined;
  const [first, ...others] = next && row && isTag(row) && next.name === row.name ? elementsOf(next) : [];
  const [date] = first ? findDates(textOf(first)) : [];
  return others.length > 0 && date?.index === 0 && (date.kind === 'day' || date.kind === 'range');
}

/** «Dato: onsdag 5. mai 2027» on a page that calls itself an event: the event's day. */
function isDayOfEvent(bench: Workbench, text: string): boolean {
  return isWeakLabel(text) && isEvent(bench);
}

function isEvent(bench: Workbench): boolean {
  return bench.head.jsonLd.some((object) => /Event$/u.test(String(object['@type'])));
}

function isTitle(element: Element): boolean {
  return element.name === 'h1' || holdsTag(element, 'h1');
}

function take(bench: Workbench, element: Element, dates: DateLine): void {
  removeNode(bench, element, dates);
}

function removeNode(bench: Workbench, node: AnyNode, dates: DateLine): void {
  const reason = Object.entries(dates).map(([field, day]) => `${field} ${day}`);
  bench.remove([node], reason.length === 0 ? 'label of a date line' : reason.join(', '));
}
