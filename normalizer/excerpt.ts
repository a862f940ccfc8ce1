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
  const text = (types: readonly string[]) => textOf(children.filter(({ type }) => types.includes(type)));
  const prose = ['paragraph', 'blockquote'];
  const choices = [text(prose), text([...prose, 'list']), text([...prose, 'list', 'table', 'code']), textOf(children)];
  const enough = choices.slice(0, 3).find((choice) => countWords(choice) >= ENOUGH_PROSE);
  return shorten(enough ?? choices.find((choice) => choice !== '') ?? '');
}

/** One line without any sign that could be a mark. */
const PLAIN = /^(?!\s*\d+[.)])[^\n[<&`\\~*_]*$/;

/** Words of a Markdown text; addresses and marks don't count. */
export function wordCount(markdown: string): number {
  if (PLAIN.test(markdown)) return countWords(markdown);
  return countWords(textOf(treeOf(markdown).children));
}

function countWords(text: string): number {
  return text.match(/\p{L}[\p{L}\p{M}\p{N}'’-]*|\p{N}+/gu)?.length ?? 0;
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
