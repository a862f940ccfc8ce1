/** ODF text elements -> HTML: paragraphs, headings, lists, tables and the boxes between them. */
import type { Element } from 'domhandler';
import { headingLevels } from '../bare-headings.ts';
import { elementHtml, escapeHtml, linkHtml, tableHtml } from '../document-tree.ts';
import { childElements } from '../xml.ts';
import type { PackageStyles } from './package.ts';

/** Elements whose text is not the document's: deleted text, comments, notes, forms, what a field was set from. */
const left = new Set([
  'text:tracked-changes',
  'office:annotation',
  'text:note',
  'office:forms',
  'text:sequence-decls',
  'text:variable-decls',
  'text:ruby-text',
  'svg:title',
  'svg:desc',
  'presentation:notes',
  'text:table-of-content',
  'text:alphabetical-index',
]);

const inlineBoxes = new Set(['draw:frame', 'draw:custom-shape', 'draw:g', 'draw:text-box']);
const deepest = 40;
/** A cell says how often it is repeated; fillers to the sheet's edge say thousands. */
const mostRepeats = 20;

/** Turns the children of a body, a cell or a box into HTML. `levels` are guessed heading levels of bare paragraphs. */
export class TextWriter {
  readonly #styles: PackageStyles;
  readonly #levels = new Map<Element, number>();

  constructor(styles: PackageStyles) {
    this.#styles = styles;
  }

  /** The body of a text document; where nothing is styled as a heading, bold and large paragraphs count as such. */
  body(body: Element): string {
    const paragraphs = childElements(body).filter((each) => each.name === 'text:p' || each.name === 'text:h');
    const levels = headingLevels(
      paragraphs.map((each) => headingLevel(each) || this.#styleLevel(each)),
      paragraphs.map((each) => this.#looks(each)),
    );
    for (const [index, each] of paragraphs.entries()) this.#levels.set(each, levels[index] ?? 0);
    return this.blocks(body);
  }

  /** Block elements in order. */
  blocks(parent: Element, depth = 0): string {
    return depth > deepest
      ? ''
      : childElements(parent)
          .map((child) => this.#block(child, depth + 1))
          .join('');
  }

  #block(element: Element, depth: number): string {
    if (left.has(element.name)) return '';
    switch (element.name) {
      case 'text:h':
        return this.#paragraph(element, headingLevel(element), depth);
      case 'text:p':
        return this.#paragraph(element, this.#styleLevel(element) || (this.#levels.get(element) ?? 0), depth);
      case 'text:list':
        return this.list(element, depth);
      case 'table:table':
        return this.table(element, depth);
      default:
        return this.blocks(element, depth);
    }
  }

  #paragraph(element: Element, level: number, depth: number): string {
    const own = elementHtml(level > 0 ? `h${level}` : 'p', this.inline(element));
    const boxes = childElements(element).filter((child) => inlineBoxes.has(child.name));
    return own + boxes.map((box) => this.blocks(box, depth)).join('');
  }

  /** A list with those inside it; its style's numbering decides between `ol` and `ul`. */
  list(element: Element, depth: number, style?: string, level = 1): string {
    if (depth > deepest) return '';
    const name = element.attribs['text:style-name'] ?? style;
    const items = childElements(element)
      .filter((child) => child.name === 'text:list-item' || child.name === 'text:list-header')
      .map((item) => this.#item(item, depth, name, level));
    // A heading that is numbered as a list stands in one: it stays a heading.
    if (items.length > 0 && items.every((html) => /^(<h\d>.*<\/h\d>)?$/.test(html))) return items.join('');
    return elementHtml(
      this.#styles.isNumbered(name, level) ? 'ol' : 'ul',
      items.map((html) => elementHtml('li', html)).join(''),
    );
  }

  #item(item: Element, depth: number, style: string | undefined, level: number): string {
    const children = childElements(item).filter((child) => !left.has(child.name));
    const paragraphs = children.filter((child) => child.name === 'text:p').length;
    return children
      .map((child) => {
        if (child.name === 'text:list') return this.list(child, depth + 1, style, level + 1);
        return child.name === 'text:p' && paragraphs === 1 ? this.inline(child) : this.#block(child, depth + 1);
      })
      .join('');
  }

  /** A table; rows inside header or group elements count like the others. */
  table(element: Element, depth: number): string {
    const header = childElements(element, 'table:table-header-rows').length > 0;
    return tableHtml(
      rowsOf(element).map((row) => this.#cells(row, depth)),
      header,
    );
  }

  #cells(row: Element, depth: number): string[] {
    const cells = childElements(row).filter((cell) => /^table:(covered-)?table-cell$/.test(cell.name));
    const html = cells.flatMap((cell) => {
      const repeats = Math.min(mostRepeats, Number(cell.attribs['table:number-columns-repeated']) || 1);
      return Array<string>(repeats).fill(this.#cell(cell, depth));
    });
    while (html.length > 1 && html.at(-1) === '') html.pop();
    return html;
  }

  #cell(cell: Element, depth: number): string {
    const children = childElements(cell);
    if (children.every((child) => child.name === 'text:p')) {
      return children
        .map((child) => this.inline(child))
        .filter((html) => html.trim())
        .join('<br>');
    }
    return this.blocks(cell, depth);
  }

  /** The text of a paragraph with its links and line breaks. */
  inline(element: Element, depth = 0): string {
    if (depth > deepest) return '';
    return element.children
      .map((child) => {
        if (child.type === 'text') return escapeHtml(child.data.replace(/\s+/g, ' '));
        if (child.type !== 'tag' || left.has(child.name) || inlineBoxes.has(child.name)) return '';
        if (child.name === 'text:s' || child.name === 'text:tab') return ' ';
        if (child.name === 'text:line-break') return '<br>';
        const html = this.inline(child, depth + 1);
        return child.name === 'text:a' ? linkHtml(child.attribs['xlink:href'], html) : html;
      })
      .join('');
  }

  #styleLevel(element: Element): number {
    return element.name === 'text:p' ? this.#styles.looks(element.attribs['text:style-name']).level : 0;
  }

  #looks(element: Element): { text: string; bold: boolean; size: number } {
    const { size, bold } = this.#styles.looks(element.attribs['text:style-name']);
    const spans = childElements(element, 'text:span');
    const bare = element.children.some((child) => child.type === 'text' && child.data.trim());
    const spanned = !bare && spans.length > 0;
    return {
      text: this.inline(element)
        .replace(/<[^>]*>/g, '')
        .trim(),
      bold: spanned ? spans.every((span) => this.#styles.isBold(span.attribs['text:style-name'])) : bold,
      size: Math.max(
        size,
        ...(spanned ? spans.map((span) => this.#styles.looks(span.attribs['text:style-name']).size) : []),
      ),
    };
  }
}

/** 1–6 for a heading element, 0 for others. */
function headingLevel(element: Element): number {
  return element.name === 'text:h' ? Math.min(6, Number(element.attribs['text:outline-level']) || 1) : 0;
}

function rowsOf(element: Element): Element[] {
  return childElements(element).flatMap((child) => {
    if (child.name === 'table:table-row') return [child];
    return /^table:table-(header-rows|rows|row-group)$/.test(child.name) ? rowsOf(child) : [];
  });
}
