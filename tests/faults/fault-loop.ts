/**
 * Lets every call of the file system fail once, one after the other, in a small run of gathering and understanding: over two tiny sites,
 * from nothing and over an older state, one failure alone and, every other time, one that lasts (a disk that is full stays full).
 * After each: a clear line and exit code 1, what is published is the old or the new state and never a mix, state files that parse; and the
 * next undisturbed run publishes what an undisturbed run does and leaves nothing half-made.
 *
 *     npm run test:faults                  every call
 *     npm run test:faults -- 17            every 17th call, as in the suite
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { main } from '../../cli/index.ts';
import { type MockServer, mockServer, type Reply } from '../scraper/mock-server.ts';

interface Plan {
  folder: string | undefined;
  at: number;
  /** Which of the errors that the call may fail with. */
  turn: number;
  onwards: boolean;
  count: number;
  hit: { code: string; syscall: string; path: string; kind: string } | undefined;
}

interface Ran {
  codes: number[];
  said: string;
}

const plan = (globalThis as unknown as { failingFs?: Plan }).failingFs;
if (!plan) throw new Error('start with --import ./tests/faults/failing-fs.mjs');
const stride = Number(process.argv[2] ?? 1);
const folder = mkdtempSync(join(tmpdir(), 'samla-faults-'));
// Temporary files of the run belong to what is watched.
process.env['TMPDIR'] = join(folder, 'tmp');
const stray: string[] = [];
process.on('uncaughtException', (error) => stray.push(`uncaught ${error.message}`));
process.on('unhandledRejection', (error) => stray.push(`unhandled ${error}`));
let passed = 0;
let failed = 0;

const servers: MockServer[] = [await mockServer(site('fjord', 3)), await mockServer(site('vidde', 2))];
try {
  const fresh = await prepared('fresh');
  const older = await prepared('older', fresh);
  await quietly(run, older);
  const before = published(older);
  Object.assign(servers[0]?.pages ?? {}, site('fjord', 4));
  const after = await reference(older);
  await tortured(older, { before, after: after.text, calls: after.calls });
  const first = await reference(fresh);
  await tortured(fresh, { before: undefined, after: first.text, calls: first.calls });
} catch (error) {
  failed += 1;
  console.log(error);
} finally {
  for (const server of servers) await server.close();
  rmSync(folder, { recursive: true, force: true });
}
console.log(`faults: ${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** A list and its articles. */
function site(name: string, articles: number): Record<string, Reply> {
  const numbers = Array.from({ length: articles }, (_, n) => n + 1);
  const title = (n: number) => `Helsefellesskapet på ${name} vedtok plan ${n} for eldre pasienter`;
  const shell = (heading: string, body: string): string =>
    `<!doctype html><html lang="nb"><title>${heading}</title><main><h1>${heading}</h1>${body}</main></html>`;
  const text = `<p>Kommunene og sykehuset i helsefellesskapet ble enige om hvordan eldre pasienter skal følges opp når de kommer hjem.</p>`;
  return {
    '/nytt/': shell(
      'Nytt',
      `<ul>${numbers.map((n) => `<li><a href="/nytt/${n}/">${title(n)}</a> 0${n}.02.2025</li>`).join('')}</ul>`,
    ),
    ...Object.fromEntries(
      numbers.map((n) => [`/nytt/${n}/`, shell(title(n), `<p>Publisert 0${n}.02.2025</p>${text.repeat(3)}`)]),
    ),
  };
}

async function prepared(name: string, from?: string): Promise<string> {
  const data = join(folder, name);
  if (from) cpSync(from, data, { recursive: true });
  mkdirSync(join(data, 'communities'), { recursive: true });
  const about = { region: 'Helse Nord', trusts: [{ name: 'Prøve HF', organisation: '983974910' }] };
  const sources = servers.map(({ origin }, at) => ({
    id: `prove-${at}`,
    url: `${origin}/nytt/`,
    platform: 'generic',
    publishes: ['news'],
    scope: 'community',
    delaySeconds: 0,
  }));
  const names = { nb: 'Helsefellesskapet Prøve', nn: 'Helsefellesskapet Prøve' };
  writeFileSync(
    join(data, 'communities', 'prove.yaml'),
    stringify({ id: 'prove', name: names, ...about, municipalities: ['1804'], sources }),
  );
  return data;
}

async function run(data: string): Promise<number[]> {
  const dirs = ['--data', data, '--captures', join(data, 'captures')];
  const gathered = await main(['scrape', ...dirs, '--allow-private']);
  return gathered === 1 || gathered === 2 ? [gathered] : [gathered, await main(['normalize', ...dirs])];
}

/** Runs with what goes to stderr caught. */
async function quietly(work: (data: string) => Promise<number[]>, data: string): Promise<Ran> {
  const write = process.stderr.write;
  let said = '';
  process.stderr.write = ((text: string) => {
    said += text;
    return true;
  }) as typeof write;
  try {
    mkdirSync(join(folder, 'tmp'), { recursive: true });
    return { codes: await work(data), said };
  } finally {
    process.stderr.write = write;
  }
}

async function reference(from: string): Promise<{ text: string; calls: number }> {
  const data = copyOf(from);
  arm(data, Number.POSITIVE_INFINITY);
  const { codes, said } = await quietly(run, data);
  const calls = disarm().count;
  if (codes.join() !== '0,0') throw new Error(`the undisturbed run ended with ${codes}: ${said}`);
  return { text: published(data) ?? '', calls };
}

function copyOf(from: string): string {
  const data = join(folder, 'work');
  rmSync(data, { recursive: true, force: true });
  cpSync(from, data, { recursive: true });
  return data;
}

function arm(data: string, at: number): void {
  Object.assign(plan as Plan, {
    folder: undefined,
    at,
    turn: Math.floor(at * 6.18),
    onwards: Math.floor(at * 1.618) % 2 === 0,
    count: 0,
    hit: undefined,
  });
  (plan as Plan).folder = data;
}

function disarm(): Plan {
  const { folder: _, ...rest } = plan as Plan;
  (plan as Plan).folder = undefined;
  return { ...rest, folder: undefined };
}

async function tortured(
  from: string,
  want: { before: string | undefined; after: string; calls: number },
): Promise<void> {
  console.log(`${want.calls} calls ${want.before === undefined ? 'from nothing' : 'over an older state'}`);
  for (let at = 1; at <= want.calls; at += stride) {
    const data = copyOf(from);
    stray.length = 0;
    arm(data, at);
    const ran = await quietly(run, data);
    await new Promise((later) => setTimeout(later, 5));
    const { hit } = disarm();
    const wrong = [...faultsOf(ran, data, want), ...stray, ...brokenState(data)];
    const next = await quietly(run, data);
    if (next.codes.join() !== '0,0') wrong.push(`the next run ended with ${next.codes}: ${next.said.trim()}`);
    if (published(data) !== want.after) wrong.push('what the next run published differs from an undisturbed one');
    const left = leftovers(data);
    if (left.length > 0) wrong.push(`left behind: ${left.join(' ')}`);
    if (wrong.length === 0) passed += 1;
    else {
      failed += 1;
      const what = hit ? `${hit.code} at ${hit.syscall} ${hit.path.slice(folder.length)}` : 'nothing failed';
      console.log(`FAIL call ${at} (${what}; codes ${ran.codes}): ${wrong.join('; ')}`);
    }
  }
}

function faultsOf({ codes, said }: Ran, data: string, want: { before: string | undefined; after: string }): string[] {
  const wrong: string[] = [];
  const now = published(data);
  if (now !== want.before && now !== want.after) wrong.push('what is published is neither the old nor the new state');
  const last = codes.at(-1);
  if (last === 0) {
    if (now !== want.after) wrong.push('ended with 0 but published the old state');
    if (codes[0] !== 0) wrong.push(`gathering ended with ${codes[0]}: ${said.trim()}`);
    return wrong;
  }
  const lines = said.split('\n').filter((line) => line.startsWith('samla: '));
  if (last !== 1 && !/communities.*can't be read/.test(said)) wrong.push(`ended with ${last}`);
  if (lines.length !== 1) wrong.push(`${lines.length} lines of trouble: ${said.trim()}`);
  if (/\n\s+at /.test(said)) wrong.push('a stack was shown');
  if (!said.includes(data)) wrong.push(`names no file: ${lines[0]}`);
  if (!/run again|could not be written|folder|can't be read/.test(lines[0] ?? ''))
    wrong.push(`doesn't say what to do: ${lines[0]}`);
  return wrong;
}

