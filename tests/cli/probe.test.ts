import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveSampleWeb } from '../../cli/sample-web.ts';
import { readRegistry } from '../../scraper/read-registry.ts';
import { type Ran, samla } from './samla.ts';
import { samlaHere } from './samla-here.ts';

const lines = (text: string) => text.split('\n').filter(Boolean);
let dataDir: string;
let web: Awaited<ReturnType<typeof serveSampleWeb>>;
let other: Server;
let site: string;

/** A site that no registry knows: a council's news, one of them about the helsefellesskap of Østfold. */
const PAGES: Record<string, string> = {
  '/': '<main><h1>Fjordrådet</h1><p>Rådet arbeider med skole, vei og vann i tre bygder, og møtes hver måned på rådhuset.</p></main>',
  '/aktuelt/': `<main><h1>Aktuelt</h1>${[1, 2, 3]
    .map(
      (n) =>
        `<article><h2><a href="/aktuelt/sak-${n}/">Sak ${n} fra rådet</a></h2><time datetime="2026-10-0${n}">${n}. oktober</time><p>Kort.</p></article>`,
    )
    .join('')}</main>`,
  '/aktuelt/sak-1/':
    '<article><h1>Sak 1 fra rådet</h1><p>Publisert 01.10.2026</p><p>Partnerskapsmøtet i helsefellesskapet ble holdt 24. september 2026 i Halden. Kommunene og sykehuset ble enige om å bygge ut tilbudet til eldre.</p></article>',
  '/aktuelt/sak-2/':
    '<article><h1>Sak 2 fra rådet</h1><p>Ny vei til kaia åpner til våren, og ferja får nytt leie.</p></article>',
  '/aktuelt/sak-3/':
    '<article><h1>Sak 3 fra rådet</h1><p>Skolekorpset fyller hundre år og inviterer hele bygda.</p></article>',
};

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'samla-probe-cli-'));
  web = await serveSampleWeb({ dataDir });
  other = createServer((request, response) => {
    const html = PAGES[request.url ?? ''];
    response.writeHead(html === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(html && `<!doctype html><html lang="nb"><title>Fjordrådet</title><body>${html}</body></html>`);
  });
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
  site = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
});

afterAll(async () => {
  await web.close();
  other.closeAllConnections();
  other.close();
  await rm(dataDir, { recursive: true, force: true });
});

const run = (name: 'probe' | 'add', url: string, ...more: string[]): Promise<Ran> =>
  samlaHere(name, url, '--data', dataDir, '--allow-private', ...more);

/** One clear line on stderr, nothing on stdout. */
function expectOneLine({ code, stdout, stderr }: Ran, expected: number, ...parts: string[]): void {
  expect(lines(stderr)).toHaveLength(1);
  for (const part of parts) expect(stderr).toContain(part);
  expect(stdout).toBe('');
  expect(code).toBe(expected);
}

const communityFile = (id: string) => join(dataDir, 'communities', `${id}.yaml`);

// A probe waits its turn on a busy machine.
describe('samla probe', { timeout: 90_000 }, () => {
  it('says what a WordPress site is and what its first pages would become', async () => {
    const { code, stdout, stderr } = await samla(
      'probe',
      `${web.sites['telemark']}/`,
      '--data',
      dataDir,
      '--allow-private',
    );
    expect(stderr).toBe('');
    expect(code).toBe(0);
    for (const said of [
      /^ +answer +200 text\/html$/m,
      /^ +platform +wordpress, almost certainly \(0\.95\): it says that WordPress .* made it$/m,
      /^ +robots\.txt +lets us in$/m,
      /^ +interface +.*\/wp-json\/wp\/v2\/posts: \d entries/m,
      /^ +published +.*Rjukan\n +news, nn, 2026-11-12; meeting konferanse 2027-01-20 \(planned\)$/m,
      /^Suggested for telemark; scope community: /m,
      /^ +platform: wordpress$/m,
      /^ +samla add .* --community telemark$/m,
    ])
      expect(stdout).toMatch(said);
    expect(stdout).not.toContain('\u001b');
  });

  it('gives scripts one object, with the reason for every page that is left out', async () => {
    const { code, stdout } = await run('probe', `${site}/aktuelt/`, '--json');
    expect(code).toBe(0);
    const said = JSON.parse(stdout) as { pages: Record<string, unknown>[] };
    expect(said).toMatchObject({
      url: `${site}/aktuelt/`,
      status: 200,
      platform: { name: 'generic', confidence: 0.1 },
      robots: { allowed: true, crawlDelay: null },
      scripts: { needed: 'no' },
      listing: { form: 'page', entries: 3, newest: '2026-10-03' },
      suggestion: { community: null, entry: { url: `${site}/aktuelt/`, publishes: ['news'], scope: 'topical' } },
    });
    expect(said.pages.map(({ leftOut }) => leftOut)).toEqual([
      expect.stringContaining('lists 3 other pages'),
      expect.stringContaining('names neither'),
      expect.stringContaining('names neither'),
      null,
    ]);
    expect(said.pages.at(-1)).toMatchObject({
      kind: 'news',
      language: 'nb',
      published: '2026-10-01',
      meetings: [{ body: 'partnerskapsmote', start: '2026-09-24', status: 'held' }],
    });
  });

  it('leaves nothing behind in the data folder', async () => {
    expect((await readdir(dataDir)).sort()).toEqual(['communities', 'site.yaml', 'web.json']);
  });

  it('ends with 1 and one line that names the cause when the address can’t be read', async () => {
    expectOneLine(await run('probe', `${site}/finnes-ikke/`), 1, '(not-found)', '/finnes-ikke/ answers 404');
  });

  it('refuses private addresses unless they are allowed', async () => {
    const ran = await samlaHere('probe', `${site}/aktuelt/`, '--data', dataDir);
    expectOneLine(ran, 1, '(private-address)', '--allow-private');
  });

  it.each(['aktuelt', 'ftp://example.no/', 'https://'])('says what it expects when it gets %s', async (text) => {
    expectOneLine(await run('probe', text), 2, text, 'expected an address that begins with https://');
  });
});

