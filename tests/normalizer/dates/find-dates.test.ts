import { describe, expect, test } from 'vitest';
import { type DateContext, findDates, readableFileName } from '../../../normalizer/dates/find-dates.ts';
import { maskNonDates } from '../../../normalizer/dates/mask.ts';
import { scanClocks } from '../../../normalizer/dates/scan-clock.ts';
import { scanDays, scanShortDays } from '../../../normalizer/dates/scan-days.ts';
import { scanPeriods } from '../../../normalizer/dates/scan-periods.ts';

/** Text, what is found (`start[/end]`, a clock as `HH:MM[-HH:MM]`, kinds without a day by name), and what stands round it. */
type Case = [text: string, found: string, context?: DateContext];

const may2023: DateContext = { published: '2023-05-10' };

const WITH_MONTH_WORDS: Case[] = [
  ['fredag 17. mars 2023', '2023-03-17'],
  ['15. februar 2024', '2024-02-15'],
  ['Onsdag 01. oktober 2014', '2014-10-01'],
  ['Møtet er 7.april 2022 på rådhuset', '2022-04-07'],
  ['20.september 2023', '2023-09-20'],
  ['frå 22.juni 2011', '2011-06-22'],
  ['tom 17.aug 2020', '2020-08-17'],
  ['15 mars 2016', '2016-03-15'],
  ['den 21 mars 2022', '2022-03-21'],
  ['30. okt. 2023', '2023-10-30'],
  ['03. nov. 2023', '2023-11-03'],
  ['13. sept 2018', '2018-09-13'],
  ['13. sep. 2018', '2018-09-13'],
  ['2. des. 2024', '2024-12-02'],
  ['4. febr. 2025', '2025-02-04'],
  ['4. feb 2025', '2025-02-04'],
  ['9. jan. 2026', '2026-01-09'],
  ['14 Nov 2025', '2025-11-14'],
  ['12 March 2024', '2024-03-12'],
  ['March 12, 2024', '2024-03-12'],
  ['5. MAI 2024', '2024-05-05'],
  ['1.Juni 2024', '2024-06-01'],
  ['3. mars, 2025', '2025-03-03'],
  ['29. februar 2024', '2024-02-29'],
  ["8. juni '24", '2024-06-08'],
  ['tysdag 4. mars 2025', '2025-03-04'],
  ['laurdag 8. mars 2025', '2025-03-08'],
  ['sundag 9. mars 2025', '2025-03-09'],
  ['måndag den 3. mars 2025', '2025-03-03'],
  ['ons. 5. mars 2025', '2025-03-05'],
  ['4. juni 2025 (onsdag)', '2025-06-04'],
  ['geassemánu 16. b. 2023', '2023-06-16'],
  ['bearjadaga geassemánu 16. b. 2023', '2023-06-16'],
  ['2024 ođđajagemánu 8. b.', '2024-01-08'],
  ['guovvamánnu 12. 2024', '2024-02-12'],
  ['njukčamánu 3. beaivvi 2025', '2025-03-03'],
  ['cuoŋománu 9. b. 2025', '2025-04-09'],
  ['miessemánu 17. b. 2025', '2025-05-17'],
  ['suoidnemánu 1. b. 2025', '2025-07-01'],
  ['borgemánu 20. b. 2025', '2025-08-20'],
  ['čakčamánu 2. b. 2025', '2025-09-02'],
  ['golggotmánu 14. b. 2025', '2025-10-14'],
  ['skábmamánu 6. b. 2025', '2025-11-06'],
  ['juovlamánu 11. b. 2025', '2025-12-11'],
];

const IN_NUMBERS: Case[] = [
  ['to. 12.02.2026', '2026-02-12'],
  ['Ti 3.3. kl 9-11', '2026-03-03 09:00-11:00', { published: '2026-02-01' }],
  ['on. 4/2', '2026-02-04', { published: '2026-11-01' }],
  ['De to 12.02.', '2026-02-12', { published: '2026-02-01' }],
  ['18. februar 2027, Førde sjukehus, 10–14', '2027-02-18 10:00-14:00'],
  ['4. februar 2027 9–11.30', '2027-02-04 09:00-11:30'],
  ['Endret 3. mai 2023, jf. § 3, 10–14', '2023-05-03'],
  ['møttes 6.2., 10.4. og 11.12. i 2025.', '2025-02-06 2025-04-10 2025-12-11 2025'],
  ['6. februar og 11. desember i 2025', '2025-02-06 2025-12-11 2025'],
  ['Saker 12. mai 2026', '2026-05-12'],
  ['Protokoll 13.12.2021', '2021-12-13'],
  ['19.02.2021, Hamar', '2021-02-19'],
  ['23.9.2024', '2024-09-23'],
  ['1.2.2024', '2024-02-01'],
  ['12. 3. 2024', '2024-03-12'],
  ['Møte 26.01.24', '2024-01-26'],
  ['30.11.22', '2022-11-30'],
  ['Møtet 01.06.23: referat kjem', '2023-06-01'],
  ['14.06.11', '2011-06-14'],
  ['14/3-2024', '2024-03-14'],
  ['14/3-24', '2024-03-14'],
  ['14/03/2024', '2024-03-14'],
  ['torsdag 14/3 2024', '2024-03-14'],
  ['14-03-2024', '2024-03-14'],
  ['2025-05-09', '2025-05-09'],
  ['2025.05.09', '2025-05-09'],
  ['(13.12.2021)', '2021-12-13'],
  ['31.12.1999', '1999-12-31'],
];

