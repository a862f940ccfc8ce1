/** What the fields of the published records mean, as tables to fold out. */
import { type Html, html } from '../html.ts';
import type { Context } from '../page.ts';
import { fieldMeanings } from '../strings/fields.ts';
import { fill } from '../words.ts';
import { type SchemaField, schemaFields, schemaName } from './schema-fields.ts';

function row({ field, type, values, nullable, description }: SchemaField, name: string, { t, lang }: Context): Html {
  const own = fieldMeanings[name]?.[field]?.[lang === 'nb' ? 0 : 1];
  const meaning = own ?? (description && html`<span lang="en">${description}</span>`);
  const shown = values.length > 0 ? html`<code>${values.join(', ')}</code>` : html`<code>${type}</code>`;
  return html`<tr><th scope="row"><code>${field}</code></th><td>${shown}${nullable && html` <small>${t.data.orNull}</small>`}</td><td>${meaning}</td></tr>\n`;
}

function fieldTable(context: Context, file: string, schema: unknown): Html {
  const { t, to } = context;
  const name = schemaName(file);
  const rows = schemaFields(schema).map((field) => row(field, name, context));
  if (rows.length === 0) return html``;
  const title = `${t.data.fields}: ${name}`;
  return html`<details class="provenance"><summary>${title} <span class="count">${rows.length}</span></summary><section class="table-holder" aria-label="${title}" tabindex="0"><table class="fields"><caption>${title}</caption>
<thead><tr><th scope="col">${t.data.field}</th><th scope="col">${t.data.type}</th><th scope="col">${t.data.meaning}</th></tr></thead>
<tbody>
${rows}</tbody></table></section><p class="note"><a href="${to(`/data/${file}`)}">${fill(t.data.schemaLink, { name })}</a></p></details>\n`;
}

/** A table for each kind of record that has a schema of its own, right inside `schema/`. */
export function fieldTables(context: Context): Html {
  const { overview, t } = context;
  const known = [...overview.published.schemas].filter(([file]) => Object.hasOwn(fieldMeanings, schemaName(file)));
  const own = known.filter(([file]) => file.split('/').length === 2);
  return html`<section><h2>${t.data.fields}</h2>\n${own.map(([file, schema]) => fieldTable(context, file, schema))}</section>\n`;
}
