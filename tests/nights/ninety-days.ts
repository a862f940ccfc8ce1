/**
 * Ninety days of gathering from sites that fail in known ways and at known times: alarms must come for every fault within two runs, and for nothing else.
 * One bad night is no fault. Everything but the clock is real: sites on loopback, gathering, judging, alarms.
 */
import type { ServerResponse } from 'node:http';
import { type Alarms, nextAlarms } from '../../cli/rebuild/alarms.ts';
import { healthOf, looksOf } from '../../cli/rebuild/sick-source.ts';
import { readRegistry } from '../../scraper/index.ts';
import { page, TEXT, workshop } from '../scraper/gather.ts';
import { type MockServer, mockServer } from '../scraper/mock-server.ts';
import { Claims } from './claims.ts';

/** A site is `down` in one of these ways. `blip`: one night only, which is no fault. */
const KINDS = ['error', 'reset', 'hang', 'login', 'forbidden', 'empty', 'gone', 'challenge', 'robots'] as const;
type Kind = (typeof KINDS)[number];

interface Fault {
  source: number;
  from: number;
  to: number;
  kind: Kind;
  /** From this day on the site fails in another way. */
  turns?: { at: number; kind: Kind };
  /** On for a day, off for a day. */
  wavers?: true;
}

const SOURCES = 12;
const DAYS = 90;
const LEAST = 3;

/** The same numbers each time: a linear congruential generator (Numerical Recipes). */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Labelled faults and blips: each source gets two faults with rest between, and blips in the rest. */
function plan(seed: number, days: number): { faults: Fault[]; blips: Fault[] } {
  const pick = generator(seed);
  const faults: Fault[] = [];
  const blips: Fault[] = [];
  const kindAt = () => KINDS[pick(KINDS.length)] ?? 'error';
  for (let source = 0; source < SOURCES; source += 1)
    for (const start of [10, 50].filter((one) => one + 25 < days)) {
      const from = start + pick(8);
      const to = from + LEAST + pick(10);
      const fault: Fault = { source, from, to, kind: kindAt() };
      const other = kindAt();
      if (source % 4 === 1 && to - from > 4 && other !== fault.kind) fault.turns = { at: from + 2, kind: other };
      if (source % 6 === 5) Object.assign(fault, { wavers: true, to: from + 12 });
      faults.push(fault);
      // Far enough from the fault to be a blip of its own.
      const night = start + 30 + pick(5);
      blips.push({ source, from: night, to: night, kind: kindAt() });
    }
  return { faults, blips };
}

function kindOn(day: number, source: number, faults: readonly Fault[]): Kind | undefined {
  const fault = faults.find((one) => one.source === source && day >= one.from && day <= one.to);
  if (fault === undefined || (fault.wavers && (day - fault.from) % 2 === 1)) return undefined;
  return fault.turns && day >= fault.turns.at ? fault.turns.kind : fault.kind;
}

/** Gathers day after day; gives the claims and prints the figures. */
export async function ninetyDays(days = DAYS): Promise<Claims> {
  const { faults, blips } = plan(2026, days);
  const failing = new Map<number, Kind>();
  const servers = await Promise.all(Array.from({ length: SOURCES }, (_, source) => site(source, failing)));
  const shop = await workshop(
    ...servers.map(({ origin }, n) => ({ id: `kilde-${n}`, url: `${origin}/nytt/`, platform: 'generic' })),
  );
  const raised: { source: number; day: number; verb: string }[] = [];
  let alarms: Alarms = {};
  try {
    const communities = await readRegistry(shop.dataDir);
    const known = new Set(communities.flatMap(({ sources }) => sources.map(({ id }) => id)));
    for (let day = 0; day < days; day += 1) {
      failing.clear();
      for (let source = 0; source < SOURCES; source += 1) {
        const kind = kindOn(day, source, [...faults, ...blips]);
        if (kind) failing.set(source, kind);
      }
      const now = new Date(Date.UTC(2026, 0, 1 + day, 3));
      const outcomes = await shop.run({
        now: () => now,
        limits: { headersMs: 150, totalMs: 400, connectMs: 400, bodyMs: 400, backoffMs: 1, tries: 1 },
      });
      const next = nextAlarms(alarms, looksOf(healthOf(communities, outcomes)), {
        day: now.toISOString().slice(0, 10),
        known,
      });
      alarms = next.alarms;
      for (const { do: verb, source } of next.actions) raised.push({ source: Number(source.slice(6)), day, verb });
    }
  } finally {
    await Promise.all(servers.map((server) => server.close()));
    await shop.remove();
  }
  return judge(faults, raised, { days, blips: blips.length });
}

