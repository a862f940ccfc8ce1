/**
 * The contract of a page type: one file in `pages/`, which says where its pages lie, what they show and where in the
 * menus they belong. The menu, the sitemap, both languages and the language pairs follow from that.
 */
import type { Overview } from './_data/overview.ts';
import { type Page as Built, renderLayout } from './_includes/layout.ts';
import type { Lang } from './filters/dates.ts';
import type { Html } from './html.ts';
import { relative } from './paths.ts';
import { catalogues, type Strings } from './words.ts';

/** One page to be: where it lies and which record it shows. */
export interface Entry<T> {
  /** From the site's root, in this language. */
  path: string;
  record: T;
  /** The same in both languages: the two pages of one key are a pair. */
  key: string;
  /** The day on which its content last changed (YYYY-MM-DD), for the sitemap. */
  changed?: string | undefined;
}

/** An entry in one language, as Eleventy gets it. */
export interface View extends Entry<unknown> {
  page: string;
  lang: Lang;
  /** The path of the same page in the other language. */
  other: string;
}

/** What a page's renderer works with. */
export interface Context<T = unknown> {
  overview: Overview;
  lang: Lang;
  t: Strings;
  path: string;
  record: T;
  /** An address of ours as seen from this page. */
  to(path: string): string;
}

/** What a page's renderer gives back. */
export interface Content {
  /** For the tab and for search engines; the layout adds the site's name. */
  title: string;
  description: string;
  main: Html;
  /** For schema.org blocks, feeds' addresses and the like. */
  head?: Html;
}

/** Where in the menus a page type stands. */
export interface MenuPlace {
  place: 'main' | 'footer';
  order: number;
  label: keyof Strings['menu'];
  path(lang: Lang): string;
}

/** What a member of the shelf says about itself. */
export interface PageType<T> {
  menu?: MenuPlace;
  /** Keep it out of the sitemap and of search engines. */
  hidden?: boolean;
  /** A script in `assets/` that only these pages need; such pages may run WebAssembly as well. */
  script?: string;
  /** All pages of this type in one language. */
  entries(overview: Overview, lang: Lang): Iterable<Entry<T>>;
  render(context: Context<T>): Content;
}

/** What a member of the shelf says that writes a file and no page (a feed, the sitemap). */
export interface FileType<T> {
  entries(overview: Overview, lang: Lang): Iterable<Entry<T>>;
  /** The file's text. */
  write(context: Context<T>, site: SiteData): string;
}

/** The data that Eleventy hands to a template of ours. */
export interface TemplateData {
  view: View;
  samla: SiteData;
}

/** Eleventy's global data: one object of our own class, so that it is passed on and never merged or rendered. */
export class SiteData {
  readonly overview: Overview;
  readonly menu: readonly MenuPlace[];
  /** All pages by page type. */
  readonly views: Record<string, View[]>;
  /** Page types that search engines should leave alone. */
  readonly hidden: ReadonlySet<string>;
  /** The pages that are to be written now, by page type. */
  readonly current: Readonly<Record<string, readonly View[]>>;

  constructor(shown: Pick<SiteData, 'overview' | 'menu' | 'views' | 'hidden'>, current = shown.views) {
    this.overview = shown.overview;
    this.menu = shown.menu;
    this.views = shown.views;
    this.hidden = shown.hidden;
    this.current = current;
  }

  /** The same site, of which only these pages are to be written now. */
  portion(views: readonly View[]): SiteData {
    const current: Record<string, View[]> = Object.fromEntries(Object.keys(this.views).map((page) => [page, []]));
    for (const view of views) current[view.page]?.push(view);
    return new SiteData(this, current);
  }
}

/** A page type in the shape that Eleventy loads: pagination over its views, one page each. */
export interface EleventyPage {
  type: Pick<PageType<unknown>, 'entries' | 'menu' | 'hidden'>;
  data: {
    pagination: { data: string; size: 1; alias: 'view' };
    permalink: (data: TemplateData) => string;
    eleventyExcludeFromCollections: true;
  };
  render: (data: TemplateData) => string;
}

// The page for unknown addresses is shown at any depth: its links are from the host's root.
function linkFrom({ page, path }: View, { settings }: Overview): (target: string) => string {
  const root = new URL(settings.baseUrl).pathname.replace(/\/*$/, '/');
  return page === 'not-found' ? (target) => root + target.slice(1) : (target) => relative(path, target);
}

function contextOf<T>({ view, samla }: TemplateData): Context<T> {
  return {
    overview: samla.overview,
    lang: view.lang,
    t: catalogues[view.lang],
    path: view.path,
    record: view.record as T,
    to: linkFrom(view, samla.overview),
  };
}

function renderPage<T>(type: PageType<T>, data: TemplateData): string {
  const context = contextOf<T>(data);
  const built: Built = {
    ...type.render(context),
    view: data.view,
    menu: data.samla.menu,
    hidden: type.hidden === true,
    script: type.script,
  };
  return renderLayout(context, built).markup;
}

// The permalink is a function: Eleventy takes a string for a template.
function eleventyData(id: string): EleventyPage['data'] {
  return {
    pagination: { data: `samla.current.${id}`, size: 1, alias: 'view' },
    permalink: ({ view }) => (view.path.endsWith('/') ? `${view.path}index.html` : view.path),
    eleventyExcludeFromCollections: true,
  };
}

/** Makes a member of the shelf `pages/`; `id` is its file name. */
export function definePage<T>(id: string, type: PageType<T>): EleventyPage {
  return { type: type as PageType<unknown>, data: eleventyData(id), render: (data) => renderPage(type, data) };
}

/** Makes a member of the shelf `pages/` that writes files without the layout; `id` is its file name. */
export function defineFile<T>(id: string, { entries, write }: FileType<T>): EleventyPage {
  return {
    type: { entries, hidden: true },
    data: eleventyData(id),
    render: (data) => write(contextOf<T>(data), data.samla),
  };
}
