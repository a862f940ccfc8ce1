/** A real WordPress on loopback, set up by the scripts that SAMLA_REAL names, with a log of every request. */
import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const own = (name: string) => join(import.meta.dirname, 'php', name);

/** A published post or page as WordPress' own functions tell it; dates are days in Oslo. */
export interface Truth {
  id: number;
  type: 'post' | 'page';
  url: string;
  title: string;
  published: string;
  updated: string;
  language: 'nb' | 'nn' | null;
}

/** All that stands in a site. */
export interface SiteTruth {
  records: Truth[];
  documents: string[];
  persons: { name: string; email: string; hash: string; slug: string }[];
}

/** One request as the site saw it. */
export interface Logged {
  path: string;
  status: number;
  conditional: boolean;
  agent: string;
}

/** How a site is seeded: the options of wordpress-up.sh. */
export type Seeding = Partial<Record<'posts' | 'pages' | 'nn' | 'theme' | 'permalinks' | 'seed', string | number>>;

/** A running site. */
export class RealSite {
  readonly origin: string;
  readonly #dir: string;
  #read = 0;

  private constructor(dir: string, port: number) {
    this.#dir = dir;
    this.origin = `http://127.0.0.1:${port}`;
  }

  /** Sets a fresh site up; on a bare machine that installs packages first. Throws with the script's last words. */
  static async start(seeding: Seeding): Promise<RealSite> {
    const dir = await mkdtemp(join(tmpdir(), 'samla-wp-'));
    const port = await freePort();
    const site = new RealSite(dir, port);
    const options = Object.entries(seeding).flatMap(([name, value]) => [`--${name}`, String(value)]);
    // Its servers outlive the script and would keep a pipe open: what it says goes to a file.
    const script = `"$0" "$@" >"${join(dir, 'up.log')}" 2>&1 </dev/null`;
    try {
      await run('bash', ['-c', script, realFile('wordpress-up.sh'), dir, String(port), ...options]);
      await site.#logRequests();
    } catch (error) {
      const said = await readFile(join(dir, 'up.log'), 'utf8').catch(() => '');
      await site.stop();
      throw new Error(`wordpress-up.sh: expected a running site, got:\n${said.slice(-2000)}`, { cause: error });
    }
    return site;
  }

  async #logRequests(): Promise<void> {
    await rename(join(this.#dir, 'router.php'), join(this.#dir, 'site-router.php'));
    await copyFile(own('router.php'), join(this.#dir, 'router.php'));
    // PHP keeps a script for two seconds before it looks whether there is another one.
    for (let tries = 0; (await this.requests()).length === 0; tries += 1) {
      if (tries === 50) throw new Error(`${this.#dir}/log/requests.ndjson: expected a line for each request`);
      await new Promise((done) => setTimeout(done, 200));
      await fetch(`${this.origin}/robots.txt`);
    }
  }

  /** What was asked for since this was called last. */
  async requests(): Promise<Logged[]> {
    const text = await readFile(join(this.#dir, 'log/requests.ndjson'), 'utf8').catch(() => '');
    const lines = text.split('\n').filter(Boolean);
    const fresh = lines.slice(this.#read).map((line): Logged => JSON.parse(line));
    this.#read = lines.length;
    return fresh;
  }

  async truth(): Promise<SiteTruth> {
    return JSON.parse(await this.#php(own('truth.php')));
  }

  /** Adds posts of one's own making; gives their ids. */
  async add(posts: Record<string, string>[]): Promise<number[]> {
    return JSON.parse(await this.#php(own('add.php'), `--json=${JSON.stringify(posts)}`));
  }

  /** `--edit=ID`, `--trash=ID`, `--add=TITLE` or `--slug=ID:SLUG`; gives the line that the script prints. */
  change(what: string): Promise<string> {
    return this.#php(realFile('wp/change.php'), what);
  }

  /** Puts one of the plugins in `php/` in force. */
  async plugIn(name: string): Promise<void> {
    await mkdir(this.#plugins, { recursive: true });
    await copyFile(own(name), join(this.#plugins, name));
  }

  async unplug(name: string): Promise<void> {
    await rm(join(this.#plugins, name), { force: true });
  }

  get #plugins(): string {
    return join(this.#dir, 'www/wp-content/mu-plugins');
  }

  async #php(script: string, ...args: string[]): Promise<string> {
    const { stdout } = await run('php', [script, `--www=${join(this.#dir, 'www')}`, ...args], { maxBuffer: 1e8 });
    return stdout.trim();
  }

  async stop(): Promise<void> {
    await run(realFile('wordpress-down.sh'), [this.#dir, '--purge', '--quiet']);
    await rm(this.#dir, { recursive: true, force: true });
  }
}

function realFile(name: string): string {
  return join(process.env['SAMLA_REAL'] ?? '../shared/real', name);
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address && typeof address === 'object' ? done(address.port) : failed(new Error('no port'))));
    });
  });
}
