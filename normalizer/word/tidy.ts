/** Mammoth's HTML as the tree wants it: no pictures, bookmarks, note marks or empty elements; cells hold text, not paragraphs. */
import { parseTree } from '../document-tree.ts';

/** HTML of the content, links to http and https addresses only. */
export function tidyWordHtml(html: string): string {
  const $ = parseTree(`<main>${html}</main>`);
  $('img, sup:has(a[href^="#"]), a[href^="#"]:contains("↑")').remove();
  for (const link of $('a').toArray()) {
    if (!/^https?:\/\//i.test(link.attribs.href ?? '')) $(link).replaceWith($(link).contents());
    else link.attribs = { href: link.attribs.href ?? '' };
  }
  for (const cell of $('td, th').toArray()) {
    const paragraphs = $(cell).children('p');
    if (paragraphs.length === 0 || paragraphs.length !== $(cell).children().length) continue;
    const lines = paragraphs.toArray().map((each) => $(each).html() ?? '');
    $(cell).html(lines.filter((line) => line.trim()).join('<br>'));
  }
  for (const element of $('p, li, h1, h2, h3, h4, h5, h6, strong, em').toArray().reverse()) {
    if ($(element).text().trim() === '' && $(element).find('table').length === 0) $(element).remove();
  }
  for (const row of $('tr').toArray()) if ($(row).text().trim() === '') $(row).remove();
  for (const outer of $('table, ul, ol').toArray().reverse()) if ($(outer).text().trim() === '') $(outer).remove();
  $('[id]').removeAttr('id');
  return $('main').html() ?? '';
}
