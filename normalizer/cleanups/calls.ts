import { type Element, isTag } from 'domhandler';
import { says } from '../boilerplate.ts';
import { defineCleanup } from '../cleanup.ts';
import { findMarked } from '../marks.ts';
import { bodyOf, guardContent, outermost, piecesOf, widen } from '../pieces.ts';
import { linksIn } from '../tags.ts';
import { lengthOf, textOf } from '../tree.ts';

const LONGEST = 60;
const LONGEST_ADVERTISEMENT = 400;

/** Buttons that are links ("Meld deg på", "Legg til i kalender"), and advertisements. Such words inside a sentence stay. */
export default defineCleanup({
  purpose: 'links that only call the reader to do something, and advertisements',
  clean(bench) {
    const root = bench.root;
    const body = bodyOf(root);
    if (body === undefined) return;
    const holdsContent = guardContent(root);
    const calls = bench.maySay('action') ? callsIn(body) : [];
    const boxes = calls.map((link) => widen(link) as Element).filter((box) => !holdsContent(box));
    bench.remove(outermost(boxes), 'a link that only calls to do something');
    // A custom tag's name is one of its marks.
    const sold = findMarked(body, 'advertising').filter((e) => lengthOf(e) <= LONGEST_ADVERTISEMENT);
    bench.remove(outermost(sold.filter((e) => !holdsContent(e))), 'an advertisement');
  },
});

function callsIn(body: Element): Element[] {
  return piecesOf(body)
    .flatMap((piece) => linksAlone(piece.nodes.filter(isTag), piece.text))
    .filter((link) => lengthOf(link) <= LONGEST && says('action', textOf(link)));
}

/** The links of a line that holds nothing but links. */
function linksAlone(elements: Element[], text: string): Element[] {
  const links = elements.flatMap((e) => (e.name === 'a' ? [e] : linksIn(e)));
  const rest = links.reduce((words, link) => words.replace(textOf(link), ''), text);
  return /[\p{L}\p{N}]/u.test(rest) ? [] : links;
}
