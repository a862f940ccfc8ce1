import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { KnownPage } from '../../scraper/known-page.ts';
import type { SourceOutcome } from '../../scraper/outcome.ts';
import type { ScrapeOptions } from '../../scraper/run.ts';
import { scrape } from '../../scraper/scrape.ts';
import { readKnownPages } from '../../scraper/state.ts';

/** A source as a registry file says it; the rest gets test defaults. */
export type SourceEntry = { id: string; url: string } & Record<string, unknown>;

/** A folder with a registry of one community, and runs over it. */
export interface Workshop {
  dataDir: string;
  capturesDir: string;
  run(more?: Partial<ScrapeOptions>): Promise<SourceOutcome[]>;
  /** The first source's outcome. */
  runOne(more?: Partial<ScrapeOptions>): Promise<SourceOutcome>;
  pages(source?: string): Promise<KnownPage[]>;
  /** Paths of what is live and stored, lists and feeds left out. */
  live(source?: string): Promise<string[]>;
  setSources(sources: SourceEntry[]): Promise<void>;
  remove(): Promise<void>;
}

/** Bounds that make trouble quick. */
export const QUICK = { connectMs: 2000, headersMs: 1500, bodyMs: 1500, totalMs: 4000, backoffMs: 1 };

/** Makes a workshop in a temporary folder. */
export async function workshop(...sources: SourceEntry[]): Promise<Workshop> {
  const dataDir = await mkdtemp(join(tmpdir(), 'samla-scraper-'));
  const capturesDir = join(dataDir, 'captures');
  await mkdir(join(dataDir, 'communities'));
  const setSources = (entries: SourceEntry[]): Promise<void> =>
    writeFile(join(dataDir, 'communities', 'prove.yaml'), stringify(community(entries)));
  await setSources(sources);
  const run = async (more: Partial<ScrapeOptions> = {}): Promise<SourceOutcome[]> =>
    (await scrape({ dataDir, capturesDir, allowPrivate: true, limits: QUICK, ...more })).sources;
  const pages = (source = sources[0]!.id): Promise<KnownPage[]> => readKnownPages(dataDir, source);
  return {
    dataDir,
    capturesDir,
    run,
    runOne: async (more) => (await run(more))[0]!,
    pages,
    live: async (source) =>
      (await pages(source))
        .filter((page) => page.state === 'live' && page.capture && (page.role === 'page' || page.role === 'document'))
        .map(({ url }) => decodeURI(url.replace(/^https?:\/\/[^/]+/, ''))),
    setSources,
    remove: () => rm(dataDir, { recursive: true, force: true }),
  };
}

function community(sources: SourceEntry[]): unknown {
  return {
    id: 'prove',
    name: { nb: 'Helsefellesskapet Prøve', nn: 'Helsefellesskapet Prøve' },
    region: 'Helse Nord',
    trusts: [{ name: 'Prøve HF', organisation: '983974910' }],
    municipalities: ['1804'],
    sources: sources.map((source) => ({ publishes: ['news'], scope: 'community', delaySeconds: 0, ...source })),
  };
}

/** A page with a menu, a heading and a body. */
export function page(title: string, body: string, head = ''): string {
  return `<!doctype html><html lang="nb"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>
<header><a href="/">Forside</a> <form role="search"><input name="q"></form></header><main><h1>${title}</h1>${body}</main>
<footer><p>Storgata 1, 8000 Prøve</p></footer></body></html>`;
}

/** A paragraph long enough to be text. */
export const TEXT =
  '<p>Kommunene og sykehuset møttes for å bli enige om hvordan eldre pasienter skal følges opp når de kommer hjem. Utvalget ba om en ny gjennomgang til høsten.</p>';