const SPANS_OF_DAYS: Case[] = [
  ['12. – 13. juni 2024', '2024-06-12/2024-06-13'],
  ['12.–13. juni 2024', '2024-06-12/2024-06-13'],
  ['12-13. juni 2024', '2024-06-12/2024-06-13'],
  ['12. til 14. juni 2024', '2024-06-12/2024-06-14'],
  ['den 8. og 9. mai 2025', '2025-05-08/2025-05-09'],
  ['8., 9. og 10. mai 2025', '2025-05-08/2025-05-10'],
  ['30. mai–1. juni 2024', '2024-05-30/2024-06-01'],
  ['30. mai til 1. juni 2024', '2024-05-30/2024-06-01'],
  ['mandag 3. juni til onsdag 5. juni 2024', '2024-06-03/2024-06-05'],
  ['mandag 3. til onsdag 5. juni 2024', '2024-06-03/2024-06-05'],
  ['måndag 3. og tysdag 4. juni 2024', '2024-06-03/2024-06-04'],
  ['12.06.2024–13.06.2024', '2024-06-12/2024-06-13'],
  ['12.06.2024 - 13.06.2024', '2024-06-12/2024-06-13'],
  ['29. desember 2024–2. januar 2025', '2024-12-29/2025-01-02'],
  ['29. desember–2. januar 2025', '2024-12-29/2025-01-02'],
];

const LISTS: Case[] = [
  ['18. mars, 31. mai, 21. oktober, 11. desember 2024', '2024-03-18 2024-05-31 2024-10-21 2024-12-11'],
  ['12. og 19. mai 2025', '2025-05-12 2025-05-19'],
  ['3. mars, 5. mai og 7. juni 2025', '2025-03-03 2025-05-05 2025-06-07'],
  ['3. mars 2025, 5. mai og 7. juni', '2025-03-03 2025-05-05 2025-06-07'],
  ['14. januar, 11. mars og 20. mai', '2025-01-14 2025-03-11 2025-05-20', { trail: ['Møteplan 2025'] }],
  ['24.01., 20.03. og 29.05.', '2024-01-24 2024-03-20 2024-05-29', { trail: ['Møteplan 2024'] }],
  ['2024: 3. mars og 5. mai', '2024 2024-03-03 2024-05-05'],
  ['September 2021: Referat 15.09 (pdf)', '2021-09 2021-09-15'],
  ['5. november 2024, 14. januar', '2024-11-05 day?'],
  ['Møte 1 – torsdag 12. februar 2026', '2026-02-12'],
  ['Møte 2: 23. april 2026', '2026-04-23'],
  ['Samling 3 – 4. juni 2026', '2026-06-04'],
];

const MONDAY: DateContext = { published: '2025-03-03' };

const OF_MANY_HANDS: Case[] = [
  ['på fredag', '2025-03-07', MONDAY],
  ['førstkommende torsdag', '2025-03-06', MONDAY],
  ['neste onsdag', 'weekday?', MONDAY],
  ['neste mandag', '2025-03-10', MONDAY],
  ['sist torsdag', '2025-02-27', MONDAY],
  ['onsdag i neste veke', '2025-03-12', MONDAY],
  ['torsdag i forrige uke', '2025-02-27', MONDAY],
  ['30. juni -23', '2023-06-30', { published: '2025-01-01' }],
  ['30.6.-23', '2023-06-30'],
  ['1.1.2024-3.1.2024', '2024-01-01/2024-01-03'],
  ['30.12.–2.1.2025', '2024-12-30/2025-01-02'],
  ['4.–5.6.2025', '2025-06-04/2025-06-05'],
  ['den 30te juni 2023', '2023-06-30'],
  ['den 3dje mai 2024', '2024-05-03'],
  ['tredje mai 2024', '2024-05-03'],
  ['onsdag 20. januar og torsdag 21. januar 2027', '2027-01-20/2027-01-21'],
  ['kl. 20.00–24.00', '20:00-24:00'],
  ['kl. 24.00', ''],
];

