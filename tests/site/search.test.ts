import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalText } from '../../site/assets/canonical.js';
import { shortNames } from '../../site/search/result-cards.ts';
import { searchRecords } from '../../site/search/search-records.ts';
import { readSilentWords, readSpellings } from '../../site/search/spellings.ts';
import { readSiteData } from '../../site/site-data.ts';
import { openChromium } from './chromium.ts';
import { makeItem } from './sample-data.ts';
import { type ServedSite, serveSite } from './serve-site.ts';
import { type SmallSite, smallSite } from './small-site.ts';

const spellings = readSpellings();
const read = (text: string): string => canonicalText(text, spellings);

describe('one spelling for search', () => {
  it.each([
    ['sjukehuset', 'sykehuset'],
    ['samarbeidsutval', 'samarbeidsutvalg'],
    ['Helsefelleskap', 'helsefellesskap'],
    ['fagleg', 'faglig'],
    ['møte', 'moete'],
    ['MØTE', 'mote'],
    ['Ålesund', 'Aalesund'],
    ['ærlig', 'aerlig'],
    ['heimeoppfølging', 'hjemmeoppfølging'],
    ['brukarmedverknad', 'brukermedvirkning'],
    ['Partnarskapsmøte', 'partnerskapsmøte'],
    ['Kárášjohka', 'karasjohka'],
  ])('%s is read as %s', (one, other) => {
    expect(read(one)).toBe(read(other));
  });

  it('words that only look alike stay apart', () => {
    expect(read('lege')).not.toBe(read('lige'));
    expect(read('syk')).not.toBe(read('sak'));
  });

  it('reading twice changes nothing, and no sign but letters and digits comes through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        expect(read(text)).toMatch(/^[\p{L}\p{N} ]*$/u);
      }),
    );
    for (const [from, to] of spellings) {
      expect(from).not.toBe(to);
      expect(read(to), `${from} leads on to another spelling`).toBe(to);
    }
  });
});

it('cards have short names that differ where the cards do', () => {
  const contents = Array.from({ length: 5000 }, (_, place) => Buffer.from(`kort ${place}`));
  const names = shortNames([...contents, Buffer.from('kort 0')]);
  expect(new Set(names).size).toBe(5000);
  expect(names.at(-1)).toBe(names[0]);
  expect(names.filter(({ length }) => length === 4).length).toBeGreaterThan(4950);
});

describe('searching in a browser', () => {
  let site: SmallSite;
  let served: ServedSite;
  let browser: Browser | undefined;

  beforeAll(async () => {
    site = await smallSite(({ communities, items }) => {
      const community = communities[0]?.id ?? '';
      const evil = makeItem({
        id: `${community}-aaaaaaaaaa`,
        url: 'https://www.example.no/ond/',
        community,
        title: 'Beredskap <img src=x onerror="document.title=1"> <b>x</b>',
        lead: '<script>document.title=2</script> Beredskapsøvelse på sjukehuset.',
        body: 'Møtet og demens og [demens](https://www.example.no/lenkeord/) demens.',
      });
      return { items: [evil, ...items].sort((a, b) => (a.id < b.id ? -1 : 1)) };
    });
    served = await serveSite(site.folder);
    browser = await openChromium('search in a browser');
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await served?.close();
    site?.remove();
  });

  it('C2.22 finds both written standards, and puts what it finds into the page as text', async (running) => {
    if (!browser) return running.skip();
    const tab = await browser.newPage();
    const wrong: string[] = [];
    tab.on('pageerror', (error) => wrong.push(error.message));
    tab.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
    await tab.goto(`${served.address}nn/sok/?q=sykehus&kind=news`);
    const first = tab.locator('#results .entry', { hasText: 'onerror' });
    await first.waitFor();
    expect(await first.locator('a').getAttribute('href')).toMatch(/nn\/sak\/[a-z-]+-aaaaaaaaaa\/$/);
    expect(await tab.locator('#results img, #results script, #results b').count()).toBe(0);
    expect(await first.locator('.kicker').textContent()).toContain('Nyhende');
    expect(await tab.title()).toContain('Søk');
    await tab.getByLabel('Kva leitar du etter?').fill('zzzz');
    await tab.getByText('Ingen treff.').waitFor();
    expect(wrong).toEqual([]);
    await tab.close();
  });

  it('silent words stand in titles only, the words of links not at all, and a word twice at most', async () => {
    const dataDir = join(site.folder, '..', 'data');
    const { overview } = await readSiteData(dataDir);
    const reading = { spellings, silent: new Set(readSilentWords(spellings)) };
    const contents: string[] = [];
    for await (const { url, content } of searchRecords(dataDir, overview, reading))
      if (url.endsWith('-aaaaaaaaaa/')) contents.push(content);
    expect(contents[0]).toMatch(/motet demens demens$/);
  });

  it('nothing of the index is fetched before somebody searches, and little then', async (running) => {
    if (!browser) return running.skip();
    const tab = await browser.newPage();
    const asked: string[] = [];
    tab.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await tab.goto(`${served.address}sok/`);
    expect(asked.filter((path) => path.startsWith('/pagefind/'))).toEqual([]);
    const scripts = asked.filter((path) => path.endsWith('.js'));
    const bytes = scripts.reduce((sum, path) => sum + statSync(join(site.folder, path)).size, 0);
    expect(bytes).toBeLessThan(15_000);
    asked.length = 0;
    await tab.getByLabel('Hva leter du etter?').fill('og rekruttering');
    await tab.locator('#results .entry').first().waitFor();
    const fetched = asked.reduce((sum, path) => sum + statSync(join(site.folder, path)).size, 0);
    expect(asked).toContain('/pagefind/pagefind-entry.json');
    expect(fetched).toBeLessThan(150_000);
    await tab.close();
  });

  it('C2.6 on any other page the browser refuses to compile WebAssembly', async (running) => {
    if (!browser) return running.skip();
    const tab = await browser.newPage();
    const compiles = async (path: string): Promise<boolean> => {
      await tab.goto(served.address + path);
      const module = [0, 97, 115, 109, 1, 0, 0, 0];
      return tab.evaluate(
        (bytes) =>
          WebAssembly.compile(new Uint8Array(bytes)).then(
            () => true,
            () => false,
          ),
        module,
      );
    };
    expect([await compiles(''), await compiles('nn/motekalender/'), await compiles('sok/')]).toEqual([
      false,
      false,
      true,
    ]);
    await tab.close();
  });

  it('without a script the page says so and leads to the lists', () => {
    const $ = site.page('/sok/');
    expect($('form#search').attr('hidden')).toBe('hidden');
    expect($('.ways a').length).toBeGreaterThan(3);
    expect($('noscript').text()).toContain('JavaScript');
  });

  it('C2.6 the search page alone asks for WebAssembly, and nothing of Pagefind’s own pages is there', () => {
    expect(site.text('/sok/')).toContain('wasm-unsafe-eval');
    expect(site.text('/')).not.toContain('wasm-unsafe-eval');
    expect(readdirSync(join(site.folder, 'pagefind')).some((name) => /ui|highlight/.test(name))).toBe(false);
    expect(readFileSync(join(site.folder, 'assets', 'search.js'), 'utf8')).not.toContain('innerHTML');
  });
});