function judge(
  faults: readonly Fault[],
  raised: readonly { source: number; day: number; verb: string }[],
  of: { days: number; blips: number },
): Claims {
  const claims = new Claims();
  const opened = raised.filter(({ verb }) => verb === 'open' || verb === 'reopen');
  const during = ({ source, from, to }: Fault, { source: its, day }: { source: number; day: number }) =>
    its === source && day >= from && day <= to + 1;
  // Two runs in which it failed: the second of them is the day after the first, or the one after that when it wavers.
  const inTime = faults.filter((fault) =>
    opened.some((one) => during(fault, one) && one.day <= fault.from + (fault.wavers ? 4 : 1)),
  );
  const stray = opened.filter((one) => !faults.some((fault) => during(fault, one)));
  const closed = faults.filter((fault) =>
    raised.some(
      ({ verb, source, day }) => verb === 'close' && source === fault.source && day > fault.to && day <= fault.to + 3,
    ),
  );
  claims.that(
    inTime.length >= faults.length * 0.95,
    `${inTime.length} of ${faults.length} faults told within two failing runs`,
  );
  for (const fault of faults.filter((one) => !inTime.includes(one)))
    console.log(`  not in time: kilde-${fault.source} ${fault.kind} from day ${fault.from} to ${fault.to}`);
  claims.that(
    stray.length <= 1,
    `${stray.length} false alarms: ${stray.map(({ source, day }) => `kilde-${source} day ${day}`).join(', ')}`,
  );
  claims.that(opened.length === faults.length + stray.length, `${opened.length} alarms for ${faults.length} faults`);
  claims.that(closed.length === faults.length, `${closed.length} of ${faults.length} alarms closed by themselves`);
  console.log(
    `${of.days} days, ${SOURCES} sources: ${faults.length} faults, ${inTime.length} told in time, ${opened.length} alarms, ${stray.length} false; ` +
      `${of.blips} single bad nights, ${closed.length} closed by themselves, ${raised.filter(({ verb }) => verb === 'relabel').length} relabelled`,
  );
  return claims;
}

/** A site with a list of ten pages, which fails as it is told. */
async function site(source: number, failing: ReadonlyMap<number, Kind>): Promise<MockServer> {
  const items = Array.from(
    { length: 10 },
    (_, n) => `<li><a href="/nytt/sak-${n}/">Sak nummer ${n} om samarbeidet</a></li>`,
  );
  const list = page('Nytt', `<ul>${items.join('')}</ul>`);
  const answer = (whole: string, isList: boolean) => (_: unknown, response: ServerResponse) => {
    const kind = failing.get(source);
    if (kind === undefined || kind === 'robots' || (kind === 'empty' && !isList)) return html(response, 200, whole);
    trouble(kind, response);
  };
  const server = await mockServer({ '/nytt/': answer(list, true) });
  for (let n = 0; n < 10; n += 1) server.pages[`/nytt/sak-${n}/`] = answer(page(`Sak ${n}`, TEXT), false);
  server.pages['/robots.txt'] = (_, response) => {
    const isShut = failing.get(source) === 'robots';
    response.writeHead(isShut ? 503 : 404).end();
  };
  return server;
}

function html(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(text);
}

function trouble(kind: Kind, response: ServerResponse): void {
  const pages: Partial<Record<Kind, [number, string]>> = {
    error: [500, '<h1>Feil</h1>'],
    forbidden: [403, '<h1>Nei</h1>'],
    gone: [404, '<h1>Ikke her</h1>'],
    empty: [200, page('Nytt', '<p>Ingen saker.</p>')],
    login: [200, '<title>Logg inn</title><h1>Logg inn</h1><form><input type="password" name="passord"></form>'],
    challenge: [
      403,
      '<title>Just a moment...</title><script src="/cdn-cgi/challenge-platform/h/b/orchestrate/jsch/v1"></script>',
    ],
  };
  const known = pages[kind];
  if (known) html(response, ...known);
  else if (kind === 'reset') response.destroy();
  // Anything else hangs: no answer ever comes.
}
