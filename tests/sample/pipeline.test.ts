import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveSampleWeb } from '../../cli/sample-web.ts';
import type { Item, Meeting } from '../../normalizer/index.ts';
import { type Ran, samla } from '../cli/samla.ts';
import { schemaProblems } from '../normalizer/outputs/schema-problems.ts';
import { type Score, score, type Truth } from './score.ts';

let dataDir: string;
let web: Awaited<ReturnType<typeof serveSampleWeb>>;
let first: Ran;
let scored: Score;
let items: Item[];
let meetings: Meeting[];

const run = () =>
  samla(
    'run',
    '--data',
    dataDir,
    '--captures',
    join(dataDir, 'captures'),
    '--out',
    join(dataDir, 'site'),
    '--allow-private',
  );

async function records<T>(name: string): Promise<T[]> {
  const text = await readFile(join(dataDir, 'published', name), 'utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
}

/** The one file that tells when the sources were last looked at. */
const MANIFEST = 'freshness.json';

async function hashOf(folder: string): Promise<string> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found.filter((entry) => entry.isFile() && entry.name !== MANIFEST);
  const hash = createHash('sha256');
  for (const file of files.map((entry) => join(entry.parentPath, entry.name)).sort())
    hash.update(file.slice(folder.length)).update(await readFile(file));
  return hash.digest('hex');
}

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'samla-sample-'));
  web = await serveSampleWeb({ dataDir });
  first = await run();
  const truth = JSON.parse(await readFile(new URL('../../data/sample/truth.json', import.meta.url), 'utf8')) as Truth;
  items = await records<Item>('items.ndjson');
  meetings = await records<Meeting>('meetings.ndjson');
  scored = score(truth, web.sites, { items, meetings });
}, 120_000);

afterAll(async () => {
  await web.close();
  await rm(dataDir, { recursive: true, force: true });
});

describe('the whole way on the sample web', () => {
  it('ends with 0, or with 3 on a machine without a browser', () => {
    expect([0, 3], first.stderr).toContain(first.code);
    if (first.code === 3) expect(first.stderr).toContain('needs a browser');
  });

  it.each([
    ['found', 100],
    ['title', 98],
    ['language', 98],
    ['published', 98],
    ['updated', 98],
    ['body includes', 98],
    ['body excludes', 98],
    ['irrelevant left out', 100],
    ['same item merged', 100],
    ['meetings recall', 90],
    ['meetings precision', 90],
  ])('C3.5 gets “%s” right in at least %d per cent', (field, target) => {
    const { right, of } = scored.tally[field] ?? { right: 0, of: 0 };
    expect(of, `nothing in the truth about ${field}`).toBeGreaterThan(0);
    expect(
      (100 * right) / of,
      scored.missed.filter((line) => line.startsWith(field)).join('\n'),
    ).toBeGreaterThanOrEqual(target);
  });

  it('A3.6 says of every item where it was, when it was fetched, what its bytes were and what read it', () => {
    expect(items.length).toBeGreaterThan(0);
    for (const { url, urls, provenance } of items) {
      expect(urls).toContain(url);
      expect(provenance.capturedAt).toMatch(/^\d{4}-\d\d-\d\dT/);
      expect(provenance.status).toBe(200);
      expect(provenance.digest).toMatch(/sha256|^[\da-f]{64}$/);
      expect(provenance.extractor).toMatch(/@\d/);
    }
  });

  it('links every item and meeting both ways', () => {
    const byId = new Map(meetings.map((meeting) => [meeting.id, meeting]));
    const itemIds = new Set(items.map(({ id }) => id));
    for (const item of items)
      for (const id of item.meetings) expect(byId.get(id)?.items, `${item.url} -> ${id}`).toContain(item.id);
    for (const meeting of meetings) for (const id of meeting.items) expect(itemIds.has(id), meeting.id).toBe(true);
  });

  it('publishes what samla check finds nothing wrong with', async () => {
    const { code, stdout } = await samla('check', '--data', dataDir);
    expect(stdout).toBe('');
    expect(code).toBe(0);
  });

  it('A3.1 publishes files that their schemas allow', () => {
    const { problems, records } = schemaProblems(join(dataDir, 'published'));
    expect(problems).toEqual([]);
    expect(records).toBeGreaterThan(items.length + meetings.length);
  });

  it('A3.3 changes no byte under published/ when it is run again, and none when it is normalized again', async () => {
    const before = await hashOf(join(dataDir, 'published'));
    const site = await hashOf(join(dataDir, 'site'));
    expect((await run()).code).toBe(first.code);
    expect(await hashOf(join(dataDir, 'published'))).toBe(before);
    expect(await hashOf(join(dataDir, 'site'))).toBe(site);
    // sources.json remembers the run that last changed anything; items and meetings follow from the originals alone.
    const published = () => Promise.all(['items.ndjson', 'meetings.ndjson'].map((name) => records(name)));
    const records1 = await published();
    await rm(join(dataDir, 'published'), { recursive: true });
    await samla('normalize', '--data', dataDir, '--captures', join(dataDir, 'captures'));
    expect(await published()).toEqual(records1);
  }, 300_000);
});
