import { pageHead } from '../_includes/parts.ts';
import { prose } from '../_includes/prose-page.ts';
import { schemaFields, schemaName } from '../_includes/schema-fields.ts';
import { jsonLd } from '../filters/json-ld.ts';
import { fileSize, grouped } from '../filters/numbers.ts';
import { type Html, html } from '../html.ts';
import { type Context, definePage } from '../page.ts';
import { absoluteAddress, paths } from '../paths.ts';
import { fieldMeanings } from '../strings/fields.ts';
import { fill, wordFor } from '../words.ts';

function records({ overview }: Context, name: string): string {
  const counts: Record<string, number> = {
    'items.ndjson': overview.items.length,
    'meetings.ndjson': overview.meetings.length,
    'communities.json': overview.communities.length,
    'sources.json': overview.sources.length,
    'coverage.json': overview.coverage.length,
  };
  const count = counts[name];
  return count === undefined ? '' : grouped(count);
}

function describe({ t }: Context, name: string): string {
  return name.startsWith('schema/') ? t.data.schemaDescription : (wordFor(t.data.describes, name) ?? name);
}

function fileRow(context: Context, { name, bytes }: { name: string; bytes: number }): Html {
  const format = name.slice(name.lastIndexOf('.') + 1).toUpperCase();
  return html`<tr><th scope="row"><a href="${context.to(`/data/${name}`)}" download>${name}</a><small>${describe(context, name)}</small></th>
<td>${format}</td><td class="number">${records(context, name)}</td><td class="number">${fileSize(bytes)}</td></tr>\n`;
}

function files(context: Context): Html {
  const { t, overview } = context;
  if (overview.published.files.length === 0) return html`<p class="empty">${t.data.empty}</p>`;
  const isSchema = ({ name }: { name: string }): boolean => name.startsWith('schema/');
  const sorted = [...overview.published.files].sort((a, b) => Number(isSchema(a)) - Number(isSchema(b)));
  return html`<section><h2>${t.data.files}</h2><section class="table-holder" aria-label="${t.data.files}" tabindex="0"><table>
<thead><tr><th scope="col">${t.data.file}</th><th scope="col">${t.data.format}</th><th scope="col" class="number">${t.data.records}</th><th scope="col" class="number">${t.data.size}</th></tr></thead>
<tbody>
${sorted.map((file) => fileRow(context, file))}</tbody></table></section></section>\n`;
}

function fieldTable(context: Context, file: string, schema: unknown): Html {
  const { t, lang } = context;
  const name = schemaName(file);
  const meanings = fieldMeanings[name] ?? {};
  const rows = schemaFields(schema).map(({ field, type, values, nullable, description }) => {
    const own = meanings[field]?.[lang === 'nb' ? 0 : 1];
    const meaning = own ?? (description && html`<span lang="en">${description}</span>`);
    const shown = values.length > 0 ? html`<code>${values.join(', ')}</code>` : html`<code>${type}</code>`;
    return html`<tr><th scope="row"><code>${field}</code></th><td>${shown}${nullable && html` <small>${t.data.orNull}</small>`}</td><td>${meaning}</td></tr>\n`;
  });
  if (rows.length === 0) return html``;
  return html`<section><h2>${t.data.fields}: ${name}</h2><section class="table-holder" aria-label="${t.data.fields}: ${name}" tabindex="0"><table class="fields">
<thead><tr><th scope="col">${t.data.field}</th><th scope="col">${t.data.type}</th><th scope="col">${t.data.meaning}</th></tr></thead>
<tbody>
${rows}</tbody></table></section><p class="note"><a href="${context.to(`/data/${file}`)}">${fill(t.data.schemaLink, { name })}</a></p></section>\n`;
}

function dataset(context: Context): Html {
  const { overview, t, lang } = context;
  const days = overview.items.flatMap(({ published }) => published ?? []).sort();
  const value = {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: `${overview.settings.title[lang]}: ${t.site.tagline}`,
    description: t.front.lead,
    url: absoluteAddress(context, context.path),
    license: 'https://data.norge.no/nlod/no/2.0',
    creator: { '@type': 'Organization', name: overview.settings.operator.name ?? overview.settings.title[lang] },
    spatialCoverage: 'Norge',
    ...(days.length > 0 && { temporalCoverage: `${days[0]}/${days.at(-1)}` }),
    distribution: overview.published.files.map(({ name }) => ({
      '@type': 'DataDownload',
      contentUrl: absoluteAddress(context, `/data/${name}`),
      encodingFormat: name.endsWith('.ndjson') ? 'application/x-ndjson' : 'application/json',
    })),
  };
  return html`${jsonLd(value)}\n`;
}

/** The published files, their terms and what their fields mean. */
export default definePage<null>('data', {
  menu: { place: 'main', order: 80, label: 'data', path: paths.data },
  entries: (_overview, lang) => [{ path: paths.data(lang), key: 'data', record: null }],
  render: (context) => {
    const { t, overview, lang } = context;
    const tables = [...overview.published.schemas].map(([file, schema]) => fieldTable(context, file, schema));
    return {
      title: t.data.title,
      description: t.data.lead,
      head: dataset(context),
      main: html`${pageHead(context, t.data.title, t.data.lead)}${files(context)}<section class="prose"><h2>${t.data.licence}</h2>
${prose[lang].licence()}</section>
${tables}`,
    };
  },
});
