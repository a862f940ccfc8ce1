/** Which sick sources deserve somebody's attention: a pure function of what was known and of today's health. */

/** What is remembered of a source. */
export interface AlarmMemory {
  /** The newest looks, one a day, oldest first. `cause`: null when all was well. */
  looks: { day: string; cause: string | null }[];
  /** The alarm that was raised last, if it may be raised again. */
  alarm?: { cause: string; since: string; closed?: string };
}

/** By source id. */
export type Alarms = Record<string, AlarmMemory>;

/** One source as of today. `cause`: null when all is well. */
export interface Look {
  source: string;
  cause: string | null;
}

/** What is to be done. `reopen`: the trouble is back soon after it went. */
export interface AlarmAction {
  do: 'open' | 'reopen' | 'relabel' | 'close';
  source: string;
  /** Null for `close`. */
  cause: string | null;
  /** The first day of this trouble. */
  since: string;
}

/** Looks that are remembered. */
const KEPT = 14;
/** A trouble that comes and goes is one when it was seen on so many of so many days. */
const WAVERING = { seen: 3, days: 7 };
/** Trouble that is back within so many days belongs to the alarm before. */
const SAME_TROUBLE_DAYS = 14;
const DAY_MS = 24 * 3600 * 1000;

/**
 * Today's alarms. One is raised when a source was found sick on two days in a row, or on three of seven; it gets another cause when the new one
 * has stood for two days, and ends with the first day on which all is well, the third when it has come and gone. Looking twice on one day counts once. Sources that weren't looked at
 * keep what is known of them; those that are no more lose it.
 */
export function nextAlarms(
  before: Alarms,
  looks: readonly Look[],
  { day, known }: { day: string; known: ReadonlySet<string> },
): { alarms: Alarms; actions: AlarmAction[] } {
  const alarms: Alarms = Object.fromEntries(Object.entries(before).filter(([source]) => known.has(source)));
  const actions: AlarmAction[] = [];
  for (const [source, { alarm }] of Object.entries(before))
    if (!known.has(source) && alarm && alarm.closed === undefined)
      actions.push({ do: 'close', source, cause: null, since: alarm.since });
  for (const { source, cause } of looks) {
    const { memory, action } = nextOf(alarms[source], source, { day, cause });
    alarms[source] = memory;
    if (action) actions.push(action);
  }
  return { alarms: Object.fromEntries(Object.entries(alarms).sort(([a], [b]) => (a < b ? -1 : 1))), actions };
}

function nextOf(before: AlarmMemory | undefined, source: string, look: { day: string; cause: string | null }) {
  const looks = [...(before?.looks ?? []).filter(({ day }) => day < look.day), look].slice(-KEPT);
  const memory: AlarmMemory = { looks, ...(before?.alarm && { alarm: before.alarm }) };
  const { alarm } = memory;
  const isOpen = alarm !== undefined && alarm.closed === undefined;
  const of = (verb: AlarmAction['do'], cause: string | null, since: string): AlarmAction => ({
    do: verb,
    source,
    cause,
    since,
  });
  if (look.cause === null) {
    if (!isOpen || isStillWavering(looks)) return { memory };
    return { memory: { looks, alarm: { ...alarm, closed: look.day } }, action: of('close', null, alarm.since) };
  }
  if (isOpen) {
    if (look.cause === alarm.cause || looks.at(-2)?.cause !== look.cause) return { memory };
    return {
      memory: { looks, alarm: { ...alarm, cause: look.cause } },
      action: of('relabel', look.cause, alarm.since),
    };
  }
  if (!isTrouble(looks)) return { memory };
  const isBack = alarm?.closed !== undefined && daysBetween(alarm.closed, look.day) <= SAME_TROUBLE_DAYS;
  const since = isBack ? alarm.since : firstOf(looks);
  return {
    memory: { looks, alarm: { cause: look.cause, since } },
    action: of(isBack ? 'reopen' : 'open', look.cause, since),
  };
}

function isTrouble(looks: AlarmMemory['looks']): boolean {
  const today = looks.at(-1);
  if (today === undefined) return false;
  const recent = looks.filter(({ day, cause }) => cause !== null && daysBetween(day, today.day) < WAVERING.days);
  return (looks.length > 1 && looks.at(-2)?.cause !== null) || recent.length >= WAVERING.seen;
}

/** It fell sick more than once of late, and has not been well for three days yet. */
function isStillWavering(looks: AlarmMemory['looks']): boolean {
  const recent = looks.slice(-WAVERING.days);
  const falls = recent.filter(({ cause }, at) => cause !== null && (recent[at - 1]?.cause ?? null) === null);
  return falls.length > 1 && recent.slice(-WAVERING.seen).some(({ cause }) => cause !== null);
}

/** The first of the last days in a row on which it was sick. */
function firstOf(looks: AlarmMemory['looks']): string {
  const well = looks.findLastIndex(({ cause }) => cause === null);
  return looks[well + 1]?.day ?? looks.at(-1)?.day ?? '';
}

function daysBetween(a: string, b: string): number {
  return Math.round((Date.parse(b) - Date.parse(a)) / DAY_MS);
}
