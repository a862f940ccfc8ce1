/**
 * The little templates of the sample web. `{{name}}` puts in a value as text, `{{{name}}}` as HTML,
 * `{{#name}}…{{/name}}` keeps its inside when the value is there, `{{site:ID}}` is a sample site's address.
 */

/** What a page may put into its layout. */
export type Values = Record<string, string>;

/** Text made safe for HTML and XML, in elements and in quoted attributes. */
export function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** The layout with the page's values in it; a value that is missing leaves nothing behind. */
export function fillLayout(layout: string, values: Values): string {
  return fillSections(layout, values)
    .replace(/\{\{\{(\w+)\}\}\}/g, (_, name: string) => values[name] ?? '')
    .replace(/\{\{(\w+)\}\}/g, (_, name: string) => escapeMarkup(values[name] ?? ''));
}

/** Sections may lie inside each other, so what is kept is looked through again. */
function fillSections(layout: string, values: Values): string {
  return layout.replace(/\{\{#(\w+)\}\}([\s\S]*?)\{\{\/\1\}\}/g, (_, name: string, inside: string) =>
    values[name] ? fillSections(inside, values) : '',
  );
}

/** The text with the sites' addresses in it. Throws when it names a site that isn't there: that is our own slip. */
export function fillAddresses(text: string, sites: Record<string, string>): string {
  return text.replace(/\{\{site:([\w-]+)\}\}/g, (_, id: string) => {
    const address = sites[id];
    if (address === undefined) throw new Error(`The sample web has no site called ${id}`);
    return address;
  });
}
