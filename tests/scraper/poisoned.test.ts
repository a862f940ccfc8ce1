import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { normalize } from '../../normalizer/normalize.ts';
import { hasOtherSubject } from '../../scraper/subject.ts';
import { page, TEXT, type Workshop, workshop } from './gather.ts';
import { type MockServer, mockServer } from './mock-server.ts';

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

/** 03:00 on a day counted from 1 January 2026. */
const day = (n: number) => ({ now: () => new Date(Date.UTC(2026, 0, n, 3)) });

const CASINO = `<p>${'Spin the reels of our newest slots and double your welcome bonus tonight. Fast payouts, live dealers, roulette, poker and blackjack tables are open around the clock for players from everywhere. '.repeat(3)}</p>`;
const SPILL = `<p>${'Snurr hjulene på de nyeste spilleautomatene og doble velkomstbonusen i kveld. Raske utbetalinger, ekte dealere, rulett, poker og blackjack er åpne hele døgnet for alle som vil prøve lykken sin. '.repeat(3)}</p>`;
const OURS = TEXT.repeat(3);

function list(names: (string | number)[]): string {
  const items = names.map((name) => `<li><a href="/nytt/${name}/">Sak ${name} om kommunene og sykehuset</a></li>`);
  return page('Nytt fra helsefellesskapet', `${OURS}<ul>${items.join('')}</ul>`);
}

async function newsOf(
  count: number,
  more: Record<string, unknown> = {},
): Promise<{ server: MockServer; shop: Workshop }> {
  const names = Array.from({ length: count }, (_, n) => n);
  const server = await mockServer({
    '/nytt/': list(names),
    ...Object.fromEntries(names.map((n) => [`/nytt/${n}/`, page(`Sak ${n}`, `${OURS}<p>Sak ${n}.</p>`)])),
  });
  const shop = await workshop({ id: 'nytt', url: `${server.origin}/nytt/`, platform: 'generic', ...more });
  open.push(server.close, shop.remove);
  return { server, shop };
}

/** Adds pages to a site and its list. */
function add(server: MockServer, names: (string | number)[], all: (string | number)[], body: string): void {
  server.pages['/nytt/'] = list(all);
  for (const name of names) server.pages[`/nytt/${name}/`] = page(`Sak ${name}`, `${body}<p>Sak ${name}.</p>`);
}

const shown = async (shop: Workshop) =>
  (await shop.pages())
    .filter(({ url, capture, held }) => capture && !held && !url.endsWith('/nytt/'))
    .map(({ url }) => url);
const itemsOf = async (shop: Workshop) =>
  (await readFile(join(shop.dataDir, 'published', 'items.ndjson'), 'utf8')).match(/"id":"[^"]+","url":"[^"]+"/g) ?? [];
const digests = async (shop: Workshop) => (await shop.pages()).map(({ url, digest }) => [url, digest]);

describe('C2.23 a domain in other hands', () => {
  test.each([
    ['English', CASINO],
    ['Norwegian', SPILL],
  ])('that answers every address with a casino in %s keeps its last good pages and is named', async (_, casino) => {
    const { server, shop } = await newsOf(6);
    await shop.runOne(day(1));
    const before = await digests(shop);
    const links = Array.from({ length: 40 }, (_, n) => `<a href="/nytt/slot-${n}/">Slot ${n}</a>`).join(' ');
    const spam = page('Helsefellesskapet casino', `${casino}${links}`);
    server.instead = () => spam;
    for (const n of [2, 3, 4, 9, 30]) {
      const outcome = await shop.runOne({ ...day(n), full: n === 9 });
      expect(outcome).toMatchObject({ state: 'failing', cause: 'other-content' });
      expect(outcome.lastSuccess).toBe('2026-01-01T03:00:00.000Z');
      expect(outcome.message).toContain('samla scrape --accept nytt');
    }
    expect((await digests(shop)).filter(([url]) => before.some(([one]) => one === url))).toEqual(before);
    expect((await shown(shop)).some((url) => url.includes('slot-'))).toBe(false);
    server.instead = undefined;
    expect(await shop.runOne({ ...day(31), full: true })).toMatchObject({ cause: null });
  });

  test('is named where only the pages below the list have changed', async () => {
    const { server, shop } = await newsOf(6);
    await shop.runOne(day(1));
    const before = await digests(shop);
    for (const n of [0, 1, 2, 3, 4]) server.pages[`/nytt/${n}/`] = page('Bonus', CASINO);
    expect(await shop.runOne({ ...day(2), full: true })).toMatchObject({ state: 'failing', cause: 'other-content' });
    expect(await digests(shop)).toEqual(before);
  });

  test('that was never ours brings nothing to publish', async () => {
    const { server, shop } = await newsOf(8);
    server.instead = (path) => (path === '/nytt/' ? page('Slots', `${CASINO}${links(8)}`) : page(path, CASINO + path));
    expect(await shop.runOne(day(1))).toMatchObject({ state: 'failing', cause: 'other-content' });
    expect(await shop.runOne(day(9))).toMatchObject({ state: 'failing', cause: 'other-content' });
    expect(await shown(shop)).toEqual([]);
    expect(await shop.runOne({ ...day(10), accept: ['nytt'] })).toMatchObject({ cause: null });
    expect(await shown(shop)).toHaveLength(8);
  });

  const links = (count: number) =>
    `<ul>${Array.from({ length: count }, (_, n) => `<li><a href="/nytt/${n}/">Slot number ${n}</a></li>`).join('')}</ul>`;

  test('spam that somebody puts on a site of ours is held, also after many days', async () => {
    const { server, shop } = await newsOf(6);
    await shop.runOne(day(1));
    await normalize(shop);
    const published = await itemsOf(shop);
    expect(published.length).toBeGreaterThanOrEqual(6);
    const spam = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    add(server, spam, [0, 1, 2, 3, 4, 5, ...spam], CASINO);
    for (const n of [2, 5, 12]) expect(await shop.runOne(day(n))).toMatchObject({ cause: 'other-content' });
    expect(await shown(shop)).toHaveLength(6);
    await normalize(shop);
    expect(await itemsOf(shop)).toEqual(published);
  });
});

