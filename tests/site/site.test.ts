import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'cheerio';
import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkBudgets } from '../../site/budgets.ts';
import { buildSite } from '../../site/index.ts';
import { type BuiltPage, filesOf, hashesOf, onePerType, pagesOf, readBuiltPage, textOf } from './built-folder.ts';
import { type SampleData, sampleData, sampleSettings, withFewMunicipalities, writeData } from './sample-data.ts';

let folder: string;
let site: string;
let data: SampleData;
let pages: string[];
let built: Map<string, BuiltPage>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'samla-site-'));
  site = join(folder, 'site');
  data = await sampleData();
  writeData(join(folder, 'data'), data, sampleSettings);
  await buildSite({ dataDir: join(folder, 'data'), outDir: site });
  pages = pagesOf(site);
  built = new Map(pages.map((page) => [page, readBuiltPage(site, page)]));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const jsonLdOf = (page: string): Record<string, unknown>[] => {
  const $ = load(textOf(site, page));
  return $('script[type="application/ld+json"]')
    .toArray()
    .map((element) => JSON.parse($(element).text()));
};

describe('the pages', () => {
  it('every community, item and meeting has a page in both written standards', () => {
    for (const root of ['/', '/nn/']) {
      for (const { id } of data.communities) expect(pages).toContain(`${root}helsefellesskap/${id}/`);
      for (const { id } of data.items) expect(pages).toContain(`${root}sak/${id}/`);
      for (const { id } of data.meetings) expect(pages).toContain(`${root}mote/${id}/`);
    }
  });

  it('no link leads nowhere', () => {
    const files = new Set(filesOf(site));
    const isThere = (target: string): boolean =>
      files.has(target.endsWith('/') ? `${target}index.html` : decodeURI(target));
    const broken = [...built].flatMap(([page, { links }]) =>
      links.filter((target) => !isThere(target)).map((target) => `${page} -> ${target}`),
    );
    expect(broken).toEqual([]);
  });

  it('B5.3 every item and meeting is three links from the front page at most', () => {
    const seen = new Map<string, number>([['/', 0]]);
    const queue = ['/'];
    for (let page = queue.shift(); page !== undefined; page = queue.shift()) {
      const steps = seen.get(page) ?? 0;
      for (const target of steps === 3 ? [] : (built.get(page)?.links ?? [])) {
        if (!target.endsWith('/') || seen.has(target)) continue;
        seen.set(target, steps + 1);
        queue.push(target);
      }
    }
    const far = [...data.items.map(({ id }) => `/sak/${id}/`), ...data.meetings.map(({ id }) => `/mote/${id}/`)];
    expect(far.filter((page) => !seen.has(page))).toEqual([]);
  });

  it('every page type is valid HTML', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: { 'long-title': 'off', 'no-trailing-whitespace': 'off', 'tel-non-breaking': 'off' },
    });
    const wrong: string[] = [];
    for (const page of onePerType(pages)) {
      const report = await validator.validateString(textOf(site, page));
      for (const { messages } of report.results) {
        wrong.push(...messages.map(({ ruleId, message, line }) => `${page}:${line} ${ruleId}: ${message}`));
      }
    }
    expect(wrong).toEqual([]);
  });

  it('A9.3 say their language', () => {
    const wrong = [...built].filter(([page, { lang }]) => lang !== (page.startsWith('/nn/') ? 'nn' : 'nb'));
    expect(wrong.map(([page]) => page)).toEqual([]);
  });

  it('A9.2 the two languages of a page name each other and the default, all of them existing', () => {
    for (const [page, { alternates }] of built) {
      if (page.endsWith('404.html')) continue;
      const paths = alternates.map(([, path]) => path);
      expect(alternates.map(([hreflang]) => hreflang)).toEqual(['nb', 'nn', 'x-default']);
      expect(paths).toContain(page);
      expect(paths[2]).toBe(paths[0]);
      for (const target of paths) expect(built.get(target)?.alternates).toEqual(alternates);
    }
  });

  it('A9.1 the sitemap holds exactly the pages', () => {
    const $ = load(textOf(site, '/sitemap.xml'), { xml: true });
    const listed = $('loc')
      .toArray()
      .map((element) => new URL($(element).text()).pathname);
    expect(listed.sort()).toEqual(pages.filter((page) => !page.endsWith('404.html')).sort());
    expect(textOf(site, '/robots.txt')).toContain('Sitemap: https://samla.example.no/sitemap.xml');
  });

  it('A9.6 texts in another language than the page say so', () => {
    const item = data.items.find(({ language, kind }) => language === 'nn' && kind === 'news');
    const inNb = load(textOf(site, `/sak/${item?.id}/`));
    const inNn = load(textOf(site, `/nn/sak/${item?.id}/`));
    expect(inNb('h1').attr('lang')).toBe('nn');
    expect(inNn('h1').attr('lang')).toBeUndefined();
    const list = load(textOf(site, `/aktuelt/${item?.community}/`));
    expect(list(`a[href*="${item?.id}"]`).attr('lang')).toBe('nn');
  });

  it('A6.1 meetings with a known day and place are events with Norwegian time', () => {
    const meeting = data.meetings.find(
      ({ place, precision, status }) => place && precision === 'minute' && status === 'cancelled',
    );
    const [event] = jsonLdOf(`/mote/${meeting?.id}/`);
    expect(event).toMatchObject({ '@type': 'Event', eventStatus: 'https://schema.org/EventCancelled' });
    expect(event?.startDate).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d\+0[12]:00$/);
    const unplaced = data.meetings.find(({ place }) => place === null);
    expect(jsonLdOf(`/mote/${unplaced?.id}/`)).toEqual([]);
  });

  it('A6.2 news name their source as publisher and are based on the original', () => {
    const item = data.items.find(({ kind, published }) => kind === 'news' && published);
    const [news] = jsonLdOf(`/sak/${item?.id}/`);
    expect(news).toMatchObject({ '@type': 'NewsArticle', isBasedOn: item?.url, datePublished: item?.published });
  });

  it('B3.1 an item’s page shows lead and excerpt, not the whole text, and links to the source', () => {
    const item = data.items.find(({ body }) => body.includes('## Hva nå?'));
    const $ = load(textOf(site, `/sak/${item?.id}/`));
    expect($('.text').html()).not.toContain('<h3>Hva nå?');
    expect($('a.button').attr('href')).toBe(item?.url);
  });

  it('facts show the words that they were read from', () => {
    const item = data.items.find(({ evidence }) => evidence.published);
    const $ = load(textOf(site, `/sak/${item?.id}/`));
    expect($('details.evidence q').first().text()).toBe(item?.evidence.published?.text);
  });

  it('B7.1 every page says that it is no official overview, and that the data are a sample', () => {
    const silent = [...built].filter(
      ([, { text }]) => !/Uoffisiell oversikt\./.test(text) || !/Eksempeldata\./.test(text),
    );
    expect(silent.map(([page]) => page)).toEqual([]);
  });
});

