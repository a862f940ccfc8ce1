import { toString as plainText } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { foldSpace } from './text.ts';

const LONGEST = 300;
const parser = unified().use(remarkParse).use(remarkGfm);

/**
 * What a reader is shown of an item: the lead, else the beginning of the body as plain text;
 * at most 300 characters, cut at a word's end with an ellipsis.
 */
export function excerptOf(lead: string | null, body: string): string {
  return shorten(lead !== null && lead !== '' ? lead : bodyText(body));
}

/** Words of a Markdown text; addresses and marks don't count. */
export function wordCount(markdown: string): number {
  return bodyText(markdown).match(/\p{L}[\p{L}\p{M}\p{N}'’-]*|\p{N}+/gu)?.length ?? 0;
}

/** The text of a Markdown body without its marks, blocks kept apart by a space; headings left out where text follows. */
function bodyText(markdown: string): string {
  const blocks = parser.parse(markdown).children;
  const prose = blocks.filter((block) => block.type !== 'heading');
  return foldSpace((prose.length > 0 ? prose : blocks).map((block) => pieces(block).join(' ')).join(' '));
}

/** Lists and tables in their smallest parts, so that words never glue. */
function pieces(node: { type: string; children?: unknown[] }): string[] {
  const holdsBlocks = ['list', 'listItem', 'table', 'tableRow', 'blockquote'].includes(node.type);
  if (!holdsBlocks) return [plainText(node)];
  return (node.children ?? []).flatMap((child) => pieces(child as { type: string; children?: unknown[] }));
}

function shorten(text: string): string {
  const folded = foldSpace(text);
  if (folded.length <= LONGEST) return folded;
  const cut = folded.slice(0, LONGEST - 1);
  const end = cut.lastIndexOf(' ');
  return `${(end > LONGEST / 2 ? cut.slice(0, end) : cut).replace(/[\s,;:–—-]+$/u, '')}…`;
}
