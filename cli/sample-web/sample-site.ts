/**
 * One site of the sample web as it lies in `data/sample/sites/<id>/`: `site.yaml`, `layout.html`, the pages (each says
 * its own path in its front matter) and `files/`, where a file's place is its path.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Values } from './template.ts';

const rest = z.strictObject({ id: z.int(), type: z.enum(['post', 'page']), date: z.string(), modified: z.string() });

const SiteSettings = z.strictObject({
  community: z.string(),
  title: z.string(),
  /** The port to ask for first, so that addresses, and the ids made of them, are the same every time. */
  port: z.int(),
  /** What a page answers conditional requests by. */
  validators: z.enum(['both', 'etag', 'modified', 'none']),
  robots: z.string().optional(),
  sitemap: z.boolean().default(false),
  /** A WordPress that serves its REST interface, its feed and its own sitemaps. */
  wordpress: z.boolean().default(false),
  redirects: z.record(z.string(), z.string()).default({}),
  routes: z
    .array(z.strictObject({ path: z.string(), query: z.record(z.string(), z.string()).default({}), file: z.string() }))
    .default([]),
});

const PageSettings = z
  .object({
    path: z.string().startsWith('/'),
    /** More paths that answer with the very same page. */
    alias: z.array(z.string().startsWith('/')).default([]),
    query: z.record(z.string(), z.string()).default({}),
    title: z.string(),
    /** When it was last changed, for Last-Modified and the sitemap: a moment in UTC. */
    modified: z.string().optional(),
    wordpress: rest.optional(),
  })
  .catchall(z.union([z.string(), z.int().transform(String)]));

/** A page: its settings, the values for the layout and the HTML inside it. */
export interface SamplePage {
  file: string;
  path: string;
  alias: string[];
  query: Record<string, string>;
  modified?: string | undefined;
  wordpress?: z.infer<typeof rest> | undefined;
  values: Values;
  content: string;
}

/** A file that is served as it lies; `query` tells routes of one path apart. */
export interface SampleFile {
  path: string;
  query: Record<string, string>;
  file: string;
}

/** A site with everything that it serves. */
export interface SampleSite extends z.infer<typeof SiteSettings> {
  id: string;
  layout: string;
  pages: SamplePage[];
  files: SampleFile[];
}

/** Reads a page; throws with the file's name when its front matter isn't as expected. */
export function readSamplePage(file: string): SamplePage {
  const [, head, content] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(file, 'utf8')) ?? [];
  if (head === undefined || content === undefined) throw new Error(`${file}: expected front matter between --- lines`);
  const settings = PageSettings.safeParse(parse(head));
  if (!settings.success) throw new Error(`${file}: ${z.prettifyError(settings.error)}`);
  const { path, alias, query, modified, wordpress, ...values } = settings.data;
  return { file, path, alias, query, modified, wordpress, values: values as Values, content };
}

/** Reads the site that lies in this folder; its id is the folder's name. */
export function readSampleSite(folder: string): SampleSite {
  const settings = SiteSettings.parse(parse(readFileSync(join(folder, 'site.yaml'), 'utf8')));
  const routes = settings.routes.map((route) => ({ ...route, file: join(folder, route.file) }));
  return {
    ...settings,
    id: folder.split(sep).at(-1) ?? folder,
    layout: readFileSync(join(folder, 'layout.html'), 'utf8'),
    pages: filesBelow(join(folder, 'pages')).map(readSamplePage),
    files: [...routes, ...filesBelow(join(folder, 'files')).map((file) => asRoute(join(folder, 'files'), file))],
  };
}

function asRoute(root: string, file: string): SampleFile {
  return { path: `/${relative(root, file).split(sep).join('/')}`, query: {}, file };
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
