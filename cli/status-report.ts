/** The health of every source as a person reads it: what is wrong first, then each community's sources, then the sum. */
import type { Community, SourceOutcome } from '../scraper/index.ts';
import type { Style } from './command.ts';
import { since } from './durations.ts';
import { isSick, matterOf } from './source-health.ts';
import { tableLines } from './table.ts';

/** A line, and how it stands out. */
export interface StatusLine {
  text: string;
  style?: Style;
}

/** What the report is made of. `width`: characters of a line, when somebody looks. */
export interface StatusInput {
  communities: readonly Community[];
  outcomes: ReadonlyMap<string, SourceOutcome>;
  now: Date;
  width: number | undefined;
}

interface Row {
  community: string;
  /** The community's own line in the table. */
  isHead: boolean;
  sick: boolean;
  state: string;
  cells: string[];
  /** What is the matter, or ''. */
  matter: string;
}

/** The whole report. Communities with a source that is sick stand first, and in each of them the sick sources. */
export function statusLines(input: StatusInput): StatusLine[] {
  const groups = input.communities
    .filter(({ sources }) => sources.length > 0)
    .map((community) => rowsOf(community, input))
    .sort((a, b) => Number(b.some(({ sick }) => sick)) - Number(a.some(({ sick }) => sick)));
  const rows = groups.flat();
  const header = ['', 'source', 'state', 'for', 'last good', 'pages'];
  const [head = '', ...texts] = tableLines([header, ...rows.map(({ cells }) => cells)], { right: [5] });
  const lines = rows.flatMap((row, at) => linesOf(row, texts[at] ?? '', { room: input.width, table: head.length }));
  return [{ text: head, style: 'dim' }, ...lines, { text: '' }, summary(input)];
}

/** What is the matter stands at the end of the source's line, or below it where there is no room for all of it. */
function linesOf(row: Row, text: string, { room, table }: { room: number | undefined; table: number }): StatusLine[] {
  if (row.isHead) return [{ text: row.community, style: 'bold' }];
  const style = styleOf(row);
  if (row.matter === '') return [{ text, ...style }];
  const whole = `${text.padEnd(table)}  ${row.matter}`;
  if (room === undefined || whole.length <= room) return [{ text: whole, ...style }];
  return [
    { text, ...style },
    { text: `   ${row.matter}`, ...style },
  ];
}

function rowsOf({ id, sources }: Community, { outcomes, now }: StatusInput): Row[] {
  const own = sources
    .map((source) => rowOf(id, source.id, source.enabled, { outcome: outcomes.get(source.id), now }))
    .sort((a, b) => rank(a) - rank(b));
  const head: Row = {
    community: id,
    isHead: true,
    sick: own.some(({ sick }) => sick),
    state: '',
    cells: [''],
    matter: '',
  };
  return [head, ...own];
}

function rank({ sick, state }: Row): number {
  return sick ? 0 : state === 'disabled' ? 2 : 1;
}

function rowOf(
  community: string,
  source: string,
  enabled: boolean,
  { outcome, now }: { outcome: SourceOutcome | undefined; now: Date },
): Row {
  const own = { community, isHead: false };
  if (outcome === undefined) {
    const state = enabled ? 'never run' : 'disabled';
    return { ...own, sick: false, state, cells: [' ', source, state], matter: '' };
  }
  const { state, since: begun, lastSuccess, pages } = outcome;
  const sick = isSick(outcome);
  const lastGood = sick
    ? lastSuccess === null
      ? 'never'
      : `${since(lastSuccess, now)} ago`.replace('now ago', 'now')
    : '';
  const cells = [sick ? '!' : ' ', source, state, since(begun, now), lastGood, String(pages)];
  return { ...own, sick, state, cells, matter: matterOf(outcome) };
}

function styleOf({ sick, state }: Row): { style?: Style } {
  if (sick) return { style: state === 'stale' || state === 'skipped' ? 'yellow' : 'red' };
  return state === 'disabled' || state === 'never run' ? { style: 'dim' } : {};
}

function summary({ communities, outcomes, now }: StatusInput): StatusLine {
  const sources = communities.flatMap((community) => community.sources);
  const known = sources.flatMap(({ id }) => outcomes.get(id) ?? []);
  const sick = known.filter(isSick);
  const off = sources.filter(({ enabled }) => !enabled).length;
  const well = known.filter((outcome) => !isSick(outcome) && outcome.state !== 'disabled').length;
  const unrun = sources.filter(({ id, enabled }) => enabled && !outcomes.has(id)).length;
  const last = known
    .map(({ checkedAt }) => checkedAt)
    .sort()
    .at(-1);
  const parts = [
    `${sources.length} sources: ${well} well`,
    ...(sick.length > 0 ? [`${sick.length} in trouble`] : []),
    ...(off > 0 ? [`${off} switched off`] : []),
    ...(unrun > 0 ? [`${unrun} never run`] : []),
  ];
  const when = last === undefined ? '' : `; last run ${since(last, now)} ago`.replace('just now ago', 'just now');
  return {
    text: `${parts.join(', ')}${when}`,
    ...(sick.length > 0 ? { style: 'red' } : well > 0 && { style: 'green' }),
  };
}
