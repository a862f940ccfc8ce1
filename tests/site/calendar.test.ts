import fc from 'fast-check';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Change } from '../../normalizer/index.ts';
import { calendarText, folded, nextDay, whenProperty, writeCalendar } from '../../site/calendar.ts';
import { makeMeeting } from './sample-data.ts';
import { type SmallSite, smallSite } from './small-site.ts';

const head = {
  name: 'Prøve',
  language: 'nb',
  source: 'https://samla.example.no/kalender.ics',
  page: 'https://samla.example.no/motekalender/',
};

const change = (seq: number, id: string): Change => {
  return { seq, at: `2026-11-0${seq}T03:00:00.000Z`, type: 'changed', record: 'meeting', id, fields: [] };
};

const withdrawal = (seq: number, id: string, { community = '', sequence = 0 }): Change => ({
  ...change(seq, id),
  type: 'withdrawn',
  last: { community, body: 'ssu', localName: 'SSU', start: id.slice(-10), end: null, precision: 'day', sequence },
});

const eventsOf = (text: string): ICAL.Event[] =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));

describe('writing iCalendar', () => {
  it('A7.7 any text stays one property of one event, and a second parser reads it back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
        const summary = { name: 'SUMMARY', parameters: { LANGUAGE: 'nb' }, value: calendarText(title) };
        const when = [whenProperty('DTSTART', '2026-12-03'), whenProperty('DTEND', '2026-12-04')];
        const text = writeCalendar(head, [[{ name: 'UID', value: 'a@samla' }, ...when, summary]]);
        const lines = text.split('\r\n');
        expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
        expect(/\r(?!\n)|(?<!\r)\n|[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f\u0085\u2028\u2029]/.test(text)).toBe(
          false,
        );
        const events = eventsOf(text);
        expect(events.length).toBe(1);
        const plain = title
          .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
          .replace(
            /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff\p{Cs}]/gu,
            '',
          );
        expect(events[0]?.summary).toBe(plain);
      }),
      { numRuns: 300 },
    );
  });

  it('C2.19 a title can’t add events', () => {
    expect(calendarText('Møte\r\nEND:VEVENT\r\nBEGIN:VEVENT\rX:1')).toBe('Møte\\nEND:VEVENT\\nBEGIN:VEVENT\\nX:1');
  });

  it('folding cuts between characters and is undone by unfolding', () => {
    const line = `SUMMARY:${'Å'.repeat(100)}${'🏥'.repeat(30)}`;
    const pieces = folded(line).split('\r\n');
    expect(pieces.length).toBeGreaterThan(4);
    expect(pieces.every((piece) => Buffer.byteLength(piece) <= 75)).toBe(true);
    expect(folded(line).replaceAll('\r\n ', '')).toBe(line);
  });

  it('the day after the last of February is the first of March, in leap years too', () => {
    expect([nextDay('2026-02-28'), nextDay('2028-02-28'), nextDay('2026-12-31')]).toEqual([
      '2026-03-01',
      '2028-02-29',
      '2027-01-01',
    ]);
  });
});

