import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Logged, RealSite, type SiteTruth, type Truth } from './real-site.ts';
import { Workshop } from './workshop.ts';

/** SAMLA_WORDPRESS_POSTS=104 makes the interface answer in two pages of at most a hundred; every run then takes longer. */
const SEEDING = { posts: Number(process.env['SAMLA_WORDPRESS_POSTS'] ?? 30), pages: 8, nn: 0.4 };
const TEXT =
  '<p>Utvalget drøftet hvordan kommunene og sykehuset skal følge opp pasienter som bor langt fra legevakten, og ba om en sak til høsten.</p>';

let site: RealSite;
let shop: Workshop;
let truth: SiteTruth;
const open: { close(): Promise<void> }[] = [];

async function workshop(): Promise<Workshop> {
  const made = await Workshop.open(site.origin);
  open.push(made);
  return made;
}

beforeAll(async () => {
  site = await RealSite.start(SEEDING);
  await site.add([
    { post_title: 'Fagdag sent på kvelden', post_content: TEXT, post_date_gmt: '2025-01-15 23:30:00' },
    { post_title: 'Sommertid &amp; «avtaler» – hva nå?', post_content: TEXT, post_date_gmt: '2024-06-30 22:10:00' },
  ]);
  truth = await site.truth();
  shop = await workshop();
  await site.requests();
});

afterAll(async () => {
  for (const made of open) await made.close();
  await site?.stop();
});

const posts = () => truth.records.filter(({ type }) => type === 'post');
const isApi = ({ path }: Logged) => /\/wp-json\/|rest_route=/.test(path);
const decoded = (paths: Logged[]) => paths.map(({ path }) => decodeURIComponent(path));
const pathOf = (url: string) => new URL(url).pathname;

/** Prints what a run has cost: the figures of the suite's report. */
async function tell(name: string, started: number, from: Workshop, log: Logged[]): Promise<void> {
  const { receipt } = await from.outcome();
  const bodies = log.filter(({ status }) => status === 200).length;
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(
    `${name}: ${log.length} requests, ${bodies} bodies, ${(receipt.bytes / 1000).toFixed(0)} kB, ` +
      `${receipt.stored} stored, ${seconds} s, ${(await from.items()).size} items`,
  );
}

describe('through the interface', () => {
  test('the whole pipeline gathers every post, page and document, and nothing else', async () => {
    const started = Date.now();
    const { code, said } = await shop.samla('run');
    expect(code, said).toBe(0);
    const log = await site.requests();
    await tell('first run, REST', started, shop, log);
    const urls = [...truth.records.map(({ url }) => url), ...truth.documents];
    expect([...(await shop.items()).keys()].sort()).toEqual(urls.sort());
    expect((await shop.outcome()).platform).toBe('wordpress');
    expect(log.filter(({ path }) => posts().some(({ url }) => pathOf(url) === path))).toEqual([]);
    expect(new Set(log.map(({ path }) => path)).size).toBe(log.length);
    expect(log.filter(({ status }) => status >= 400)).toEqual([]);
    expect(log.every(({ agent }) => /^Samla\/\d/.test(agent))).toBe(true);
  });

  test('has as many as the interface itself counts', async () => {
    for (const kind of ['post', 'page']) {
      const answer = await fetch(`${site.origin}/wp-json/wp/v2/${kind}s?per_page=1`);
      const counted = Number(answer.headers.get('x-wp-total'));
      const items = await shop.items();
      expect(truth.records.filter(({ type, url }) => type === kind && items.has(url)).length).toBe(counted);
    }
    await site.requests();
  });

  test('titles and dates are the post’s own, by the day in Oslo', async () => {
    const items = await shop.items();
    const told = truth.records.map(({ url }) => {
      const { title, published, updated } = items.get(url)!;
      return { url, title, published, updated };
    });
    expect(told).toEqual(truth.records.map(expected));
    expect(items.get(urlOf('Fagdag sent på kvelden'))).toMatchObject({ published: '2025-01-16' });
    expect(items.get(urlOf('Sommertid'))).toMatchObject({
      published: '2024-07-01',
      title: 'Sommertid & «avtaler» – hva nå?',
    });
  });

  test('the written standard of each post is right', async () => {
    const items = await shop.items();
    const told = posts().filter(({ language }) => language !== null);
    const wrong = told.filter(({ url, language }) => items.get(url)?.language !== language);
    const nynorsk = told.filter(({ url }) => items.get(url)?.language === 'nn').length / told.length;
    console.log(
      `written standard: ${told.length - wrong.length} of ${told.length} right, ${(nynorsk * 100).toFixed(0)} % Nynorsk`,
    );
    expect(wrong.length).toBeLessThanOrEqual(told.length * 0.05);
    expect(nynorsk).toBeGreaterThan(0.25);
    expect(nynorsk).toBeLessThan(0.55);
  });

  test('every post that offers documents has them attached, and they are items with text', async () => {
    const items = await shop.items();
    const attached = posts().flatMap(({ url }) => items.get(url)?.attachments ?? []);
    expect([...new Set(attached.map(({ url }) => url))].sort()).toEqual([...truth.documents].sort());
    expect(attached.filter(({ item }) => item === null)).toEqual([]);
    const formats = truth.documents.map((url) => items.get(url)!).map(({ format, words }) => [format, words > 20]);
    expect(formats.sort()).toEqual([
      ['docx', true],
      ['pdf', true],
      ['pdf', true],
      ['pptx', true],
    ]);
  });

  test('no author, address or avatar is published', async () => {
    expect(await personsIn(shop)).toEqual([]);
  });

  test('C1.4 a run with nothing changed asks for names alone and changes no published byte', async () => {
    const before = await shop.published();
    const first = (await shop.outcome()).receipt;
    const started = Date.now();
    await shop.gather();
    const log = await site.requests();
    await tell('second run, nothing changed', started, shop, log);
    const { state, receipt } = await shop.outcome();
    expect(await shop.published()).toEqual(before);
    expect(state).toBe('unchanged');
    expect(receipt.stored).toBe(0);
    expect(receipt.bytes).toBeLessThan(first.bytes * 0.25);
    expect(log.filter(isApi).filter(({ path }) => /content|modified_after|include=/.test(path))).toEqual([]);
    // The registered address itself is looked at in every run; WordPress gives it no validator.
    const bodies = log.filter((request) => request.status === 200 && !isApi(request));
    expect(bodies.map(({ path }) => path).sort()).toEqual(['/', '/robots.txt']);
  });
});