describe('the files', () => {
  it('the published files lie under /data/, byte for byte', () => {
    for (const name of ['items.ndjson', 'meetings.ndjson', 'communities.json', 'sources.json', 'schema/item.json']) {
      expect(readFileSync(join(site, 'data', name))).toEqual(readFileSync(join(folder, 'data', 'published', name)));
    }
    const item = load(textOf(site, '/data/'));
    expect(item('table.fields code').text()).toContain('published');
  });

  it('A8.1 feeds hold permanent ids, times with a zone, and the language of each entry', () => {
    const $ = load(textOf(site, '/feed.atom'), { xml: true });
    const json: { items: { id: string; url: string; language: string }[]; version: string } = JSON.parse(
      textOf(site, '/feed.json'),
    );
    const ids = $('entry > id')
      .toArray()
      .map((element) => $(element).text());
    expect(ids.length).toBe(50);
    expect(new Set(ids).size).toBe(50);
    expect(json.items.map(({ id }) => id)).toEqual(ids);
    expect(json.version).toBe('https://jsonfeed.org/version/1.1');
    expect(JSON.parse(textOf(site, '/nn/feed.json')).items[0].id).toBe(ids[0]);
    expect($('entry > published').first().text()).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+]0[12]:00$/);
    expect($('entry').first().attr('xml:lang')).toMatch(/^(nb|nn|no)$/);
  });

  it('A8.5 every entry stands in the archive of its year, and the feeds lead from one to the next', () => {
    const read = (path: string) => load(textOf(site, path), { xml: true });
    const ids = new Set<string>();
    let next = read('/feed.atom')('link[rel=prev-archive]').attr('href');
    for (let steps = 0; next !== undefined && steps < 100; steps += 1) {
      const $ = read(new URL(next).pathname);
      expect($('fh\\:archive').length).toBe(1);
      for (const id of $('entry > id').toArray()) ids.add($(id).text());
      next = $('link[rel=prev-archive]').attr('href');
    }
    expect(ids.size).toBe(data.items.length);
  });

  it('feeds and sitemap are well-formed for xmllint too', (running) => {
    const files = filesOf(site).filter((file) => /\.(atom|xml|svg)$/.test(file));
    const { error, status, stderr } = spawnSync('xmllint', ['--noout', ...files.map((file) => join(site, file))]);
    if (error) return running.skip();
    expect(String(stderr)).toBe('');
    expect(status).toBe(0);
  });

  it('C2.6 the policy stands in every page and in the headers’ file, and nothing inline needs an exception', () => {
    expect(textOf(site, '/_headers')).toContain("default-src 'none'");
    const open = [...built].filter(([, { text }]) => !text.includes('http-equiv="Content-Security-Policy"'));
    const inline = [...built].filter(([, { text }]) => /<script>|<style|\sstyle="|\son[a-z]+="/.test(text));
    expect([...open, ...inline].map(([page]) => page)).toEqual([]);
  });

  it('stay within the budgets', () => {
    const size = (path: string): number => statSync(join(site, path)).size;
    const heavy = [...built].filter(([, { text }]) => Buffer.byteLength(text) > 100_000);
    expect(heavy.map(([page]) => page)).toEqual([]);
    checkBudgets(site);
    mkdirSync(join(folder, 'heavy', 'assets'), { recursive: true });
    for (const file of ['index.html', 'assets/samla.css', 'assets/samla.js'])
      writeFileSync(join(folder, 'heavy', file), ' '.repeat(size(file)));
    writeFileSync(join(folder, 'heavy', 'assets', 'more.js'), ' '.repeat(15_000));
    expect(() => checkBudgets(join(folder, 'heavy'))).toThrow(/^all scripts before a search: expected at most 15000/);
  });
});

