/** What a night came to, for a person who reads it with the morning's coffee: Markdown for GitHub's job summary. */
import type { AlarmAction } from './alarms.ts';
import { asCode } from './issue-text.ts';
import type { NightChanges } from './night-changes.ts';
import { causeSentence, type SourceHealth } from './sick-source.ts';
import { lineOf } from './tell-alarms.ts';

/** What is known at the end. What wasn't part of this rebuild is left out. */
export interface NightReport {
  day: string;
  /** Each step that was worked through, with how it ended. */
  steps: { name: string; ended: 'well' | 'partly' | 'failed' }[];
  changes?: NightChanges;
  health?: readonly SourceHealth[];
  actions?: readonly AlarmAction[];
  /** The commit that holds the data, and whether it is new. */
  kept?: { commit: string | undefined; changed: boolean };
  /** Why it failed. */
  failure?: string;
}

/** The summary, in Markdown. */
export function summaryOf(report: NightReport): string {
  return `${[headline(report), ...changeLines(report), ...sickLines(report), ...alarmLines(report), ...stepLine(report)].join('\n')}\n`;
}

function headline({ day, failure, health }: NightReport): string {
  if (failure !== undefined) return `## ${day}: failed\n\n${asCode(failure)}\n\nWhat was published before stays.\n`;
  const sick = health?.filter(({ cause }) => cause !== null).length ?? 0;
  const word = sick === 0 ? 'all well' : `${sick} of ${health?.length} sources not well`;
  return `## ${day}: ${word}\n`;
}

function changeLines({ changes, kept }: NightReport): string[] {
  if (changes === undefined) return [];
  const { items, meetings } = changes;
  const isQuiet = [items, meetings].every(({ added, changed, gone }) => added + changed + gone === 0);
  const row = (name: string, { after, added, changed, gone }: NightChanges['items']) =>
    `| ${name} | ${after} | ${added || ''} | ${changed || ''} | ${gone || ''} |`;
  const table = ['| | now | added | changed | gone |', '| --- | --: | --: | --: | --: |'];
  return [
    ...(isQuiet
      ? [`Nothing changed: ${items.after} items, ${meetings.after} meetings.`]
      : [...table, row('items', items), row('meetings', meetings)]),
    ...(kept?.changed && kept.commit ? ['', `Kept as ${kept.commit.slice(0, 10)}.`] : []),
    '',
  ];
}

function sickLines({ health = [] }: NightReport): string[] {
  const sick = health.filter(({ cause }) => cause !== null);
  if (sick.length === 0) return [];
  const row = ({ id, state, cause, lastSuccess }: SourceHealth) =>
    `| ${id} | ${state} | ${cause}: ${causeSentence(cause ?? '').split(' / ')[0]} | ${lastSuccess?.slice(0, 10) ?? 'never'} |`;
  return ['| source | state | cause | last well |', '| --- | --- | --- | --- |', ...sick.map(row), ''];
}

function alarmLines({ actions = [] }: NightReport): string[] {
  return actions.length === 0 ? [] : [...actions.map((action) => `- ${lineOf(action)}`), ''];
}

function stepLine({ steps }: NightReport): string[] {
  const words = { well: '', partly: ' (some sources failed)', failed: ' (failed)' };
  return [`Steps: ${steps.map(({ name, ended }) => `${name}${words[ended]}`).join(', ')}.`];
}