const YEARS_FROM_ELSEWHERE: Case[] = [
  ['30. mai', '2024-05-30', { published: '2024-05-31' }],
  ['Fredag 4.februar', '2022-02-04', { published: '2022-02-07', updated: '2024-01-11' }],
  ['15. februar', '2024-02-15', { title: 'Partnarskapsmøtet 2024', published: '2023-04-21', updated: '2024-04-25' }],
  ['24. september', '2020-09-24', { trail: ['Områdemøte', 'Haugesund', '2020'] }],
  ['24. september', '2019-09-24', { trail: ['Møteplan 2020', '2019'] }],
  ['Referat 15.09 (pdf)', '2021-09-15', { trail: ['September 2021'] }],
  ['15. august', '2024-08-15', { path: '/2024/08/to-konferansar/' }],
  ['28.2 onsdag', '2018-02-28', { published: '2018-02-20' }],
  ['22.10 mandag', '2018-10-22', { title: 'Møte 2018' }],
  ['den 17.03.', '2023-03-17', may2023],
  ['torsdag 14/3', '2024-03-14', { published: '2024-03-01' }],
  ['12. desember', '2024-12-12', { published: '2025-01-06', tense: 'past' }],
  ['14. januar', '2025-01-14', { published: '2024-12-02', tense: 'future' }],
  ['3. mai', '2024-05-03', { anchor: { year: 2024, text: 'i 2024' } }],
  ['20. april', 'day?', { trail: ['Handlingsplan 2020–2023'] }],
  ['20. april', 'day?', { trail: ['Budsjett 2024'] }],
  ['20. april', 'day?', { trail: ['Plan vedtatt 12. desember 2024'] }],
  ['20. april', '2025-04-20', { trail: ['Møteplan 2025, oppdatert desember 2024'] }],
  ['20. april', '2025-04-20', { trail: ['Godkjente møtedatoer 2025'] }],
  ['20. april', '2025-04-20', { trail: ['Januar–juni 2025'] }],
  ['20. april', '2023-04-20', { trail: ['Strategisk samarbeidsutvalg 2023'] }],
  ['20. april', 'day?'],
  ['Referat 15.09', 'day?'],
  ['tysdag 26. oktober', '2021-10-26', { path: '/2021/10/28/nytt-fagrad/' }],
];

const REACHED_FROM_PUBLISHING: Case[] = [
  ['i går', '2023-05-09', may2023],
  ['I går, tysdag, møttest dei', '2023-05-09', may2023],
  ['I går, fredag, møttest dei', 'relative?', may2023],
  ['i dag', '2023-05-10', may2023],
  ['I morgon', '2023-05-11', may2023],
  ['i morgen', '2023-05-11', may2023],
  ['på mandag', '2023-05-08', { ...may2023, tense: 'past' }],
  ['på mandag', '2023-05-15', { ...may2023, tense: 'future' }],
  ['fredag', '2023-05-05', may2023],
  ['onsdag', '2023-05-10', may2023],
  ['i går', 'relative?'],
  ['kvar onsdag', '', may2023],
];

const TIMES: Case[] = [
  ['kl 13:00-16:00', '13:00-16:00'],
  ['kl.10.00-14.00', '10:00-14:00'],
  ['Kl. 09.30-10.30', '09:30-10:30'],
  ['09.30 - 15.30', '09:30-15:30'],
  ['12:00 - 15:30', '12:00-15:30'],
  ['12:00–15:30', '12:00-15:30'],
  ['kl 10:00 14:00', '10:00-14:00'],
  ['frå 0830 - 1100', '08:30-11:00'],
  ['fra kl. 0900 til 1500', '09:00-15:00'],
  ['kl. 12.30', '12:30'],
  ['kl. 18:30', '18:30'],
  ['klokken 9–11', '09:00-11:00'],
  ['klokka 12', '12:00'],
  ['kl 9 til 15.30', '09:00-15:30'],
  ['mellom kl. 10 og 14', '10:00-14:00'],
  ['Tid: 09:00 - 11:30', '09:00-11:30'],
  ['Tidspunkt: 1200-1530', '12:00-15:30'],
  ['møtet startar 18:30', '18:30'],
  ['Tidspunkt: kl', ''],
  ['kl. 25.00', ''],
  ['kl. 12.61', ''],
  ['Torsdag 19. august 2021, kl 13:00-16:00, var', '2021-08-19 13:00-16:00'],
  ['14. nov. 2025, kl 10:00-15:00, Grimstad', '2025-11-14 10:00-15:00'],
  ['02.04.2024 08.15', '2024-04-02 08:15'],
  ['1. 03. nov. 2023, 10:00 - 14:00', '2023-11-03 10:00-14:00'],
];

