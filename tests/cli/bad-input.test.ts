import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Ran, samla, samlaIn } from './samla.ts';

const folder = () => mkdtemp(join(tmpdir(), 'samla-cli-'));
const lines = (text: string) => text.split('\n').filter(Boolean);

/** One clear line on stderr, nothing on stdout, exit code 2. */
function expectOneLine({ code, stdout, stderr }: Ran, ...parts: (string | RegExp)[]): void {
  expect(lines(stderr)).toHaveLength(1);
  for (const part of parts) expect(stderr).toMatch(part);
  expect(stdout).toBe('');
  expect(code).toBe(2);
}

async function registryWith(url: string, more = ''): Promise<string> {
  const data = await folder();
  await mkdir(join(data, 'communities'));
  await writeFile(
    join(data, 'communities', 'helgeland.yaml'),
    `id: helgeland
name: {nb: Helsefellesskapet Helgeland, nn: Helsefellesskapet Helgeland}
region: Helse Nord
trusts: [{name: Helgelandssykehuset HF, organisation: "983974929"}]
municipalities: ["1833"]
sources:
  - id: helgeland-nyheter
    url: ${url}
    publishes: [news]
    scope: community
    delaySeconds: 0
${more}`,
  );
  return data;
}

describe('samla with wrong usage', () => {
  it('names an unknown flag and the one that was meant', async () => {
    expectOneLine(await samla('run', '--dat', 'x'), "unknown option '--dat'", /--data/);
  });

  it('names an unknown command', async () => {
    expectOneLine(await samla('scrap'), "unknown command 'scrap'", /scrape/);
  });

  it.each([
    ['--max-pages', 'none', 'whole number from 1'],
    ['--only', ',', 'source ids'],
  ])('says what %s expects when it gets "%s"', async (flag, value, expected) => {
    expectOneLine(await samla('scrape', flag, value), expected);
  });

  it('says that a data folder is not there, and what it should hold', async () => {
    expectOneLine(await samla('run', '--data', '/nowhere/at/all'), '--data /nowhere/at/all', 'communities/');
  });

  it('says that there is no built site to serve', async () => {
    expectOneLine(await samla('serve', '--out', '/nowhere/at/all'), 'expected a folder that holds a built site');
  });

  it('names file, line and what was expected for a typo in the registry, and publishes nothing', async () => {
    const data = await registryWith('https://example.no/nyheter/', '    scop: topical\n');
    const ran = await samlaIn(data, 'run', '--data', '.');
    expectOneLine(ran, /communities\/helgeland\.yaml:\d+: /, 'scop', 'scope');
  });

  it('names a source that --only asks for and nobody has', async () => {
    const data = await registryWith('https://example.no/nyheter/');
    expectOneLine(await samlaIn(data, 'scrape', '--data', '.', '--only', 'helgeland-nyhete'), 'helgeland-nyhete');
  });

  it('shows its commands when it is called without any', async () => {
    const { code, stderr } = await samla();
    expect(code).toBe(2);
    for (const command of ['run', 'scrape', 'normalize', 'build', 'serve', 'check', 'status', 'demo'])
      expect(stderr).toContain(command);
  });
});

// The whole pipeline twice, on a machine that may be busy.
describe('samla with a world that does not answer', { timeout: 120_000 }, () => {
  it('ends with 3, names the source that can’t be reached, and loses nothing that was published', async () => {
    const data = await registryWith('http://127.0.0.1:9/nyheter/');
    await mkdir(join(data, 'published'));
    const ran = await samlaIn(data, 'run', '--data', '.', '--captures', 'captures', '--out', 'site', '--allow-private');
    expect(ran.stderr).toContain('helgeland-nyheter');
    expect(ran.code).toBe(3);
  });

  it('ends with 3 when a listing is suddenly empty, and keeps the items it had', async () => {
    let empty = false;
    const article = (n: number) =>
      `<html lang="nb"><title>Sak ${n}</title><main><h1>Sak ${n} fra helsefellesskapet</h1><p>Partene i helsefellesskapet ble enige om sak ${n} på møtet i går, og arbeidet fortsetter utover høsten.</p></main></html>`;
    const server = createServer((request, response) => {
      const id = /\/nyheter\/sak-(\d)\/$/.exec(request.url ?? '')?.[1];
      const list = [1, 2, 3]
        .map((n) => `<li><a href="/nyheter/sak-${n}/">Sak ${n} fra helsefellesskapet</a></li>`)
        .join('');
      const known = request.url === '/nyheter/' || id !== undefined;
      response.writeHead(known ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
      response.end(
        id
          ? article(Number(id))
          : known
            ? `<html><main><h1>Nyheter</h1><ul>${empty ? '' : list}</ul></main></html>`
            : '',
      );
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const data = await registryWith(`http://127.0.0.1:${(server.address() as AddressInfo).port}/nyheter/`);
    const run = () => samlaIn(data, 'run', '--data', '.', '--captures', 'captures', '--out', 'site', '--allow-private');
    try {
      expect((await run()).code).toBe(0);
      const before = await readFile(join(data, 'published', 'items.ndjson'), 'utf8');
      expect(lines(before)).toHaveLength(3);
      empty = true;
      const ran = await run();
      expect(ran.code).toBe(3);
      expect(ran.stderr).toContain('helgeland-nyheter');
      expect(await readFile(join(data, 'published', 'items.ndjson'), 'utf8')).toBe(before);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});
