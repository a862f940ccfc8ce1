import { type Document, type Element, isTag } from 'domhandler';
import { says } from '../boilerplate.ts';
import { defineCleanup } from '../cleanup.ts';
import { isMarked } from '../marks.ts';
import { bodyOf, guardContent, outermost, piecesOf, widen } from '../pieces.ts';
import { findElements, textOf } from '../tree.ts';

const LONGEST = 60;
const LONGEST_ADVERTISEMENT = 400;

/** Buttons that are links ("Meld deg på", "Legg til i kalender"), and advertisements. Such words inside a sentence stay. */
export default defineCleanup({
  purpose: 'links that only call the reader to do something, and advertisements',
  clean(bench) {
    const root = bench.$.root()[0] as Document;
    const body = bodyOf(root);
    if (body === undefined) return;
    const holdsContent = guardContent(root);
    const calls = piecesOf(body)
      .flatMap((piece) => linksAlone(piece.nodes.filter(isTag), piece.text))
      .filter((link) => textOf(link).length <= LONGEST && says('action', textOf(link)));
    const boxes = calls.map((link) => widen(link) as Element).filter((box) => !holdsContent(box));
    bench.remove(bench.$(outermost(boxes)), 'a link that only calls to do something');
    const sold = findElements(
      body,
      (e) => (e.name === 'amp-ad' || isMarked('advertising', e)) && textOf(e).length <= LONGEST_ADVERTISEMENT,
    );
    bench.remove(bench.$(outermost(sold.filter((e) => !holdsContent(e)))), 'an advertisement');
  },
});

/** The links of a line that holds nothing but links. */
function linksAlone(elements: Element[], text: string): Element[] {
  const links = elements.flatMap((e) => (e.name === 'a' ? [e] : findElements(e, (inner) => inner.name === 'a')));
  const rest = links.reduce((words, link) => words.replace(textOf(link), ''), text);
  return /[\p{L}\p{N}]/u.test(rest) ? [] : links;
}