function published(data: string): string | undefined {
  const at = join(data, 'published');
  if (!existsSync(at)) return undefined;
  return (
    readdirSync(at)
      .sort()
      // The sums in datapackage.json are of files with times in them, which are blanked below.
      .filter((name) => /json$/.test(name) && name !== 'datapackage.json')
      .map((name) => `${name}\n${readFileSync(join(at, name), 'utf8')}`)
      .join('\n')
      .replace(/"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z"/g, '"(time)"')
      .replace(/urn:uuid:[0-9a-f-]+/g, '(id)')
      .replace(/"receipt": \{[^}]*\}/g, '"receipt": {}')
  );
}

function brokenState(data: string): string[] {
  const state = join(data, 'state');
  const names = existsSync(state) ? readdirSync(state, { recursive: true }).map(String) : [];
  return names.flatMap((name) => {
    const isLines = name.endsWith('.ndjson');
    if (!isLines && !name.endsWith('.json')) return [];
    const text = readFileSync(join(state, name), 'utf8');
    try {
      for (const record of isLines ? text.split('\n').filter(Boolean) : [text]) JSON.parse(record);
      return [];
    } catch {
      return [`state/${name} does not parse`];
    }
  });
}

/** Files that only a run that goes on should have, and originals without a byte in them. */
function leftovers(data: string): string[] {
  const names = readdirSync(data, { recursive: true }).map(String);
  const half = names.filter((name) => /\.(?:part|next|tmp)$|\.published-(?:next|last)|\.drafts|\.lock$/.test(name));
  const empty = names.filter((name) => name.endsWith('.warc.gz') && readFileSync(join(data, name)).length === 0);
  return [...half, ...empty, ...readdirSync(join(folder, 'tmp'))];
}
