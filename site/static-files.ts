/** The files beside the pages: assets, the published data, and what hosts want to know. */
import { copyFileSync, lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectFolder } from '../scraper/index.ts';
import type { SiteData } from './page.ts';

/** Stands in every folder that the site was built into, so that nobody else's folder is ever replaced. */
export const markerFile = '.samla-site';

// Read by Netlify, Cloudflare Pages and others. Every page carries a policy of its own as well, and a browser allows only what both do:
// WebAssembly, which this one must allow for the search page, is refused by all other pages (STANDARDS C2.6).
const headers = `/*
  Content-Security-Policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'
  X-Content-Type-Options: nosniff
  Referrer-Policy: same-origin
  Permissions-Policy: camera=(), geolocation=(), microphone=()
/data/*.ndjson
  Content-Type: application/x-ndjson; charset=utf-8
/*.ics
  Content-Type: text/calendar; charset=utf-8
/*.atom
  Content-Type: application/atom+xml; charset=utf-8
`;

function copyInto(target: string, from: string): void {
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(from, target);
}

/** Our stylesheet without comments and without the blanks that only people need; strings hold neither in it. */
export function smallCss(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/: /g, ':')
    .replaceAll(';}', '}')
    .trim();
}

function copyAssets(outDir: string): void {
  const assets = join(projectFolder(), 'site', 'assets');
  for (const name of readdirSync(assets)) {
    const from = join(assets, name);
    if (name.endsWith('.css')) writeFileSync(join(outDir, 'assets', name), smallCss(readFileSync(from, 'utf8')));
    else if (lstatSync(from).isFile() && !name.endsWith('.d.ts')) copyInto(join(outDir, 'assets', name), from);
  }
}

/** Copies and writes everything that is no page. Called when Eleventy has written the pages. */
export function copyStaticFiles(dataDir: string, outDir: string, { overview }: SiteData): void {
  mkdirSync(join(outDir, 'assets'), { recursive: true });
  copyAssets(outDir);
  for (const { name } of overview.published.files)
    copyInto(join(outDir, 'data', name), join(dataDir, 'published', name));
  writeFileSync(join(outDir, '_headers'), headers);
  writeFileSync(join(outDir, '.nojekyll'), '');
  writeFileSync(join(outDir, markerFile), 'Built by Samla; the whole folder is replaced by the next build.\n');
}
