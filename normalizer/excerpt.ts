import { toString as plainText } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { foldSpace } from './text.ts';

const LONGEST = 300;
const parser = unified().use(remarkParse).use(remarkGfm);

/** Prose of fewer words than this says too little of a page that holds lists and tables as well. */
const ENOUGH_PROSE = 8;

/**
 * What a reader is shown of an item: the lead, else the beginning of the body as plain text – its prose where there is
 * enough of it, lists and tables otherwise; at most 300 characters, cut at a word's end with an ellipsis.
 */
export function excerptOf(lead: string | null, body: string): string {
  if (lead !== null && lead !== '') return shorten(lead);
  const { children } = parser.parse(body);
  const text = (types: readonly string[]) => textOf(children.filter(({ type }) => types.includes(type)));
  const prose = ['paragraph', 'blockquote'];
  const choices = [text(prose), text([...prose, 'list']), text([...prose, 'list', 'table', 'code']), textOf(children)];
  const enough = choices.slice(0, 3).find((choice) => countWords(choice) >= ENOUGH_PROSE);
  return shorten(enough ?? choices.find((choice) => choice !== '') ?? '');
}

/** Words of a Markdown text; addresses and marks don't count. */
export function wordCount(markdown: string): number {
  return countWords(textOf(parser.parse(markdown).children));
}

function countWords(text: string): number {
  return text.match(/\p{L}[\p{L}\p{M}\p{N}'’-]*|\p{N}+/gu)?.length ?? 0;
}

/** The text of blocks without their marks, a space between them. */
function textOf(blocks: readonly { type: string }[]): string {
  return foldSpace(blocks.map((block) => pieces(block).join(' ')).join(' '));
}

/** Lists and tables in their smallest parts, so that words never glue. */
function pieces(node: { type: string; children?: unknown[] }): string[] {
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') return lines(node);
  const holdsBlocks = ['list', 'listItem', 'table', 'tableRow', 'blockquote'].includes(node.type);
  if (!holdsBlocks) return [plainText(node)];
  return (node.children ?? []).flatMap((child) => pieces(child as { type: string; children?: unknown[] }));
}

/** The text of a block, its hard line breaks as spaces: words never glue. */
function lines(node: { type: string; children?: unknown[] }): string[] {
  const children = (node.children ?? []) as { type: string; children?: unknown[] }[];
  if (!children.some(({ type }) => type === 'break')) return [plainText(node)];
  return [children.map((child) => (child.type === 'break' ? ' ' : plainText(child))).join('')];
}

function shorten(text: string): string {
  const folded = foldSpace(text);
  if (folded.length <= LONGEST) return folded;
  const cut = folded.slice(0, LONGEST - 1);
  const end = cut.lastIndexOf(' ');
  return `${(end > LONGEST / 2 ? cut.slice(0, end) : cut).replace(/[\s,;:–—-]+$/u, '')}…`;
}
