/** Lists that were typed with bullets become lists: paragraphs in a row, or lines of one paragraph with `<br>` between them. */
import { type AnyNode, type Document, type Element, isTag, isText } from 'domhandler';
import {
  attribute,
  childrenOf,
  elementsBelow,
  holdsBlocks,
  isInline,
  linesOf,
  makeElement,
  nextElement,
  replaceWith,
  setChildren,
} from '../tree.ts';

/** Signs that are bullets and nothing else; Word's symbols (§ and o with a gap) only in paragraphs that it marked as a list's. */
const BULLET = /^[\s\u00a0]{0,20}[•·●▪▫◦‣∙■□➢➤►✓✔][\s\u00a0]{0,20}/u;
const WORD_BULLET = /^[\s\u00a0]{0,20}(?:[•·●▪▫◦‣∙■□§]|o(?=[\s\u00a0]{2})|-)[\s\u00a0]{1,40}/u;
/** A dash opens what somebody said too: only two or more short lines that are no sentences are a list. */
const DASH = /^[\s\u00a0]{0,20}(?:[-*]|–)[\s\u00a0]{1,4}(?=\S)/u;
const LONGEST_ITEM = 140;

/** Sets typed lists as lists; true when there were any. */
export function listTypedBullets(document: Document): boolean {
  let found = false;
  for (const element of elementsBelow(document)) {
    if (element.parent === null) continue;
    if (element.name === 'p') found = gatherParagraphs(element) || found;
    if (isLineBox(element)) found = splitLines(element) || found;
  }
  return found;
}

function isLineBox(element: Element): boolean {
  if (isInline(element) || /^(?:td|th|li|h[1-6]|pre|dt|dd|caption|summary|title)$/.test(element.name)) return false;
  return element.children.some((node) => isTag(node) && node.name === 'br') && !holdsBlocks(element);
}

function isWords(element: Element): boolean {
  return /(?:^|\s)MsoList/.test(attribute(element, 'class')) || /mso-list/.test(attribute(element, 'style'));
}

function bulletOf(element: Element): RegExp {
  return isWords(element) ? WORD_BULLET : BULLET;
}

function isItem(element: Element): boolean {
  return element.name === 'p' && !holdsBlocks(element) && bulletOf(element).test(linesOf(element).trim());
}

/** Paragraphs in a row, each with a bullet, from the first of them on. */
function gatherParagraphs(first: Element): boolean {
  const items: Element[] = [];
  for (let at: Element | undefined = first; at !== undefined && isItem(at); at = nextElement(at)) items.push(at);
  if (items.length < 2) return false;
  const list = makeElement('ul', {}, []);
  list.startIndex = first.startIndex;
  const entries = items.map((item) => {
    strip(item, bulletOf(item));
    return makeElement('li', {}, [...childrenOf(item)]);
  });
  replaceWith(first, [list]);
  for (const item of items.slice(1)) replaceWith(item, []);
  setChildren(list, entries);
  return true;
}

/** Takes a bullet off the first words below a node, however many elements it is spread over. */
function strip(element: Element, bullet: RegExp): void {
  let left = bullet.exec(linesOf(element).trimStart())?.[0].length ?? 0;
  const visit = (node: AnyNode): void => {
    if (left <= 0) return;
    if (isText(node)) {
      const own = left === 0 ? node.data : node.data.replace(/^[\r\n\t ]+/, '');
      node.data = own.slice(left);
      left -= own.length;
    } else if (isTag(node)) for (const child of [...childrenOf(node)]) visit(child);
  };
  for (const child of [...childrenOf(element)]) visit(child);
}

type Line = { nodes: AnyNode[]; text: string };

function splitLines(box: Element): boolean {
  const lines = linesIn(box);
  const bullet = [BULLET, DASH].find((sign) => isTypedList(lines, sign));
  const isSpaced = lines.some((line, at) => line.text === '' && at > 0 && at < lines.length - 1);
  if (bullet === undefined && !isSpaced) return false;
  const groups = group(lines, bullet).map(({ isList, members }): Element => {
    if (!isList || bullet === undefined) return makeElement('p', {}, withBreaks(members));
    const entries = members.map((line) => {
      const entry = makeElement('li', {}, line.nodes);
      strip(entry, bullet);
      return entry;
    });
    return makeElement('ul', {}, entries);
  });
  if (box.name === 'p') replaceWith(box, groups);
  else setChildren(box, groups);
  return true;
}

/** The lines of a box; an empty one (`<br><br>`) has no nodes. */
function linesIn(box: Element): Line[] {
  const lines: Line[] = [{ nodes: [], text: '' }];
  for (const node of childrenOf(box)) {
    const last = lines.at(-1) as Line;
    if (isTag(node) && node.name === 'br') lines.push({ nodes: [], text: '' });
    else last.nodes.push(node);
  }
  for (const line of lines) line.text = line.nodes.map(linesOf).join('').trim();
  return lines;
}

function isTypedList(lines: Line[], sign: RegExp): boolean {
  const items = lines.filter((line) => sign.test(line.text));
  if (items.length < 2) return false;
  return sign === BULLET || items.every((line) => line.text.length <= LONGEST_ITEM && !/[.!?]$/.test(line.text));
}

/** Lines that belong together: an empty one, or a bullet after none, begins something new. */
function group(lines: Line[], sign: RegExp | undefined): { isList: boolean; members: Line[] }[] {
  const groups: { isList: boolean; members: Line[] }[] = [];
  let isNew = true;
  for (const line of lines) {
    if (line.text === '' && line.nodes.every((node) => !isTag(node))) {
      isNew = true;
      continue;
    }
    const isList = sign?.test(line.text) ?? false;
    const last = groups.at(-1);
    if (last !== undefined && last.isList === isList && (!isNew || isList)) last.members.push(line);
    else groups.push({ isList, members: [line] });
    isNew = false;
  }
  return groups;
}

function withBreaks(lines: Line[]): AnyNode[] {
  return lines.flatMap((line, at) => (at === 0 ? line.nodes : [makeElement('br', {}, []), ...line.nodes]));
}
