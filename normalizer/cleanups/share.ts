import { type Element, isTag } from 'domhandler';
import { groupsIn, normalise, says } from '../boilerplate.ts';
import { defineCleanup } from '../cleanup.ts';
import { leadsToDocument } from '../document-link.ts';
import { findMarked } from '../marks.ts';
import { bodyOf, guardContent, outermost, type Piece, piecesOf, widen } from '../pieces.ts';
import { byTag, linksIn } from '../tags.ts';
import { attribute, lengthOf, parentOf, textOf } from '../tree.ts';

const SHARING =
  /\/(?:sharer|share|sharearticle|intent\/(?:tweet|post|compose)|submit)\b|^mailto:\?|[?&](?:share|print)=|\/print\/?$/i;
const NETWORK = '(?:facebook|twitter|x|linkedin|bsky|whatsapp|pinterest|reddit|addtoany|t)\\.(?:com|app|me)';
const NETWORKS = new RegExp(`(?:^|\\.)${NETWORK}$`, 'i');
const MAY_BE_NETWORK = new RegExp(NETWORK, 'i');
const LONGEST_LINE = 80;
const REASON = 'ways to share, print or listen to the page';

/** Rows of links and buttons that share, print, recommend or read out the page. */
export default defineCleanup({
  purpose: 'share, print and read-aloud rows',
  clean(bench) {
    const root = bench.root;
    const body = bodyOf(root);
    if (body === undefined) return;
    const holdsContent = guardContent(root);
    const marked = findMarked(body, 'share').filter((e) => lengthOf(e) <= 200 && !holdsContent(e));
    bench.remove(outermost(marked.filter(isRow)), REASON);
    const links = linksIn(body).filter(isSharing);
    const maySay = bench.maySay('share');
    const said = (maySay ? piecesOf(body) : []).filter(
      (piece) =>
        ((isShort(piece.text) && saysShare(piece.text)) || isRowOfLabels(piece)) &&
        !/^h1$|^t[dh]$/.test(piece.box.name) &&
        !leadsToDocument(piece.nodes),
    );
    const isOwnBox = (piece: Piece) => !holdsContent(piece.box) && piece.alone;
    const found = [...links, ...said.filter(isOwnBox).map((piece) => piece.box)];
    const loose = said.filter((piece) => !isOwnBox(piece)).flatMap((piece) => piece.nodes);
    const rows = outermost(found.map((element) => rowOf(element, holdsContent)));
    bench.remove(rows, REASON);
    bench.remove(loose, REASON);
  },
});

function isShort(text: string): boolean {
  return text.length <= LONGEST_LINE && !/[.?]$/.test(text);
}

/** "Del siden: Facebook, X": names of networks, and nothing else or the words that such a row begins with. */
function saysShare(text: string): boolean {
  if (says('share', text)) return true;
  if (!groupsIn(text).includes('share')) return false;
  const words = normalise(text)
    .replace(/\be post\b/g, 'epost')
    .split(' ');
  const rest = words.filter((word) => !says('networks', word));
  return rest.length < words.length && rest.length > 0 && says('share', rest.join(' '));
}

/** "Kopier lenke · Liker du dette? · 7 hjerter": labels side by side, each a row's own, and one at least that shares. */
function isRowOfLabels({ nodes, text }: Piece): boolean {
  if (text.length > LONGEST_LINE * 2 || !groupsIn(text).includes('share')) return false;
  const labels = nodes.filter((node) => textOf(node) !== '');
  const parts = labels.length > 1 && labels.every(isTag) ? labels.map(textOf) : text.split(/(?<=[?!.])\s+/);
  return parts.length > 1 && parts.some(isShare) && parts.every((part) => isShare(part) || says('page-facts', part));
}

function isShare(text: string): boolean {
  return text.length <= LONGEST_LINE && (says('share', text) || says('networks', text));
}

function isSharing(link: Element): boolean {
  const text = textOf(link);
  const isShare = (text.length <= 60 && says('share', text)) || leadsToSharing(attribute(link, 'href'));
  return isShare && !leadsToDocument([link]);
}

function leadsToSharing(href: string): boolean {
  if (href.startsWith('mailto:')) return SHARING.test(href);
  if (!MAY_BE_NETWORK.test(href)) return false;
  return URL.canParse(href) && NETWORKS.test(new URL(href).hostname) && SHARING.test(new URL(href).pathname);
}

/** Named as a share row and with nothing in it that is longer than a label. */
function isRow(element: Element): boolean {
  return (
    piecesOf(element).every((piece) => piece.text.length <= 100) && !/^h1$|^p$|^main$|^article$/.test(element.name)
  );
}

/** The box that holds nothing but such links and labels. */
function rowOf(element: Element, holdsContent: (e: Element) => boolean): Element {
  let row = widen(element) as Element;
  for (let at = parentOf(row); at !== undefined && !holdsContent(at); at = parentOf(at)) {
    const parts = byTag(at, 'a', 'button').map(textOf);
    const rest = parts.filter((text) => text !== '' && !says('share', text)).length;
    const words = parts
      .reduce((text, part) => text.replace(part, ' '), textOf(at))
      .replace(/[^\p{L}\p{N} ]/gu, ' ')
      .trim();
    if (rest > 0 || (words !== '' && !says('share', words))) break;
    row = at;
  }
  return row;
}