describe('C2.23 what comes all at once', () => {
  const names = (count: number, from = 0) => Array.from({ length: count }, (_, n) => n + from);

  test('is held, seen, and let through when it has stood for three days', async () => {
    const { server, shop } = await newsOf(6);
    await shop.runOne(day(1));
    add(server, names(31, 6), names(37), OURS);
    const first = await shop.runOne(day(2));
    expect(first).toMatchObject({ state: 'stale', cause: 'held', lastSuccess: '2026-01-02T03:00:00.000Z' });
    expect(first.message).toContain('31 new pages at once');
    expect(await shown(shop)).toHaveLength(6);
    expect((await shop.runOne(day(3))).cause).toBe('held');
    expect((await shop.runOne(day(4))).since).toBe(first.since);
    expect((await shop.runOne(day(5))).cause).toBeNull();
    expect(await shown(shop)).toHaveLength(37);
  });

  test('is let through when somebody has looked, and is never held where a run plays an archive or the registry has changed', async () => {
    const { server, shop } = await newsOf(6);
    await shop.runOne(day(1));
    add(server, names(40, 6), names(46), OURS);
    await shop.runOne(day(2));
    expect(await shop.runOne({ ...day(2), accept: ['nytt'] })).toMatchObject({ cause: null });
    expect(await shown(shop)).toHaveLength(46);
    add(server, names(90, 46), names(136), OURS);
    await shop.setSources([{ id: 'nytt', url: `${server.origin}/nytt/`, platform: 'generic', maxPages: 400 }]);
    expect((await shop.runOne(day(3))).cause).toBeNull();
  });

  test('that goes away again is never let through', async () => {
    const { server, shop } = await newsOf(6);
    await shop.runOne(day(1));
    add(server, names(40, 6), names(46), OURS);
    await shop.runOne(day(2));
    for (const n of names(40, 6)) delete server.pages[`/nytt/${n}/`];
    server.pages['/nytt/'] = list(names(6));
    for (const n of [3, 4, 5, 9]) await shop.runOne(day(n));
    expect(await shown(shop)).toHaveLength(6);
  });

  test('is no wonder in some thirty pages, in papers of one page, nor in a site whose addresses have moved', async () => {
    const { server, shop } = await newsOf(40);
    await shop.runOne(day(1));
    const papers = names(50).map((n) => `<a href="/nytt/sak-${n}.pdf">Sak ${n} (PDF)</a>`);
    add(server, names(29, 40), names(69), OURS);
    server.pages['/nytt/0/'] = page('Sak 0', `${OURS}${papers.join(' ')}`);
    for (const n of names(50))
      server.pages[`/nytt/sak-${n}.pdf`] = { headers: { 'content-type': 'application/pdf' }, body: `%PDF-1.4 ${n}` };
    expect((await shop.runOne({ ...day(2), full: true })).cause).toBeNull();
    expect((await shop.pages()).some(({ held }) => held)).toBe(false);
    for (const n of names(69)) {
      server.pages[`/nytt/ny-${n}/`] = server.pages[`/nytt/${n}/`] ?? '';
      server.pages[`/nytt/${n}/`] = { status: 301, headers: { location: `/nytt/ny-${n}/` } };
    }
    server.pages['/nytt/'] = list(names(69).map((n) => `ny-${n}`));
    expect((await shop.runOne({ ...day(9), full: true })).cause).toBeNull();
    expect((await shop.pages()).some(({ held }) => held)).toBe(false);
  });
});

test('a page that is rewritten, redesigned or only short has no other subject', () => {
  const bare = (html: string) => html.replace(/<[^>]+>/g, ' ');
  const ours = bare(OURS);
  expect(hasOtherSubject(ours, bare(CASINO))).toBe(true);
  expect(hasOtherSubject(ours, `${bare(CASINO)} helsefellesskapet`)).toBe(true);
  expect(hasOtherSubject(ours, 'Siden finnes ikke.')).toBe(false);
  expect(hasOtherSubject(ours, `Forside Om oss Kontakt ${ours}`)).toBe(false);
  const other =
    'Partnerskapsmøtet samlet ordførere og direktører fra alle kommunene i Molde for å drøfte rekruttering og beredskap ved sykehuset gjennom en lang dag. ';
  expect(hasOtherSubject(ours, other.repeat(3))).toBe(false);
  expect(hasOtherSubject(bare(CASINO), bare(SPILL))).toBe(false);
});
