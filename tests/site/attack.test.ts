import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSite } from '../../site/index.ts';
import { attackData, attacks } from './attack-data.ts';
import { filesOf, pagesOf, textOf } from './built-folder.ts';
import { openChromium } from './chromium.ts';
import { sampleSettings, writeData } from './sample-data.ts';
import { type ServedSite, serveSite } from './serve-site.ts';

let folder: string;
let site: string;
let pages: string[];
let browser: Browser | undefined;
let served: ServedSite;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'samla-attack-'));
  site = join(folder, 'deep', 'er', 'site');
  mkdirSync(join(folder, 'deep', 'er'), { recursive: true });
  // Full text on the pages: the widest way in that an operator can open.
  writeData(join(folder, 'data'), await attackData(), sampleSettings.replace('body: full', 'body: full, page: full'));
  await buildSite({ dataDir: join(folder, 'data'), outDir: site });
  pages = pagesOf(site);
  served = await serveSite(site);
  browser = await openChromium('the attacks that are opened in a browser (STANDARDS C2.5, C2.6)');
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await served?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Elements and attributes that could run, load or move something. */
function dangers(page: string): string[] {
  const found: string[] = [];
  // The search page has a form and a word for readers without scripts, and shows no record.
  const isOurs = (name: string): boolean => page.endsWith('/sok/') && /^(form|noscript)$/.test(name);
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (
        !isOurs(name) &&
        /^(iframe|object|embed|base|style|form|math|template|noscript|img|video|animate|textarea)$/.test(name)
      )
        found.push(name);
      if (
        name === 'script' &&
        !/assets\/(samla|search)\.js$/.test(attributes.src ?? '') &&
        attributes.type !== 'application/ld+json'
      )
        found.push(name);
      if (name === 'meta' && attributes['http-equiv'] && attributes['http-equiv'] !== 'Content-Security-Policy')
        found.push('meta refresh');
      for (const [attribute, value] of Object.entries(attributes)) {
        if (/^on|^(style|srcdoc|formaction|autofocus)$/.test(attribute)) found.push(attribute);
        // Our own calendars open with webcal:, and nobody else's address does.
        if (/^(href|src)$/.test(attribute) && /^\s*(?!https?:|webcal:\/\/samla\.example\.no\/)[a-z]+:/i.test(value))
          found.push(`${attribute}=${value}`);
      }
    },
  });
  parser.end(textOf(site, page));
  return found.map((danger) => `${page}: ${danger}`);
}

describe('a site built from hostile records', () => {
  it('C2.3 writes nothing outside its folder, and only tidy names in it', () => {
    expect(filesOf(folder).filter((file) => !file.startsWith('/deep/er/site/') && !file.startsWith('/data/'))).toEqual(
      [],
    );
    const untidy = pages.filter((page) => !/^\/([a-z0-9-]+\/)*(404\.html)?$/.test(page));
    expect(untidy).toEqual([]);
  });

  it('C2.1 C2.2 runs no template and no front matter', () => {
    const all = pages.map((page) => textOf(site, page)).join('\n');
    expect(all).toContain('{{ 7*6 }}{% raw %}{{ pkg.name }}');
    expect(all).toContain('---js');
    const hostile = pages.filter((page) => /\/(sak|mote)\//.test(page)).map((page) => textOf(site, page));
    expect(hostile.join('\n')).not.toMatch(/>\s*42\b/);
    expect((globalThis as { pwned?: unknown }).pwned).toBeUndefined();
  });

  it('C2.4 C2.5 C2.20 holds no element, attribute or address of theirs that could run, load or lead astray', () => {
    expect(pages.flatMap(dangers)).toEqual([]);
  });

  it('C2.21 holds none of their invisible characters', () => {
    const tricked = pages.filter((page) =>
      /[\u0000\u001b\u200b\u202a-\u202e\u2066-\u2069\ufeff]|[\u{e0000}-\u{e007f}]/u.test(textOf(site, page)),
    );
    expect(tricked).toEqual([]);
  });

  it('A6.3 A8.3 keeps JSON-LD and feeds readable', () => {
    for (const page of pages) {
      for (const [, block] of textOf(site, page).matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)) {
        expect(() => JSON.parse(block ?? '')).not.toThrow();
      }
    }
    expect(() => JSON.parse(textOf(site, '/feed.json'))).not.toThrow();
  });

  it('C2.22 the site’s own script never writes markup', () => {
    expect(textOf(site, '/assets/samla.js')).not.toMatch(
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(/,
    );
  });

  it('C2.5 C2.6 B4.8 opened in a browser: nothing runs, nothing is loaded from elsewhere, no cookie, no error', async (running) => {
    if (!browser) return running.skip();
    const context = await browser.newContext();
    const events: string[] = [];
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        console.error(`violation: ${violatedDirective} ${blockedURI}`);
      });
    });
    const tab = await context.newPage();
    tab.on('dialog', (dialog) => {
      events.push(`dialog on ${tab.url()}`);
      void dialog.dismiss();
    });
    tab.on('console', (message) => message.type() === 'error' && events.push(`${tab.url()}: ${message.text()}`));
    tab.on('pageerror', (error) => events.push(`${tab.url()}: ${error.message}`));
    tab.on(
      'request',
      (request) => request.url().startsWith(served.address) || events.push(`request: ${request.url()}`),
    );
    const hostile = pages.filter((page) =>
      /^\/(sak|mote)\/|^\/(nn\/)?(aktuelt|motekalender|dokumenter|kilder|temaer|data)\/$|^\/$/.test(page),
    );
    expect(hostile.length).toBeGreaterThan(attacks.length * 2);
    for (const page of hostile) {
      await tab.goto(new URL(page, served.address).href);
      const own = await tab.evaluate(() => ({
        scripts: [...document.scripts]
          .filter(({ type }) => type !== 'application/ld+json')
          .map(({ src }) => new URL(src).pathname),
        base: document.baseURI,
        pwned: Object.hasOwn(globalThis, 'pwned'),
        cookie: document.cookie,
      }));
      expect(own).toEqual({ scripts: ['/assets/samla.js'], base: tab.url(), pwned: false, cookie: '' });
    }
    expect(events).toEqual([]);
    for (const feed of ['/feed.atom', '/sitemap.xml']) {
      const wellFormed = await tab.evaluate(
        (text) => new DOMParser().parseFromString(text, 'application/xml').querySelector('parsererror') === null,
        textOf(site, feed),
      );
      expect(wellFormed, feed).toBe(true);
    }
    await context.close();
  });
});
