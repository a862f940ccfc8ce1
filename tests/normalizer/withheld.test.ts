import { describe, expect, test } from 'vitest';
import type { Draft } from '../../normalizer/draft.ts';
import { sentencesOfIllness } from '../../normalizer/health-story.ts';
import { understand } from '../../normalizer/understand.ts';
import type { Capture, KnownPage } from '../../scraper/index.ts';
import { aPage } from './a-page.ts';

const MAIN = `<h1>Helsefellesskapet møttes om eldre</h1><p>Publisert 03.02.2025</p>
<p>Kommunene og sykehuset i helsefellesskapet ble enige om hvordan eldre pasienter skal følges opp hjemme etter et opphold.</p>`;

interface Around {
  state?: KnownPage['state'];
  headers?: Record<string, string>;
  head?: string;
}

async function read(main: string, { state = 'live', headers = {}, head = '' }: Around = {}) {
  const page = await aPage(main, { publishes: ['news'], head });
  const capture = { url: page.url, status: 200, headers, body: new Uint8Array(), capturedAt: '2026-01-15T10:00:00Z' };
  const known: KnownPage = {
    url: page.url,
    aliases: [],
    role: 'page',
    state,
    status: 200,
    mediaType: 'text/html',
    charset: 'utf-8',
    hints: [],
  };
  const about = { known, attached: false, extractor: 'samla@0', publishBody: 'full' as const };
  return (await understand(page, capture as Capture, about)) as Draft;
}

describe('pages of which only title and link are published', () => {
  test('a page that may be shown keeps its text', async () => {
    const { item } = await read(MAIN);
    expect(item.body).toContain('følges opp hjemme');
    expect(item.excerpt).not.toBe('');
  });

  test('B4.7 a page that is gone at its source keeps title, date and id, and says so', async () => {
    const { item } = await read(MAIN, { state: 'gone' });
    expect(item).toMatchObject({
      title: 'Helsefellesskapet møttes om eldre',
      published: '2025-02-03',
      lead: null,
      body: '',
      excerpt: '',
    });
    expect(item.quality.flags).toContain('removed-at-source');
  });

  test.each([
    ['header', { headers: { 'tdm-reservation': '1' } }],
    ['meta element', { head: '<meta name="tdm-reservation" content="1">' }],
  ])('B3.5 a reservation against text mining in a %s is kept', async (_where, around) => {
    const { item } = await read(MAIN, around);
    expect([item.body, item.excerpt, item.quality.flags.includes('reserved')]).toEqual(['', '', true]);
  });

  test('B4.5 somebody’s own story of illness is neither body, lead nor excerpt', async () => {
    const story = `<p>– Jeg fikk diagnosen kreft midt i kurset. Da jeg ble innlagt, stoppet alt opp, forteller en deltaker på samlingen.</p>
<p>Året etter ble mannen min syk. Da var det kommunen som ringte.</p>`;
    const { item } = await read(MAIN + story);
    expect([item.lead, item.body, item.excerpt]).toEqual([null, '', '']);
    expect(item.quality.flags).toContain('health-story');
    expect(JSON.stringify(item)).not.toContain('diagnosen');
  });

  test('B4.5 an article that quotes somebody’s illness once keeps its body, but no excerpt spreads the quote', async () => {
    const quote = '<p>– Jeg har vært innlagt tre ganger, sa en bruker da partnerskapsmøtet åpnet.</p>';
    const { item } = await read(
      `<h1>Partnerskapsmøte i helsefellesskapet</h1><p>Publisert 03.02.2025</p>${quote}<p>Deretter vedtok møtet planen.</p>`,
    );
    expect(item.body).toContain('tre ganger');
    expect([item.excerpt, item.quality.flags.includes('health-story')]).toEqual(['', false]);
  });
});

describe('B4.5 what a story of illness is', () => {
  test.each([
    'Da sønnen min ble innlagt for tredje gang, ringte jeg kommunen.',
    'Dottera mi var alvorleg sjuk heile vinteren.',
    'Eg har diabetes og har budd åleine i ti år.',
    'Brukeren Tone (54) fikk hjerneslag på vei til jobb.',
    'Pasienten Ola hadde kols og ble fulgt hjemmefra.',
    'Mannen min lever med demens.',
  ])('«%s» is one', (text) => expect(sentencesOfIllness([text])).toBe(1));

  test.each([
    'Sykehusdirektøren (54) har ledet utvalget siden våren.',
    'Mange eldre har flere diagnoser, og pasienten skal merke at vi samarbeider.',
    'Barn og unge som har diabetes, skal få lik oppfølging i alle kommunene.',
    'Jeg har stor tro på samarbeidet, sa ordføreren.',
    'Eg er glad for at helsefellesskapet har fått ein plan for demens.',
    'Én av fem pasienter var syk da planen ble laget.',
    'Min kollega i kommunen har svart på høringen om kreft.',
  ])('«%s» is none', (text) => expect(sentencesOfIllness([text])).toBe(0));

  test('C3.2 100 kB of words that begin a story cost little', () => {
    const before = process.cpuUsage();
    sentencesOfIllness(['jeg fikk '.repeat(11_000), 'fikk mye mye mye '.repeat(6_000)]);
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(250);
  });
});