const WIDER_THAN_A_DAY: Case[] = [
  ['Partnarskapsmøte mai 2023', '2023-05'],
  ['Første Januar 2021', '2021-01-01'],
  ['i april 2021', '2021-04'],
  ['geassemánnu 2023', '2023-06'],
  ['2020-2023', '2020/2023'],
  ['2024–2027', '2024/2027'],
  ['2018- 2020', '2018/2020'],
  ['planen for 2024-26', '2024/2026'],
  ['(2023–2024)', '2023/2024'],
  ['våren 2024', '2024'],
  ['hausten 2018', '2018'],
  ['sumaren 2013', '2013'],
  ['i haust', 'season?'],
  ['I uke 44', 'week?'],
  ['veke 17', 'week?'],
  ['Møteplan 2024', '2024'],
];

const NO_DATES: Case[] = [
  ['Sak 01-21', ''],
  ['sak 54/23', ''],
  ['Sak 2014/15', ''],
  ['saker 12.03', ''],
  ['protokoll nr. 02/14', ''],
  ['styresak 29-2023', ''],
  ['NOU 4:23', ''],
  ['§ 6.2 og § 6-1', ''],
  ['helse- og omsorgstjenesteloven §§ 3-1 til 3-9', ''],
  ['lov 2011-06-24-30', ''],
  ['lov av 24. juni 2011 nr. 30', ''],
  ['pkt. 5.1.', ''],
  ['kap. 5.2. i avtalen', ''],
  ['punkt 4.12', ''],
  ['1714 Grålum', ''],
  ['913 84 527', ''],
  ['tlf. 32 00 01 23', ''],
  ['+47 12 03 20 24', ''],
  ['10 900 000 kr', ''],
  ['136 496 innbyggarar', ''],
  ['12.05 prosent', ''],
  ['2,5 %', ''],
  ['31.02.2024', ''],
  ['29. februar 2023', ''],
  ['32. mars 2024', ''],
  ['13.13.2024', ''],
  ['side 3 av 12', ''],
  ['5.1 Formål', ''],
  ['mars og mai', ''],
  ['for 20 mars-deltakere', ''],
  ['2024/123456', ''],
  ['192.168.10.12', ''],
  ['17. mai-komiteen', ''],
];

const IN_FILE_NAMES: Case[] = [
  ['9sept26_referat.pdf', '2026-09-09'],
  ['Referat%20SSU%2012.feb2026.docx', '2026-02-12'],
  ['20161014_OSO-innkalling_og_protokoll.pdf', '2016-10-14'],
  ['20250314_SSU-innkalling.pdf', '2025-03-14'],
  ['hmr_hf_15112019', '2019-11-15'],
  ['protokoll-ssu-05042024.pdf', '2024-04-05'],
  ['Approved minutes SSU 2025-05-09.pdf', '2025-05-09'],
  ['Godkjent-referat-OSS-2025-05-09.pdf', '2025-05-09'],
  ['saksliste-ssu-18-oktober-2024.docx', '2024-10-18'],
  ['Referat-SSU-8.3.2024.pdf', '2024-03-08'],
  ['Referat-LSU-07.05.24.pdf', '2024-05-07'],
  ['referat-ssu-310524.pdf', '2024-05-31', { path: '/uploads/2024/06/' }],
  ['referat-ssu-180324.pdf', '2024-03-18', { path: '/uploads/2024/03/' }],
  // There was no health community in 2018.
  ['referat-ssu-180324.pdf', '2024-03-18'],
  ['referat-ssu-240326.pdf', ''],
  ['referat-ssu-240326.pdf', '2026-03-24', { printed: ['2026-04-02', '2026-01-15'] }],
  ['240318-referat.pdf', '2024-03-18', { path: '/uploads/2024/03/' }],
  ['innkalling_10-06-2022.pdf', '2022-06-10'],
  ['m%C3%B8te%2012.%20mai%202023.pdf', '2023-05-12'],
  ['avtale-123456789.pdf', ''],
  ['referat-15.09.pdf', '2021-09-15', { trail: ['2021'] }],
];

