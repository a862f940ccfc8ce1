/** Turns alarms into issues; what could not be told is tried again the next night. */
import type { AlarmAction, Alarms } from './alarms.ts';
import { issueBody, issueTitle, markerOf } from './issue-text.ts';
import { type Issue, type IssueTracker, TrackerError } from './issue-tracker.ts';
import type { SourceHealth } from './sick-source.ts';

/** What is to be told. */
export interface Telling {
  before: Alarms;
  alarms: Alarms;
  actions: readonly AlarmAction[];
  health: readonly SourceHealth[];
  day: string;
}

/** What came of it. `alarms`: to be remembered. */
export interface Told {
  alarms: Alarms;
  /** One line each, for the log. */
  lines: string[];
  failed: number;
}

/**
 * Opens, reopens, relabels and closes. An alarm without any issue gets one, an open issue without an alarm is closed: what an earlier night could not
 * tell is made good. An issue that a person closed stays closed.
 */
export async function tellAlarms(telling: Telling, tracker: IssueTracker): Promise<Told> {
  const { before, actions } = telling;
  const alarms = { ...telling.alarms };
  const told: Told = { alarms, lines: [], failed: 0 };
  let issues: Issue[];
  try {
    issues = await tracker.list();
  } catch (error) {
    if (!(error instanceof TrackerError)) throw error;
    for (const { source } of actions) forget(alarms, before, source);
    return { ...told, lines: [`alarms: ${error.message}; told the next night`], failed: Math.max(1, actions.length) };
  }
  for (const action of withForgotten(telling, issues)) {
    try {
      await tell(
        action,
        telling,
        tracker,
        issues.find(({ body }) => body.includes(markerOf(action.source))),
      );
      told.lines.push(lineOf(action));
    } catch (error) {
      if (!(error instanceof TrackerError)) throw error;
      forget(alarms, before, action.source);
      told.failed += 1;
      told.lines.push(`alarm: ${action.source}: ${error.message}; told the next night`);
    }
  }
  return told;
}

/** The look stays known, the alarm is as it was: the next look comes to the same end. */
function forget(alarms: Alarms, before: Alarms, source: string): void {
  const memory = alarms[source];
  if (memory === undefined) return;
  const old = before[source]?.alarm;
  alarms[source] = { looks: memory.looks, ...(old && { alarm: old }) };
}

function withForgotten({ alarms, actions }: Telling, issues: readonly Issue[]): AlarmAction[] {
  const busy = new Set(actions.map(({ source }) => source));
  const open = Object.entries(alarms).flatMap(([source, { alarm }]) =>
    alarm && alarm.closed === undefined ? [{ source, ...alarm }] : [],
  );
  const untold = open.filter(
    ({ source }) => !busy.has(source) && !issues.some(({ body }) => body.includes(markerOf(source))),
  );
  const isAlarmed = new Set(open.map(({ source }) => source));
  const stray = issues.flatMap(({ body, isOpen }) => {
    const source = /<!-- samla-source: ([a-z0-9-]+) -->/.exec(body)?.[1];
    return isOpen && source !== undefined && !isAlarmed.has(source) && !busy.has(source) ? [source] : [];
  });
  return [
    ...actions,
    ...untold.map(({ source, cause, since }): AlarmAction => ({ do: 'open', source, cause, since })),
    ...stray.map((source): AlarmAction => ({ do: 'close', source, cause: null, since: '' })),
  ];
}

async function tell(
  action: AlarmAction,
  telling: Telling,
  tracker: IssueTracker,
  issue: Issue | undefined,
): Promise<void> {
  const { source, cause, since } = action;
  if (action.do === 'close') {
    if (issue?.isOpen) await tracker.close(issue, `Well again, or not gathered any more, as of ${telling.day}.`);
    return;
  }
  const health = telling.health.find(({ id }) => id === source);
  if (health === undefined || cause === null) return;
  const text = { title: issueTitle(source), body: issueBody({ ...health, cause }, since), cause };
  if (issue === undefined) return tracker.open(text);
  if (action.do !== 'relabel' && !issue.isOpen) await tracker.reopen(issue);
  await tracker.edit(issue, text);
}

/** What an action does, in one line. */
export function lineOf({ do: verb, source, cause, since }: AlarmAction): string {
  if (verb === 'close') return `alarm closed: ${source}`;
  const what = { open: 'opened', reopen: 'opened again', relabel: 'has another cause' }[verb];
  return `alarm ${what}: ${source}: ${cause}, since ${since}`;
}
