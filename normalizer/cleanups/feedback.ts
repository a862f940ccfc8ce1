import { type Element, isTag, isText, Text } from 'domhandler';
import { holdsPhrase, says } from '../boilerplate.ts';
import { defineCleanup, type Workbench } from '../cleanup.ts';
import { leadsToDocument } from '../document-link.ts';
import { findMarked } from '../marks.ts';
import { forgetMeasuresAbove } from '../measures.ts';
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
import { holdsTag, linksIn } from '../tags.ts';
import { foldSpace } from '../text.ts';
import { findTitleHeading } from '../title-heading.ts';
import { childrenOf, findElements, insertAt, isInline, isWithin, lengthOf, parentOf, textOf } from '../tree.ts';

const REASON = 'a form or question about whether the page helped';
const ANSWERS = 'comments of readers';
/** So many things named as answers are a discussion. */
const MANY_ANSWERS = 3;
/** Characters between the title and what is below the text. */
const TEXT = 400;
const LONGEST_BOX = 900;
const LONGEST_LINE = 220;
const LONGEST_LINK = 60;
const INVITING = ['discussion', 'comments', 'feedback', 'form-answer'];
const SENTENCE = /[^.!?]{8,120}\?\s{0,5}$/u;

/** "Fant du det du lette etter?" with its form, also glued to the last words of the text. */
export default defineCleanup({
  purpose: 'questions and forms about the page itself',
  clean(bench) {
    const root = bench.root;
    const body = bodyOf(root);
    if (body === undefined) return;
    const holdsContent = guardContent(root);
    const marked = findMarked(body, 'feedback').filter((e) => lengthOf(e) <= LONGEST_BOX && !holdsContent(e));
    bench.remove(outermost(marked.filter(isAsking)), REASON);
    const title = findTitleHeading(root, bench.head);
    const comments = findMarked(body, 'comments').filter(
      (e) => isDiscussion(e) && (!holdsContent(e) || isBelowText(body, title, e)),
    );
    bench.remove(outermost(comments), ANSWERS);
    // From the end: what stands below a heading goes before it.
    if (bench.maySay('discussion') || bench.maySay('comments'))
      for (const piece of [...piecesOf(body)].reverse()) removeDiscussion(bench, piece, holdsContent);
    for (const piece of bench.maySay('feedback') ? piecesOf(body) : [])
      if (holdsPhrase('feedback', piece.text) && isWithin(piece.box, body)) askAway(bench, piece, holdsContent);
  },
});

function isAsking(element: Element): boolean {
  return holdsTag(element, 'form', 'button', 'textarea') || says('feedback', textOf(element));
}

/** A field for answering, a list of answers under a heading that counts them, or answers that are named so each. */
function isDiscussion(element: Element): boolean {
  if (/^(?:p|span|a|body|main|article|h[1-6])$/.test(element.name)) return false;
  return (
    holdsTag(element, 'form', 'textarea', 'ol', 'iframe') || findMarked(element, 'comments').length >= MANY_ANSWERS
  );
}

/** Answers may be longer than what they answer: they stand below it, and neither the title nor the main part is theirs. */
function isBelowText(body: Element, title: Element | undefined, box: Element): boolean {
  if (title === undefined || !isBefore(title, box) || holdsTag(box, 'h1', 'main')) return false;
  const between = piecesOf(body).filter((piece) => isBefore(title, piece.box) && isBefore(piece.box, box));
  return between.reduce((length, piece) => length + piece.text.length, 0) >= TEXT;
}

/** A heading over readers' answers, and its box, which holds a list of them, a field for one, or only says who may answer. */
function removeDiscussion(bench: Workbench, piece: Piece, holdsContent: ContentGuard): void {
  if (piece.box.parent === null) return;
  if (piece.text.length <= LONGEST_LINE && says('discussion', piece.text)) {
    bench.remove(nodesOf(piece, holdsContent), ANSWERS);
    return;
  }
  if (!/^h[2-6]$/.test(piece.box.name) || !says('comments', piece.text)) return;
  const box = parentOf(piece.box);
  if (box === undefined) return;
  if (!holdsContent(box) && (isDiscussion(box) || isOnlyHeading(box, piece) || isCounted(box, piece)))
    bench.remove([box], ANSWERS);
  else if (isEmptyBelow(piece.box)) bench.remove([piece.box], ANSWERS);
}