describe('the calendars', () => {
  let site: SmallSite;
  let community: string;

  beforeAll(async () => {
    site = await smallSite(({ communities, items }) => {
      community = communities[0]?.id ?? '';
      const [item] = items;
      const meeting = (day: string, given: object) =>
        makeMeeting({ id: `${community}-ssu-${day}`, community, start: day, items: [item?.id ?? ''], ...given });
      return {
        meetings: [
          meeting('2026-03-29', { start: '2026-03-29T10:00', end: '2026-03-29T14:00', precision: 'minute' }),
          meeting('2026-10-25', { start: '2026-10-25T10:00', precision: 'minute', status: 'held', sequence: 2 }),
          meeting('2026-12-03', { lastChanged: '2026-11-05T06:07:08Z', status: 'cancelled', sequence: 1 }),
          meeting('2026-12-10', { end: '2026-12-11', status: 'postponed', body: 'fsu' }),
          meeting('2027-01', { precision: 'month' }),
          meeting('2027-02-03', { start: '2027-02-03T12:00', end: '2027-02-04', precision: 'minute' }),
          meeting('2019-02-03', {}),
        ],
        changes: [
          withdrawal(1, `${community}-ssu-2026-12-17`, { community, sequence: 3 }),
          withdrawal(2, `${community}-ssu-2026-12-10`, { community, sequence: 4 }),
          { ...change(3, `${community}-ssu-2026-12-10`), type: 'added' },
          { ...change(4, `${community}-ssu-2026-12-10`), type: 'changed', fields: ['start', 'end', 'confidence'] },
        ],
      };
    });
  });

  afterAll(() => site.remove());

  const all = (path = '/kalender.ics'): Map<string, ICAL.Event> =>
    new Map(eventsOf(site.text(path)).map((event) => [event.uid.slice(-16, -6), event]));

  it('A7.10 there is one of everything, of each community and of each body, empty ones as well', () => {
    expect(all().size).toBe(6);
    expect(all(`/helsefellesskap/${community}/kalender.ics`).size).toBe(6);
    expect(all(`/helsefellesskap/${site.data.communities[1]?.id}/kalender.ics`).size).toBe(0);
    expect([...all('/motekalender/organ/fsu/kalender.ics').keys()]).toEqual(['2026-12-10']);
    expect(all('/motekalender/organ/konferanse/kalender.ics').size).toBe(0);
  });

  it('A7.6 a day is a whole day and blocks no time; a time is a time in Norway, also where clocks change', () => {
    const events = all();
    const day = events.get('2026-12-03');
    expect([day?.startDate.isDate, day?.startDate.toString(), day?.endDate.toString()]).toEqual([
      true,
      '2026-12-03',
      '2026-12-04',
    ]);
    expect(day?.component.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
    expect(events.get('2026-12-10')?.endDate.toString()).toBe('2026-12-12');
    expect(events.get('2027-02-03')?.startDate.toString()).toBe('2027-02-03');
    const zone = new ICAL.Timezone(
      new ICAL.Component(ICAL.parse(site.text('/kalender.ics'))).getFirstSubcomponent('vtimezone') as ICAL.Component,
    );
    const utc = (id: string) => events.get(id)?.startDate.convertToZone(ICAL.Timezone.utcTimezone).toString();
    expect(zone.tzid).toBe('Europe/Oslo');
    expect([utc('2026-03-29'), utc('2026-10-25')]).toEqual(['2026-03-29T08:00:00Z', '2026-10-25T09:00:00Z']);
  });

  it('A7.5 what is cancelled stays and says so, what is put off is tentative', () => {
    const value = (id: string, name: string) => all().get(id)?.component.getFirstPropertyValue(name);
    expect(value('2026-12-03', 'status')).toBe('CANCELLED');
    expect(value('2026-12-03', 'sequence')).toBe(1);
    expect(value('2026-12-10', 'status')).toBe('TENTATIVE');
    expect(value('2026-10-25', 'status')).toBe('CONFIRMED');
    expect(value('2026-12-03', 'summary')).toMatch(/^Avlyst: Strategisk samarbeidsutvalg, /);
  });

  it('A7.5 what no source tells of any more is taken out of calendars without being called cancelled', () => {
    const gone = all().get('2026-12-17');
    const value = (name: string) => gone?.component.getFirstPropertyValue(name);
    expect([value('status'), value('sequence'), value('uid')]).toEqual([
      'CANCELLED',
      3,
      `${community}-ssu-2026-12-17@samla`,
    ]);
    expect(value('summary')).toMatch(/^Ikke lenger oppført: SSU, /);
    expect(value('description')).toContain('ikke det samme som at det er avlyst');
    expect(all('/nn/kalender.ics').get('2026-12-17')?.summary).toMatch(/^Ikkje lenger oppført: /);
  });

  it('A7.4 a meeting that came back counts on from where it was gone', () => {
    const back = all().get('2026-12-10');
    expect(back?.component.getFirstPropertyValue('sequence')).toBe(5);
    expect(back?.component.getFirstPropertyValue('status')).toBe('TENTATIVE');
  });

  it('a meeting still to come can be entered alone; one that has been can’t', () => {
    const $ = site.page(`/nn/mote/${community}-ssu-2026-12-10/`);
    const link = $('a.button[type="text/calendar"]').attr('href') ?? '';
    const { pathname } = new URL(link, `https://samla.example.no/nn/mote/${community}-ssu-2026-12-10/`);
    expect([...all(pathname).keys()]).toEqual(['2026-12-10']);
    expect(site.page(`/mote/${community}-ssu-2026-03-29/`)('a[type="text/calendar"]').length).toBe(0);
  });

  it('A3.7 a page tells what became of its record, in what people call its fields', () => {
    const told = (root: string) =>
      site
        .page(`${root}mote/${community}-ssu-2026-12-10/`)('.history li')
        .toArray()
        .map((row) => site.page('/')(row).text());
    expect(told('/')).toEqual([
      '2. november 2026 Ut av oversikten',
      '3. november 2026 Kom med i oversikten',
      '4. november 2026 Endret: tidspunkt',
    ]);
    expect(told('/nn/').at(-1)).toBe('4. november 2026 Endra: tidspunkt');
  });

  it('A7.2 A7.3 ids and moments come from the data and are the same in both languages', () => {
    const nn = all('/nn/kalender.ics');
    expect([...nn.keys()]).toEqual([...all().keys()]);
    expect(nn.get('2026-12-03')?.uid).toBe(`${community}-ssu-2026-12-03@samla`);
    expect(nn.get('2026-12-03')?.component.getFirstPropertyValue('dtstamp')?.toString()).toBe('2026-11-05T06:07:08Z');
    expect(site.text('/kalender.ics')).not.toMatch(/ATTENDEE|ORGANIZER|mailto:/i);
  });

  it('A8.5 pages tell readers of their feeds and calendars, and each of these is there', () => {
    for (const page of ['/', '/motekalender/', `/nn/helsefellesskap/${community}/`, '/aktuelt/', '/abonner/']) {
      const $ = site.page(page);
      const links = $('link[rel=alternate][type]').toArray();
      expect(links.length, page).toBeGreaterThan(0);
      for (const link of links) {
        const path = new URL($(link).attr('href') ?? '', `https://samla.example.no${page}`).pathname;
        expect(site.text(path).length, path).toBeGreaterThan(100);
      }
    }
  });

  it('the addresses to subscribe to open the calendar or can be copied', () => {
    const $ = site.page('/abonner/');
    expect($('a[href^="webcal://samla.example.no/"]').length).toBe(1 + 2 + 9);
    for (const link of $('[data-address]').toArray()) {
      expect(site.text(new URL($(link).attr('data-address') ?? '').pathname).length).toBeGreaterThan(100);
    }
  });
});
