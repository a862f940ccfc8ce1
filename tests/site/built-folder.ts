/** A built site as the tests look at it: its files, its pages, what links to what. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';

/** All files of a folder, as paths from its root with a slash before them, sorted. */
export function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length))
    .sort();
}

/** The text of a file of the site. */
export function textOf(folder: string, path: string): string {
  return readFileSync(join(folder, path.endsWith('/') ? `${path}index.html` : path), 'utf8');
}

/** The pages' addresses, as visitors see them. */
export function pagesOf(folder: string): string[] {
  return filesOf(folder)
    .filter((file) => file.endsWith('.html'))
    .map((file) => file.replace(/index\.html$/, ''));
}

/** One hash for each file. */
export function hashesOf(folder: string): Map<string, string> {
  return new Map(
    filesOf(folder).map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex'),
    ]),
  );
}

/** What the tests ask of a page, read in one pass. */
export interface BuiltPage {
  text: string;
  lang: string | undefined;
  /** The page's own language links: hreflang and path. */
  alternates: [hreflang: string, path: string][];
  /** Paths on the same host that links and assets lead to. */
  links: string[];
}

/** Reads a page of the site. */
export function readBuiltPage(folder: string, page: string): BuiltPage {
  const built: BuiltPage = { text: textOf(folder, page), lang: undefined, alternates: [], links: [] };
  const here = new URL(page, 'https://site.invalid');
  const parser = new Parser({
    onopentag: (name, { href, src, rel, hreflang, lang }) => {
      if (name === 'html') built.lang = lang;
      if (rel === 'alternate' && hreflang) built.alternates.push([hreflang, new URL(href ?? '').pathname]);
      const target = new URL(name === 'script' ? (src ?? '') : (href ?? ''), here);
      const leads =
        name === 'a' || (name === 'link' && rel !== 'alternate' && rel !== 'canonical') || name === 'script';
      if (leads && target.host === here.host) built.links.push(target.pathname);
    },
  });
  parser.end(built.text);
  return built;
}

/** A page of every type: the first of each folder pattern. */
export function onePerType(pages: string[]): string[] {
  const typeOf = (page: string): string =>
    page
      // The longer texts share one layout: the first stands for all.
      .replace(/\/(om|personvern|robot|tilgjengelighet|tilgjenge)\/$/, '/tekst/')
      .replace(/\/(sak|mote|kommuner|kommunar)\/[^/]+\/$/, '/$1/*/')
      .replace(
        /\/(helsefellesskap|aktuelt|motekalender|temaer|tema|dokumenter|dokument)\/(?:organ\/)?[^/]+\/(side-\d+\/)?$/,
        '/$1/*/',
      );
  const seen = new Map<string, string>();
  for (const page of pages) if (!seen.has(typeOf(page))) seen.set(typeOf(page), page);
  return [...seen.values()];
}
