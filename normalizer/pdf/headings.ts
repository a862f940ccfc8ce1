/** Which paragraphs are headings, and which of them is the document's title: by size and weight against the running text. */
import { bodySize, type PdfBlock, type PdfPage, type TextBlock } from './layout.ts';

/** What finding headings needs to know of the document. */
export interface Looks {
  bodySize: number;
  slides: boolean;
  /** A usable title of the document's properties: points at the title, is never put in its place. */
  ownTitle?: string;
}

/** Letters this much larger than the running text make a heading. */
const larger = 1.14;
const longestHeading = 180;
/** Above this share of the page's height stand letterheads. */
const letterhead = 0.075;

/** Marks headings among the blocks (in place): the title is level 1, the others follow by their size and weight. */
export function markHeadings(blocks: readonly PdfBlock[], pages: readonly PdfPage[], looks: Looks): void {
  const paragraphs = blocks.filter((block): block is TextBlock => block.kind === 'paragraph');
  const headings = looks.slides
    ? slideTitles(paragraphs, pages)
    : withoutLetterhead(largeOrBold(paragraphs, looks), pages);
  const title = findTitle(paragraphs, headings, pages, looks);
  for (const heading of headings) heading.kind = 'heading';
  if (title) title.kind = 'heading';
  setLevels(
    paragraphs.filter((block) => block.kind === 'heading' && block !== title),
    looks.slides,
  );
  if (title) title.level = 1;
}

function largeOrBold(paragraphs: readonly TextBlock[], looks: Looks): TextBlock[] {
  const letters = (list: readonly TextBlock[]) => list.reduce((sum, block) => sum + block.text.length, 0);
  const boldMeans = letters(paragraphs.filter((block) => block.bold)) < 0.4 * letters(paragraphs);
  return paragraphs.filter((block) => {
    if (!/\p{L}{2}/u.test(block.text) || block.text.length > longestHeading || block.lines > 3) return false;
    if (block.size >= larger * looks.bodySize) return true;
    // Bold at the text's own size: a heading only where it stands alone and does not lead into something.
    return (
      boldMeans && block.bold && block.size >= 0.95 * looks.bodySize && block.lines <= 2 && !/[.,:;]$/.test(block.text)
    );
  });
}

/** Of each slide the largest text in its upper part, else of all of it; the first where several are equally large. */
function slideTitles(paragraphs: readonly TextBlock[], pages: readonly PdfPage[]): TextBlock[] {
  return pages.flatMap((page) => {
    const here = paragraphs.filter((block) => block.page === page.number && isTitleText(block));
    const largest = Math.max(...here.map((block) => block.size));
    // A figure set huge in the middle is no title; a small line at the top is none either.
    const upper = here.filter((block) => block.baseline < 0.35 * page.height && block.size > 0.55 * largest);
    const usual = bodySize(page.lines);
    const large = upper.filter((block) => block.size > 1.1 * usual);
    const title = firstOfLargest(large.length > 0 ? large : here);
    return title ? [title] : [];
  });
}

function isTitleText(block: TextBlock): boolean {
  return /\p{L}{2}/u.test(block.text) && block.text.length <= longestHeading;
}

function firstOfLargest(blocks: readonly TextBlock[]): TextBlock | undefined {
  const largest = Math.max(...blocks.map((block) => block.size));
  return blocks.find((block) => block.size > 0.95 * largest);
}

function findTitle(
  paragraphs: readonly TextBlock[],
  headings: readonly TextBlock[],
  pages: readonly PdfPage[],
  looks: Looks,
): TextBlock | undefined {
  const firstPage = pages.find((page) => paragraphs.some((block) => block.page === page.number));
  if (!firstPage) return undefined;
  const here = paragraphs.filter((block) => block.page === firstPage.number);
  const own = here.find((block) => looks.ownTitle && fold(block.text) === fold(looks.ownTitle));
  if (own) return own;
  const candidates = headings.filter((block) => block.page === firstPage.number);
  return byLooks(candidates)[0] ?? plainTitle(here[0]);
}

/** A few large words above the text of the first page name the sender, where other headings follow on that page. */
function withoutLetterhead(headings: readonly TextBlock[], pages: readonly PdfPage[]): TextBlock[] {
  const first = pages.find((page) => page.lines.length > 0);
  if (!first) return [...headings];
  const here = headings.filter((block) => block.page === first.number);
  const letterheads = here.filter((block) => isLetterhead(block, first));
  return letterheads.length < here.length ? headings.filter((block) => !letterheads.includes(block)) : [...headings];
}

function isLetterhead(block: TextBlock, page: PdfPage): boolean {
  return block.baseline < letterhead * page.height && block.text.split(' ').length <= 4;
}

function byLooks(blocks: readonly TextBlock[]): TextBlock[] {
  return [...blocks].sort((a, b) => look(b) - look(a) || a.baseline - b.baseline);
}

/** Size in half points, a bold letter counting a little more than a plain one. */
function look(block: TextBlock): number {
  return Math.round(block.size * 2) + (block.bold ? 0.5 : 0);
}

/** In a document of one size the first line is the title where it reads like one: short, no sentence, no label. */
function plainTitle(first: TextBlock | undefined): TextBlock | undefined {
  if (!first || first.lines > 2 || first.text.length > 120) return undefined;
  return /\p{L}{3}/u.test(first.text) && !/[.,;:!?]$|:\s/.test(first.text) ? first : undefined;
}

function setLevels(headings: readonly TextBlock[], slides: boolean): void {
  const looks = [...new Set(headings.map(look))].sort((a, b) => b - a);
  for (const heading of headings) heading.level = slides ? 2 : Math.min(6, 2 + looks.indexOf(look(heading)));
}

function fold(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\d]+/gu, '');
}
