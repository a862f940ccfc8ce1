/** One slide of a PPTX: shapes in their order, placeholders by their type, bullets by their level. */
import type { Element } from 'domhandler';
import { escapeHtml, linkHtml, tableHtml } from '../document-tree.ts';
import type { Leveled } from '../list-tree.ts';
import type { Relationship } from '../office-open.ts';
import { childElement, childElements } from '../xml.ts';
import type { Box, Slide } from './slide.ts';

/** What a slide's shapes refer to. */
export interface SlideContext {
  relationships: ReadonlyMap<string, Relationship>;
  /** The texts of a diagram (SmartArt) by its part's name. */
  diagramTexts(part: string): string[];
}

/** Placeholders that hold the same on every slide. */
const furniture = new Set(['dt', 'ftr', 'sldNum', 'hdr']);
/** Placeholders whose paragraphs are bullets unless they say otherwise. */
const bulleted = new Set(['body', 'obj', '']);
/** Groups nested deeper than this are not followed. */
const deepest = 12;

/** Reads the shapes under a slide's `p:spTree`. */
export function readOpenSlide(tree: Element | undefined, context: SlideContext): Slide {
  const slide: Slide = { title: '', boxes: [] };
  for (const shape of tree ? shapesOf(tree, 0) : []) {
    const type = placeholderType(shape);
    if (type !== undefined && furniture.has(type)) continue;
    if ((type === 'title' || type === 'ctrTitle') && !slide.title) slide.title = titleHtml(shape, context);
    else slide.boxes.push(...shapeBoxes(shape, type, context));
  }
  return slide;
}

function shapesOf(tree: Element, depth: number): Element[] {
  return childElements(tree).flatMap((child) => {
    if (child.name === 'p:grpSp') return depth < deepest ? shapesOf(child, depth + 1) : [];
    if (child.name === 'mc:AlternateContent') {
      const choice = childElement(child, 'mc:Choice') ?? childElement(child, 'mc:Fallback');
      return choice && depth < deepest ? shapesOf(choice, depth + 1) : [];
    }
    return ['p:sp', 'p:graphicFrame'].includes(child.name) && !isHidden(child) ? [child] : [];
  });
}

function isHidden(shape: Element): boolean {
  const properties = childElement(
    childElement(shape, 'p:nvSpPr') ?? childElement(shape, 'p:nvGraphicFramePr'),
    'p:cNvPr',
  );
  return properties?.attribs.hidden === '1' || properties?.attribs.hidden === 'true';
}

/** `''` for a placeholder without a type (a content box), `undefined` for what is no placeholder. */
function placeholderType(shape: Element): string | undefined {
  const place = childElement(childElement(childElement(shape, 'p:nvSpPr'), 'p:nvPr'), 'p:ph');
  return place && (place.attribs.type ?? '');
}

function titleHtml(shape: Element, context: SlideContext): string {
  return paragraphsOf(childElement(shape, 'p:txBody'))
    .map((paragraph) => runsHtml(paragraph, context).replaceAll('<br>', ' '))
    .filter((html) => html.trim())
    .join(' ');
}

function shapeBoxes(shape: Element, type: string | undefined, context: SlideContext): Box[] {
  if (shape.name === 'p:graphicFrame') return frameBoxes(shape, context);
  const paragraphs = paragraphsOf(childElement(shape, 'p:txBody'));
  return paragraphs.length > 0 ? [{ paragraphs: leveled(paragraphs, type, context) }] : [];
}

function leveled(paragraphs: readonly Element[], type: string | undefined, context: SlideContext): Leveled[] {
  const several = paragraphs.filter((each) => runsHtml(each, context).trim()).length > 1;
  return paragraphs.map((paragraph) => {
    const properties = childElement(paragraph, 'a:pPr');
    const level = Number(properties?.attribs.lvl ?? 0) || 0;
    const named = ['a:buChar', 'a:buAutoNum', 'a:buBlip'].some((name) => childElement(properties, name));
    const none = childElement(properties, 'a:buNone') !== undefined;
    const byPlace = type !== undefined && bulleted.has(type) && (several || level > 0);
    return { html: runsHtml(paragraph, context), depth: named || (byPlace && !none) ? level + 1 : 0 };
  });
}

function frameBoxes(frame: Element, context: SlideContext): Box[] {
  const data = childElement(childElement(frame, 'a:graphic'), 'a:graphicData');
  const table = childElement(data, 'a:tbl');
  if (table) return [{ html: gridHtml(table, context) }];
  const diagram = childElement(data, 'dgm:relIds')?.attribs['r:dm'];
  const part = diagram ? context.relationships.get(diagram)?.target : undefined;
  const texts = part ? context.diagramTexts(part) : [];
  return texts.length > 0 ? [{ paragraphs: texts.map((text) => ({ html: escapeHtml(text), depth: 1 })) }] : [];
}

function gridHtml(table: Element, context: SlideContext): string {
  const header = childElement(table, 'a:tblPr')?.attribs.firstRow === '1';
  const rows = childElements(table, 'a:tr').map((row) =>
    childElements(row, 'a:tc').map((cell) =>
      paragraphsOf(childElement(cell, 'a:txBody'))
        .map((paragraph) => runsHtml(paragraph, context))
        .filter((html) => html.trim())
        .join('<br>'),
    ),
  );
  return tableHtml(rows, header);
}

function paragraphsOf(body: Element | undefined): Element[] {
  return body ? childElements(body, 'a:p') : [];
}

function runsHtml(paragraph: Element, context: SlideContext): string {
  return childElements(paragraph)
    .map((run) => {
      if (run.name === 'a:br') return '<br>';
      if (run.name !== 'a:r' && run.name !== 'a:fld') return '';
      const text =
        childElement(run, 'a:t')
          ?.children.map((node) => ('data' in node ? node.data : ''))
          .join('') ?? '';
      const link = childElement(childElement(run, 'a:rPr'), 'a:hlinkClick')?.attribs['r:id'];
      const target = link ? context.relationships.get(link) : undefined;
      return linkHtml(target?.external ? target.target : undefined, escapeHtml(text.replace(/[\v\f]/g, ' ')));
    })
    .join('');
}
