/** The sources of a community and how they are. */
import type { PublishedSource } from '../../normalizer/index.ts';
import { longDate, osloTime } from '../filters/dates.ts';
import { grouped } from '../filters/numbers.ts';
import { type Hole, type Html, html } from '../html.ts';
import { outwardAddress, outwardLink } from '../outward-link.ts';
import type { Context } from '../page.ts';

/** The day of a moment in Norway, in words. */
export function dayOf(moment: string | null): Html | undefined {
  const local = moment === null ? undefined : osloTime(moment);
  return local === undefined ? undefined : html`<time datetime="${moment}">${longDate(local.slice(0, 10))}</time>`;
}

/** The state as a word with a mark; the colour is never alone in saying it. */
export function stateLabel(state: PublishedSource['state'], { t }: Context): Html {
  return html`<span class="state state-${state}">${t.source.states[state]}</span>`;
}

function shownAddress(address: string): Hole {
  const url = outwardAddress(address);
  return url ? `${url.host.replace(/^www\./, '')}${url.pathname === '/' ? '' : url.pathname}` : address;
}

function row(source: PublishedSource, context: Context): Html {
  const { t, lang } = context;
  const why = source.cause?.[lang];
  return html`<tr><th scope="row">${outwardLink(source.url, shownAddress(source.url), { host: false })}${source.note && html`<small lang="no">${source.note}</small>`}</th>
<td>${stateLabel(source.state, context)}${why && html`<small>${why}</small>`}</td>
<td>${dayOf(source.since) ?? '–'}</td>
<td>${dayOf(source.lastSuccess) ?? t.source.never}</td>
<td class="number">${grouped(source.items)}</td></tr>\n`;
}

/** Sources under a heading of their own within a table. */
export interface SourceGroup {
  /** Left out where the table has one group only. */
  heading?: Hole;
  sources: readonly PublishedSource[];
}

function rows({ heading, sources }: SourceGroup, context: Context): Html {
  const empty = html`<tr><td colspan="5" class="empty">${context.t.community.noSources}</td></tr>\n`;
  return html`<tbody>
${heading && html`<tr class="group"><th scope="rowgroup" colspan="5">${heading}</th></tr>\n`}${sources.length === 0 ? empty : sources.map((source) => row(source, context))}</tbody>
`;
}

/** A table of sources; the name says whose they are. */
export function sourceTable(groups: readonly SourceGroup[], name: string, context: Context): Html {
  const { t } = context;
  return html`<section class="table-holder" aria-label="${name}" tabindex="0"><table class="sources">
<caption>${name}</caption>
<thead><tr><th scope="col">${t.source.address}</th><th scope="col">${t.source.state}</th><th scope="col">${t.source.since}</th><th scope="col">${t.source.lastSuccess}</th><th scope="col" class="number">${t.source.items}</th></tr></thead>
${groups.map((group) => rows(group, context))}</table></section>`;
}
