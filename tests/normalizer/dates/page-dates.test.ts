import { describe, expect, test } from 'vitest';
import { readDateLine } from '../../../normalizer/dates/date-line.ts';
import { type PageOptions, pageOf, readKnown } from '../meetings/page-of.ts';

const TEXT =
  '<p>Kommunene og sykehuset har blitt enige om en felles plan for de neste årene, og den skal nå følges opp i alle tjenester.</p><p>Planen ble til i et godt samarbeid mellom partene, sier lederen for arbeidet.</p>';

type Case = [what: string, html: string, published: string | null, updated: string | null, options?: PageOptions];

const head = (inside: string, body: string) =>
  `<html><head><title>Ny plan</title>${inside}</head><body><main><h1>Ny plan</h1>${body}${TEXT}</main></body></html>`;

const facts = (...rows: [string, string][]) =>
  rows.map(([label, value]) => `<div class="f"><div>${label}</div><div>${value}</div></div>`).join('');

const VISIBLE: Case[] = [
  [
    'a meeting’s day among its facts in boxes is not the page’s',
    `<h1>Partnerskapsmøtet</h1><div>${facts(['Dato', 'tirsdag 9. mars 2027'], ['Klokkeslett', '09.00 - 14.00'], ['Sted', 'Rådhuset'])}</div>${TEXT}`,
    null,
    null,
  ],
  [
    'the page’s own day in such boxes is',
    `<h1>Ny plan</h1><div>${facts(['Dato', '9. mars 2025'], ['Forfatter', 'Sekretariatet'])}</div>${TEXT}`,
    '2025-03-09',
    null,
  ],
  ['a line after the lead', `<h1>Ny plan</h1><p>Ingress.</p><p>Publisert 12.06.2024</p>${TEXT}`, '2024-06-12', null],
  [
    'both on one line',
    `<h1>Ny plan</h1><div><span>Publisert 07.02.2022</span> <span>Sist oppdatert 11.01.2024</span></div>${TEXT}`,
    '2022-02-07',
    '2024-01-11',
  ],
  [
    'a definition list',
    `<h1>Ny plan</h1><dl><dt>Publisert</dt><dd>21.04.2023</dd><dt>Sist oppdatert</dt><dd>25.04.2024</dd></dl>${TEXT}`,
    '2023-04-21',
    '2024-04-25',
  ],
  [
    'a time element',
    `<h1>Ny plan</h1><p><span>Publisert</span> <time datetime="2025-06-02">02.06.2025</time></p>${TEXT}`,
    '2025-06-02',
    null,
  ],
  ['words and a month’s name', `<h1>Ny plan</h1><p>Publisert: 3. mai 2024 kl. 10.22</p>${TEXT}`, '2024-05-03', null],
  [
    'a byline after the date',
    `<h1>Ny plan</h1>${TEXT}<div>Publisert 28.10.2021 av Servicetorget</div>`,
    '2021-10-28',
    null,
  ],
  [
    'a date that links to the page itself',
    `<h1>Ny plan</h1><div><a rel="bookmark" href="/aktuelt/sak/">4. mars 2025</a> av Nettet</div>${TEXT}`,
    '2025-03-04',
    null,
  ],
  [
    'who laid it in and a shortened weekday, in the article’s own foot',
    `<article><h1>Ny plan</h1><footer><div>Lagt inn av <span>nettlaget</span> <time datetime="2025-03-04T09:00:00Z">tir, 04.03.2025 - 10:00</time></div></footer>${TEXT}</article>`,
    '2025-03-04',
    null,
  ],
  [
    'a name in an element of its own, a shortened weekday and slashes',
    `<h1>Ny plan</h1><div>Av <span>Nettlaget Nord</span>, ons. 05/03/2025 - 08:40</div>${TEXT}`,
    '2025-03-05',
    null,
  ],
  [
    'the same in one text',
    `<h1>Ny plan</h1><p>Av Nettlaget Nord, ons. 05/03/2025 - 08:40</p>${TEXT}`,
    '2025-03-05',
    null,
  ],
  [
    'who wrote it, and the day behind',
    `<h1>Ny plan</h1><p>Av Nettlaget Nord 5. mars 2025</p>${TEXT}`,
    '2025-03-05',
    null,
  ],
  ['the day, and who wrote it behind', `<h1>Ny plan</h1><p>5.3.2025 av Nettlaget Nord</p>${TEXT}`, '2025-03-05', null],
  [
    'who made it and who changed it, one under the other',
    `<h1>Ny plan</h1><p>Oppretta 05.03.2025 08.40 av Nettlaget<br>Sist endra 07.03.2025 11.15 av Arkivet</p>${TEXT}`,
    '2025-03-05',
    '2025-03-07',
  ],
  ['what it is, and the day', `<h1>Ny plan</h1><div>Nyheit | 5. mars 2025</div>${TEXT}`, '2025-03-05', null],
  [
    'how long ago, beside a time for machines',
    `<h1>Ny plan</h1><time datetime="2025-03-05T07:00:00Z">for tre dagar sidan</time>${TEXT}`,
    '2025-03-05',
    null,
  ],
  [
    'who changed it, between label and day',
    `<h1>Ny plan</h1>${TEXT}<div>Sist endra av Nettlaget 7. mars 2025</div>`,
    null,
    '2025-03-07',
  ],
  [
    'a label that is a sentence',
    `<h1>Ny plan</h1>${TEXT}<div>Denne siden ble sist endret: 07.03.2025</div>`,
    null,
    '2025-03-07',
  ],
  ['a label of few letters', `<h1>Ny plan</h1><div>Publ. 05.03.2025</div>${TEXT}`, '2025-03-05', null],
  ['a deadline is no day of the page', `<h1>Ny plan</h1><p>Høyringsfrist 5. mars 2025</p>${TEXT}`, null, null],
  ['nor is where and when', `<h1>Ny plan</h1><p>Byparken, 5. mars 2025</p>${TEXT}`, null, null],
  ['what was put right', `<h1>Ny plan</h1><p>Lagt ut 5.3.2025, retta 7.3.2025</p>${TEXT}`, '2025-03-05', '2025-03-07'],
  [
    'what was put right, in brackets',
    `<h1>Ny plan</h1><p>Publisert 05.03.2025 (justert 07.03.2025)</p>${TEXT}`,
    '2025-03-05',
    '2025-03-07',
  ],
  [
    'the day of a page that calls itself an event is the event’s',
    `<html><head><title>Fagdag</title><script type="application/ld+json">{"@type":"Event","name":"Fagdag","startDate":"2026-03-05"}</script></head><body><h1>Fagdag</h1><div><b>Dato</b> <span>torsdag 5. mars 2026</span></div>${TEXT}</body></html>`,
    null,
    null,
  ],
  ['a clock with a full stop', `<h1>Ny plan</h1>${TEXT}<div>Sist endret 02.04.2024 08.15</div>`, null, '2024-04-02'],
  [
    'glued to the last sentence',
    `<h1>Ny plan</h1>${TEXT}<p>Kvart utval har seks medlemer.&nbsp; Sist oppdatert 17.02.2025</p>`,
    null,
    '2025-02-17',
  ],
  [
    'Nynorsk words',
    `<h1>Ny plan</h1><p>Lagd ut 4. mars 2025</p>${TEXT}<p>Sist endra: 6. mars 2025</p>`,
    '2025-03-04',
    '2025-03-06',
  ],
  [
    'English words',
    `<h1>New plan</h1><p>Published: March 12, 2024</p>${TEXT}<p>Last updated 14 March 2024</p>`,
    '2024-03-12',
    '2024-03-14',
  ],
  ['«Dato» alone on its line', `<h1>Ny plan</h1><p>Ingress.</p><p>Dato: 17.11.2023</p>${TEXT}`, '2023-11-17', null],
  [
    '«siste faglige endring»',
    `<h1>Rutine</h1>${TEXT}<p>Siste faglige endring: 18. januar 2024</p>`,
    null,
    '2024-01-18',
  ],
  ['a bare date by the title', `<h1>Ny plan</h1><div class="m">14. juni 2024</div>${TEXT}`, '2024-06-14', null],
  [
    'a bare time above the title',
    `<ul><li><time datetime="2024-11-18T09:12:00+01:00">18. november 2024</time></li></ul><h1>Ny plan</h1>${TEXT}`,
    '2024-11-18',
    null,
  ],
  [
    'a relative text with a datetime',
    `<h1>Ny plan</h1><p>Publisert <time datetime="2024-05-03T23:30:00Z">for to timer siden</time></p>${TEXT}`,
    '2024-05-04',
    null,
  ],
  [
    'a marked time',
    `<h1>Ny plan</h1><p>Av redaksjonen, <time class="entry-date published" datetime="2024-05-03T10:00:00+02:00">3. mai</time></p>${TEXT}`,
    '2024-05-03',
    null,
  ],
  [
    'a table of facts',
    `<h1>Ny plan</h1><table><tr><th>Publisert</th><td>03.05.2024</td></tr><tr><th>Oppdatert</th><td>04.05.2024</td></tr></table>${TEXT}`,
    '2024-05-03',
    '2024-05-04',
  ],
];