describe('samla add', { timeout: 90_000 }, () => {
  it('writes a source after a probe, and samla check is content with it', async () => {
    const before = await readFile(communityFile('ostfold'), 'utf8');
    const { code, stdout, stderr } = await run(
      'add',
      `${site}/aktuelt/`,
      '--community',
      'ostfold',
      '--id',
      'fjordradet',
    );
    expect(code, stderr).toBe(0);
    const after = await readFile(communityFile('ostfold'), 'utf8');
    expect(after.startsWith(before)).toBe(true);
    const added = after.slice(before.length);
    expect(added.replace(/^ {2}/gm, '')).toBe(`\n# Seen: written by \`samla add\` after a probe.\n${stdout}`);
    expect(stdout).toBe(`- id: fjordradet\n  url: ${site}/aktuelt/\n  publishes: [news]\n  scope: topical\n`);
    expect(stderr).toContain(`ostfold.yaml:${after.split('\n').findIndex((line) => line.includes('fjordradet')) + 1}`);
    const checked = await samlaHere('check', '--data', dataDir);
    expect(checked.stdout).toBe('');
    expect(checked.code).toBe(0);
    expect(await readdir(join(dataDir, 'communities'))).not.toContain('ostfold.yaml.part');
  });

  it('refuses an address that a source has already, however it is written, and says whose', async () => {
    const known = `${web.sites['ostfold']}/samarbeid/?utm_source=x#topp`;
    expectOneLine(await run('add', known, '--community', 'ostfold'), 2, 'is known already', 'ostfold-samarbeid');
  });

  it.each([
    ['a community that there is none of', ['--community', 'ostfol'], ['ostfol', 'did you mean ostfold?']],
    ['no community', [], ['--community']],
    ['an id that another source has', ['--community', 'ostfold', '--id', 'forde-aktuelt'], ['sogn-fjordane.yaml']],
    ['an id that is none', ['--community', 'ostfold', '--id', 'Ny Kilde'], ['kebab-case']],
  ])('refuses %s in one line', async (_, more, parts) => {
    expectOneLine(await run('add', `${site}/`, ...more), 2, ...parts);
  });

  it('writes nothing when the address can’t be read', async () => {
    const before = await readFile(communityFile('ostfold'), 'utf8');
    expectOneLine(
      await run('add', `${site}/borte/`, '--community', 'ostfold'),
      1,
      '(not-found)',
      'nothing was written',
    );
    expect(await readFile(communityFile('ostfold'), 'utf8')).toBe(before);
  });

  it('makes the first source of a community that had none, and an id of its own', async () => {
    const { code, stderr } = await run(
      'add',
      `${web.sites['helse-nt']}/om-oss/personvern/`,
      '--community',
      'vest-viken',
    );
    expect(code, stderr).toBe(0);
    const community = (await readRegistry(dataDir)).find(({ id }) => id === 'vest-viken');
    expect(community?.sources).toHaveLength(1);
    expect(community?.sources[0]?.id).toMatch(/^127-0-0-1-\d+-personvern$/);
  });

  it('ends in one line for a data folder that is none', async () => {
    const empty = join(dataDir, 'tom');
    await mkdir(empty);
    const ran = await samlaHere('add', `${site}/`, '--community', 'ostfold', '--data', empty);
    await rm(empty, { recursive: true });
    expect(lines(ran.stderr)).toHaveLength(1);
    expect(ran.code).toBe(2);
  });
});
