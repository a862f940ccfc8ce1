import { treeOf } from './markdown.ts';
import { foldSpace } from './text.ts';

const LONGEST = 300;

/** Prose of fewer words than this says too little of a page that holds lists and tables as well. */
const ENOUGH_PROSE = 8;

/**
 * What a reader is shown of an item: the lead, else the beginning of the body as plain text – its prose where there is
 * enough of it, lists and tables otherwise; at most 300 characters, cut at a word's end with an ellipsis.
 */
export function excerptOf(lead: string | null, body: string): string {
  if (lead !== null && lead !== '') return shorten(lead);
  const { children } = treeOf(body);
  let first = '';
  for (const types of PROSE_FIRST) {
    const choice = textOf(children.filter(({ type }) => types.includes(type)));
    if (countWords(choice) >= ENOUGH_PROSE) return shorten(choice);
    first ||= choice;
  }
  return shorten(first || textOf(children));
}

const PROSE = ['paragraph', 'blockquote'];
/** What an excerpt is made of, where that has words enough. */
const PROSE_FIRST = [PROSE, [...PROSE, 'list'], [...PROSE, 'list', 'table', 'code']];

/** One line without any sign that could be a mark. */
const PLAIN = /^(?!\s*\d+[.)])[^\n[<&`\\~*_]*$/;

/** Words of a Markdown text; addresses and marks don't count. */
export function wordCount(markdown: string): number {
  if (PLAIN.test(markdown)) return countWords(markdown);
  return countWords(textOf(treeOf(markdown).children));
}

/** A letter and what follows it without a space, or a number. */
const WORD = /\p{L}[\p{L}\p{M}\p{N}'’-]*|\p{N}+/gu;
/** Latin letters and the usual signs beside them: there a table knows what is a letter. */
const NEEDS_UNICODE = /[^\u0000-\u024f\u2000-\u206f]/;
const [OTHER, LETTER, NUMBER, JOINT] = [0, 1, 2, 3];
const RIGHT_QUOTE = 0x2019;
const KINDS = Uint8Array.from({ length: RIGHT_QUOTE + 1 }, (_, code) => kindOf(String.fromCharCode(code)));

function kindOf(sign: string): number {
  if (/\p{L}/u.test(sign)) return LETTER;
  if (/\p{N}/u.test(sign)) return NUMBER;
  return "'’-".includes(sign) ? JOINT : OTHER;
}

/** How often {@link WORD} is found, without a string for each. */
function countWords(text: string): number {
  if (NEEDS_UNICODE.test(text)) return text.match(WORD)?.length ?? 0;
  let words = 0;
  let before = OTHER;
  for (let at = 0; at < text.length; at += 1) {
    const kind = KINDS[text.charCodeAt(at)] ?? OTHER;
    if (before === LETTER && kind !== OTHER) continue;
    if (kind === LETTER || (kind === NUMBER && before !== NUMBER)) words += 1;
    before = kind;
  }
  return words;
}

interface Node {
  type: string;
  value?: string;
  children?: unknown[];
}

/** The text of blocks without their marks, a space between them. */
function textOf(blocks: readonly Node[]): string {
  return foldSpace(blocks.map((block) => pieces(block).join(' ')).join(' '));
}

const HOLDS_BLOCKS = new Set(['list', 'listItem', 'table', 'tableRow', 'blockquote']);

/** Lists and tables in their smallest parts, so that words never glue. */
function pieces(node: Node): string[] {
  if (!HOLDS_BLOCKS.has(node.type)) return [plainText(node)];
  return (node.children ?? []).flatMap((child) => pieces(child as Node));
}

/** The text of a block, its line breaks as spaces. */
function plainText(node: Node): string {
  if (node.type === 'break') return ' ';
  if (node.value !== undefined) return node.value;
  return (node.children ?? []).map((child) => plainText(child as Node)).join('');
}

function shorten(text: string): string {
  const folded = foldSpace(text);
  if (folded.length <= LONGEST) return folded;
  const cut = folded.slice(0, LONGEST - 1);
  const end = cut.lastIndexOf(' ');
  return `${(end > LONGEST / 2 ? cut.slice(0, end) : cut).replace(/(?<![\s,;:–—-])[\s,;:–—-]+$/u, '')}…`;
}