const BEHIND: Case[] = [
  [
    'JSON-LD in UTC becomes the day in Oslo',
    head(
      '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-05-30T22:40:00Z","dateModified":"2024-06-03T10:00:00Z"}</script>',
      '',
    ),
    '2024-05-31',
    '2024-06-03',
  ],
  [
    'meta in UTC',
    head('<meta property="article:published_time" content="2023-01-16T23:30:00+00:00">', ''),
    '2023-01-17',
    null,
  ],
  ['Dublin Core', head('<meta name="DC.date.issued" content="2023-02-01">', ''), '2023-02-01', null],
  [
    'a label wins over JSON-LD',
    head(
      '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2020-01-01"}</script>',
      '<p>Publisert 12.06.2024</p>',
    ),
    '2024-06-12',
    null,
  ],
  [
    'a change on the day of publishing is none',
    head(
      '<meta property="article:published_time" content="2023-01-17T08:00:00Z"><meta property="article:modified_time" content="2023-01-17T09:00:00Z">',
      '',
    ),
    '2023-01-17',
    null,
  ],
  [
    'a feed’s date',
    `<h1>Ny plan</h1>${TEXT}`,
    '2024-05-03',
    null,
    { hints: [{ from: 'https://fjordane.example.no/feed/', via: 'feed', published: '2024-05-03T08:00:00Z' }] },
  ],
  [
    'the address, with a day',
    `<h1>Ny plan</h1>${TEXT}`,
    '2021-10-28',
    null,
    { url: 'https://fjordane.example.no/2021/10/28/ny-plan/' },
  ],
  [
    'the address, with a month alone',
    `<h1>Ny plan</h1>${TEXT}`,
    null,
    null,
    { url: 'https://fjordane.example.no/2021/10/ny-plan/' },
  ],
  [
    'a sitemap says nothing of publishing',
    `<h1>Ny plan</h1>${TEXT}`,
    null,
    null,
    { hints: [{ from: 'https://fjordane.example.no/sitemap.xml', via: 'sitemap', updated: '2024-05-03' }] },
  ],
];

