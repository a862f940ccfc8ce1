/** One page of an ODP: frames and shapes in their order. */
import type { Element } from 'domhandler';
import type { TextWriter } from '../open-document/text.ts';
import { childElement, childElements } from '../xml.ts';
import type { Slide } from './slide.ts';

const furniture = new Set(['header', 'footer', 'date-time', 'page-number', 'notes', 'handout']);
const deepest = 12;

/** Reads the shapes of a `draw:page`; tables and lists come as the writer makes them. */
export function readOpenDocumentSlide(page: Element, writer: TextWriter): Slide {
  const slide: Slide = { title: '', boxes: [] };
  for (const shape of shapesOf(page, 0)) {
    const kind = shape.attribs['presentation:class'];
    if (kind && furniture.has(kind)) continue;
    if (kind === 'title' && !slide.title) {
      slide.title = paragraphsOf(shape)
        .map((paragraph) => writer.inline(paragraph).replaceAll('<br>', ' '))
        .join(' ')
        .trim();
      continue;
    }
    const first = paragraphsOf(shape);
    const only = first.length > 0 && first.length === contentOf(shape).length;
    slide.boxes.push(
      only
        ? { paragraphs: first.map((paragraph) => ({ html: writer.inline(paragraph), depth: 0 })) }
        : { html: writer.blocks(shape) },
    );
  }
  return slide;
}

function shapesOf(parent: Element, depth: number): Element[] {
  return childElements(parent)
    .filter((child) => child.name.startsWith('draw:'))
    .flatMap((child) => (child.name === 'draw:g' && depth < deepest ? shapesOf(child, depth + 1) : [child]));
}

/** The elements with text: a frame keeps them in its text box, other shapes hold them themselves. */
function contentOf(shape: Element): Element[] {
  return childElements(childElement(shape, 'draw:text-box') ?? shape).filter((child) => !child.name.startsWith('svg:'));
}

function paragraphsOf(shape: Element): Element[] {
  return contentOf(shape).filter((child) => child.name === 'text:p');
}
