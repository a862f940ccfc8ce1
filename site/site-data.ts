/** Reads the published data and asks every page type which pages it has. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectFolder, readSite } from '../scraper/index.ts';
import { Overview } from './_data/overview.ts';
import { readPublished } from './_data/published.ts';
import type { Lang } from './filters/dates.ts';
import { type EleventyPage, SiteData, type View } from './page.ts';

const languages: Lang[] = ['nb', 'nn'];
const ending = '.11ty.ts';

/** The page types on the shelf, by file name. */
export async function readPageTypes(): Promise<Map<string, EleventyPage>> {
  const folder = join(projectFolder(), 'site', 'pages');
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort();
  const types = new Map<string, EleventyPage>();
  for (const file of files) {
    const module: { default: EleventyPage } = await import(pathToFileURL(join(folder, file)).href);
    types.set(file.slice(0, -ending.length), module.default);
  }
  return types;
}

function viewsOf(id: string, { type }: EleventyPage, overview: Overview): View[] {
  const [nb, nn] = languages.map((lang) => [...type.entries(overview, lang)]);
  const others = { nb: pathsByKey(nn), nn: pathsByKey(nb) };
  const toView = (lang: Lang) => (entry: View | Omit<View, 'lang' | 'other' | 'page'>) => ({
    ...entry,
    page: id,
    lang,
    other: others[lang].get(entry.key) ?? entry.path,
  });
  return [...(nb ?? []).map(toView('nb')), ...(nn ?? []).map(toView('nn'))];
}

function pathsByKey(entries: { key: string; path: string }[] = []): Map<string, string> {
  return new Map(entries.map(({ key, path }) => [key, path]));
}

// Two pages at one address would overwrite each other silently: only damaged data can lead to that, so say so.
function refuseDoubles(views: View[]): void {
  const taken = new Map<string, string>();
  for (const { path, key } of views) {
    const first = taken.get(path);
    if (first !== undefined) throw new Error(`the pages "${first}" and "${key}" both want ${path}; ids must be unique`);
    taken.set(path, key);
  }
}

/** Everything that the site is built from; throws `SiteInputError` where the published data are not as promised. */
export async function readSiteData(dataDir: string, baseUrl?: string, lookedAt?: string): Promise<SiteData> {
  const settings = await readSite(dataDir);
  const published = await readPublished(dataDir, { bodies: settings.publish.page === 'full' });
  const overview = new Overview(published, baseUrl === undefined ? settings : { ...settings, baseUrl }, lookedAt);
  const types = await readPageTypes();
  const views: Record<string, View[]> = {};
  for (const [id, page] of types) views[id] = viewsOf(id, page, overview);
  refuseDoubles(Object.values(views).flat());
  const menu = [...types.values()].flatMap(({ type }) => type.menu ?? []).sort((a, b) => a.order - b.order);
  const hidden = new Set([...types].filter(([, { type }]) => type.hidden === true).map(([id]) => id));
  return new SiteData({ overview, menu, views, hidden });
}