const NONE: Case[] = [
  ['a kicker', `<div>Fra 15. oktober 2020</div><h1>Ny plan</h1>${TEXT}`, null, null],
  ['a citation', `<h1>Ny plan</h1>${TEXT}<p>Kilde: regjeringen.no, lest 12. mars 2023.</p>`, null, null],
  [
    'a teaser’s date',
    `<h1>Ny plan</h1>${TEXT}<section><h2>Les også</h2><ul><li><a href="/a/">Ny parkering</a> <span>02.09.2024</span></li></ul></section>`,
    null,
    null,
  ],
  [
    '«sist oppdatert» inside a sentence',
    `<h1>Ny plan</h1>${TEXT}<p>Rutinen ble sist oppdatert 3. mai 2023 av utvalget, og gjelder ennå.</p>`,
    null,
    null,
  ],
  ['an event’s badge', `<div><div>6</div><div>nov</div><div>2025</div></div><h1>Ny plan</h1>${TEXT}`, null, null],
  ['an impossible day', `<h1>Ny plan</h1><p>Publisert 31.02.2024</p>${TEXT}`, null, null],
];

describe.each([
  ['visible lines', VISIBLE],
  ['what stands behind the page', BEHIND],
  ['nothing that is no date of the page’s own', NONE],
])('published and updated are read from %s', (_, cases) => {
  test.each(cases)('%s', async (_what, html, published, updated, options) => {
    const known = readKnown(await pageOf(html, options));
    expect([known.published?.value ?? null, known.updated?.value ?? null]).toEqual([published, updated]);
  });
});

test('a date line leaves the content, the sentence that it is glued to stays', async () => {
  const page = await pageOf(
    `<h1>Ny plan</h1>${TEXT}<p>Kvart utval har seks medlemer.&nbsp; Sist oppdatert 17.02.2025</p>`,
  );
  const text = page.blocks.map((block) => block.text).join('\n');
  expect(text).toContain('Kvart utval har seks medlemer.');
  expect(text).not.toContain('oppdatert');
});

test('a meeting’s own «Dato» among its facts is left where it is', async () => {
  const page = await pageOf(
    '<h1>Referat fra strategisk samarbeidsutvalg</h1><p>Dato: 10.01.2022</p><p>Sted: Teams</p><p>Til stede: fem ledere fra kommunene og seks fra sykehuset.</p><p>Utvalget drøftet planen og ba sekretariatet om en ny sak til neste møte.</p>',
  );
  expect(page.blocks.map((block) => block.text)).toContain('Dato: 10.01.2022');
  expect(readKnown(page).published).toBeUndefined();
});

test('the evidence of a date is the line as printed and where it stood', async () => {
  const known = readKnown(await pageOf(`<h1>Ny plan</h1><p>Publisert 12.06.2024</p>${TEXT}`));
  expect(known.published?.evidence).toEqual({ text: 'Publisert 12.06.2024', from: 'label' });
});

test.each([
  ['Publisert 12.06.2024', { published: '2024-06-12' }],
  ['Publisert: 12.06.2024 | Oppdatert: 14.06.2024 kl. 10.20', { published: '2024-06-12', updated: '2024-06-14' }],
  ['Oppdatera 3. mars 2025', { updated: '2025-03-03' }],
  ['Publisert i går', undefined],
  ['Møtet ble publisert 12.06.2024', undefined],
  ['Publisert 12.06.2024 og så videre i teksten', undefined],
])('the line «%s» says %j', (text, line) => {
  expect(readDateLine(text)).toEqual(line);
});
