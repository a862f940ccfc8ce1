import { type Document, type Element, isText, Text } from 'domhandler';
import { isMarked, says } from '../boilerplate.ts';
import { defineCleanup, type Workbench } from '../cleanup.ts';
import { bodyOf, type ContentGuard, guardContent, outermost, type Piece, piecesOf } from '../pieces.ts';
import {
  childrenOf,
  findElement,
  findElements,
  forgetTextsAbove,
  insertAt,
  isInline,
  parentOf,
  textOf,
} from '../tree.ts';

const REASON = 'a form or question about whether the page helped';
const LONGEST_BOX = 900;
const SENTENCE = /[^.!?]{8,120}\?\s{0,5}$/u;

/** "Fant du det du lette etter?" with its form, also glued to the last words of the text. */
export default defineCleanup({
  purpose: 'questions and forms about the page itself',
  clean(bench) {
    const root = bench.$.root()[0] as Document;
    const body = bodyOf(root);
    if (body === undefined) return;
    const holdsContent = guardContent(root);
    const marked = findElements(
      body,
      (e) => isMarked('feedback', e) && textOf(e).length <= LONGEST_BOX && !holdsContent(e),
    );
    bench.remove(bench.$(outermost(marked.filter(isAsking))), REASON);
    const comments = findElements(body, (e) => isMarked('comments', e) && isDiscussion(e) && !holdsContent(e));
    bench.remove(bench.$(outermost(comments)), 'comments of readers');
    for (const piece of piecesOf(body)) removeDiscussion(bench, piece, holdsContent);
    for (const piece of piecesOf(body)) if (isAttached(piece.box, body)) askAway(bench, piece, holdsContent);
  },
});

function isAsking(element: Element): boolean {
  return (
    findElement(element, (e) => e.name === 'form' || e.name === 'button' || e.name === 'textarea') !== undefined ||
    says('feedback', textOf(element))
  );
}

/** A field for answering, or a list of answers under a heading that counts them. */
function isDiscussion(element: Element): boolean {
  if (/^(?:p|span|main|article|h[1-6])$/.test(element.name)) return false;
  return findElement(element, (e) => /^(?:form|textarea|ol|iframe)$/.test(e.name)) !== undefined;
}

/** A heading over readers' answers, and its box, which holds a list of them or a field for one. */
function removeDiscussion(bench: Workbench, piece: Piece, holdsContent: ContentGuard): void {
  if (!/^h[2-6]$/.test(piece.box.name) || piece.box.parent === null || !says('comments', piece.text)) return;
  const box = parentOf(piece.box);
  if (box === undefined || holdsContent(box) || !isDiscussion(box)) return;
  bench.remove(bench.$(box), 'comments of readers');
}

function isAttached(element: Element, body: Element): boolean {
  for (let at: Element | undefined = element; at !== undefined; at = parentOf(at)) if (at === body) return true;
  return false;
}

function askAway(bench: Workbench, piece: ReturnType<typeof piecesOf>[number], holdsContent: ContentGuard): void {
  if (piece.text.length <= 400 && says('feedback', piece.text) && sentencesOf(piece.text).every(isAbout)) {
    const box = piece.alone || isOnlyAsking(piece.box) ? widestQuestion(piece.box, holdsContent) : undefined;
    bench.remove(box === undefined ? bench.$(piece.nodes) : bench.$(box), REASON);
    return;
  }
  const spans = piece.nodes.flatMap((node) =>
    'name' in node ? [node as Element, ...findElements(node, isInline)] : [],
  );
  bench.remove(
    bench.$(outermost(spans.filter((span) => textOf(span).length <= 120 && says('feedback', textOf(span))))),
    REASON,
  );
  cutTail(bench, piece.box);
}

/** A box whose lines are all about that. */
function isOnlyAsking(box: Element): boolean {
  return piecesOf(box).every((piece) => says('feedback', piece.text) || isControl(piece.text));
}

/** A paragraph that only ends with the question keeps its other sentences. */
function sentencesOf(text: string): string[] {
  return (text.match(/[^.!?]+[.!?]*/g) ?? []).filter((sentence) => /\p{L}/u.test(sentence));
}

function isAbout(sentence: string): boolean {
  return says('feedback', sentence) || isControl(sentence.trim());
}

/** The box of the question, its buttons and the sentence about not writing personal things. */
function widestQuestion(from: Element, holdsContent: ContentGuard): Element | undefined {
  let box: Element | undefined;
  for (let at: Element | undefined = from; at !== undefined && !holdsContent(at); at = parentOf(at)) {
    const others = piecesOf(at).filter((piece) => !says('feedback', piece.text) && !isControl(piece.text));
    if (others.length > 0 || textOf(at).length > LONGEST_BOX || findElement(at, (e) => e.name === 'h1') !== undefined)
      break;
    box = at;
  }
  return box;
}

function isControl(text: string): boolean {
  return text.length <= 40 && /^(?:ja|nei|send|send inn|yes|no|[^\p{L}]*|ja nei|ja nei send)$/iu.test(text);
}

/** The question glued to the end of a paragraph's own text. */
function cutTail(bench: Workbench, box: Element): void {
  const last = childrenOf(box).findLast((node) => isText(node) && node.data.trim() !== '');
  if (last === undefined || !isText(last)) return;
  if (!last.data.trimEnd().endsWith('?')) return;
  const tail = SENTENCE.exec(last.data.slice(-160))?.[0];
  if (tail === undefined || !says('feedback', tail) || tail.trim() === last.data.trim()) return;
  const question = new Text(tail);
  last.data = last.data.slice(0, last.data.length - tail.length);
  forgetTextsAbove(last);
  insertAt(box, childrenOf(box).indexOf(last) + 1, [question]);
  bench.remove(bench.$(question), REASON);
}
