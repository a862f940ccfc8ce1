import type { Element } from 'domhandler';
import { says } from '../boilerplate.ts';
import { defineCleanup } from '../cleanup.ts';
import { findMarked, isMarked } from '../marks.ts';
import { type ContentGuard, guardContent, outermost, piecesOf, proseLength } from '../pieces.ts';
import { byTag, holdsTag, withRole } from '../tags.ts';
import { ancestors, attribute, isWithin, lengthOf, parentOf } from '../tree.ts';

const FIELDS = 'input select textarea button option optgroup datalist label legend output progress meter'.split(' ');
const LONGEST_FORM = 400;

/** Search boxes and forms. A form that is wrapped round the whole page (old ASP.NET) only loses its fields. */
export default defineCleanup({
  purpose: 'search boxes, forms, fields and buttons',
  clean(bench) {
    const root = bench.root;
    const holdsContent = guardContent(root);
    const searches = [...withRole(root, 'search'), ...findMarked(root, 'search')].filter(isSearch);
    bench.remove(outermost([...new Set(searches)].filter((e) => !holdsContent(e))), 'a search box');
    const most = lengthOf(root) * 0.6;
    const forms = byTag(root, 'form').filter(
      (e) => !holdsContent(e) && lengthOf(e) < most && proseLength(e) <= LONGEST_FORM,
    );
    const about = forms.flatMap((form) => letterBox(form, holdsContent) ?? answersOf(form, holdsContent));
    const loose = byTag(root, 'input', 'textarea');
    const asking = loose.flatMap((field) => askingBox(field, holdsContent) ?? []);
    bench.remove(outermost([...new Set(asking)]), 'a form without its element');
    bench.remove(outermost([...forms, ...about]), 'a form');
    const fields = withRole(root, ...FIELDS).filter((e) => isField(e) && !isInSummary(e));
    bench.remove(outermost(fields), 'a field or button');
  },
});

function isSearch(element: Element): boolean {
  if (element.name === 'search' || attribute(element, 'role').toLowerCase() === 'search') return true;
  const hasField = holdsTag(element, 'input');
  return (
    isMarked('search', element) &&
    (hasField || lengthOf(element) <= 60) &&
    !/^(?:p|h[1-6]|main|article|body)$/.test(element.name)
  );
}

function isField(element: Element): boolean {
  if (FIELDS.includes(element.name)) return true;
  return attribute(element, 'role').toLowerCase() === 'button' && element.name !== 'summary' && lengthOf(element) <= 60;
}

function isInSummary(element: Element): boolean {
  return [...ancestors(element)].some((a) => a.name === 'summary');
}

/** Where a field for an address stands without a form: the box that asks for it. */
function askingBox(field: Element, holdsContent: ContentGuard): Element | undefined {
  const box = parentOf(field);
  if (box === undefined || holdsContent(box) || proseLength(box) > LONGEST_FORM) return undefined;
  return piecesOf(box).some((piece) => ASKING.some((group) => says(group, piece.text))) ? box : undefined;
}

const ASKING = ['form-answer', 'feedback', 'newsletter'];
/** Lines that invite to a letter by mail, and their length without the form. */
const MOST_LINES = 5;
const LONGEST_INVITATION = 250;

/** The box that a form shares with the few lines that invite to a letter by mail; with a single line for each, and no title. */
function letterBox(form: Element, holdsContent: ContentGuard): Element[] | undefined {
  let box: Element | undefined;
  for (let at = parentOf(form); at !== undefined && !holdsContent(at) && !holdsTag(at, 'h1'); at = parentOf(at)) {
    const lines = piecesOf(at).filter((piece) => piece.box !== form && !isWithin(piece.box, form));
    const length = lines.reduce((sum, { text }) => sum + text.length, 0);
    if (lines.length > MOST_LINES || length > LONGEST_INVITATION) break;
    if (lines.some(({ text }) => says('newsletter', text))) box ??= at;
  }
  return box && [box];
}

/** What a form says when it was sent, and the lines that ask for an address, in the box that they share. */
function answersOf(form: Element, holdsContent: ContentGuard): Element[] {
  const box = parentOf(form);
  if (box === undefined || holdsContent(box)) return [];
  return piecesOf(box)
    .filter(
      (piece) => piece.alone && says('form-answer', piece.text) && !(piece.box !== form && isWithin(piece.box, form)),
    )
    .map((piece) => piece.box);
}
