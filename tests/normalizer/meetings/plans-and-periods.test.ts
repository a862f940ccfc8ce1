/** Plans by month, rules for all meetings of a plan, and bylines that hold a page's dates. */
import { expect, test } from 'vitest';
import { fjordane, meetingsOf, pageOf, readKnown } from './page-of.ts';

const TABLE =
  '<h2>Våren 2027</h2><table><tr><th>Måned</th><th>Dag</th></tr><tr><th>Februar</th><td>4.</td></tr><tr><th>Mars</th><td>3. – flyttet til 10.</td></tr></table>';

test('a day under its month may say the day that it is moved to', async () => {
  const told = await meetingsOf(`<h1>Faglig samarbeidsutvalg</h1>${TABLE}`);
  expect(told).toMatchObject([
    { body: 'fsu', start: '2027-02-04', precision: 'day' },
    { body: 'fsu', start: '2027-03-10', movedFrom: '2027-03-03', status: 'planned' },
  ]);
});

test('a year, a body or a month beside days holds for the rows below it whose first cell is empty', async () => {
  const told = async (rows: string) =>
    (await meetingsOf(`<h1>Møteplan 2026</h1><h2>Faglig samarbeidsutvalg</h2><table>${rows}</table>`)).map(
      ({ body, start }) => `${body} ${start}`,
    );
  const head = '<tr><th>År</th><th>Dato</th></tr>';
  expect(
    await told(
      `${head}<tr><td>2026</td><td>3. mars</td></tr><tr><td></td><td>5. mai</td></tr><tr><td>2027</td><td>2. mars</td></tr><tr><td></td><td>4. mai</td></tr>`,
    ),
  ).toEqual(['fsu 2026-03-03', 'fsu 2026-05-05', 'fsu 2027-03-02', 'fsu 2027-05-04']);
  expect(
    await told(
      '<tr><th>Utvalg</th><th>Dato</th></tr><tr><td>SSU</td><td>3. mars</td></tr><tr><td></td><td>5. mai</td></tr><tr><td>FSU</td><td>4. mars</td></tr>',
    ),
  ).toEqual(['ssu 2026-03-03', 'fsu 2026-03-04', 'ssu 2026-05-05']);
});

test('the time and the place of all meetings are those of each one under the heading', async () => {
  const told = await meetingsOf(
    `<h1>Faglig samarbeidsutvalg</h1>${TABLE}<p>Møtetid er 12.30–15.30. Møtene holdes på Nes rådhus.</p>`,
  );
  expect(told).toMatchObject([
    { start: '2027-02-04T12:30', end: '2027-02-04T15:30', place: { text: 'Nes rådhus' } },
    { start: '2027-03-10T12:30', place: { text: 'Nes rådhus' } },
  ]);
});

test('«begge gonger på nett» is said of both days, and «det forrige» is a meeting', async () => {
  const told = await meetingsOf(
    '<h1>Fagleg samarbeidsutval</h1><p>Utvalet møtest 15. april og 10. juni 2026, begge gonger på nett.</p><p>Det forrige, 23. januar 2025, var digitalt.</p>',
  );
  expect(told.map(({ start, place }) => [start, place?.mode])).toEqual([
    ['2025-01-23', 'online'],
    ['2026-04-15', 'online'],
    ['2026-06-10', 'online'],
  ]);
});

test('the dates of a byline are the page’s own', async () => {
  const lead = '<h1>Ny avtale om tolk</h1>';
  const text = '<p>Avtalen gjelder for alle kommunene i fellesskapet og varer i to år.</p>';
  const both = readKnown(
    await pageOf(
      `${lead}<div>Av: Staben | Publiseringsdato: 02.02.2026 09:00 | Endringsdato: 05.02.2026 14:22</div>${text}`,
    ),
  );
  expect([both.published?.value, both.updated?.value]).toEqual(['2026-02-02', '2026-02-05']);
  const written = readKnown(await pageOf(`${lead}<div>Skrevet av staben 4.5.2025</div>${text}`));
  expect(written.published?.value).toBe('2025-05-04');
});

test('a room with the chance to join on a screen is hybrid and keeps its place', async () => {
  const told = await meetingsOf(
    '<h1>SSU</h1><p>SSU møtes 4. mars 2026 i Skodje, med mulighet for å delta på Teams.</p>',
  );
  expect(told).toMatchObject([{ body: 'ssu', place: { text: 'Skodje', mode: 'hybrid' } }]);
});

test('a committee called by its region’s name is called by the noun alone, where no other is', async () => {
  const committees = [
    ...fjordane.committees.filter(({ body }) => body !== 'lsu'),
    {
      body: 'lsu' as const,
      names: ['Lokalt samarbeidsutval', 'Samarbeidstorg Ytre Fjord', 'Samarbeidstorg Indre Fjord'],
    },
  ];
  const html = (name: string) =>
    `<h1>Samarbeid</h1><p>Vi er med i Helsefellesskapet Fjordane og i strategisk samarbeidsutval.</p><h2>Møteplan for ${name}</h2><ul><li>4. mars 2027</li></ul>`;
  const told = await meetingsOf(html('samarbeidstorget'), { community: { ...fjordane, committees } });
  expect(told).toMatchObject([{ body: 'lsu', start: '2027-03-04' }]);
  const shared = [...committees, { body: 'fsu' as const, names: ['Samarbeidstorg Nord'] }];
  expect(await meetingsOf(html('samarbeidstorget'), { community: { ...fjordane, committees: shared } })).toEqual([]);
});
