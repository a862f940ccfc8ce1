/**
 * Kills runs of the whole pipeline at random moments with SIGKILL and lets the next run finish: it must end with what an
 * undisturbed run publishes, ask for no address more than twice over both runs, and leave no half-made file.
 *
 *     npm run test:kill                  40 kills
 *     npm run test:kill -- 6             6 kills, as in CI
 *
 * Times and record ids differ between any two runs; they are left out of the comparison, everything else is in it.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import diagnostics from 'node:diagnostics_channel';
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveSampleWeb } from '../../cli/sample-web.ts';
import { checkPublished } from '../../normalizer/index.ts';

const kills = Number(process.argv[2] ?? 40);
const cli = join(import.meta.dirname, '../../cli/samla.js');
const asked = new Map<string, number>();
let passed = 0;
let failed = 0;

diagnostics.subscribe('http.server.request.start', (message) => {
  const { request } = message as { request: IncomingMessage };
  const address = `${request.headers.host}${request.url}`;
  asked.set(address, (asked.get(address) ?? 0) + 1);
});

const registry = await mkdtemp(join(tmpdir(), 'samla-kill-'));
const web = await serveSampleWeb({ dataDir: registry });
try {
  const started = Date.now();
  const reference = await undisturbed();
  const wholeRun = Date.now() - started;
  console.log(`an undisturbed run takes ${(wholeRun / 1000).toFixed(1)} s`);
  for (let round = 1; round <= kills; round += 1) await killed(round, wholeRun, reference);
} finally {
  await web.close();
  rmSync(registry, { recursive: true, force: true });
}
console.log(`kill loop: ${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function undisturbed(): Promise<string> {
  const data = await freshData();
  const code = await ended(start(data));
  if (code !== 0 && code !== 3) throw new Error(`the undisturbed run ended with ${code}`);
  const published = essenceOf(data);
  rmSync(data, { recursive: true });
  return published;
}

async function killed(round: number, wholeRun: number, reference: string): Promise<void> {
  const data = await freshData();
  asked.clear();
  const child = start(data);
  const moment = Math.round(spread(round) * wholeRun);
  const timer = setTimeout(() => child.kill('SIGKILL'), moment);
  await ended(child);
  clearTimeout(timer);
  const code = await ended(start(data));
  const most = Math.max(...asked.values());
  const wrong = [
    code === 0 || code === 3 ? '' : `the next run ended with ${code}`,
    essenceOf(data) === reference ? '' : 'what was published differs from an undisturbed run',
    most <= 2 ? '' : `${[...asked].find(([, times]) => times === most)?.[0]} was asked for ${most} times`,
    ...(await checkPublished(data)).map(({ file, message }) => `${file}: ${message}`),
    leftovers(data).length === 0 ? '' : `left behind: ${leftovers(data).join(' ')}`,
  ].filter(Boolean);
  if (wrong.length === 0) passed += 1;
  else failed += 1;
  console.log(
    `${wrong.length === 0 ? 'ok  ' : 'FAIL'} killed after ${moment} ms${wrong.length === 0 ? '' : `: ${wrong.join('; ')}`}`,
  );
  rmSync(data, { recursive: true });
}

/** Evenly spread over (0, 1) without repeating: the golden ratio's multiples. The same moments each time. */
function spread(round: number): number {
  return (round * 0.618_033_988_75) % 1;
}

async function freshData(): Promise<string> {
  const data = await mkdtemp(join(tmpdir(), 'samla-kill-'));
  cpSync(registry, data, { recursive: true });
  return data;
}

function start(data: string): ChildProcess {
  const dirs = ['--data', data, '--captures', join(data, 'captures'), '--out', join(data, 'site')];
  return spawn(process.execPath, [cli, 'run', ...dirs, '--allow-private'], { stdio: 'ignore' });
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((done) => child.once('exit', (code) => done(code)));
}

/** All that was published, times and record ids blanked. */
function essenceOf(data: string): string {
  const read = (name: string) => readFileSync(join(data, 'published', name), 'utf8');
  return ['items.ndjson', 'meetings.ndjson', 'communities.json', 'sources.json']
    .map(read)
    .join('\n')
    .replace(/"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z"/g, '"(time)"')
    .replace(/urn:uuid:[0-9a-f-]+/g, '(id)')
    .replace(/"receipt": \{[^}]*\}/g, '"receipt": {}');
}

/** Files that only a run that goes on should have. */
function leftovers(data: string): string[] {
  const names = readdirSync(data, { recursive: true }).map(String);
  return names.filter((name) => /\.(?:part|next|tmp)$|\.published-(?:next|last)|\.lock$/.test(name));
}
