import { describe, expect, test } from 'vitest';
import type { Hint, KnownPage } from '../../scraper/known-page.ts';
import { allowance, intervalOf, mostDue, type Night, urgencyOf, wolves } from '../../scraper/revisit.ts';

const NIGHT: Night = { today: '2026-11-21', founded: '2026-01-01' };
const URL = 'https://example.no/nytt/sak/';
const LIST = 'https://example.no/nytt/';

function known(more: Partial<KnownPage> = {}): KnownPage {
  return {
    url: URL,
    aliases: [],
    role: 'page',
    state: 'live',
    status: 200,
    mediaType: 'text/html',
    digest: 'sha256:1',
    capture: { id: '<urn:uuid:1>', file: 'a.warc.gz', offset: 0 },
    firstSeen: '2026-01-01T02:00:00.000Z',
    capturedAt: '2026-01-01T02:00:00.000Z',
    visited: '2026-11-20',
    unchanged: 6,
    hints: [],
    ...more,
  };
}

function said(more: Partial<Hint>): Hint {
  return { from: LIST, via: 'listing', text: 'Nytt møte', ...more };
}

describe('a known page is asked for now when', () => {
  test.each<[string, Partial<KnownPage>, Hint[]]>([
    ['its original was never stored', { capture: undefined } as unknown as Partial<KnownPage>, []],
    ['it has not been read to the end', { visited: undefined } as unknown as Partial<KnownPage>, []],
    ['it appeared this week', { firstSeen: '2026-11-18T02:00:00Z', capturedAt: '2026-11-18T02:00:00Z' }, []],
    ['it changed this week', { capturedAt: '2026-11-17T02:00:00Z' }, []],
    ['a list says that it was lately published', { hints: [said({ published: '2026-11-10' })] }, []],
    ['a feed dates it after our last visit', {}, [said({ via: 'feed', updated: '2026-11-21T06:00:00Z' })]],
    [
      'its lastmod has moved on',
      { hints: [said({ via: 'sitemap', updated: '2025-01-01' })] },
      [said({ via: 'sitemap', updated: '2025-01-02' })],
    ],
    [
      'its teaser has changed',
      { hints: [said({ teaser: 'Møtet er i mai.' })] },
      [said({ teaser: 'Møtet er i juni.' })],
    ],
    ['it failed yesterday', { failure: { cause: 'timeout', message: '', since: '', runs: 1, day: '2026-11-20' } }, []],
    [
      'it failed for the second time today',
      { failure: { cause: 'not-found', message: '', since: '', runs: 2, day: '2026-11-21' } },
      [],
    ],
    [
      'it has failed for long and its turn has come',
      { failure: { cause: 'gone', message: '', since: '', runs: 30, day: '2026-10-20' } },
      [],
    ],
  ])('%s', (_, more, hints) => {
    expect(urgencyOf({ page: known(more), said: hints }, NIGHT)).toBe('now');
  });
});

describe('a known page may wait when', () => {
  test.each<[string, Partial<KnownPage>, Hint[]]>([
    ['nothing speaks for it', {}, []],
    ['it is as old as the source itself', { firstSeen: '2026-01-01T02:00:00Z' }, []],
    ['it was visited today, however new', { visited: '2026-11-21', firstSeen: '2026-11-21T02:00:00Z' }, []],
    ['its list says what it has always said', { hints: [said({})] }, [said({})]],
    [
      'a list that never named it names it',
      { hints: [said({ from: 'https://example.no/feed/' })] },
      [said({ published: '2020-01-01' })],
    ],
    [
      'the words of a link in passing have changed',
      { hints: [said({ via: 'link' })] },
      [said({ via: 'link', text: 'Les mer' })],
    ],
    [
      'more was said of it than is kept',
      { hints: Array.from({ length: 8 }, (_, n) => said({ text: `${n}` })) },
      [said({ text: '8' })],
    ],
    [
      'a sitemap has always given it today’s date',
      { visited: '2026-11-21', hints: [said({ via: 'sitemap', updated: '2026-11-21' })] },
      [said({ via: 'sitemap', updated: '2026-11-21' })],
    ],
    ['a date lies years ahead', { hints: [said({ updated: '2031-01-01' })] }, [said({ updated: '2031-01-01' })]],
    [
      'it has been gone for long',
      { failure: { cause: 'gone', message: '', since: '', runs: 30, day: '2026-11-10' } },
      [],
    ],
  ])('%s', (_, more, hints) => {
    expect(urgencyOf({ page: known(more), said: hints }, NIGHT)).toBeLessThan(1);
  });

  test('its list cries wolf, though one page that changed is believed', () => {
    const many = (changed: number) =>
      Array.from({ length: 40 }, (_, n) => ({
        page: known({ url: `${LIST}${n}/`, hints: [said({ teaser: 'for 2 timer siden' })] }),
        said: [said({ teaser: n < changed ? 'for 1 dag siden' : 'for 2 timer siden' })],
      }));
    expect(wolves(many(40), NIGHT.today)).toEqual(new Set([LIST]));
    expect(wolves(many(2), NIGHT.today)).toEqual(new Set());
    const [first] = many(40);
    expect(urgencyOf({ ...first!, isWolf: (from) => from === LIST }, NIGHT)).toBeLessThan(1);
  });
});

describe('intervals', () => {
  test('grow with every visit that finds nothing changed, to less than 60 days', () => {
    const days = [0, 1, 2, 3, 4, 5, 6, 20].map((unchanged) => intervalOf({ page: known({ unchanged }) }));
    expect(days).toEqual(days.toSorted((a, b) => a - b));
    expect(days[0]).toBe(1);
    expect(days.at(-1)).toBeLessThanOrEqual(56);
    expect(days.at(-1)).toBeGreaterThanOrEqual(49);
  });

  test('are longer for documents and short for pages that documents hang on', () => {
    expect(intervalOf({ page: known({ role: 'document', unchanged: 0 }) })).toBe(4);
    expect(intervalOf({ page: known(), isHub: true })).toBe(7);
  });

  test('differ between pages that were seen together', () => {
    const days = Array.from({ length: 200 }, (_, n) => intervalOf({ page: known({ url: `${LIST}${n}/` }) }));
    expect(new Set(days).size).toBeGreaterThan(5);
  });
});

describe('a night’s allowance', () => {
  test.each([
    ['a small source', Array(20).fill('2026-11-20'), 3],
    ['2 % of a large one', Array(10_000).fill('2026-11-20'), 200],
    ['two nights at once when one was left out', Array(10_000).fill('2026-11-19'), 400],
    ['a week’s at most', Array(1000).fill('2026-01-01'), 140],
    ['nothing on the day of the first run', Array(1000).fill('2026-11-21'), 0],
    [
      'what an earlier run of the day has left',
      [...Array(990).fill('2026-11-20'), ...Array(10).fill('2026-11-21')],
      10,
    ],
  ])('%s', (_, visits, pages) => {
    expect(allowance(visits, NIGHT.today)).toBe(pages);
  });

  test('goes to the longest unseen, then to the most overdue', () => {
    const page = (visited: string, urgency: number) => ({
      page: known({ url: `${LIST}${visited}/`, visited }),
      urgency,
    });
    const due = [page('2026-11-19', 2), page('2026-11-01', 3), page('2026-09-20', 1.1), page('2026-11-20', 0.9)];
    expect(mostDue(due, NIGHT.today, 2).map(({ page: { visited } }) => visited)).toEqual(['2026-09-20', '2026-11-01']);
    expect(mostDue(due, NIGHT.today, 9)).toHaveLength(3);
  });
});
