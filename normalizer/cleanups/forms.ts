import type { Element } from 'domhandler';
import { says } from '../boilerplate.ts';
import { defineCleanup } from '../cleanup.ts';
import { documentLinks } from '../document-link.ts';
import { findMarked, isMarked } from '../marks.ts';
import { bodyOf, type ContentGuard, guardContent, outermost, type Piece, piecesOf, proseLength } from '../pieces.ts';
import { byTag, holdsTag, linksIn, withRole } from '../tags.ts';
import { ancestors, attribute, isWithin, lengthOf, parentOf, textOf } from '../tree.ts';

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
    const about = forms.flatMap((form) => answersOf(form, holdsContent));
    const body = bodyOf(root);
    const letters = bench.maySay('newsletter') && body ? letterBoxes(body, holdsContent) : [];
    bench.remove(outermost(letters), 'an invitation to a letter by mail');
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
/** Lines that invite to a letter by mail, and their length. */
const MOST_LINES = 5;
const LONGEST_INVITATION = 250;

/** Boxes of a few lines that invite to a letter by mail, with a field, a button or a link to take it by, and neither title nor documents. */
function letterBoxes(body: Element, holdsContent: ContentGuard): Element[] {
  return piecesOf(body)
    .filter((piece) => piece.text.length <= LONGEST_INVITATION && says('newsletter', piece.text))
    .flatMap((piece) => letterBox(piece, holdsContent) ?? []);
}

function letterBox(piece: Piece, holdsContent: ContentGuard): Element | undefined {
  for (let at: Element | undefined = piece.box; at !== undefined && !holdsContent(at); at = parentOf(at)) {
    if (lengthOf(at) > LONGEST_INVITATION || piecesOf(at).length > MOST_LINES || holdsTag(at, 'h1')) return undefined;
    if (documentLinks(at).length > 0) return undefined;
    const asks = holdsTag(at, 'form', 'input', 'button') || linksIn(at).some((link) => isCall(textOf(link)));
    if (asks && BOX.test(at.name)) return at;
  }
  return undefined;
}

const BOX = /^(?:div|section|aside|form|fieldset|article)$/;

function isCall(text: string): boolean {
  return says('action', text) || says('newsletter', text);
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
