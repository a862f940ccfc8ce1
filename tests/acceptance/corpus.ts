/**
 * Acceptance on a corpus: serves it, runs the whole pipeline twice as a user would, scores what was published and
 * compares with the targets. Run by .ci/run where a corpus stands beside the project:
 *
 *     node --import tsx tests/acceptance/corpus.ts <folder with corpus/ and corpus-tools/>
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

/** Per cent that must be reached; every other line of the score at least {@link OTHERWISE}. */
const TARGETS: Record<string, number> = { found: 98, 'same item merged': 100 };
const OTHERWISE = 97;

/** The five documents that the project was started from: every scored field of theirs must be right. */
const SEEDS = [
  'vestreviken/om-oss/nyheter/partnerskapsmote-i-vest-viken-helsefellesskap/',
  'kommunehelsesamarbeidet/helsefelleskap-vest-viken/',
  'siv/om-oss/nyheter/arrangerte-konferanse-for-helsefellesskapet/',
  'saman/aktuelt/fullt-hus-pa-partnarskapsmote-2023/',
  'kommunehelsesamarbeidet/wp-content/uploads/2011/02/2-linjetjenesten-som-serviceinstans.pptx',
  'kommunehelsesamarbeidet/wp-content/uploads/2011/02/2-linjetjenesten-som-serviceinstans.pdf',
];

interface Score {
  tally: Record<string, { right: number; of: number }>;
  total: { right: number; of: number };
  missed: string[];
}

interface Logged {
  site: string;
  path: string;
  status: number;
  conditional: boolean;
  concurrency: number;
}

const shared = resolve(process.argv[2] ?? '../shared');
const tool = (name: string) => join(shared, 'corpus-tools', name);
const corpus = join(shared, 'corpus');
const { sites } = JSON.parse(await readFile(join(corpus, 'corpus.json'), 'utf8')) as {
  sites: Record<string, { robots?: string }>;
};
let passed = 0;
let failed = 0;

