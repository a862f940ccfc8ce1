/** Headings of documents whose author used bold or large letters in place of heading styles. */

/** What is known of a paragraph. `size` is 0 where the document does not say. */
export interface Paragraph {
  text: string;
  bold: boolean;
  size: number;
}

const longest = 120;

/**
 * Heading levels from the styles where there are any, else guessed. Where the styled headings are only the sections', a bold or
 * large paragraph above the first of them is the title.
 */
export function headingLevels(styled: readonly number[], paragraphs: readonly Paragraph[]): number[] {
  const headings = styled.filter((level, index) => level > 0 && paragraphs[index]?.text.trim());
  const guessed = guessLevels(paragraphs);
  if (headings.length === 0) return guessed;
  const first = styled.findIndex((level) => level > 0);
  // One heading of the first level is the title; several are sections.
  if (headings.filter((level) => level === 1).length === 1) return [...styled];
  const above = titleIndex(
    paragraphs,
    guessed.map((level, index) => level > 0 && index < first),
  );
  return styled.map((level, index) => (index === above ? 1 : level));
}

/**
 * For a document without any heading style: a level (1 the title, then 2) for each paragraph that reads as a heading, 0 for
 * the others. A heading stands in bold or in larger letters than most, is short, and does not lead into what follows.
 */
export function guessLevels(paragraphs: readonly Paragraph[]): number[] {
  const usual = usualSize(paragraphs);
  const letters = (list: readonly Paragraph[]) => list.reduce((sum, each) => sum + each.text.length, 0);
  const boldMeans = letters(paragraphs.filter((each) => each.bold)) < 0.4 * letters(paragraphs);
  const marked = paragraphs.map((each) => {
    if (!/\p{L}{2}/u.test(each.text) || each.text.length > longest) return false;
    if (usual > 0 && each.size >= 1.14 * usual) return true;
    return boldMeans && each.bold && !/[.,:;]$/.test(each.text.trim());
  });
  const title = titleIndex(paragraphs, marked);
  return marked.map((is, index) => (index === title ? 1 : is ? 2 : 0));
}

/** The largest of the marked among the first paragraphs with text; the first of equals. */
function titleIndex(paragraphs: readonly Paragraph[], marked: readonly boolean[]): number {
  const early = paragraphs.flatMap((each, index) => (each.text.trim() ? [index] : [])).slice(0, 12);
  const candidates = early.filter((index) => marked[index] === true);
  const size = (index: number) => paragraphs[index]?.size ?? 0;
  return [...candidates].sort((a, b) => size(b) - size(a) || a - b)[0] ?? -1;
}

function usualSize(paragraphs: readonly Paragraph[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of paragraphs) letters.set(size, (letters.get(size) ?? 0) + text.length);
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}
