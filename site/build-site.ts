/** Builds the whole site beside its place and then puts it there, so that a failed build leaves the old one standing. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import Eleventy from '@11ty/eleventy';
import { register } from 'tsx/esm/api';
import { projectFolder } from '../scraper/index.ts';
import { SiteInputError } from './_data/site-input-error.ts';
import { checkBudgets } from './budgets.ts';
import { configure } from './eleventy.config.ts';
import { type Freshness, writeFreshness } from './freshness.ts';
import type { SiteData } from './page.ts';
import { releaseMemory } from './release-memory.ts';
import { writeSearchIndex } from './search/write-index.ts';
import { readSiteData } from './site-data.ts';
import { copyStaticFiles, markerFile } from './static-files.ts';

/** What {@link buildSite} is told. */
export interface BuildOptions {
  /** Holds `published/`, and `site.yaml` unless the project's own is meant. */
  dataDir: string;
  /** Replaced as a whole; must be new, empty or an earlier build. */
  outDir: string;
  /** The public address, when it is another than that of `site.yaml`. */
  baseUrl?: string;
  /** When the sources were last looked at, where that is known: what is still to come is judged by that day. */
  freshness?: Freshness;
}

function refuseForeignFolder(outDir: string): void {
  if (!existsSync(outDir) || readdirSync(outDir).length === 0 || existsSync(join(outDir, markerFile))) return;
  throw new SiteInputError(
    `${outDir}: expected an empty folder or an earlier build of the site, found other files; choose another --out`,
  );
}

// Eleventy keeps every page that it has written until it is done: with thousands of pages it is run more than once.
const pagesPerRun = 2500;

function* portionsOf(samla: SiteData): Iterable<SiteData> {
  const all = Object.values(samla.views).flat();
  for (let start = 0; start < all.length; start += pagesPerRun) {
    yield samla.portion(all.slice(start, start + pagesPerRun));
  }
}

async function runEleventy(samla: SiteData, outDir: string): Promise<void> {
  const here = process.cwd();
  const pages = relative(here, join(projectFolder(), 'site', 'pages'));
  const eleventy = new Eleventy(pages, relative(here, outDir), {
    configPath: false,
    quietMode: true,
    config: (config) => {
      configure(config, samla);
    },
  });
  eleventy.disableLogger();
  await eleventy.write();
}

async function writePages(samla: SiteData, outDir: string): Promise<void> {
  // Eleventy loads the page files by itself and knows nothing of TypeScript.
  const unregister = register();
  try {
    for (const portion of portionsOf(samla)) {
      await runEleventy(portion, outDir);
      releaseMemory();
    }
  } finally {
    await unregister();
  }
}

function putInPlace(fresh: string, outDir: string): void {
  const old = join(dirname(outDir), `.${basename(outDir)}.old-${process.pid}`);
  if (existsSync(outDir)) renameSync(outDir, old);
  renameSync(fresh, outDir);
  rmSync(old, { recursive: true, force: true });
}

/**
 * Builds the site of `<dataDir>/published` into `outDir` and says how many pages it wrote. Same input, same bytes.
 * Throws `SiteInputError` (one clear line) when the data, the settings or the output folder are not as they must be;
 * the earlier build then stays.
 */
export async function buildSite({ dataDir, outDir, baseUrl, freshness }: BuildOptions): Promise<{ pages: number }> {
  const target = resolve(outDir);
  refuseForeignFolder(target);
  const samla = await readSiteData(resolve(dataDir), baseUrl, freshness?.lookedAt);
  const fresh = join(dirname(target), `.${basename(target)}.new-${process.pid}`);
  mkdirSync(fresh, { recursive: true });
  try {
    await writePages(samla, fresh);
    copyStaticFiles(resolve(dataDir), fresh, samla);
    if (freshness !== undefined) writeFreshness(fresh, freshness);
    await writeSearchIndex(resolve(dataDir), fresh, samla.overview);
    checkBudgets(fresh);
    putInPlace(fresh, target);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return { pages: Object.values(samla.views).reduce((sum, views) => sum + views.length, 0) };
}
