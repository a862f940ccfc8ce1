/** Lists told as paragraphs with a depth, as presentations and PDFs have them. */
import { elementHtml } from './document-tree.ts';

/** A paragraph in HTML; depth 0 is no list item, 1 the outermost list. */
export interface Leveled {
  html: string;
  depth: number;
}

/** Paragraphs and nested lists in order. */
export function leveledHtml(paragraphs: readonly Leveled[]): string {
  let html = '';
  for (let at = 0; at < paragraphs.length; ) {
    const first = paragraphs[at] as Leveled;
    if (first.depth === 0) {
      html += elementHtml('p', first.html);
      at += 1;
      continue;
    }
    let end = at + 1;
    while (end < paragraphs.length && (paragraphs[end] as Leveled).depth > 0) end += 1;
    html += nestedHtml(paragraphs.slice(at, end));
    at = end;
  }
  return html;
}

function nestedHtml(items: readonly Leveled[]): string {
  let html = '';
  for (let at = 0; at < items.length; ) {
    const item = items[at] as Leveled;
    let end = at + 1;
    while (end < items.length && (items[end] as Leveled).depth > item.depth) end += 1;
    html += `<li>${item.html}${nestedHtml(items.slice(at + 1, end))}</li>`;
    at = end;
  }
  return html === '' ? '' : `<ul>${html}</ul>`;
}
