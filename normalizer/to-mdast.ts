/**
 * The hast tree of a body as mdast: what rehype-remark makes of the few elements that there are, in one walk. It copies the tree, measures
 * its white space and asks each element for its kind first, which takes longer than all the rest; `undefined` is given where something
 * stands that is left to it (preformatted text, lists of terms, cells over several columns, rows outside of tables).
 */
import type { Element, ElementContent, Root as HastRoot } from 'hast';
import type { BlockContent, ListItem, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { gathered, rowOf, tableOf } from './mdast-table.ts';
import { tidyText } from './mdast-text.ts';

/** The mdast tree, or `undefined` when the library must make it. */
export function toMdast({ children }: HastRoot): Root | undefined {
  if (!children.every((node) => isKnown(node as ElementContent, 'root'))) return undefined;
  const root: Root = { type: 'root', children: asBlocks(new Conversion().all(children as ElementContent[], true)) };
  tidyText(root);
  return root;
}

const ANYWHERE = new Set('div p h1 h2 h3 h4 h5 h6 ul ol li blockquote hr table br strong em del a'.split(' '));
const INLINE = ['br', 'strong', 'em', 'del', 'a'];
/** Where not all of these may stand. */
const PARTS: Record<string, readonly string[]> = {
  strong: INLINE,
  em: INLINE,
  del: INLINE,
  a: INLINE,
  table: ['thead', 'tbody', 'tfoot', 'tr'],
  thead: ['tr'],
  tbody: ['tr'],
  tfoot: ['tr'],
  tr: ['td', 'th'],
};

function isKnown(node: ElementContent, parent: string): boolean {
  if (node.type !== 'element') return node.type === 'text';
  const { tagName, properties, children } = node;
  const parts = PARTS[parent];
  if (parts === undefined ? !ANYWHERE.has(tagName) : !parts.includes(tagName)) return false;
  if (properties['colSpan'] !== undefined || properties['rowSpan'] !== undefined) return false;
  return children.every((child) => isKnown(child, tagName));
}

type Made = RootContent;

/** White space is single, and there is none at the borders of blocks and breaks. */
class Conversion {
  /** True where white space before the next text says nothing. */
  private isAfterSpace = true;

  all(nodes: readonly ElementContent[], isAtEnd: boolean): Made[] {
    const made: Made[] = [];
    for (let at = 0; at < nodes.length; at += 1) {
      const node = nodes[at];
      if (node?.type === 'text') this.text(node.value, endsAfter(nodes, at) ?? isAtEnd, made);
      else if (node?.type === 'element') this.element(node, endsAfter(nodes, at) ?? isAtEnd, made);
    }
    return made;
  }

  private text(data: string, isBeforeEnd: boolean, made: Made[]): void {
    let value = /[\t\n\v\f\r]| {2}/.test(data) ? data.replace(/[\t\n\v\f\r ]+/g, ' ') : data;
    if (this.isAfterSpace && value.startsWith(' ')) value = value.slice(1);
    const endsInSpace = value.endsWith(' ');
    if (endsInSpace && isBeforeEnd) value = value.slice(0, -1);
    if (value === '') return;
    this.isAfterSpace = endsInSpace && !isBeforeEnd;
    made.push({ type: 'text', value });
  }

  private element(element: Element, isBeforeEnd: boolean, made: Made[]): void {
    const mark = MARKS[element.tagName];
    if (mark === undefined) {
      this.isAfterSpace = true;
      this.block(element, made);
      this.isAfterSpace = true;
      return;
    }
    const children = this.all(element.children, isBeforeEnd) as PhrasingContent[];
    this.isAfterSpace ||= isBeforeEnd;
    if (mark !== 'link') made.push({ type: mark, children });
    else
      made.push({
        type: mark,
        url: String(element.properties['href'] ?? ''),
        title: null,
        children: children as never,
      });
  }

  private block(element: Element, made: Made[]): void {
    const { tagName } = element;
    if (tagName === 'br') made.push({ type: 'break' });
    else if (tagName === 'hr') made.push({ type: 'thematicBreak' });
    else if (tagName === 'ul' || tagName === 'ol') made.push(this.list(element));
    else if (tagName === 'table') made.push(tableOf(element, this.all(element.children, true)));
    else made.push(...blocksOf(element, this.all(element.children, true)));
  }

  private list({ tagName, children: nodes }: Element): Made {
    const children = gathered(this.all(nodes, true), emptyItem);
    const isSpread = children.length > 1 && children.some(({ spread }) => spread === true);
    const ordered = tagName === 'ol';
    return { type: 'list', ordered, start: ordered ? 1 : null, spread: isSpread, children };
  }
}

const MARKS: Record<string, 'strong' | 'emphasis' | 'delete' | 'link'> = {
  strong: 'strong',
  em: 'emphasis',
  del: 'delete',
  a: 'link',
};

/** What an element that is neither mark, list nor table becomes. */
function blocksOf(element: Element, children: Made[]): Made[] {
  const { tagName } = element;
  if (tagName === 'li') return [listItem(isSpreadOut(element), asBlocks(children) as BlockContent[])];
  if (tagName === 'div') return asBlocks(children);
  if (tagName === 'blockquote') return [{ type: 'blockquote', children: asBlocks(children) as BlockContent[] }];
  if (tagName === 'tr') return [rowOf(children)];
  if (tagName === 'td' || tagName === 'th') return [{ type: 'tableCell', children: children as PhrasingContent[] }];
  if (tagName === 'p') return children.length === 0 ? [] : paragraphOf(children as PhrasingContent[]);
  const depth = Number(/^h([1-6])$/.exec(tagName)?.[1] ?? 0);
  if (depth === 0) return children;
  return [{ type: 'heading', depth: depth as 1, children: withoutOuterBreaks(children as PhrasingContent[]) }];
}

function emptyItem(): ListItem {
  return listItem(false, []);
}

function listItem(spread: boolean, children: BlockContent[]): ListItem {
  return { type: 'listItem', spread, checked: null, children };
}

function paragraphOf(nodes: PhrasingContent[]): Paragraph[] {
  const children = withoutOuterBreaks(nodes);
  return children.length === 0 ? [] : [{ type: 'paragraph', children }];
}

/** Paragraphs, or blocks after other blocks, stand in an item: there is an empty line between them. */
function isSpreadOut(element: Element): boolean {
  let seenBlock = false;
  for (const child of element.children) {
    if (child.type !== 'element' || child.tagName === 'br' || MARKS[child.tagName] !== undefined) continue;
    if (child.tagName === 'p' || seenBlock || isSpreadOut(child)) return true;
    seenBlock = true;
  }
  return false;
}

/** Runs of words among blocks become paragraphs. */
function asBlocks(nodes: readonly Made[]): Made[] {
  const blocks: Made[] = [];
  let run: PhrasingContent[] = [];
  for (const node of nodes) {
    if (isPhrasing(node)) {
      run.push(node);
      continue;
    }
    addRun(run, blocks);
    run = [];
    blocks.push(node);
  }
  addRun(run, blocks);
  return blocks;
}

function addRun(run: PhrasingContent[], blocks: Made[]): void {
  if (run.some((node) => node.type !== 'text' || /[^ \t\n\f\r]/.test(node.value)))
    blocks.push({ type: 'paragraph', children: withoutOuterBreaks(run) });
}

const PHRASING = new Set(['text', 'break', 'link', ...Object.values(MARKS)]);

function isPhrasing(node: Made): node is PhrasingContent {
  return PHRASING.has(node.type);
}

function withoutOuterBreaks(nodes: PhrasingContent[]): PhrasingContent[] {
  let start = 0;
  let end = nodes.length;
  while (start < end && nodes[start]?.type === 'break') start += 1;
  while (end > start && nodes[end - 1]?.type === 'break') end -= 1;
  return nodes.slice(start, end);
}

/** Whether a block or break comes before any word of those that follow; `undefined` when none of them says. */
function endsAfter(nodes: readonly ElementContent[], at: number): boolean | undefined {
  for (let next = at + 1; next < nodes.length; next += 1) {
    const node = nodes[next];
    if (node?.type === 'text' && /[^ \t\n\f\r]/.test(node.value)) return false;
    if (node?.type !== 'element') continue;
    const ends = MARKS[node.tagName] === undefined ? true : endsAfter(node.children, -1);
    if (ends !== undefined) return ends;
  }
  return undefined;
}