describe('when one post is edited, one added, one trashed and one renamed', () => {
  let edited: Truth;
  let trashed: Truth;
  let renamed: Truth;

  test('only what changed is asked for', async () => {
    [edited, trashed, renamed] = [posts()[3]!, posts()[11]!, posts()[20]!];
    await site.change(`--edit=${edited.id}`);
    await site.change(`--trash=${trashed.id}`);
    await site.change(`--slug=${renamed.id}:nytt-navn-paa-saken`);
    await site.change('--add=Ekstraordinært møte om beredskap i Fjordvik');
    truth = await site.truth();
    const newest = [...(await shop.pages()).values()].reduce((last, { record }) => later(last, record), '');
    const started = Date.now();
    await shop.gather(1);
    const log = await site.requests();
    await tell('third run, four changes', started, shop, log);
    const whole = decoded(log.filter(isApi)).filter((path) => /_fields=[^&]*content/.test(path));
    expect(whole).toHaveLength(1);
    expect(whole[0]).toMatch(/\/posts\?/);
    expect(whole[0]).toContain(`modified_after=${newest}`);
    expect(newest).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    const asked = log
      .filter(({ path, status }) => status !== 304 && !isApi({ path } as Logged))
      .map(({ path }) => path);
    expect(asked.sort()).toEqual(['/', pathOf(trashed.url), '/feed/', '/robots.txt'].sort());
  });

  test('the edited post is its second revision, the added one its first', async () => {
    const items = await shop.items();
    expect(items.get(edited.url)).toMatchObject({ revision: 2, title: edited.title });
    expect(items.get(edited.url)?.body).toContain('Oppdatert: nytt avsnitt etter møtet.');
    const added = items.get(urlOf('Ekstraordinært møte'));
    expect(added).toMatchObject({ revision: 1, published: truth.records.at(-1)?.published });
    const others = [...items.values()].filter(({ url }) => url !== edited.url && url !== addressOf(renamed));
    expect(others.filter(({ revision }) => revision !== 1)).toEqual([]);
  });

  test('the renamed post stays one item, and its old address leads to it', async () => {
    const items = await shop.items();
    const now = addressOf(renamed);
    expect(now).toContain('nytt-navn-paa-saken');
    expect(items.get(now)?.urls).toEqual([now, renamed.url]);
    expect(items.has(renamed.url)).toBe(false);
    expect((await shop.pages()).get(now)?.aliases).toEqual([renamed.url]);
  });

  test('the trashed post is kept until it was missing on three days', async () => {
    expect((await shop.items()).get(trashed.url)?.state).toBe('live');
    expect((await shop.pages()).get(trashed.url)).toMatchObject({
      state: 'live',
      failure: { cause: 'not-found', runs: 1 },
    });
    await shop.samla('scrape', 1);
    expect((await shop.pages()).get(trashed.url)).toMatchObject({ state: 'live', failure: { runs: 1 } });
    await shop.samla('scrape', 2);
    expect((await shop.pages()).get(trashed.url)).toMatchObject({ state: 'live', failure: { runs: 2 } });
    await shop.gather(3);
    expect((await shop.pages()).get(trashed.url)?.state).toBe('gone');
    expect((await shop.items()).get(trashed.url)).toMatchObject({ state: 'gone', title: trashed.title });
  });

  test('one that the site calls gone for good is gone at once', async () => {
    const second = posts().find(({ id }) => ![edited.id, renamed.id].includes(id))!;
    await site.change(`--trash=${second.id}`);
    await site.plugIn('gone.php');
    await shop.gather(4);
    await site.unplug('gone.php');
    expect((await shop.items()).get(second.url)?.state).toBe('gone');
    truth = await site.truth();
  });

  test('an interface that is down for a night loses nothing', async () => {
    const before = await shop.items();
    await site.plugIn('rest-down.php');
    const { code } = await shop.samla('scrape', 5);
    await site.unplug('rest-down.php');
    expect(code).toBe(3);
    await shop.samla('normalize', 5);
    expect([...(await shop.items()).values()].map(({ url, state, revision }) => ({ url, state, revision }))).toEqual(
      [...before.values()].map(({ url, state, revision }) => ({ url, state, revision })),
    );
    await site.requests();
  });
});

