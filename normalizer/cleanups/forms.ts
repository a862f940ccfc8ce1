import type { Document, Element } from 'domhandler';
import { says } from '../boilerplate.ts';
import { defineCleanup } from '../cleanup.ts';
import { isMarked } from '../marks.ts';
import { type ContentGuard, guardContent, outermost, piecesOf, proseLength } from '../pieces.ts';
import { ancestors, attribute, findElement, findElements, parentOf, textOf } from '../tree.ts';

const FIELDS = new Set(
  'input select textarea button option optgroup datalist label legend output progress meter'.split(' '),
);
const LONGEST_FORM = 400;

/** Search boxes and forms. A form that is wrapped round the whole page (old ASP.NET) only loses its fields. */
export default defineCleanup({
  purpose: 'search boxes, forms, fields and buttons',
  clean(bench) {
    const root = bench.$.root()[0] as Document;
    const holdsContent = guardContent(root);
    const searches = findElements(root, (e) => isSearch(e) && !holdsContent(e));
    bench.remove(bench.$(outermost(searches)), 'a search box');
    const most = textOf(root).length * 0.6;
    const isForm = (e: Element) => e.name === 'form' && !holdsContent(e) && textOf(e).length < most;
    const forms = findElements(root, (e) => isForm(e) && proseLength(e) <= LONGEST_FORM);
    const about = forms.flatMap((form) => answersOf(form, holdsContent));
    const loose = findElements(root, (e) => e.name === 'input' || e.name === 'textarea');
    const asking = loose.flatMap((field) => askingBox(field, holdsContent) ?? []);
    bench.remove(bench.$(outermost([...new Set(asking)])), 'a form without its element');
    bench.remove(bench.$(outermost([...forms, ...about])), 'a form');
    const fields = findElements(root, (e) => isField(e) && ![...ancestors(e)].some((a) => a.name === 'summary'));
    bench.remove(bench.$(outermost(fields)), 'a field or button');
  },
});

function isSearch(element: Element): boolean {
  if (element.name === 'search' || attribute(element, 'role').toLowerCase() === 'search') return true;
  const hasField = findElement(element, (e) => e.name === 'input') !== undefined;
  return (
    isMarked('search', element) &&
    (hasField || textOf(element).length <= 60) &&
    !/^(?:p|h[1-6]|main|article|body)$/.test(element.name)
  );
}

function isField(element: Element): boolean {
  if (FIELDS.has(element.name)) return true;
  return (
    attribute(element, 'role').toLowerCase() === 'button' && element.name !== 'summary' && textOf(element).length <= 60
  );
}

/** Where a field for an address stands without a form: the box that asks for it. */
function askingBox(field: Element, holdsContent: ContentGuard): Element | undefined {
  const box = parentOf(field);
  if (box === undefined || holdsContent(box) || proseLength(box) > LONGEST_FORM) return undefined;
  return piecesOf(box).some((piece) => says('form-answer', piece.text) || says('feedback', piece.text))
    ? box
    : undefined;
}

/** What a form says when it was sent, and the lines that ask for an address, in the box that they share. */
function answersOf(form: Element, holdsContent: ContentGuard): Element[] {
  const box = parentOf(form);
  if (box === undefined || holdsContent(box)) return [];
  const inside = new Set(findElements(form, () => true));
  return piecesOf(box)
    .filter((piece) => piece.alone && !inside.has(piece.box) && says('form-answer', piece.text))
    .map((piece) => piece.box);
}
