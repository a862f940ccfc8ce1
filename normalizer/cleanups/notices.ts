import { type Document, type Element, isTag } from 'domhandler';
import { says } from '../boilerplate.ts';
import { defineCleanup, type Workbench } from '../cleanup.ts';
import { isMarked } from '../marks.ts';
import {
  bodyOf,
  type ContentGuard,
  guardContent,
  isBefore,
  nodesOf,
  outermost,
  type Piece,
  piecesOf,
} from '../pieces.ts';
import { findTitleHeading } from '../title-heading.ts';
import { attribute, findElement, findElements, parentOf, textOf } from '../tree.ts';

const LONGEST_NOTICE = 2500;
const LONGEST_ALERT = 300;
/** Groups of phrases, and what a piece that says one of them is. */
const NOTICES = {
  cookies: 'a notice about cookies',
  browser: 'a notice about the reader’s browser',
  chat: 'a machine that talks',
};

/** Cookie banners, dialogs and words about the reader's browser. */
export default defineCleanup({
  purpose: 'cookie and browser notices and dialogs',
  clean(bench) {
    const root = bench.$.root()[0] as Document;
    const holdsContent = guardContent(root);
    const dialogs = findElements(root, isDialog).filter((e) => !holdsContent(e));
    bench.remove(bench.$(outermost(dialogs)), 'a dialog over the page');
    for (const [group, reason] of Object.entries(NOTICES)) {
      const marked = findElements(
        root,
        (e) => group !== 'chat' && isMarked(group, e) && textOf(e).length <= LONGEST_NOTICE && !holdsContent(e),
      );
      bench.remove(bench.$(outermost(marked)), reason);
      removeSaid(bench, group, reason, holdsContent);
    }
    removeAlerts(bench, root, holdsContent);
  },
});

function isDialog(element: Element): boolean {
  const role = attribute(element, 'role').toLowerCase();
  return (
    element.name === 'dialog' ||
    role === 'dialog' ||
    role === 'alertdialog' ||
    attribute(element, 'aria-modal') === 'true'
  );
}

/** Pieces that speak of cookies, with the box round them; a page whose title is about that keeps its text. */
function removeSaid(bench: Workbench, group: string, reason: string, holdsContent: ContentGuard): void {
  const body = bodyOf(bench.$.root()[0] as Document);
  if (body === undefined) return;
  const title = findElement(body, (e) => e.name === 'h1');
  if (title !== undefined && (says(group, textOf(title)) || /personvern/i.test(textOf(title)))) return;
  const gone = new Set<Element>();
  for (const piece of piecesOf(body)) {
    if (piece.text.length > 400 || !says(group, piece.text) || isGone(piece.box, gone) || isOnlyLinks(piece)) continue;
    const box = noticeBox(piece.box, piece.text.length, holdsContent);
    if (box !== undefined) {
      gone.add(box);
      bench.remove(bench.$(box), reason);
    } else bench.remove(bench.$(piece.nodes), reason);
  }
}

/** What the site tells all its visitors, above the title. */
function removeAlerts(bench: Workbench, root: Document, holdsContent: ContentGuard): void {
  const body = bodyOf(root);
  const title = findTitleHeading(root, bench.head);
  if (body === undefined || title === undefined) return;
  const alerts = piecesOf(body).filter(
    (piece) => piece.text.length <= LONGEST_ALERT && isBefore(piece.box, title) && says('alert', piece.text),
  );
  bench.remove(bench.$(alerts.flatMap((piece) => nodesOf(piece, holdsContent))), 'a message to all visitors');
}

/** A link to the statement on cookies is part of the foot. */
function isOnlyLinks(piece: Piece): boolean {
  const words = piece.nodes
    .filter((node) => !isTag(node) || node.name !== 'a')
    .map(textOf)
    .join('');
  return words.length < piece.text.length * 0.2;
}

function isGone(element: Element, gone: Set<Element>): boolean {
  for (let at: Element | undefined = element; at !== undefined; at = parentOf(at)) if (gone.has(at)) return true;
  return false;
}

/** The box that holds the notice and its buttons and hardly more. */
function noticeBox(from: Element, length: number, holdsContent: ContentGuard): Element | undefined {
  let box: Element | undefined;
  for (let at: Element | undefined = from; at !== undefined && !holdsContent(at); at = parentOf(at)) {
    if (textOf(at).length > length * 3 + 300 || findElement(at, (e) => e.name === 'h1') !== undefined) break;
    box = at;
  }
  return box;
}
