import { type DataFile, type FileGroups, formName, groupFiles, mediaType } from '../_includes/data-files.ts';
import { fieldTables } from '../_includes/field-table.ts';
import { pageHead } from '../_includes/parts.ts';
import { prose } from '../_includes/prose-page.ts';
import { jsonLd } from '../filters/json-ld.ts';
import { fileSize, grouped } from '../filters/numbers.ts';
import { type Hole, type Html, html } from '../html.ts';
import { type Context, definePage } from '../page.ts';
import { absoluteAddress, paths } from '../paths.ts';

function recordCount({ overview }: Context, stem: string): number | undefined {
  const counts: Record<string, number> = {
    items: overview.items.length,
    meetings: overview.meetings.length,
    communities: overview.communities.length,
    municipalities: overview.communities.reduce((sum, { municipalities }) => sum + municipalities.length, 0),
    sources: overview.sources.length,
    coverage: overview.coverage.length,
  };
  return Object.hasOwn(counts, stem) ? counts[stem] : undefined;
}

const link = ({ to }: Context, file: DataFile, words: Hole): Html =>
  html`<a href="${to(`/data/${file.name}`)}" download>${words}</a>`;

const size = ({ bytes }: DataFile): Html => html`<span class="count">${fileSize(bytes)}</span>`;

function table(context: Context, stem: string, files: readonly DataFile[]): Html {
  const { t } = context;
  const [name, about] = t.data.tables[stem as keyof typeof t.data.tables];
  const count = recordCount(context, stem);
  const rows = files.map((file) => html`<li>${link(context, file, formName(file))} ${size(file)}</li>\n`);
  return html`<section class="dataset"><h3>${name} ${count !== undefined && html`<span class="count">${grouped(count)}</span>`}</h3>
<p>${about}</p><ul class="forms">\n${rows}</ul></section>\n`;
}

function fileList(context: Context, heading: string, files: readonly DataFile[]): Html {
  if (files.length === 0) return html``;
  const words: Readonly<Record<string, string>> = context.t.data.describes;
  const rows = files.map((file) => {
    const about = Object.hasOwn(words, file.name) && html`<small>${words[file.name]}</small>`;
    return html`<li>${link(context, file, file.name)} ${size(file)}${about}</li>\n`;
  });
  return html`<section><h2>${heading}</h2><ul class="papers">\n${rows}</ul></section>\n`;
}

function perCommunity(context: Context, { communities }: FileGroups): Html {
  if (communities.size === 0) return html``;
  const { t, lang, overview } = context;
  const stems = ['items', 'meetings'] as const;
  const rows = [...communities].map(([id, files]) => {
    const name = overview.community(id)?.name[lang] ?? id;
    const cell = (stem: (typeof stems)[number]): Html => {
      const own = files.filter((file) => file.stem === stem);
      const what = html`<span class="hidden">: ${t.data.tables[stem][0]}, ${name}</span>`;
      return html`<td>${own.map((file) => html`${link(context, file, html`${formName(file)}${what}`)} `)}</td>`;
    };
    return html`<tr><th scope="row">${name}</th>${stems.map(cell)}</tr>\n`;
  });
  return html`<section><h2>${t.data.perCommunity}</h2><section class="table-holder" aria-label="${t.data.perCommunity}" tabindex="0"><table class="own-files"><caption>${t.data.perCommunity}</caption>
<thead><tr><th scope="col">${t.item.community}</th>${stems.map((stem) => html`<th scope="col">${t.data.tables[stem][0]}</th>`)}</tr></thead>
<tbody>\n${rows}</tbody></table></section></section>\n`;
}

function sums({ overview, t }: Context): Html {
  const rows = [...overview.published.sums]
    .filter(([name]) => !name.includes('/'))
    .map(([name, sum]) => html`<div><dt>${name}</dt><dd><code>${sum}</code></dd></div>\n`);
  if (rows.length === 0) return html``;
  return html`<details class="provenance"><summary>${t.data.sums}</summary><p class="note">${t.data.sumsNote} <code>sha256sum -c SHA256SUMS</code></p><dl class="facts">\n${rows}</dl></details>\n`;
}

function schemaList(context: Context, { schemas }: FileGroups): Html {
  if (schemas.length === 0) return html``;
  const rows = schemas.map((file) => html`<li>${link(context, file, file.name.slice('schema/'.length))}</li>\n`);
  return html`<details class="provenance"><summary>${context.t.data.schemas} <span class="count">${schemas.length}</span></summary><ul class="columns wide">\n${rows}</ul></details>\n`;
}

function files(context: Context, groups: FileGroups): Html {
  const { t, overview } = context;
  if (overview.published.files.length === 0) return html`<p class="empty">${t.data.empty}</p>`;
  return html`<section><h2>${t.data.files}</h2><div class="datasets">\n${groups.tables.map(([stem, own]) => table(context, stem, own))}</div></section>
${fileList(context, t.data.whole, groups.whole)}${perCommunity(context, groups)}${fileList(context, t.data.about, groups.about)}${sums(context)}${schemaList(context, groups)}`;
}

function dataset(context: Context, { tables, whole }: FileGroups): Html {
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
    distribution: [...tables.flatMap(([, own]) => own), ...whole].map((file) => ({
      '@type': 'DataDownload',
      contentUrl: absoluteAddress(context, `/data/${file.name}`),
      encodingFormat: mediaType(file),
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
    const groups = groupFiles(overview.published.files, Object.keys(t.data.tables));
    return {
      title: t.data.title,
      description: t.data.lead,
      head: dataset(context, groups),
      main: html`${pageHead(context, t.data.title, t.data.lead)}${files(context, groups)}<section class="prose"><h2>${t.data.licence}</h2>
${prose[lang].licence()}</section>
${fieldTables(context)}`,
    };
  },
});
