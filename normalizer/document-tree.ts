/** What the readers of documents share: an HTML-shaped tree made from text, with every character escaped on the way in. */
import { type CheerioAPI, load } from 'cheerio';
import type { Head, ReadDocument } from './page.ts';

/** Text as HTML text or attribute value; control characters that no tree should hold are dropped. */
export function escapeHtml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

/** A link around HTML, for http and https addresses only; other addresses leave the HTML as it is. */
export function linkHtml(href: string | undefined, html: string): string {
  return href && /^https?:\/\//i.test(href) && html.trim() ? `<a href="${escapeHtml(href)}">${html}</a>` : html;
}

/** One element, or nothing where the content is only white space. */
export function elementHtml(tag: string, html: string): string {
  return html.trim() ? `<${tag}>${html.trim()}</${tag}>` : '';
}

/** A table of cells in HTML; rows without any content are left out. With `header`, the first row's cells are `th`. */
export function tableHtml(rows: readonly (readonly string[])[], header = false): string {
  const kept = rows.filter((cells) => cells.some((cell) => cell.trim()));
  const lines = kept.map((cells, index) => {
    const tag = header && index === 0 ? 'th' : 'td';
    return `<tr>${cells.map((cell) => `<${tag}>${cell.trim()}</${tag}>`).join('')}</tr>`;
  });
  return lines.length > 0 ? `<table>${lines.join('')}</table>` : '';
}

/** A page, slide or sheet: `anchor` is `page-3`, `slide-3`, `sheet-1`. */
export function sectionHtml(anchor: string, html: string): string {
  return `<section data-anchor="${escapeHtml(anchor)}">${html}</section>`;
}

/** Parses the tree's text as htmlparser2 does: nothing is moved or added. */
export function parseTree(html: string): CheerioAPI {
  return load(html, { xml: { xmlMode: false, decodeEntities: true } }, false);
}

/** An empty head, for a reader to fill in. */
export function emptyHead(): Head {
  return { meta: new Map(), jsonLd: [] };
}

/** A read document from the HTML of its content. */
export function documentFrom(format: string, content: string, head: Head, flags: readonly string[] = []): ReadDocument {
  const $ = parseTree(`<html><body><main>${content}</main></body></html>`);
  return { format, $, head, bare: true, flags: [...new Set(flags)] };
}

/** A document that could not be read, with the flags that say why. */
export function emptyDocument(format: string, flags: readonly string[], head: Head = emptyHead()): ReadDocument {
  return documentFrom(format, '', head, flags);
}
