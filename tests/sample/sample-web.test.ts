import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as cheerio from 'cheerio';
import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readSampleSite } from '../../cli/sample-web/sample-site.ts';
import { type SampleWeb, sampleFolder, serveSampleWeb } from '../../cli/sample-web.ts';
import { bundledData } from '../../scraper/folders.ts';
import { CommunitySchema } from '../../scraper/registry.ts';

interface Truth {
  items: { site: string; path: string; language: string; attachments?: { path: string }[] }[];
  meetings: { community: string; start: string; items?: string[] }[];
  irrelevant: string[];
  sameItem: [string, string][];
}

const folder = sampleFolder();
const sites = readdirSync(join(folder, 'sites')).map((id) => readSampleSite(join(folder, 'sites', id)));
const truth = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as Truth;
const dataDir = mkdtempSync(join(tmpdir(), 'samla-sample-'));
let web: SampleWeb;

/** Every address that the sample web answers: site, path with query. */
const addresses = sites.flatMap((site) => {
  const one = (path: string, query: Record<string, string>) => {
    const search = new URLSearchParams(query).toString();
    return { site: site.id, path: `${path}${search && `?${search}`}` };
  };
  const pages = site.pages.flatMap((page) => [page.path, ...page.alias].map((path) => one(path, page.query)));
  return [...pages, ...site.files.map((file) => one(file.path, file.query))];
});

beforeAll(async () => {
  web = await serveSampleWeb({ dataDir });
});

afterAll(async () => {
  await web.close();
  rmSync(dataDir, { recursive: true });
});

function at(ref: string): string {
  const cut = ref.indexOf('/');
  return `${web.sites[ref.slice(0, cut)]}${ref.slice(cut)}`;
}

/** Every page as it is served; fetched once. */
let fetched: Promise<{ name: string; url: string; html: string }[]> | undefined;

function htmlPages(): NonNullable<typeof fetched> {
  fetched ??= Promise.all(
    addresses
      .filter(({ site, path }) => sites.some((one) => one.id === site && pageAt(one, path)))
      .map(async ({ site, path }) => {
        const url = `${web.sites[site]}${path}`;
        return { name: `${site}${path}`, url, html: await (await fetch(url)).text() };
      }),
  );
  return fetched;
}

function pageAt(site: (typeof sites)[number], path: string): boolean {
  const bare = path.split('?')[0] ?? '';
  return site.pages.some((page) => page.path === bare || page.alias.includes(bare));
}

describe('the sample web', () => {
  it('answers at every address with a fitting type and no placeholder left', async () => {
    for (const { site, path } of addresses) {
      const response = await fetch(`${web.sites[site]}${path}`);
      const body = Buffer.from(await response.arrayBuffer());
      expect([path, response.status]).toEqual([path, 200]);
      expect([path, response.headers.get('content-type')]).not.toEqual([path, 'application/octet-stream']);
      if (/text|json|svg/.test(response.headers.get('content-type') ?? '')) {
        expect(body.toString('utf8'), path).not.toMatch(/\{\{|\}\}/);
      }
    }
  });

  it('has no internal link, picture, script or form of a page that leads nowhere', async () => {
    const targets = new Map<string, string>();
    for (const { name, url, html } of await htmlPages()) {
      const $ = cheerio.load(html);
      for (const element of $('a[href], img[src], link[href], script[src]').toArray()) {
        const target = new URL($(element).attr('href') ?? $(element).attr('src') ?? '', url);
        if (Object.values(web.sites).includes(target.origin)) targets.set(target.href.replace(/#.*/, ''), name);
      }
    }
    const lost: string[] = [];
    for (const [target, from] of targets) {
      const { status } = await fetch(target, { method: 'HEAD' });
      if (status !== 200) lost.push(`${target} (${status}) from ${from}`);
    }
    expect(targets.size).toBeGreaterThan(100);
    expect(lost).toEqual([]);
  });

  it('is valid HTML on every page', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:standard'],
      rules: { 'doctype-style': 'off', 'no-inline-style': 'off', 'no-trailing-whitespace': 'off' },
    });
    for (const { name, html } of await htmlPages()) {
      const report = await validator.validateString(html);
      const messages = report.results.flatMap((result) => result.messages.map((m) => `${m.ruleId}: ${m.message}`));
      expect(messages, name).toEqual([]);
    }
  });

  it('names no mail domain but those below example.no', async () => {
    for (const { name, html } of await htmlPages()) {
      for (const [, domain] of html.matchAll(/[\w.+-]+@([\w-]+(?:\.[\w-]+)+)/g)) {
        expect([name, domain]).toEqual([name, expect.stringMatching(/(^|\.)example\.no$/)]);
      }
    }
  });

  it('pairs every weekday with a date of that weekday', async () => {
    const checked: string[] = [];
    for (const { name, html } of await htmlPages()) {
      const text = cheerio.load(html)('body').text();
      for (const [quote, weekday, day, month, year] of text.matchAll(WEEKDAY_AND_DATE)) {
        const date = new Date(Date.UTC(Number(year), MONTHS.indexOf(month!.toLowerCase()), Number(day)));
        expect(`${name}: ${quote} is a ${DAYS[date.getUTCDay()]?.[0]}`).toSatisfy(() =>
          Boolean(DAYS[date.getUTCDay()]?.includes(weekday!.toLowerCase())),
        );
        checked.push(quote);
      }
    }
    expect(checked.length).toBeGreaterThan(10);
  });

  it('keeps every document and picture below 60 kB', () => {
    for (const file of sites.flatMap((site) => site.files))
      expect(statSync(file.file).size, file.path).toBeLessThan(60_000);
  });
});