/** A box of nothing but the invitation to answer and its conditions. */
function isOnlyHeading(box: Element, heading: Piece): boolean {
  return piecesOf(box).every(
    ({ box: at, text }) => at === heading.box || INVITING.some((group) => says(group, text)) || isControl(text),
  );
}

/** "Kommentarar (2)" opens a box of its own: what is below it in the box is what it counts. */
function isCounted(box: Element, heading: Piece): boolean {
  return /\d/.test(heading.text) && piecesOf(box)[0]?.box === heading.box && !holdsTag(box, 'h1');
}

/** Nothing but words on who may answer stands between the heading and the end of its box, or the next heading. */
function isEmptyBelow(heading: Element): boolean {
  for (let node = heading.next; node !== null; node = node.next) {
    if (isTag(node) && /^h[1-6]$/.test(node.name)) return true;
    const text = textOf(node);
    if (text !== '' && !says('discussion', text)) return false;
  }
  return true;
}

function askAway(bench: Workbench, piece: ReturnType<typeof piecesOf>[number], holdsContent: ContentGuard): void {
  if (piece.text.length <= 400 && (isAboutPage(piece.text) || isAskingWithLinks(piece))) {
    const box = piece.alone || isOnlyAsking(piece.box) ? widestQuestion(piece.box, holdsContent) : undefined;
    bench.remove(box === undefined ? piece.nodes : [box], REASON);
    return;
  }
  const spans = piece.nodes.flatMap((node) =>
    'name' in node ? [node as Element, ...findElements(node, isInline)] : [],
  );
  bench.remove(outermost(spans.filter((span) => lengthOf(span) <= 120 && says('feedback', textOf(span)))), REASON);
  cutTail(bench, piece.box);
}

/** Beside its links such a line says nothing but the question: they lead to where it is answered. */
function isAskingWithLinks({ nodes, text }: Piece): boolean {
  const links = nodes.filter(isTag).flatMap((e) => (e.name === 'a' ? [e] : linksIn(e)));
  if (links.length === 0 || links.some((link) => lengthOf(link) > LONGEST_LINK)) return false;
  return isAboutPage(foldSpace(links.reduce((rest, link) => rest.replace(textOf(link), ' '), text)));
}

/** A box whose lines are all about that. */
function isOnlyAsking(box: Element): boolean {
  return piecesOf(box).every((piece) => isAskingLine(piece));
}

function isAskingLine(piece: Piece): boolean {
  return isAboutPage(piece.text) || isControl(piece.text) || isAskingWithLinks(piece);
}

/** A paragraph that only ends with the question keeps its other sentences. */
function sentencesOf(text: string): string[] {
  return (text.match(/[^.!?]+[.!?]*/g) ?? []).filter((sentence) => /\p{L}/u.test(sentence));
}

/** Every sentence asks about the page or is a button's, and one of them does ask. */
function isAboutPage(text: string): boolean {
  const sentences = sentencesOf(text);
  return (says('feedback', text) || sentences.some(isQuestion)) && sentences.every(isAbout);
}

function isQuestion(sentence: string): boolean {
  return says('feedback', sentence);
}

function isAbout(sentence: string): boolean {
  return says('feedback', sentence) || isControl(sentence.trim());
}

/** The box of the question, its buttons and the sentence about not writing personal things. */
function widestQuestion(from: Element, holdsContent: ContentGuard): Element | undefined {
  let box: Element | undefined;
  for (let at: Element | undefined = from; at !== undefined && !holdsContent(at); at = parentOf(at)) {
    const others = piecesOf(at).filter((piece) => !isAskingLine(piece) && !isLoneLink(piece));
    if (others.length > 0 || lengthOf(at) > LONGEST_BOX || holdsTag(at, 'h1')) break;
    box = at;
  }
  return box;
}

/** Below a question such a link leads to where it is answered. */
function isLoneLink({ nodes, text }: Piece): boolean {
  const links = nodes.filter(isTag).flatMap((e) => (e.name === 'a' ? [e] : linksIn(e)));
  return (
    text.length <= LONGEST_LINK && links.length === 1 && textOf(links[0] as Element) === text && !leadsToDocument(nodes)
  );
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
  forgetMeasuresAbove(last);
  insertAt(box, childrenOf(box).indexOf(last) + 1, [question]);
  bench.remove([question], REASON);
}
