/** Tells mammoth which paragraphs are headings: by their style, else by bold or large letters. */
import { headingLevels } from '../bare-headings.ts';
import type { WordStyle } from './styles.ts';

/** The part of mammoth's document tree that is looked at. */
interface WordNode {
  type: string;
  children?: WordNode[];
  styleId?: string | null;
  styleName?: string | null;
  numbering?: unknown;
  value?: string;
  isBold?: boolean;
  fontSize?: number | null;
}

/** Our own style names, which markWordHeadings gives to paragraphs. */
export const headingStyleMap = [1, 2, 3, 4, 5, 6].map(
  (level) => `p[style-name='samla-heading-${level}'] => h${level}:fresh`,
);

/** The document with its headings' style names set. For mammoth's `transformDocument`. */
export function markWordHeadings(document: unknown, styles: ReadonlyMap<string, WordStyle>): WordNode {
  const root = document as WordNode;
  const paragraphs = (root.children ?? []).filter((node) => node.type === 'paragraph');
  const styled = paragraphs.map((node) => styles.get(node.styleId ?? '')?.level ?? 0);
  const levels = headingLevels(
    styled,
    paragraphs.map((node) => looks(node, styles)),
  );
  for (const [index, node] of paragraphs.entries()) {
    const level = levels[index] ?? 0;
    if (level > 0) node.styleName = `samla-heading-${level}`;
  }
  return root;
}

function looks(node: WordNode, styles: ReadonlyMap<string, WordStyle>): { text: string; bold: boolean; size: number } {
  const style = styles.get(node.styleId ?? '') ?? { level: 0, size: 0, bold: false };
  if (node.numbering) return { text: '', bold: false, size: 0 };
  const runs = collect(node, 'run').filter((run) => plainText(run).trim());
  return {
    text: plainText(node).trim(),
    bold: runs.length > 0 && (style.bold || runs.every((run) => run.isBold)),
    size: Math.max(0, ...runs.map((run) => run.fontSize ?? style.size)),
  };
}

function collect(node: WordNode, type: string): WordNode[] {
  return (node.children ?? []).flatMap((child) => (child.type === type ? [child] : collect(child, type)));
}

function plainText(node: WordNode | undefined): string {
  if (!node) return '';
  return node.type === 'text' ? (node.value ?? '') : (node.children ?? []).map(plainText).join('');
}