describe('building', () => {
  it('A3.3 the same input gives the same bytes, wherever and whenever it is built', async () => {
    const before = process.env.TZ;
    process.env.TZ = 'Pacific/Kiritimati';
    try {
      await buildSite({ dataDir: join(folder, 'data'), outDir: join(folder, 'again') });
    } finally {
      process.env.TZ = before;
    }
    expect(hashesOf(join(folder, 'again'))).toEqual(hashesOf(site));
  });

  it('pages that are no longer there are gone after the next build', async () => {
    const small = { ...data, communities: data.communities.slice(0, 1), items: data.items.slice(0, 3), meetings: [] };
    writeData(join(folder, 'small'), small, sampleSettings);
    await buildSite({
      dataDir: join(folder, 'small'),
      outDir: join(folder, 'again'),
      baseUrl: 'https://www.example.no/samla/',
    });
    expect(pagesOf(join(folder, 'again')).filter((page) => page.startsWith('/sak/')).length).toBe(3);
    expect(readFileSync(join(folder, 'again', 'index.html'), 'utf8')).toContain(
      'href="https://www.example.no/samla/nn/"',
    );
    expect(readFileSync(join(folder, 'again', '404.html'), 'utf8')).toContain('href="/samla/assets/samla.css"');
  });

  it('nothing gathered yet is a site that says so', async () => {
    const communities = data.communities.slice(0, 1);
    writeData(join(folder, 'empty'), { communities, items: [], meetings: [], sources: [] }, sampleSettings);
    await buildSite({ dataDir: join(folder, 'empty'), outDir: join(folder, 'empty-site') });
    expect(readFileSync(join(folder, 'empty-site', 'index.html'), 'utf8')).toContain(
      'Det er ikke hentet noen data ennå.',
    );
  });

  it('a damaged file is named with its line, and the earlier site stays', async () => {
    writeData(join(folder, 'damaged'), data, sampleSettings);
    writeFileSync(join(folder, 'damaged', 'published', 'items.ndjson'), '{"id": 3}\n');
    const building = buildSite({ dataDir: join(folder, 'damaged'), outDir: site });
    await expect(building).rejects.toThrow(/items\.ndjson:1: id: /);
    expect(existsSync(join(site, 'index.html'))).toBe(true);
  });

  it('a folder with other files in it is never replaced', async () => {
    mkdirSync(join(folder, 'foreign'));
    writeFileSync(join(folder, 'foreign', 'thesis.odt'), 'x');
    const building = buildSite({ dataDir: join(folder, 'data'), outDir: join(folder, 'foreign') });
    await expect(building).rejects.toThrow(/choose another --out/);
    expect(filesOf(join(folder, 'foreign'))).toEqual(['/thesis.odt']);
  });

  it('a thousand items are built in a few seconds (printed, not judged)', async () => {
    const many = withFewMunicipalities(await sampleData(53));
    writeData(join(folder, 'many'), many, sampleSettings);
    const started = performance.now();
    const { pages: written } = await buildSite({ dataDir: join(folder, 'many'), outDir: join(folder, 'many-site') });
    const seconds = (performance.now() - started) / 1000;
    process.stdout.write(`${many.items.length} items: ${written} pages in ${seconds.toFixed(1)} s\n`);
    expect(written).toBeGreaterThan(many.items.length * 2);
  }, 60_000);

  it('a folder without published data is said in one line', async () => {
    const building = buildSite({ dataDir: join(folder, 'nowhere'), outDir: join(folder, 'x') });
    await expect(building).rejects.toThrow(/expected published data/);
  });
});