describe('with the interface switched off', () => {
  beforeAll(() => site.plugIn('rest-off.php'));
  afterAll(() => site.unplug('rest-off.php'));

  test('feed, sitemap and pages bring the same items', async () => {
    await site.requests();
    const other = await workshop();
    const started = Date.now();
    await other.gather();
    const log = await site.requests();
    await tell('first run, REST off', started, other, log);
    const items = await other.items();
    const urls = [...truth.records.map(({ url }) => url), ...truth.documents];
    expect([...items.keys()].sort()).toEqual(urls.sort());
    const told = truth.records.map(({ url }) => [url, items.get(url)?.title, items.get(url)?.published]);
    // The theme prints no date of change: that one only the interface tells.
    expect(told).toEqual(truth.records.map(expected).map(({ url, title, published }) => [url, title, published]));
    const before = await other.published();
    const again = Date.now();
    await other.gather();
    await tell('second run, REST off', again, other, await site.requests());
    expect(await other.published()).toEqual(before);
    expect(await personsIn(other)).toEqual([]);
  });

  test('what the interface gave before stays what it was, item for item', async () => {
    const before = await shop.items();
    await shop.gather(6);
    const after = await shop.items();
    expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
    const told = (items: typeof after) => [...items.values()].map(({ id, title, published }) => [id, title, published]);
    expect(told(after)).toEqual(told(before));
  });
});

/** Authors, their addresses and avatars in what is published of posts and pages; whom a document names is the document's own text. */
async function personsIn(from: Workshop): Promise<string[]> {
  const items = [...(await from.items()).values()].filter(({ format }) => format === 'html');
  const text = JSON.stringify(items).toLowerCase();
  const personal = truth.persons.flatMap(({ name, email, hash }) => [name, email, hash]);
  // "admin" may be part of any word.
  const names = personal.filter((one) => one !== 'admin').map((one) => one.toLowerCase());
  return [...names, 'gravatar', '/author/', 'avatar'].filter((one) => text.includes(one));
}

/** Posts carry their day; the days of pages are nowhere shown, so they are not told. */
function expected({ url, type, title, published, updated }: Truth) {
  const plain = title.replaceAll('&amp;', '&');
  if (type === 'page') return { url, title: plain, published: null, updated: null };
  return { url, title: plain, published, updated: updated > published ? updated : null };
}

function urlOf(title: string): string {
  const record = truth.records.find((one) => one.title.startsWith(title));
  if (!record) throw new Error(`${title}: expected a post of this title`);
  return record.url;
}

function addressOf({ id }: Truth): string {
  return truth.records.find((record) => record.id === id)?.url ?? '';
}

function later(last: string, record: { key: string; version: string } | undefined): string {
  return record?.key.startsWith('posts/') && record.version > last ? record.version : last;
}
