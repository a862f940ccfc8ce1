/** The sources of a community and how they are. */
import type { PublishedSource } from '../../normalizer/index.ts';
import { longDate, osloTime } from '../filters/dates.ts';
import { grouped } from '../filters/numbers.ts';
import { type Hole, type Html, html } from '../html.ts';
import { outwardAddress, outwardLink } from '../outward-link.ts';
import type { Context } from '../page.ts';
import { fill } from '../words.ts';

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

/** A table of sources; the caption names whose they are. */
export function sourceTable(sources: readonly PublishedSource[], name: string, context: Context): Html {
  const { t } = context;
  return html`<div class="table-holder" role="region" aria-label="${fill(t.source.caption, { name })}" tabindex="0"><table class="sources">
<caption>${fill(t.source.caption, { name })}</caption>
<thead><tr><th scope="col">${t.source.address}</th><th scope="col">${t.source.state}</th><th scope="col">${t.source.since}</th><th scope="col">${t.source.lastSuccess}</th><th scope="col" class="number">${t.source.items}</th></tr></thead>
<tbody>
${sources.map((source) => row(source, context))}</tbody></table></div>`;
}
