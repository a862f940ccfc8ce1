import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallCss } from '../../site/static-files.ts';
import { makeMeeting, sampleSettings } from './sample-data.ts';
import { type SmallSite, smallSite } from './small-site.ts';

let site: SmallSite;

beforeAll(async () => {
  const settings = sampleSettings
    .replace('name: Eksempeletaten', 'name: null')
    .replace('sample: true', 'sample: false');
  site = await smallSite(({ communities }) => {
    const community = communities[0]?.id ?? '';
    return {
      meetings: [
        makeMeeting({ id: `${community}-ssu-2026-03-05`, community, start: '2026-03-05', status: 'planned' }),
        makeMeeting({ id: `${community}-ssu-2026-04-05`, community, start: '2026-04-05', status: 'held' }),
        makeMeeting({ id: `${community}-ssu-2026-12-05`, community, start: '2026-12-05', status: 'planned' }),
      ],
    };
  }, settings);
});

afterAll(() => site.remove());

const statusOn = (root: string, day: string): string => {
  const community = site.data.communities[0]?.id;
  return site.page(`${root}mote/${community}-ssu-${day}/`)('aside .status').text();
};

describe('what the site does not know', () => {
  it('A10.2 a planned meeting whose day has passed is shown as planned, not as held', () => {
    expect(statusOn('/', '2026-03-05')).toBe('Var planlagt – ikke bekreftet holdt');
    expect(statusOn('/nn/', '2026-03-05')).toBe('Var planlagt – ikkje stadfesta halde');
    expect(statusOn('/', '2026-04-05')).toBe('Holdt');
    expect(statusOn('/', '2026-12-05')).toBe('Planlagt');
  });

  it('lists mark only the meetings that nobody has confirmed', () => {
    const labels = site.page('/motekalender/')('.meeting .status').toArray().length;
    expect(labels).toBe(1);
    expect(site.page('/motekalender/')('.status-was-planned').text()).toBe('ikke bekreftet holdt');
  });

  it('an operator that is not set is named nowhere', () => {
    const home = site.text('/');
    expect(home).not.toContain('Drives av');
    expect(home).not.toContain('null');
    expect(site.text('/personvern/')).toContain('<p>Den som driver nettstedet er behandlingsansvarlig');
    expect(site.text('/feed.atom')).toContain('<author><name>Samla</name></author>');
    const item = site.data.items[0]?.id;
    expect(site.text(`/sak/${item}/`)).not.toContain('sdPublisher');
  });
});

describe('coverage', () => {
  it('every cell that holds less than expected names its reason, in the table and in words', () => {
    for (const [page, word] of [
      ['/dekning/', 'av'],
      ['/nn/dekning/', 'av'],
    ] as const) {
      const $ = site.page(page);
      const cells = $('table.coverage tbody td').toArray();
      expect(cells.length).toBeGreaterThan(4);
      for (const cell of cells) {
        const [, found, expected] = new RegExp(`^(\\d+)(?: ${word} (\\d+))?`).exec($(cell).text()) ?? [];
        const short = found !== undefined && Number(found) < Number(expected ?? 1);
        expect($(cell).find('sup').length, $(cell).text()).toBe(short ? 1 : 0);
        if (found === undefined) expect($(cell).find('.hidden').text().length).toBeGreaterThan(5);
      }
      const marks = new Set(
        $('table.coverage sup')
          .toArray()
          .map((mark) => $(mark).text()),
      );
      const explained = $('.marks dt')
        .toArray()
        .map((term) => $(term).text());
      expect([...marks].sort()).toEqual(explained.sort());
    }
  });
});

describe('the stylesheet', () => {
  it('loses comments and blanks, and nothing that means something', () => {
    const css =
      '/* a */\n.a > .b:not(.c) {\n  color: red;\n  margin: 0 auto;\n}\n@media (min-width: 40rem) and (hover) {\n  a::after { content: " <" attr(href) ">"; }\n}\n';
    expect(smallCss(css)).toBe(
      '.a>.b:not(.c){color:red;margin:0 auto}@media (min-width:40rem) and (hover){a::after{content:" <" attr(href) ">"}}',
    );
  });
});
