/** A content tree as Markdown (CommonMark and GitHub's tables). */
import type { AnyNode, Element } from 'domhandler';
import type { Nodes, Parents, PhrasingContent, Root } from 'mdast';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { toHast } from './hast.ts';
import { toMdast } from './to-mdast.ts';
import { writeText } from './write-text.ts';

const toTree = unified().use(rehypeRemark).freeze();
const writer = unified()
  .use(remarkGfm)
  .use(remarkStringify, {
    handlers: { text: writeText },
    bullet: '-',
    emphasis: '_',
    rule: '-',
    listItemIndent: 'one',
    resourceLink: true,
    fences: true,
    incrementListMarker: true,
  })
  .freeze();

/**
 * Writes an element's content as Markdown: no raw HTML, no pictures, links absolute and on the web only, personal data replaced.
 * @param skip nodes that are left out (title, lead)
 */
export function toMarkdown(content: Element, skip: ReadonlySet<AnyNode> = new Set()): string {
  const hast = toHast(content, skip);
  const tree = toMdast(hast) ?? (toTree.runSync(hast) as unknown as Root);
  joinLists(tree);
  tidyMarks(tree);
  const markdown = writer.stringify(tree).trim();
  last = { markdown, tree };
  return markdown;
}

const reader = unified().use(remarkParse).use(remarkGfm).freeze();
let last: { markdown: string; tree: Root } | undefined;

/** The tree of a Markdown text: what it was written from when it is the last that was, else what parsing gives. Nobody may change it. */
export function treeOf(markdown: string): Root {
  if (last?.markdown !== markdown) last = { markdown, tree: reader.parse(markdown) };
  return last.tree;
}

/** Two bullet lists with nothing between them are one: Markdown would tell them apart by another bullet only. */
function joinLists(tree: Root): void {
  tree.children = tree.children.reduce<Root['children']>((kept, node) => {
    const last = kept.at(-1);
    if (last?.type === 'list' && node.type === 'list' && !last.ordered && !node.ordered)
      last.children.push(...node.children);
    else kept.push(node);
    return kept;
  }, []);
}

const MARKS = new Set(['strong', 'emphasis', 'delete']);

/**
 * Emphasis that Markdown cannot write without escapes (inside a word, nested in itself, over a whole heading) is dropped, its text kept;
 * two of the same kind side by side become one; white space is single.
 */
function tidyMarks(node: Nodes): void {
  if (!('children' in node)) return;
  for (const child of node.children) tidyMarks(child as Nodes);
  const parent = node as Parents & { children: PhrasingContent[] };
  mergeNeighbours(parent);
  parent.children = parent.children.flatMap((child, i) =>
    isWritable(parent, child, i) ? [child] : (child as { children: PhrasingContent[] }).children,
  );
}

function mergeNeighbours(parent: { children: PhrasingContent[] }): void {
  const merged: PhrasingContent[] = [];
  for (const child of parent.children) {
    const last = merged.at(-1);
    if (
      last !== undefined &&
      last.type === child.type &&
      MARKS.has(child.type) &&
      'children' in last &&
      'children' in child
    ) {
      last.children.push(...(child.children as never[]));
    } else if (last?.type === 'text' && child.type === 'text') last.value += child.value;
    else merged.push(child);
  }
  parent.children = merged;
}

function isWritable(parent: Parents & { children: PhrasingContent[] }, child: PhrasingContent, at: number): boolean {
  if (!MARKS.has(child.type)) return true;
  if (parent.type === 'heading' && parent.children.length === 1) return false;
  if (parent.type === child.type || (child.type === 'emphasis' && parent.type === 'strong')) return false;
  const own = plain(child);
  if (own.trim() === '' || /^\s|\s$/.test(own)) return false;
  const before = plain(parent.children[at - 1]).slice(-1);
  const after = plain(parent.children[at + 1]).slice(0, 1);
  return (
    !isWordLike(before) &&
    !isWordLike(after) &&
    !(isMark(own.at(0) ?? '') && before !== '' && before !== ' ') &&
    !(isMark(own.at(-1) ?? '') && after !== '' && after !== ' ' && !/[.,;:!?)]/.test(after))
  );
}

function plain(node: Nodes | undefined): string {
  if (node === undefined || node.type === 'break') return '';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map((child) => plain(child as Nodes)).join('') : '';
}

function isWordLike(letter: string): boolean {
  return /[\p{L}\p{N}]/u.test(letter);
}

function isMark(letter: string): boolean {
  return /[\p{P}\p{S}]/u.test(letter);
}
