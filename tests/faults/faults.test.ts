import { type ChildProcess, execFile, type SpawnOptions, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, describe, expect, test } from 'vitest';
import type { Ran } from '../cli/samla.ts';
import { page, TEXT, type Workshop, workshop } from '../scraper/gather.ts';
import { type MockServer, mockServer, type Reply } from '../scraper/mock-server.ts';

const ROOT = join(import.meta.dirname, '../..');
const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

/** A process with what it says, until it ends. */
function started(command: string, args: string[], as: SpawnOptions = {}): { child: ChildProcess; ended: Promise<Ran> } {
  const child = spawn(command, args, { ...as, cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  const ran: Ran = { code: -1, stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => {
    ran.stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    ran.stderr += chunk;
  });
  return { child, ended: new Promise((done) => child.once('close', (code) => done({ ...ran, code: code ?? -1 }))) };
}

/** All files below a folder with what they hold. */
async function bytesIn(folder: string): Promise<Map<string, string>> {
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const files = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  return new Map(await Promise.all(files.map(async (file) => [file, await readFile(file, 'latin1')] as const)));
}

function samla(shop: Workshop, args: string[], as: SpawnOptions = {}): { child: ChildProcess; ended: Promise<Ran> } {
  const dirs = ['--data', shop.dataDir, '--captures', shop.capturesDir];
  return started(process.execPath, ['cli/samla.js', ...args, ...dirs], as);
}

/** Three articles, of which one may be slow or never come. */
async function shopWith(slow: Reply): Promise<{ server: MockServer; shop: Workshop }> {
  const list = ['a', 'b', 'c'].map((name) => `<li><a href="/nytt/${name}/">Sak ${name} om samarbeidet</a></li>`);
  const server = await mockServer({
    '/nytt/': page('Nytt', `<ul>${list.join('')}</ul>`),
    '/nytt/a/': page('Sak a', TEXT),
    '/nytt/b/': slow,
    '/nytt/c/': page('Sak c', TEXT),
  });
  const shop = await workshop({ id: 'nytt', url: `${server.origin}/nytt/`, platform: 'generic' });
  open.push(server.close, shop.remove);
  return { server, shop };
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds() && tries < 400; tries += 1) await new Promise((later) => setTimeout(later, 50));
  expect(holds()).toBe(true);
}

const lines = (text: string): string[] => text.split('\n').filter((line) => line.startsWith('samla: '));

describe('C3.2 when the file system fails', () => {
  test('a run ends with one clear line, publishes the old or the new state, and the next one mends it', async () => {
    const { ended } = started(process.execPath, [
      ...['--import', './tests/faults/failing-fs.mjs', '--import', 'tsx', 'tests/faults/fault-loop.ts', '149'],
    ]);
    const { code, stdout, stderr } = await ended;
    expect(stdout + stderr).toMatch(/faults: \d+ passed, 0 failed/);
    expect(code).toBe(0);
  }, 120_000);

  test.each([
    ['data', 'state'],
    ['captures', 'captures'],
  ])(
    'a file where the %s folder should be is named, with what to do',
    async (_, name) => {
      const { shop } = await shopWith(page('Sak b', TEXT));
      await writeFile(join(shop.dataDir, name), 'no folder');
      const { code, stderr } = await samla(shop, ['scrape', '--allow-private']).ended;
      expect(stderr.trim().split('\n')).toHaveLength(1);
      expect(stderr).toContain(join(shop.dataDir, name));
      expect(stderr).toMatch(/move (it|the file)/);
      expect(code).toBe(1);
    },
    60_000,
  );

  test.each([
    ['data', 'state'],
    ['captures', 'captures'],
  ])(
    'a %s folder that may only be read is named, with what to do, and stays as it was',
    async (_, closed) => {
      const { server, shop } = await shopWith(page('Sak b', TEXT));
      await shop.run();
      const before = await bytesIn(shop.dataDir);
      server.pages['/nytt/a/'] = page('Sak a', `${TEXT}<p>Noe nytt.</p>`);
      await promisify(execFile)('chmod', ['-R', 'a+rwX', shop.dataDir]);
      await promisify(execFile)('chmod', ['-R', 'a-w', join(shop.dataDir, closed)]);
      // No right binds root: there the run is nobody's.
      const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
      const { code, stderr } = await samla(shop, ['scrape', '--full', '--allow-private'], nobody).ended;
      await promisify(execFile)('chmod', ['-R', 'u+w', shop.dataDir]);
      expect(stderr.trim().split('\n')).toHaveLength(1);
      expect(stderr).toContain(join(shop.dataDir, closed));
      expect(stderr).toMatch(/lacks the right|can't be written|could not be written/);
      expect(code).toBe(1);
      expect(await bytesIn(shop.dataDir)).toEqual(before);
    },
    60_000,
  );

  test('a process that may open few files says so or does without, and loses nothing', async () => {
    const { shop } = await shopWith(page('Sak b', TEXT));
    await shop.run();
    const before = await readFile(join(shop.dataDir, 'state', 'pages', 'nytt.ndjson'), 'utf8');
    const dirs = `--data ${shop.dataDir} --captures ${shop.capturesDir}`;
    // On a fresh machine the command line is compiled by a program of its own, which takes handles too.
    const fresh = join(shop.dataDir, 'compiled');
    await mkdir(fresh);
    for (const env of [{ ...process.env, TMPDIR: fresh }, process.env]) {
      const { ended } = started(
        'sh',
        ['-c', `ulimit -n 64; exec "$0" cli/samla.js scrape ${dirs} --allow-private`, process.execPath],
        { env },
      );
      const { code, stderr } = await ended;
      expect([0, 1, 3], stderr).toContain(code);
      if (code === 1) expect(lines(stderr), stderr).toHaveLength(1);
      expect(stderr).not.toMatch(/\n\s+at /);
      expect(await shop.live()).toEqual(['/nytt/a/', '/nytt/b/', '/nytt/c/']);
    }
    expect(before).toContain('/nytt/a/');
    expect((await shop.runOne()).state).toBe('unchanged');
  }, 60_000);
});

describe('two runs at once', () => {
  test('the second says so in one line and stops; the first goes on unharmed', async () => {
    let answer = (): void => undefined;
    const { server, shop } = await shopWith((_, response) => {
      answer = () => response.end(page('Sak b', TEXT));
    });
    const first = samla(shop, ['scrape', '--allow-private']);
    await until(() => server.paths().includes('/nytt/b/'));
    for (const command of ['scrape', 'normalize']) {
      const second = await samla(shop, [command, ...(command === 'scrape' ? ['--allow-private'] : [])]).ended;
      expect(second.stderr.trim().split('\n')).toHaveLength(1);
      expect(second.stderr).toMatch(/^samla: .*another run \(process \d+\)/);
      expect(second.code).toBe(1);
    }
    answer();
    expect((await first.ended).code).toBe(0);
    expect(await shop.live()).toEqual(['/nytt/a/', '/nytt/b/', '/nytt/c/']);
  }, 60_000);

  test('the lock of a process that is no more is taken over', async () => {
    const { shop } = await shopWith(page('Sak b', TEXT));
    const dead = started('true', []);
    await dead.ended;
    await mkdir(join(shop.dataDir, 'state'));
    const lock = join(shop.dataDir, 'state', 'run.lock');
    await writeFile(lock, JSON.stringify({ pid: dead.child.pid, host: hostname() }));
    const { code, stderr } = await samla(shop, ['scrape', '--allow-private']).ended;
    expect(code, stderr).toBe(0);
    expect(existsSync(lock)).toBe(false);
  }, 60_000);
});

describe('C1.10 a run that is told to stop', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)(
    'by %s ends within ten seconds with %i, and with what it has kept',
    async (signal, expected) => {
      const { server, shop } = await shopWith(() => undefined);
      const { child, ended } = samla(shop, ['run', '--allow-private', '--out', join(shop.dataDir, 'site')]);
      await until(() => server.paths().includes('/nytt/b/'));
      const told = Date.now();
      child.kill(signal);
      const { code, stderr } = await ended;
      expect(Date.now() - told).toBeLessThan(10_000);
      expect(code, stderr).toBe(expected);
      expect(lines(stderr), stderr).toHaveLength(1);
      expect(stderr).not.toMatch(/\n\s+at /);
      expect(await shop.live()).toContain('/nytt/a/');
      const left = (await readdir(shop.dataDir, { recursive: true })).filter((name) =>
        /\.(lock|part|next)$/.test(name),
      );
      expect(left).toEqual([]);
      const warc = (await readdir(shop.capturesDir)).find((name) => name.endsWith('.warc.gz'));
      expect((await stat(join(shop.capturesDir, warc ?? ''))).size).toBeGreaterThan(0);
      server.pages['/nytt/b/'] = page('Sak b', TEXT);
      expect((await shop.runOne()).state).toBe('ok');
      expect(await shop.live()).toEqual(['/nytt/a/', '/nytt/b/', '/nytt/c/']);
    },
    60_000,
  );
});
