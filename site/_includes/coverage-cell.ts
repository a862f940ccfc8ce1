/** One cell of a coverage table: what was found of what is expected, its shade, and a mark for the reason of a gap. */
import type { CoverageRow } from '../../normalizer/index.ts';
import { type Html, html } from '../html.ts';
import type { Context } from '../page.ts';
import type { Strings } from '../words.ts';
import { fill } from '../words.ts';

type ReasonId = keyof Strings['coverage']['reasons'];

/** The reasons in the order of their marks. */
const reasonIds = [
  'not-due',
  'not-told',
  'not-published',
  'no-page-seen',
  'source-failing',
  'address-unknown',
  'never-read',
  'cancelled',
] as const satisfies readonly ReasonId[];

/** A letter for a reason; a dot for one that we have no letter for. */
function markOf(id: string): string {
  const place = (reasonIds as readonly string[]).indexOf(id);
  return place === -1 ? '·' : 'abcdefgh'.slice(place, place + 1);
}

const steps = 4;

/** The shade for a share; none where nothing was found. */
function shade({ found, expected }: CoverageRow): string {
  if (found === 0) return '';
  const share = expected === null || expected === 0 ? 1 : Math.min(1, found / expected);
  return ` heat-${Math.max(1, Math.ceil(share * steps))}`;
}

function figure({ found, expected, planned }: CoverageRow, { t }: Context): Html {
  const words = expected === null ? String(found) : fill(t.coverage.ofExpected, { found, expected });
  return html`${words}${planned > 0 && html`<small> +${planned}<span class="hidden"> ${t.coverage.planned}</span></small>`}`;
}

/** A cell; one that says in words that the community has no such body where there is no row. */
export function coverageCell(row: CoverageRow | undefined, context: Context): Html {
  const { t } = context;
  if (!row)
    return html`<td class="heat"><span class="none" aria-hidden="true">–</span><span class="hidden">${t.coverage.noBody}</span></td>`;
  const why = row.reason && html`<sup>${markOf(row.reason.id)}</sup>`;
  return html`<td class="heat${shade(row)}">${figure(row, context)}${why}</td>`;
}

/** What the figures and the marks in these rows mean. */
export function coverageLegend(rows: readonly CoverageRow[], { t }: Context): Html {
  const used = reasonIds.filter((id) => rows.some(({ reason }) => reason?.id === id));
  const marks = used.map((id) => html`<div><dt>${markOf(id)}</dt><dd>${t.coverage.reasons[id]}</dd></div>\n`);
  return html`<p class="note">${t.coverage.howToRead}</p>\n${marks.length > 0 && html`<dl class="marks">\n${marks}</dl>\n`}`;
}
