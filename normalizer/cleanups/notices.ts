import { type Document, type Element, isTag } from 'domhandler';
import { says } from '../boilerplate.ts';
import { defineCleanup, type Workbench } from '../cleanup.ts';
import { findMarked } from '../marks.ts';
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
import { firstByTag, holdsTag } from '../tags.ts';
import { findTitleHeading } from '../title-heading.ts';
import { attribute, findElements, lengthOf, parentOf, textOf } from '../tree.ts';

const LONGEST_NOTICE = 2500;
const LONGEST_ALERT = 300;
/** Groups of phrases, and what a piece that says one of them is. */
const NOTICES = {
  cookies: 'a notice about cookies',
  browser: 'a notice about the reader’s browser',
  chat: 'a machine that talks',
};

/** Those that authors name elements with too. */
const MARKED = ['cookies', 'browser'];

/** Cookie banners, dialogs and words about the reader's browser. */
export default defineCleanup({
  purpose: 'cookie and browser notices and dialogs',
  clean(bench) {
    const root = bench.root;
    const holdsContent = guardContent(root);
    const dialogs = findElements(root, isDialog).filter((e) => !holdsContent(e));
    bench.remove(outermost(dialogs), 'a dialog over the page');
    for (const [group, reason] of Object.entries(NOTICES)) {
      const marked = MARKED.includes(group) ? findMarked(root, group) : [];
      bench.remove(outermost(marked.filter((e) => lengthOf(e) <= LONGEST_NOTICE && !holdsContent(e))), reason);
      if (bench.maySay(group)) removeSaid(bench, group, reason, holdsContent);
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
  const body = bodyOf(bench.root);
  if (body === undefined) return;
  const title = firstByTag(body, 'h1');
  if (title !== undefined && (says(group, textOf(title)) || /personvern/i.test(textOf(title)))) return;
  const gone = new Set<Element>();
  for (const piece of piecesOf(body)) {
    if (piece.text.length > 400 || !says(group, piece.text) || isGone(piece.box, gone) || isOnlyLinks(piece)) continue;
    const box = noticeBox(piece.box, piece.text.length, holdsContent);
    if (box !== undefined) {
      gone.add(box);
      bench.remove([box], reason);
    } else bench.remove(piece.nodes, reason);
  }
}

/** What the site tells all its visitors, above the title. */
function removeAlerts(bench: Workbench, root: Document, holdsContent: ContentGuard): void {
  const body = bodyOf(root);
  const title = findTitleHeading(root, bench.head);
  if (body === undefined || title === undefined || !bench.maySay('alert')) return;
  const alerts = piecesOf(body).filter(
    (piece) => piece.text.length <= LONGEST_ALERT && says('alert', piece.text) && isBefore(piece.box, title),
  );
  bench.remove(
    alerts.flatMap((piece) => nodesOf(piece, holdsContent)),
    'a message to all visitors',
  );
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
    if (lengthOf(at) > length * 3 + 300 || holdsTag(at, 'h1')) break;
    box = at;
  }
  return box;
}