function show(text: string, context: DateContext): string {
  return findDates(text, context)
    .map((span) => {
      if (span.clock) return [span.clock.from, span.clock.to].filter(Boolean).join('-');
      if (!span.start) return `${span.kind}?`;
      return [span.start, span.end].filter(Boolean).join('/');
    })
    .join(' ');
}

describe.each([
  ['with month words', WITH_MONTH_WORDS],
  ['in numbers', IN_NUMBERS],
  ['spanning days', SPANS_OF_DAYS],
  ['in lists', LISTS],
  ['in less common writings', OF_MANY_HANDS],
  ['with a year from elsewhere', YEARS_FROM_ELSEWHERE],
  ['reckoned from the day of publishing', REACHED_FROM_PUBLISHING],
  ['of the day', TIMES],
  ['wider than a day', WIDER_THAN_A_DAY],
  ['that are none', NO_DATES],
])('dates %s are read', (_, cases) => {
  test.each(cases)('«%s» gives «%s»', (text, found, context = {}) => {
    expect(show(text, context)).toBe(found);
  });
});

describe('dates in file names are read', () => {
  test.each(IN_FILE_NAMES)('«%s» gives «%s»', (name, found, context = {}) => {
    expect(show(readableFileName(name), { ...context, fileName: true })).toBe(found);
  });
});

test('every expression says where it stands, and they never overlap', () => {
  const text = 'Møtet 3. mai 2024 kl. 10–12 ble flyttet til fredag 7. juni 2024; neste er i uke 36.';
  let reached = 0;
  for (const span of findDates(text)) {
    expect(text.slice(span.index, span.index + span.text.length)).toBe(span.text);
    expect(span.index).toBeGreaterThanOrEqual(reached);
    reached = span.index + span.text.length;
  }
  expect(reached).toBeGreaterThan(60);
});

test('a weekday that is not that day’s is kept and flagged', () => {
  const [span] = findDates('mandag 14. mars 2024');
  expect(span).toMatchObject({ start: '2024-03-14', flags: ['weekday-mismatch'] });
  expect(findDates('torsdag 14. mars 2024')[0]?.flags).toEqual([]);
});

test('a year that was not printed comes with the words that gave it', () => {
  expect(findDates('3. mai', { trail: ['Møteplan 2025'] })[0]?.reason).toEqual({
    from: 'heading',
    text: 'Møteplan 2025',
  });
  expect(findDates('3. mai', { published: '2025-04-01' })[0]?.reason).toEqual({
    from: 'published',
    text: '2025-04-01',
  });
  expect(findDates('3. mai 2025')[0]?.reason?.from).toBe('printed');
  expect(findDates('1. april og 3. mai 2025')[0]?.reason).toEqual({ from: 'list', text: '3. mai 2025' });
});

test('of two possible years the one that has the printed weekday is taken', () => {
  expect(findDates('tirsdag 12. mars', { title: 'Årsplan 2025', published: '2024-03-01' })[0]?.start).toBe(
    '2024-03-12',
  );
  expect(findDates('onsdag 12. mars', { title: 'Årsplan 2025', published: '2024-03-01' })[0]?.start).toBe('2025-03-12');
});

/** Processor time in milliseconds, the best of three: the machine may be busy with other things. */
function cost(work: () => unknown): number {
  const times = [0, 1, 2].map(() => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

describe('100 KB of hostile text', () => {
  test.each([
    ['digits', '1'],
    ['day separators', '1. og '],
    ['dashes', '12-'],
    ['dots', '1.1.'],
    ['spaces', ' '],
    ['clocks', 'kl. 10.00 - '],
    ['from', 'frå '],
    ['months', 'mai '],
    ['weekdays', 'mandag, '],
    ['weekday ranges', '1. til mandag '],
    ['cases', 'sak nr. '],
    ['paragraphs', '§§ 3-'],
    ['thousands', '100 '],
    ['dates', '12. mai 2024, '],
    ['yearless dates', '12. mai, '],
    ['years', '2024–'],
    ['sami', 'geassemánu '],
  ])('of %s costs each scanner less than 50 ms, and time in line with its length', (_, piece) => {
    const text = piece.repeat(Math.ceil(100_000 / piece.length));
    for (const scan of [maskNonDates, scanDays, scanShortDays, scanClocks, scanPeriods]) {
      expect(cost(() => scan(text))).toBeLessThan(50);
    }
    // A text of its own each time: what was read is remembered.
    let asked = 0;
    const readAnew = () => {
      asked += 1;
      return findDates(`${text} ${asked}`);
    };
    expect(cost(readAnew)).toBeLessThan(200);
  });
});
