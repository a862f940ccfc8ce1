/** A data folder with one community and one WordPress source, and samla run over it as a child process. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Item } from '../../normalizer/model.ts';
import type { KnownPage } from '../../scraper/known-page.ts';
import type { SourceOutcome } from '../../scraper/outcome.ts';

const cli = join(import.meta.dirname, '../../cli/samla.js');
const clock = join(import.meta.dirname, 'clock.js');
const SOURCE = 'fjordvik-nettsted';

/** One data folder. */
export class Workshop {
  readonly dir: string;

  private constructor(dir: string) {
    this.dir = dir;
  }

  static async open(origin: string): Promise<Workshop> {
    const shop = new Workshop(await mkdtemp(join(tmpdir(), 'samla-wp-data-')));
    await mkdir(join(shop.dir, 'communities'));
    await writeFile(join(shop.dir, 'communities/fjordvik.yaml'), stringify(community(origin)));
    return shop;
  }

  /** Runs samla; gives its exit code and what it said. `days`: how far its clock is ahead. */
  samla(command: 'run' | 'scrape' | 'normalize', days = 0): Promise<{ code: number | null; said: string }> {
    const options = ['--data', this.dir, '--captures', join(this.dir, 'captures')];
    if (command !== 'normalize') options.push('--allow-private');
    if (command === 'run') options.push('--out', join(this.dir, 'site'));
    const env = { ...process.env, SAMLA_TEST_DAYS: String(days) };
    const child = spawn(process.execPath, ['--import', clock, cli, command, ...options], { env });
    let said = '';
    child.stdout.on('data', (part: Buffer) => {
      said += part;
    });
    child.stderr.on('data', (part: Buffer) => {
      said += part;
    });
    return new Promise((done, failed) => {
      child.once('error', failed);
      child.once('close', (code) => done({ code, said }));
    });
  }

  /** Gathers and publishes; throws unless both went well. */
  async gather(days = 0): Promise<void> {
    for (const command of ['scrape', 'normalize'] as const) {
      const { code, said } = await this.samla(command, days);
      if (code !== 0) throw new Error(`samla ${command}: expected exit code 0, got ${code}:\n${said}`);
    }
  }

  async items(): Promise<Map<string, Item>> {
    const items = await this.#lines<Item>('published/items.ndjson');
    return new Map(items.map((item) => [item.url, item]));
  }

  async pages(): Promise<Map<string, KnownPage>> {
    const pages = await this.#lines<KnownPage>(`state/pages/${SOURCE}.ndjson`);
    return new Map(pages.map((page) => [page.url, page]));
  }

  async #lines<T>(name: string): Promise<T[]> {
    const text = await readFile(join(this.dir, name), 'utf8');
    return text
      .split('\n')
      .filter(Boolean)
      .map((line): T => JSON.parse(line));
  }

  async outcome(): Promise<SourceOutcome> {
    const [outcome]: SourceOutcome[] = JSON.parse(await readFile(join(this.dir, 'state/sources.json'), 'utf8'));
    if (!outcome) throw new Error('state/sources.json: expected a source');
    return outcome;
  }

  /** Digests of all published files. */
  async published(): Promise<Record<string, string>> {
    const folder = join(this.dir, 'published');
    const digests: Record<string, string> = {};
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      const file = join(entry.parentPath, entry.name);
      if (entry.isFile())
        digests[file.slice(folder.length)] = createHash('sha256')
          .update(await readFile(file))
          .digest('hex');
    }
    return digests;
  }

  /** All published text in one. */
  async publishedText(): Promise<string> {
    const files = Object.keys(await this.published());
    const texts = await Promise.all(files.map((file) => readFile(join(this.dir, 'published', file), 'utf8')));
    return texts.join('\n');
  }

  async close(): Promise<void> {
    await rm(this.dir, { recursive: true, force: true });
  }
}

function community(origin: string): unknown {
  const source = { id: SOURCE, url: `${origin}/`, publishes: ['news', 'meetings', 'about'], scope: 'community' };
  return {
    id: 'fjordvik',
    name: { nb: 'Fjordvik helsefellesskap', nn: 'Fjordvik helsefellesskap' },
    region: 'Helse Nord',
    trusts: [{ name: 'Fjordvik HF', organisation: '983974910' }],
    municipalities: ['1804'],
    sources: [{ ...source, delaySeconds: 0, maxPages: 1000 }],
  };
}
