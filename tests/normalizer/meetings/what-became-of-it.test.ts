/** What became of a meeting, said in other words than «avlyst» and «flyttet til». */
import { describe, expect, test } from 'vitest';
import { meetingsOf } from './page-of.ts';

const page = (body: string) => `<h1>Nytt fra utvalgene</h1><p>Publisert 10.02.2026</p>${body}`;

describe('a meeting that comes to nothing is cancelled', () => {
  test.each([
    ['blir ikke noe av', '<p>Det blir ikke noe av samhandlingskonferansen 4. mars 2026.</p>', 'konferanse'],
    ['utgår', '<p>SSU-møtet 4. mars 2026: utgår</p>', 'ssu'],
    ['gjekk ut', '<p>Møtet i SSU 4. mars 2026 gjekk ut på grunn av uvêr.</p>', 'ssu'],
    ['faller bort', '<p>Fellesmøtet som skulle ha vært 4. mars 2026, faller bort.</p>', 'fellesmote'],
    ['kansellert', '<p>Dialogmøtet 4. mars 2026 er kansellert.</p>', 'dialogmote'],
    ['kom aldri i stand', '<p>Partnerskapsmøtet 4. mars 2026 kom aldri i stand.</p>', 'partnerskapsmote'],
  ])('%s', async (_words, body, which) => {
    expect(await meetingsOf(page(body))).toMatchObject([{ body: which, start: '2026-03-04', status: 'cancelled' }]);
  });

  test('«går ut på» says what a meeting is for, and a case that is struck leaves the meeting standing', async () => {
    const [dialogue] = await meetingsOf(page('<p>Dialogmøtet 4. mars 2026 går ut på å finne felles mål.</p>'));
    expect(dialogue?.status).toBe('planned');
    const [council] = await meetingsOf(page('<p>Møte i SSU 4. mars 2026: sak 7/26 utgår.</p>'));
    expect(council?.status).not.toBe('cancelled');
  });
});

test('a verdict before the day it was set to counts for that day', async () => {
  const told = await meetingsOf(page('<p>Utsett på ubestemt tid. Møtet i FSU var sett til 4. mars 2026.</p>'));
  expect(told).toMatchObject([{ body: 'fsu', start: '2026-03-04', status: 'postponed' }]);
});

test('a move told over two sentences is one meeting on its new day', async () => {
  const told = await meetingsOf(
    page(
      '<p>Strategisk samarbeidsutvalg skulle ha møttes 8. april 2026. Fordi lokalet er opptatt, er møtet forskjøvet til onsdag 15. april 2026.</p>',
    ),
  );
  expect(told).toMatchObject([{ body: 'ssu', start: '2026-04-15', movedFrom: '2026-04-08', status: 'planned' }]);
});

test('«gikk over to dager» and «hadde sitt første møte» are held', async () => {
  const told = await meetingsOf(
    page(
      '<p>Partnerskapsmøtet gikk over to dager, 3. og 4. februar 2026.</p><p>FSU hadde sitt første møte 5. februar 2026.</p>',
    ),
  );
  expect(told.map(({ status }) => status)).toEqual(told.map(() => 'held'));
  expect(told.some(({ body }) => body === 'fsu')).toBe(true);
});

describe('a meeting that is told of as past is held', () => {
  test.each([
    ['«brukte dagen»', '<p>Medlemmene i SSU brukte tirsdag 3. februar 2026 til å rydde i planene.</p>'],
    ['«hadde hvert sitt møte»', '<p>SSU og FSU hadde hvert sitt møte tirsdag 3. februar 2026.</p>'],
    [
      'any preterite on a page that is newer',
      '<p>SSU-møtet 3. februar 2026 slo revner i gamle sannheter og krevde mye.</p>',
    ],
    ['a list under «hadde desse møta»', '<p>SSU hadde desse møta i vinter:</p><ul><li>3. februar 2026</li></ul>'],
    ['minutes to approve', '<p>Referatet fra SSU-møtet 3. februar 2026 godkjennes i mars.</p>'],
    ['the last one', '<h2>SSU</h2><dl><dt>Sist møte</dt><dd>3. februar 2026</dd></dl>'],
  ])('%s', async (_words, body) => {
    const told = await meetingsOf(page(body));
    expect(told.length).toBeGreaterThan(0);
    expect(told.map(({ start, status }) => [start, status])).toEqual(told.map(() => ['2026-02-03', 'held']));
  });

  test('a day with what was decided, in a list of decisions', async () => {
    const told = await meetingsOf(
      '<h1>Vedtak i SSU</h1><ul><li>3. februar 2026: Ny rutine for utskriving fra mai.</li></ul>',
    );
    expect(told).toMatchObject([{ start: '2026-02-03', status: 'held' }]);
  });

  test('a banner says it of the event that its page is about', async () => {
    const event = (banner: string) =>
      `<h1>Partnerskapsmøtet 2026</h1><p>${banner}</p><dl><dt>Når</dt><dd>3. februar 2026</dd></dl>`;
    expect(await meetingsOf(event('Dette arrangementet er over.'))).toMatchObject([{ status: 'held' }]);
    expect((await meetingsOf(event('Påmeldingen er ferdig utfylt.')))[0]?.status).not.toBe('held');
  });

  test('what lies ahead of the page is planned, whatever preterite stands beside it', async () => {
    const told = await meetingsOf(page('<p>Innkallingen sa at SSU-møtet 4. mars 2026 varer hele dagen.</p>'));
    expect(told.map(({ status }) => status)).not.toContain('held');
  });
});

describe('how many came, how, where and when', () => {
  test.each([
    ['of those asked some came', 'Av 64 påmeldte kom 51 opp.', { participants: { count: 51, approximate: false } }],
    [
      'the ones who were there',
      'De 140 som var der, fikk suppe.',
      { participants: { count: 140, approximate: false } },
    ],
    [
      'a row of people together',
      'Om kvelden var 42 naboer, pårørende og ansatte samlet.',
      { participants: { count: 42, approximate: false } },
    ],
    ['a row of municipalities is no count', 'Det var 22 av kommunene samlet.', {}],
    ['not on a screen', 'Møtet var i Førdehuset, ikke digitalt.', { place: { mode: 'physical' } }],
    ['both', 'Møtet var både eit møte i salen og eit møte på Teams.', { place: { mode: 'hybrid' } }],
    ['where the council sat', 'Utvalget satt i Florø samfunnshus.', { place: { text: 'Florø samfunnshus' } }],
    ['the whole of it', 'Det hele tok til klokka 12.', { start: '2026-02-03T12:00' }],
  ])('%s', async (_words, sentence, told) => {
    const [meeting] = await meetingsOf(page(`<p>Dialogmøtet ble holdt 3. februar 2026. ${sentence}</p>`));
    expect(meeting).toMatchObject({ status: 'held', ...told });
    if (Object.keys(told).length === 0) expect(meeting?.participants).toBeUndefined();
  });
});