const web = await mkdtemp(join(tmpdir(), 'samla-corpus-'));
const server = await serveCorpus();
try {
  await acceptance();
} finally {
  server.kill();
  await rm(web, { recursive: true, force: true });
}
console.log(`acceptance: ${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function acceptance(): Promise<void> {
  check('the first run exits with 0 or 3', [0, 3].includes(await samlaRun()));
  const first = await requests();
  check('at most one request at a time to a site', Math.max(...first.map(({ concurrency }) => concurrency)) === 1);
  await score();

  const before = await publishedBytes();
  await cp(join(web, 'published'), join(web, 'published-first'), { recursive: true });
  check('the second run exits with 0 or 3', [0, 3].includes(await samlaRun()));
  const second = (await requests()).slice(first.length);
  check('a second run changes no byte under published/', (await publishedBytes()) === before);
  const bodies = (log: Logged[]) => log.filter(({ status, path }) => status === 200 && path !== '/robots.txt').length;
  console.log(
    `requests: ${first.length} then ${second.length}; bodies: ${bodies(first)} then ${bodies(second)}; ` +
      `not modified in the second: ${second.filter(({ status }) => status === 304).length}`,
  );
  check('a second run fetches at most a quarter of the bodies', bodies(second) <= bodies(first) / 4);
  const forbidden = [...first, ...second].filter(isDisallowed).map(({ site, path }) => site + path);
  check('no path is asked for that robots.txt forbids', forbidden.length === 0, forbidden.join(' '));
  const careless = await askedWithoutValidator(second);
  check('the second run asks conditionally wherever a validator was given', careless.length === 0, careless.join(' '));
  const lists = await listAddresses();
  // A list that its scripts fill asks for its parts under /api/.
  const isList = ({ site, path }: Logged) => lists.has(`${site}${path}`) || path.startsWith('/api/');
  const pages = second.filter((one) => one.status === 200 && !isList(one));
  check(
    'the second run brings bodies of lists alone',
    pages.length === 0,
    pages.map(({ site, path }) => site + path).join(' '),
  );
}

async function score(): Promise<void> {
  const { stdout } = await run('node', [
    tool('score.mjs'),
    '--corpus',
    corpus,
    '--web',
    web,
    '--published',
    join(web, 'published'),
    '--json',
  ]);
  const { tally, total, missed } = JSON.parse(stdout) as Score;
  const perCent = ({ right, of }: { right: number; of: number }) => (100 * right) / of;
  for (const [field, one] of Object.entries(tally))
    console.log(
      `${field.padEnd(26)} ${String(one.right).padStart(4)} of ${String(one.of).padStart(4)}  ${perCent(one).toFixed(1)} %`,
    );
  console.log(`all fields: ${total.right} of ${total.of} (${perCent(total).toFixed(1)} %)`);
  for (const [field, one] of Object.entries(tally)) {
    const target = TARGETS[field] ?? OTHERWISE;
    check(
      `${field} at least ${target} %`,
      perCent(one) >= target,
      missed.filter((line) => line.startsWith(`${field}:`)).join('; '),
    );
  }
  for (const seed of SEEDS) {
    const wrong = missed.filter((line) => line.includes(`${seed}:`) || line === `found: ${seed}`);
    check(`seed ${seed}`, wrong.length === 0, wrong.join('; '));
  }
}

function check(what: string, holds: boolean, detail = ''): void {
  if (holds) passed += 1;
  else failed += 1;
  console.log(`${holds ? 'ok  ' : 'FAIL'} ${what}${holds || detail === '' ? '' : ` – ${detail}`}`);
}

async function serveCorpus(): Promise<ChildProcess> {
  const child = spawn('node', [tool('serve.mjs'), '--corpus', corpus, '--out', web], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((ready, gone) => {
    child.stdout?.once('data', () => ready());
    child.once('exit', (code) => gone(new Error(`the corpus could not be served (exit ${code})`)));
  });
  return child;
}

/** The exit code of `samla run` on the corpus; what it says goes to our stderr. */
function samlaRun(): Promise<number> {
  const dirs = ['--data', web, '--captures', join(web, 'captures'), '--out', join(web, 'site')];
  const child = spawn('npx', ['samla', 'run', ...dirs, '--allow-private'], { stdio: ['ignore', 'inherit', 'inherit'] });
  return new Promise((done) => child.once('exit', (code) => done(code ?? 1)));
}

async function requests(): Promise<Logged[]> {
  const text = await readFile(join(web, 'requests.ndjson'), 'utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Logged);
}

/** One hash over names and bytes of all published files. */
async function publishedBytes(): Promise<string> {
  const folder = join(web, 'published');
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const hash = createHash('sha256');
  for (const file of entries.map((entry) => join(entry.parentPath, entry.name)).sort())
    hash.update(file).update(await readFile(file));
  return hash.digest('hex');
}

/** Whether a site's robots.txt keeps everybody from the path; the corpus uses plain prefixes alone. */
function isDisallowed({ site, path }: Logged): boolean {
  const lines = (sites[site]?.robots ?? '').split('\n').map((line) => /^(dis)?allow:\s*(\/\S*)/i.exec(line));
  const longest = lines
    .filter((rule) => rule?.[2] && path.startsWith(rule[2]))
    .sort((a, b) => (b?.[2]?.length ?? 0) - (a?.[2]?.length ?? 0))[0];
  return longest?.[1] !== undefined;
}

/** Addresses whose routes give a validator and that were asked for without it. */
async function askedWithoutValidator(log: Logged[]): Promise<string[]> {
  const sites = new Set(log.map(({ site }) => site));
  const validated = new Set<string>();
  for (const site of sites) {
    const routes = JSON.parse(await readFile(join(corpus, 'sites', site, 'routes.json'), 'utf8')) as {
      path: string;
      etag?: boolean;
      lastModified?: string;
      query?: unknown;
      redirect?: string;
    }[];
    for (const { path, etag, lastModified, query, redirect } of routes)
      if ((etag || lastModified) && !query && !redirect) validated.add(`${site}${path}`);
  }
  return log
    .filter(({ site, path, status, conditional }) => status === 200 && !conditional && validated.has(`${site}${path}`))
    .map(({ site, path }) => site + path);
}

/** Addresses that are asked for every night: registered ones, lists, feeds, sitemaps and interfaces, and robots.txt. */
async function listAddresses(): Promise<Set<string>> {
  const origins = JSON.parse(await readFile(join(web, 'web.json'), 'utf8')) as Record<string, string>;
  const idAt = new Map(Object.entries(origins).map(([id, origin]) => [origin, id]));
  const lists = new Set(Object.keys(origins).flatMap((id) => [`${id}/robots.txt`, `${id}/sitemap.xml`]));
  const folder = join(web, 'state', 'pages');
  for (const name of await readdir(folder))
    for (const line of (await readFile(join(folder, name), 'utf8')).split('\n').filter(Boolean)) {
      const { url, role, visited } = JSON.parse(line) as { url: string; role: string; visited?: string };
      const { origin, pathname, search } = new URL(url);
      // What is asked for by its turn says when that was; what is asked for every night doesn't.
      if (visited === undefined || !['page', 'document'].includes(role))
        lists.add(`${idAt.get(origin)}${decodeURI(pathname)}${search}`).add(`${idAt.get(origin)}${pathname}${search}`);
    }
  return lists;
}

function run(command: string, args: string[]): Promise<{ stdout: string }> {
  return promisify(execFile)(command, args, { maxBuffer: 64e6 });
}
