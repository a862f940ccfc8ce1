/** A slide as both kinds of presentation give it, and its HTML. */
import { elementHtml, parseTree, sectionHtml } from '../document-tree.ts';
import { type Leveled, leveledHtml } from '../list-tree.ts';

/** Text of one box, or its HTML where it holds tables or lists of its own. */
export type Box = { paragraphs: Leveled[] } | { html: string };

export interface Slide {
  /** HTML of the title's text; '' where the slide has no title box. */
  title: string;
  boxes: Box[];
}

const longestTitle = 160;

/** The slides as sections `slide-1` …; numbers follow the deck, also where slides are left out. The first title is an h1, the others h2. */
export function slidesHtml(slides: readonly { number: number; slide: Slide }[]): string {
  let titled = false;
  return slides
    .map(({ number, slide }) => {
      const { title, boxes } = withTitle(slide);
      const html = `${elementHtml(titled ? 'h2' : 'h1', title)}${boxes.map(boxHtml).join('')}`;
      titled ||= title.trim() !== '';
      return html === '' ? '' : sectionHtml(`slide-${number}`, html);
    })
    .join('');
}

/** A slide without a title box is named by the first paragraph of its first text, where that is short enough. */
function withTitle(slide: Slide): Slide {
  if (slide.title.trim()) return slide;
  const index = slide.boxes.findIndex((box) => 'paragraphs' in box && box.paragraphs.some(({ html }) => html.trim()));
  const box = slide.boxes[index];
  if (!box || !('paragraphs' in box)) return slide;
  const at = box.paragraphs.findIndex(({ html }) => html.trim());
  const first = box.paragraphs[at];
  if (!first || parseTree(first.html).text().length > longestTitle) return slide;
  // One of several bullets is no title.
  if (first.depth > 0 && box.paragraphs.length > 1) return slide;
  const rest = { paragraphs: box.paragraphs.toSpliced(at, 1) };
  return { title: first.html, boxes: slide.boxes.with(index, rest) };
}

function boxHtml(box: Box): string {
  return 'html' in box ? box.html : leveledHtml(box.paragraphs.filter(({ html }) => html.trim()));
}
