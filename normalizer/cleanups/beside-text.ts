import { type Element, isTag } from 'domhandler';
import { defineCleanup } from '../cleanup.ts';
import { documentLinks } from '../document-link.ts';
import { isMarked } from '../marks.ts';
import { bodyOf, linkDensity, outermost, type Piece, piecesOf } from '../pieces.ts';
import { byTag, holdsTag, linksIn } from '../tags.ts';
import { findTitleHeading } from '../title-heading.ts';
import { ancestors, attribute, elementsOf, isWithin, lengthOf, textOf } from '../tree.ts';

/** A paragraph, not a line: characters outside links. */
const PARAGRAPH = 100;
/** Characters in paragraphs that make a page a text, whose links to other pages are no part of it. */
const TEXT = 600;
/** The box of the text holds this share of all paragraphs. */
const SHARE = 0.7;
const FEWEST_LINKS = 3;
const LINKED = 0.3;
/** So much of an aside must be links where they are few: facts about a body may have two. */
const HALF_LINKED = 0.5;
const ALL_LINKED = 0.9;
/** What tells of days may tell of meetings. */
const DATE =
  /\b\d{1,2}\.\s{0,2}(?:\d{1,2}\.|(?:jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des)(?:uar|ruar|s|il|i|ust|t?ember|ober)?(?!\p{L}))|\b\d{4}-\d\d-\d\d\b/iu;

/** Boxes of links to other pages that stand beside the box of a long text: columns, rows and panels that nothing names. */
export default defineCleanup({
  purpose: 'boxes of links beside the text',
  clean(bench) {
    const body = bodyOf(bench.root);
    if (body === undefined) return;
    const title = findTitleHeading(bench.root, bench.head);
    const asides = byTag(body, 'aside').filter((aside) => title === undefined || !isWithin(title, aside));
    const held = proseOf(piecesOf(body).filter(({ box }) => !asides.some((aside) => isWithin(box, aside))));
    const enough = SHARE * (held.get(body) ?? 0);
    if (enough < SHARE * TEXT) return;
    bench.remove(outermost(asides.filter(holdsLinks)), 'links to other pages, marked as beside the text');
    const holdsText = (child: Element) => (held.get(child) ?? 0) >= enough;
    for (
      let at = body, next = elementsOf(at).find(holdsText);
      next !== undefined;
      next = elementsOf(at).find(holdsText)
    ) {
      const inside = next;
      const beside = elementsOf(at).filter((child) => child !== inside && isAside(child, title));
      bench.remove(beside, 'a box of links beside the text');
      at = next;
    }
  },
});

/** How much text in paragraphs stands in each element that holds any. */
function proseOf(pieces: readonly Piece[]): Map<Element, number> {
  const held = new Map<Element, number>();
  for (const piece of pieces) {
    const length = piece.text.length < PARAGRAPH ? 0 : proseIn(piece);
    if (length >= PARAGRAPH) for (const box of ancestors(piece.box)) held.set(box, (held.get(box) ?? 0) + length);
  }
  return held;
}

function proseIn({ nodes, text }: Piece): number {
  const links = nodes.filter(isTag).flatMap((e) => (e.name === 'a' ? [e] : linksIn(e)));
  return text.length - links.reduce((sum, link) => sum + lengthOf(link), 0);
}

/** Mostly links to pages, or a panel; no documents in it, nor days but in its links. */
function isAside(box: Element, title: Element | undefined): boolean {
  if (!/^(?:div|section|aside|nav|ul|td|span)$/.test(box.name) && !box.name.includes('-')) return false;
  if (!isMarked('panel', box) && !isLinked(box, FEWEST_LINKS)) return false;
  if (title === undefined ? holdsTag(box, 'h1') : box === title || isWithin(title, box)) return false;
  return !holdsTag(box, 'main') && documentLinks(box).length === 0 && !tellsOfDays(box);
}

/** What is marked as an aside needs one link less than what isn't, if it is half links. */
function holdsLinks(aside: Element): boolean {
  const isOthers =
    isLinked(aside, FEWEST_LINKS) || (linkDensity(aside) >= HALF_LINKED && isLinked(aside, FEWEST_LINKS - 1));
  return isOthers && documentLinks(aside).length === 0 && !tellsOfDays(aside);
}

function isLinked(box: Element, fewest: number): boolean {
  const links = linksIn(box).filter((link) => /^https?:/.test(attribute(link, 'href')));
  return links.length >= fewest && linkDensity(box) >= LINKED;
}

/** A day in a column that is links from end to end is told on the page that its link leads to. */
function tellsOfDays(box: Element): boolean {
  return linkDensity(box) < ALL_LINKED && DATE.test(textOf(box));
}
