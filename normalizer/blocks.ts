/**
 * A content tree as a list of blocks in reading order: the unit in which rules look for things.
 * A short paragraph that is bold from end to end ("4. februar 2022") acts as a heading of level 7: it stands in the trail of what
 * follows until the next heading or bold paragraph. A `<details>` panel's blocks carry its summary; after the panel the trail is as before.
 */
import { type AnyNode, type Element, isTag, isText } from 'domhandler';
import type { Block, Cell, Link } from './page.ts';
import { type GridCell, readGrid } from './tables.ts';
import { foldSpace } from './text.ts';
import { attribute, childrenOf, elementsOf, holdsBlocks, isInline, textOf } from './tree.ts';

const HEADING = /^h([1-6])$/;
const BOLD_HEADING = 7;
const LONGEST_BOLD_HEADING = 80;
const SILENT = new Set(
  'script style template noscript head img svg picture video audio iframe object canvas input select textarea button'.split(
    ' ',
  ),
);

const STRUCK = new Set(['s', 'del', 'strike']);

/** What a run of inline text will become when it ends. */
interface Place {
  kind: Block['kind'];
  level: number;
  cell?: Cell;
  term?: string;
  anchor?: string;
  link?: string;
}

interface Run {
  text: string;
  bold: string;
  links: Link[];
  times: Block['times'];
  struck: string[];
  parts: string[];
}

/** Cuts the content into blocks. Pieces with neither text nor links are left out; empty table cells too (see `cell.column`). */
export function readBlocks(content: Element): Block[] {
  const walk = new Walk();
  walk.flow(content, { kind: 'paragraph', level: 0 });
  return walk.blocks;
}

class Walk {
  readonly blocks: Block[] = [];
  private trail: { level: number; text: string }[] = [];
  /** Headings below this place in the trail belong to an accordion that is still open. */
  private floor = 0;
  private run: Run = emptyRun();
  private tables = 0;

  /** Reads the children of a block element; what stands between inner blocks becomes blocks of `place`. */
  flow(element: Element, place: Place): void {
    this.run.parts = partsOf(element);
    for (const node of childrenOf(element)) this.node(node, place);
    this.flush(place);
  }

  private node(node: AnyNode, place: Place): void {
    if (isText(node)) this.say(node.data);
    else if (!isTag(node) || SILENT.has(node.name)) return;
    else if (node.name === 'br') this.say('\n', true);
    else if (isInline(node) && !holdsBlocks(node)) this.inline(node, place);
    else {
      this.flush(place);
      this.block(node, isInline(node) ? { ...place, ...linkOf(node) } : place);
      this.flush(place);
    }
  }

  private block(element: Element, place: Place): void {
    const heading = HEADING.exec(element.name);
    if (heading !== null) this.flow(element, { ...place, kind: 'heading', level: Number(heading[1]) });
    else if (element.name === 'details') this.details(element, place);
    else if (element.name === 'table') this.table(element, place);
    else if (element.name === 'dl') this.definitions(element, place);
    else this.flow(element, this.placeIn(element, place));
  }

  private placeIn(element: Element, place: Place): Place {
    const anchor = element.attribs['data-anchor'];
    const here = anchor === undefined ? place : { ...place, anchor };
    if (element.name === 'ul' || element.name === 'ol')
      return { ...here, level: here.kind === 'item' ? here.level : 0 };
    if (element.name === 'li') return { ...here, kind: 'item', level: (here.kind === 'item' ? here.level : 0) + 1 };
    if (element.name === 'figcaption' || element.name === 'caption') return { ...here, kind: 'caption', level: 0 };
    if (element.name === 'blockquote' && here.kind === 'paragraph') return { ...here, kind: 'quote' };
    if (element.name === 'summary') return { ...here, kind: 'summary', level: 0 };
    return here;
  }

  private details(element: Element, place: Place): void {
    const before = { trail: [...this.trail], floor: this.floor };
    const summary = elementsOf(element).find((child) => child.name === 'summary');
    if (summary !== undefined) {
      this.asLine(summary, { ...place, kind: 'summary', level: 0 });
      const block = this.blocks.at(-1);
      if (block?.kind === 'summary') this.trail.push({ level: 0, text: block.text });
    }
    this.floor = this.trail.length;
    for (const node of childrenOf(element))
      if (node !== summary) this.node(node, { ...place, kind: 'paragraph', level: 0 });
    this.flush({ ...place, kind: 'paragraph', level: 0 });
    this.trail = before.trail;
    this.floor = before.floor;
  }

  /** `<dl>`, its groups in `<div>`s or not. */
  private definitions(list: Element, place: Place): void {
    let term = '';
    const visit = (element: Element): void => {
      for (const child of elementsOf(element)) {
        if (child.name === 'dt') {
          this.flow(child, { ...place, kind: 'term', level: 0 });
          const last = this.blocks.at(-1);
          term = last?.kind === 'term' ? last.text : '';
        } else if (child.name === 'dd') this.flow(child, { ...place, kind: 'definition', level: 0, term });
        else visit(child);
      }
    };
    visit(list);
  }

