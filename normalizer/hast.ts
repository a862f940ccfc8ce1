/** Our trees (domhandler) as unified's (hast), with only what a body may hold: no pictures, forms, raw HTML or unsafe addresses. */
import { type AnyNode, type Element, isTag, isText } from 'domhandler';
import type { ElementContent, Element as HastElement, Root, Text } from 'hast';
import { withoutPersonalData } from './personal-data.ts';
import { attribute, childrenOf, holdsBlocks, isInline, linesOf } from './tree.ts';

const SILENT = new Set(
  'script style template noscript head title img picture svg video audio iframe object canvas input select textarea button source map'.split(
    ' ',
  ),
);
const KEPT_BLOCKS = new Set(
  'p ul ol li dl dt dd blockquote pre table thead tbody tfoot tr td th caption h1 h2 h3 h4 h5 h6 hr'.split(' '),
);
const KEPT_INLINE: Record<string, string> = {
  b: 'strong',
  strong: 'strong',
  i: 'em',
  em: 'em',
  cite: 'em',
  dfn: 'em',
  del: 'del',
  s: 'del',
  strike: 'del',
  a: 'a',
};

/** Turns the children of an element into hast; nodes in `skip` are left out. Personal data is replaced by markers. */
export function toHast(root: Element, skip: ReadonlySet<AnyNode>): Root {
  return { type: 'root', children: new Conversion(skip).children(root) as Root['children'] };
}

class Conversion {
  private readonly skip: ReadonlySet<AnyNode>;
  /** The level of the last heading: a summary without a level of its own comes below it. */
  private level = 1;

  constructor(skip: ReadonlySet<AnyNode>) {
    this.skip = skip;
  }

  children(parent: AnyNode): ElementContent[] {
    return joinText(childrenOf(parent).flatMap((node) => this.node(node)));
  }

  private node(node: AnyNode): ElementContent[] {
    if (this.skip.has(node)) return [];
    if (isText(node)) return [text(clean(node.data))];
    if (!isTag(node) || SILENT.has(node.name)) return [];
    if (node.name === 'br') return [element('br', [])];
    if (isInline(node) && !holdsBlocks(node)) return this.inline(node);
    if (node.name === 'td' || node.name === 'th') return [this.cell(node)];
    return this.block(node);
  }

  private inline(node: Element): ElementContent[] {
    const name = KEPT_INLINE[node.name];
    const children = this.children(node);
    if (name === undefined) return children;
    if (name === 'a') return withSpaceOutside(linkTo(node, children));
    return withSpaceOutside(element(name, children));
  }

  private block(node: Element): ElementContent[] {
    if (/^h[1-6]$/.test(node.name)) this.level = Number(node.name[1]);
    if (node.name === 'summary') return [this.summary(node)];
    if (node.name === 'table') return this.table(node);
    const children = this.children(node);
    // Old markup leaves paragraphs open round lists and tables: then they are no line of text.
    const isBox = (node.name === 'p' && holdsBlocks(node)) || !KEPT_BLOCKS.has(node.name);
    return [element(isBox ? (node.name === 'figcaption' ? 'p' : 'div') : node.name, children)];
  }

  /** An accordion's summary is a heading, of its own level or one below the heading above it. */
  private summary(node: Element): ElementContent {
    const own = childrenOf(node).find((child) => isTag(child) && /^h[1-6]$/.test(child.name));
    const level = own !== undefined && isTag(own) ? Number(own.name[1]) : Math.min(6, this.level + 1);
    return element(`h${level}`, flat(this.children(node)));
  }

  /** A table's caption is a paragraph above it: Markdown's tables have none. */
  private table(node: Element): ElementContent[] {
    const captions = childrenOf(node).filter((child) => isTag(child) && child.name === 'caption');
    const lines = captions.map((caption) => element('p', flat(this.children(caption))));
    const rows = this.children(node).filter((child) => child.type !== 'element' || child.tagName !== 'caption');
    return [...lines, element('table', rows)];
  }

  /** Cells hold one line: Markdown's tables know nothing else. */
  private cell(node: Element): ElementContent {
    const cell = element(node.name, flat(this.children(node)));
    const columns = Number.parseInt(attribute(node, 'colspan'), 10);
    const rows = Number.parseInt(attribute(node, 'rowspan'), 10);
    if (columns > 1 && columns <= 60) cell.properties.colSpan = columns;
    if (rows > 1 && rows <= 500) cell.properties.rowSpan = rows;
    return cell;
  }
}

/** Most text is letters with single spaces: then there is nothing to clean. */
const NEEDS_CLEANING = /[^ -~æøåÆØÅ«»–]| {2}/;

function clean(data: string): string {
  if (!NEEDS_CLEANING.test(data)) return withoutPersonalData(data);
  return withoutPersonalData(
    data
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
      .replace(/[\s\u0085\u00a0\u2028\u2029]+/g, ' ')
      .normalize('NFC'),
  );
}

function text(value: string): Text {
  return { type: 'text', value };
}

function element(tagName: string, children: ElementContent[], properties = {}): HastElement {
  return { type: 'element', tagName, properties, children };
}

/** A link to the web; anything else (`mailto:`, broken, none) is only its text. */
function linkTo(node: Element, children: ElementContent[]): ElementContent | ElementContent[] {
  const href = attribute(node, 'href');
  const says = linesOf(node).trim();
  if (says === '') return [];
  return /^https?:\/\//i.test(href) ? element('a', children, { href }) : children;
}

/** White space at the edges of marked text goes outside, where Markdown wants it. */
function withSpaceOutside(marked: ElementContent | ElementContent[]): ElementContent[] {
  if (Array.isArray(marked)) return marked;
  if (marked.type !== 'element') return [marked];
  const before = trimEdge(marked.children, 'start') ? [text(' ')] : [];
  const after = trimEdge(marked.children, 'end') ? [text(' ')] : [];
  return [...before, ...(marked.children.length > 0 ? [marked] : []), ...after];
}

function trimEdge(children: ElementContent[], edge: 'start' | 'end'): boolean {
  let trimmed = false;
  for (;;) {
    const child = edge === 'start' ? children[0] : children.at(-1);
    if (child?.type === 'element' && child.tagName === 'br') trimmed = true;
    else if (child?.type !== 'text') return trimmed;
    else {
      const value = edge === 'start' ? child.value.trimStart() : child.value.trimEnd();
      trimmed ||= value !== child.value;
      child.value = value;
      if (value !== '') return trimmed;
    }
    if (edge === 'start') children.shift();
    else children.pop();
  }
}

/** Neighbouring text as one node, so that what is looked for in it isn't cut in two. */
function joinText(nodes: ElementContent[]): ElementContent[] {
  const joined: ElementContent[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === 'text' && last?.type === 'text') last.value = withoutPersonalData(last.value + node.value);
    else joined.push(node);
  }
  return joined;
}

const INLINE_OUT = new Set(['strong', 'em', 'del', 'a']);

/** Blocks inside a line are put one after the other with spaces between them. */
function flat(nodes: ElementContent[]): ElementContent[] {
  const line: ElementContent[] = [];
  for (const node of nodes) {
    if (node.type === 'element' && node.tagName === 'br') line.push(text(' '));
    else if (node.type !== 'element' || INLINE_OUT.has(node.tagName)) line.push(node);
    else line.push(text(' '), ...flat(node.children), text(' '));
  }
  return joinText(line);
}