describe('its server', () => {
  it('answers HEAD without a body, 404 elsewhere and 405 to what would write', async () => {
    const url = at('forde/aktuelt/');
    const head = await fetch(url, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect((await fetch(at('forde/finst-ikkje/'))).status).toBe(404);
    expect((await fetch(at('forde/%E0%A4%A'))).status).toBe(404);
    expect((await fetch(url, { method: 'POST' })).status).toBe(405);
  });

  it('keeps to the validators that each site has', async () => {
    const has = async (ref: string) => {
      const { headers } = await fetch(at(ref));
      return [headers.has('etag'), headers.has('last-modified')];
    };
    expect(await has('helse-nt/om-oss/nyheter/')).toEqual([true, true]);
    expect(await has('helgeland/aktuelt/')).toEqual([true, false]);
    expect(await has('forde/aktuelt/')).toEqual([false, true]);
    expect(await has('ostfold/samarbeid')).toEqual([false, false]);
  });

  it('answers 304 to a client that has the page, by tag or by time', async () => {
    const { headers } = await fetch(at('helgeland/aktuelt/'));
    const byTag = await fetch(at('helgeland/aktuelt/'), { headers: { 'if-none-match': headers.get('etag')! } });
    const byTime = await fetch(at('forde/aktuelt/'), {
      headers: { 'if-modified-since': 'Fri, 20 Nov 2026 00:00:00 GMT' },
    });
    const older = await fetch(at('forde/aktuelt/'), {
      headers: { 'if-modified-since': 'Fri, 20 Nov 2020 00:00:00 GMT' },
    });
    expect([byTag.status, byTime.status, older.status]).toEqual([304, 304, 200]);
  });

  it('tells pages of one path apart by their query and sends moved pages on', async () => {
    const north = await (
      await fetch(at('helgeland/helsefellesskapet/lokale-samarbeidsutvalg.1214.aspx?o=nord'))
    ).text();
    const none = await (await fetch(at('helgeland/helsefellesskapet/lokale-samarbeidsutvalg.1214.aspx'))).text();
    expect(north).toContain('Rana, Hemnes');
    expect(none).toContain('Velg område');
    const moved = await fetch(at('helse-nt/helsefellesskapet'), { redirect: 'manual' });
    expect([moved.status, moved.headers.get('location')]).toEqual([
      301,
      at('helse-nt/fag-og-samarbeid/helsefellesskapet/'),
    ]);
  });

  it('speaks as WordPress does: totals in headers, 400 past the last page, wanted fields only', async () => {
    const posts = at('telemark/wp-json/wp/v2/posts');
    const first = await fetch(`${posts}?per_page=4`);
    expect([first.headers.get('x-wp-total'), first.headers.get('x-wp-totalpages')]).toEqual(['6', '2']);
    expect(await first.json()).toHaveLength(4);
    expect((await fetch(`${posts}?per_page=4&page=3`)).status).toBe(400);
    expect((await fetch(`${posts}?per_page=101`)).status).toBe(400);
    expect((await (await fetch(`${posts}?_fields=id`)).json()) as unknown[]).toContainEqual({ id: 412 });
    const [post] = (await (await fetch(`${posts}?modified_after=2026-11-18T00:00:00Z`)).json()) as { date: string }[];
    expect(post?.date).toBe('2026-11-19T12:00:00');
    const feed = cheerio.load(await (await fetch(at('telemark/feed/'))).text(), { xml: true });
    expect(feed('item').length).toBe(6);
  });

  it('lists its pages in sitemaps where the site keeps one', async () => {
    for (const ref of ['helse-nt/sitemap.xml', 'forde/sitemap.xml', 'telemark/wp-sitemap-posts-post-1.xml']) {
      const $ = cheerio.load(await (await fetch(at(ref))).text(), { xml: true });
      const found = $('loc')
        .toArray()
        .map((loc) => $(loc).text());
      expect(found.length).toBeGreaterThan(5);
      for (const url of found) expect([url, (await fetch(url)).status]).toEqual([url, 200]);
    }
    expect((await fetch(at('ostfold/sitemap.xml'))).status).toBe(404);
  });

  it('takes a free port where its own is taken, and lets go of all when closed', async () => {
    const other = mkdtempSync(join(tmpdir(), 'samla-sample-'));
    const second = await serveSampleWeb({ dataDir: other });
    const url = second.sites['forde']!;
    expect(Object.values(web.sites)).not.toContain(url);
    expect((await fetch(`${url}/aktuelt/`)).status).toBe(200);
    await second.close();
    await expect(fetch(`${url}/aktuelt/`)).rejects.toThrow();
    rmSync(other, { recursive: true });
  });
});

describe('its registry', () => {
  it('holds valid communities whose sources answer', async () => {
    for (const name of readdirSync(join(dataDir, 'communities'))) {
      const community = CommunitySchema.parse(parse(readFileSync(join(dataDir, 'communities', name), 'utf8')));
      expect(`${community.id}.yaml`).toBe(name);
      for (const url of community.sources.flatMap((source) => [source.url, ...source.start])) {
        expect([url, (await fetch(url)).status]).toEqual([url, 200]);
      }
    }
  });

  it('states the same facts about a community as the registry of the project', () => {
    const read = (path: string) => CommunitySchema.parse(parse(readFileSync(path, 'utf8')));
    for (const file of readdirSync(join(dataDir, 'communities'))) {
      const { id, name, aliases, region, trusts, municipalities } = read(join(bundledData(), 'communities', file));
      expect(read(join(dataDir, 'communities', file))).toMatchObject({
        id,
        name,
        aliases,
        region,
        trusts,
        municipalities,
      });
    }
  });

  it('writes settings that call the data a sample, and where the sites are', () => {
    expect(parse(readFileSync(join(dataDir, 'site.yaml'), 'utf8'))).toMatchObject({ sample: true });
    expect(JSON.parse(readFileSync(join(dataDir, 'web.json'), 'utf8'))).toEqual(web.sites);
  });
});

describe('its truth', () => {
  const known = new Set(addresses.map(({ site, path }) => `${site}${path}`));

  it('names nothing that is not there', () => {
    const named = [
      ...truth.items.flatMap((item) =>
        [item.path, ...(item.attachments ?? []).map((a) => a.path)].map((p) => item.site + p),
      ),
      ...truth.meetings.flatMap((meeting) => meeting.items ?? []),
      ...truth.irrelevant,
      ...truth.sameItem.flat(),
    ];
    expect(named.filter((ref) => !known.has(ref))).toEqual([]);
  });

  it('says of every page and document whether it is an item', () => {
    const judged = new Set([...truth.items.map((i) => i.site + i.path), ...truth.irrelevant, ...truth.sameItem.flat()]);
    const open = [...known].filter((ref) => !judged.has(ref) && !/\.(css|js|svg|png)$|\/api\//.test(ref));
    expect(open).toEqual([]);
  });

  it('gives Nynorsk at least a third and has meetings to come in 2027', () => {
    const share = truth.items.filter((item) => item.language === 'nn').length / truth.items.length;
    expect(share).toBeGreaterThanOrEqual(1 / 3);
    expect(truth.meetings.filter((meeting) => meeting.start > '2027').length).toBeGreaterThan(10);
  });
});

const MONTHS = 'januar februar mars april mai juni juli august september oktober november desember'.split(' ');
const DAYS = [
  ['søndag', 'sundag'],
  ['mandag', 'måndag'],
  ['tirsdag', 'tysdag'],
  ['onsdag'],
  ['torsdag'],
  ['fredag'],
  ['lørdag', 'laurdag'],
];
const WEEKDAY_AND_DATE = new RegExp(`(${DAYS.flat().join('|')}) (\\d{1,2})\\. (${MONTHS.join('|')}) (\\d{4})`, 'gi');