  private table(table: Element, place: Place): void {
    const number = this.tables;
    this.tables += 1;
    for (const caption of elementsOf(table))
      if (caption.name === 'caption') this.flow(caption, { ...place, kind: 'caption', level: 0 });
    const before = [...this.trail];
    for (const row of readGrid(table)) {
      for (const cell of row.cells) this.cell(cell, number, place);
      if (row.banner !== undefined) this.trail = [...before, { level: BOLD_HEADING + 1, text: row.banner }];
    }
    this.trail = before;
  }

  private cell(grid: GridCell, table: number, place: Place): void {
    const { row, column, columnHeader, rowHeader } = grid;
    this.asLine(grid.element, {
      ...place,
      kind: 'cell',
      level: 0,
      cell: { table, row, column, columnHeader, rowHeader },
    });
  }

  /** All text of an element as one block, its inner blocks as lines. */
  private asLine(element: Element, place: Place): void {
    const visit = (node: AnyNode): void => {
      if (isTag(node) && !SILENT.has(node.name) && node.name !== 'br' && !isInline(node)) {
        this.say('\n', true);
        for (const child of childrenOf(node)) visit(child);
        this.say('\n', true);
      } else if (isTag(node) && isInline(node) && holdsBlocks(node)) for (const child of childrenOf(node)) visit(child);
      else if (isText(node)) this.say(node.data);
      else if (isTag(node) && node.name === 'br') this.say('\n', true);
      else if (isTag(node) && !SILENT.has(node.name)) this.inline(node, place);
    };
    for (const node of childrenOf(element)) visit(node);
    this.flush(place);
  }

  private inline(element: Element, place: Place): void {
    const start = this.run.text.length;
    if (this.run.parts.length === 0) this.run.parts = partsOf(element);
    const bold = element.name === 'b' || element.name === 'strong';
    for (const node of childrenOf(element)) this.node(node, place);
    const text = foldSpace(this.run.text.slice(start));
    if (bold) this.run.bold += text;
    if (STRUCK.has(element.name) && text !== '') this.run.struck.push(text);
    const { link } = linkOf(element);
    if (link !== undefined && text !== '') this.run.links.push({ url: link, text });
    if (element.name === 'time') this.run.times.push({ datetime: attribute(element, 'datetime'), text });
  }

  private say(text: string, isLineEnd = false): void {
    this.run.text += isLineEnd ? '\u2028' : text;
  }

  private flush(place: Place): void {
    const run = this.run;
    this.run = emptyRun();
    const text = run.text
      .split('\u2028')
      .map(foldSpace)
      .filter((line) => line !== '')
      .join('\n');
    if (text === '') return;
    if (place.link !== undefined) run.links.push({ url: place.link, text: foldSpace(text) });
    this.add(text, run, isBoldHeading(text, run, place) ? { ...place, kind: 'heading', level: BOLD_HEADING } : place);
  }

  private add(text: string, run: Run, place: Place): void {
    const isHeading = place.kind === 'heading';
    if (isHeading)
      while (this.trail.length > this.floor && (this.trail.at(-1)?.level ?? 0) >= place.level) this.trail.pop();
    const onlyTime = place.kind === 'paragraph' && run.times.length === 1 && run.times[0]?.text === text;
    const block: Block = {
      index: this.blocks.length,
      kind: onlyTime ? 'time' : place.kind,
      text,
      level: isHeading || place.kind === 'item' ? place.level : 0,
      trail: this.trail.map((entry) => entry.text),
      links: run.links,
      times: run.times,
      ...(place.cell === undefined ? {} : { cell: place.cell }),
      ...(place.term === undefined || place.kind !== 'definition' ? {} : { term: place.term }),
      ...(place.anchor === undefined ? {} : { anchor: place.anchor }),
      ...(run.struck.length === 0 ? {} : { struck: run.struck }),
      ...(run.parts.length > 1 && run.parts.join(' ') === text ? { parts: run.parts } : {}),
    };
    this.blocks.push(block);
    if (isHeading) this.trail.push({ level: place.level, text: text.replaceAll('\n', ' ') });
  }
}

function emptyRun(): Run {
  return { text: '', bold: '', links: [], times: [], struck: [], parts: [] };
}

/** The texts of an element's inline elements where it holds nothing else. */
function partsOf(element: Element): string[] {
  const nodes = childrenOf(element);
  if (nodes.length < 2 || !nodes.every((node) => (isText(node) ? isBlank(node.data) : isPart(node)))) return [];
  return nodes.flatMap((node) => (isTag(node) ? [foldSpace(textOf(node))] : []));
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}

function isPart(node: AnyNode): boolean {
  return isTag(node) && isInline(node) && !SILENT.has(node.name) && node.name !== 'br' && !holdsBlocks(node);
}

function linkOf(element: Element): { link?: string } {
  const href = element.name === 'a' ? element.attribs.href : undefined;
  return href !== undefined && /^https?:/.test(href) ? { link: href } : {};
}

function isBoldHeading(text: string, run: Run, place: Place): boolean {
  if (place.kind !== 'paragraph' || text.length > LONGEST_BOLD_HEADING || text.includes('\n') || /[.!?]$/.test(text))
    return false;
  return run.bold.replace(/\s/g, '') === text.replace(/\s/g, '');
}
