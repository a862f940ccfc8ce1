import { describe, expect, test } from 'vitest';
import type { Mention } from '../../../normalizer/mention.ts';
import { meetingsOf } from './page-of.ts';

/** What is told besides body and start; `place` is a part of its text. */
type Told = Partial<Omit<Mention, 'place'>> & { place?: string; mode?: string };
type Want = [body: string, start: string, told?: Told];
type Fragment = [what: string, html: string, wants: Want[]];

const news = (title: string, date: string, body: string, lead = 'Kort om saken.') =>
  `<article><h1>${title}</h1><p class="ingress">${lead}</p><p>Publisert ${date}</p><div>${body}</div></article>`;
const about = (title: string, body: string) =>
  `<h1>${title}</h1><p>Helsefellesskapet samarbeider om tjenestene.</p>${body}`;

/** Pages as coordinators of different habits write them, in both written standards. */
const FRAGMENTS: Fragment[] = [
  [
    'a label above a bare date makes it the meeting’s, not the page’s',
    '<h1>Møte i SSU</h1><p>Møtedato</p><p>12. mars 2025</p><p>Florø</p>',
    [['ssu', '2025-03-12']],
  ],
  [
    'a yearless time above the title is the page’s date and no meeting',
    '<article><div><time datetime="2025-04-10T08:00:00+02:00">10. april</time></div><h1>Nytt fra SSU</h1><p>Møtet onsdag 9. april handlet om beredskap, og alle var med.</p></article>',
    [['ssu', '2025-04-09', { status: 'held' }]],
  ],
  [
    'the papers of a group with another acronym aren’t the title’s body’s',
    about(
      'Strategisk samarbeidsutvalg',
      '<ul><li><a href="/a.pdf">Referat KSU 14.03.2025</a></li><li><a href="/b.pdf">Referat 15.04.2025</a></li></ul>',
    ),
    [['ssu', '2025-04-15']],
  ],
  [
    'a body after the day is not its place',
    about('Møteplan', '<ul><li>20.05.2025: Partnerskapsmøte, Florø</li></ul>'),
    [['partnerskapsmote', '2025-05-20', { place: 'Florø' }]],
  ],
  [
    'each statement of a sentence has its own tense',
    about(
      'Partnerskapsmøtet',
      '<p>Det første partnerskapsmøtet ble holdt 22. april 2021, og neste partnerskapsmøte er 20. april 2023.</p>',
    ),
    [
      ['partnerskapsmote', '2021-04-22', { status: 'held' }],
      ['partnerskapsmote', '2023-04-20', { status: 'planned' }],
    ],
  ],
  [
    'two committees that both met on one day are two meetings',
    about('Utvalgene', '<p>FSU barn og unge og FSU rus møttes begge 12. mars 2025.</p>'),
    [
      ['fsu', '2025-03-12', { area: 'barn og unge' }],
      ['fsu', '2025-03-12', { area: 'rus' }],
    ],
  ],
  [
    'leaders that a meeting drew are its participants',
    news(
      'Partnerskapsmøte',
      '20.03.2025',
      '<p>Partnerskapsmøtet i Florø 14. mars trakk 95 ledere fra hele regionen.</p>',
    ),
    [['partnerskapsmote', '2025-03-14', { place: 'Florø', participants: { count: 95, approximate: false } }]],
  ],
  // plans as tables
  [
    'months as rows, bodies as columns',
    about(
      'Årshjul 2026',
      '<table><thead><tr><th>Måned</th><th>SSU</th><th>FSU barn og unge</th><th>Partnerskapsmøte</th></tr></thead><tbody><tr><td>Januar</td><td>14.</td><td></td><td></td></tr><tr><td>Mars</td><td>11. kl. 09.00–11.00</td><td>4.</td><td></td></tr><tr><td>Mai</td><td></td><td></td><td>20.</td></tr></tbody></table>',
    ),
    [
      ['ssu', '2026-01-14'],
      ['fsu', '2026-03-04'],
      ['ssu', '2026-03-11T09:00'],
      ['partnerskapsmote', '2026-05-20'],
    ],
  ],
  [
    'months as rows, days of the week as columns below the page’s own body',
    about(
      'Strategisk samarbeidsutvalg',
      '<h2>Våren 2026</h2><table><tr><th>Måned</th><th>Tirsdag</th><th>Onsdag</th></tr><tr><th>Februar</th><td>3.</td><td></td></tr><tr><th>Mai</th><td></td><td>6.</td></tr></table>',
    ),
    [
      ['ssu', '2026-02-03'],
      ['ssu', '2026-05-06'],
    ],
  ],
  [
    'bodies as rows, months as columns',
    about(
      'Møteplan 2026',
      '<table><tr><th></th><th>Februar</th><th>April</th><th>Juni</th></tr><tr><th>Strategisk samarbeidsutval</th><td>5.</td><td></td><td>tysdag 9.</td></tr><tr><th>Partnarskapsmøte</th><td></td><td>22.</td><td></td></tr></table>',
    ),
    [
      ['ssu', '2026-02-05'],
      ['partnerskapsmote', '2026-04-22'],
      ['ssu', '2026-06-09'],
    ],
  ],
  [
    'columns Møte/Dag/Klokka/Stad',
    about(
      'Møteplan våren 2026',
      '<table><tr><th>Møte</th><th>Dag</th><th>Klokka</th><th>Stad</th></tr><tr><td>SSU</td><td>torsdag 12. februar</td><td>0900-1130</td><td>Førde</td></tr><tr><td>FSU rus</td><td>tysdag 3. mars</td><td>12-14</td><td>Teams</td></tr></table>',
    ),
    [
      ['ssu', '2026-02-12T09:00', { end: '2026-02-12T11:30', place: 'Førde' }],
      ['fsu', '2026-03-03T12:00', { mode: 'online', area: 'rus' }],
    ],
  ],
  [
    'columns Hva/Når/Hvor',
    about(
      'Kalender',
      '<table><tr><th>Hva</th><th>Når</th><th>Hvor</th></tr><tr><td>Partnerskapsmøte</td><td>21.05.2026 kl. 10–15</td><td>Kino- og kulturhuset</td></tr><tr><td>Styremøte HF</td><td>22.05.2026</td><td>Florø</td></tr></table>',
    ),
    [['partnerskapsmote', '2026-05-21T10:00', { place: 'Kino- og kulturhuset' }]],
  ],
  [
    'a table with a row a meeting and a column Frist',
    about(
      'Strategisk samarbeidsutvalg',
      '<h2>Møtedatoer 2026</h2><table><tr><th>Møte nr.</th><th>Møtedato</th><th>Saksfrist</th><th>Sted</th></tr><tr><td>1/26</td><td>29.01.</td><td>15.01.</td><td>Teams</td></tr><tr><td>2/26</td><td>26.03.</td><td>12.03.</td><td>Stryn</td></tr></table>',
    ),
    [
      ['ssu', '2026-01-29', { mode: 'online' }],
      ['ssu', '2026-03-26', { place: 'Stryn' }],
    ],
  ],
  [
    'a table whose cells say avlyst and flyttet',
    about(
      'Møteplan 2025',
      '<table><tr><th>Dato</th><th>Utvalg</th><th>Kommentar</th></tr><tr><td>5. februar</td><td>SSU</td><td>Avlyst</td></tr><tr><td>2. april</td><td>SSU</td><td>Flyttet fra 26. mars</td></tr></table>',
    ),
    [
      ['ssu', '2025-02-05', { status: 'cancelled' }],
      ['ssu', '2025-04-02', { movedFrom: '2025-03-26' }],
    ],
  ],
  // sentences with several meetings
  [
    'three bodies in one sentence',
    about(
      'Møter i haust',
      '<p>SSU møtest 3. september 2025, FSU barn og unge 17. september 2025 og partnarskapsmøtet er 12. november 2025.</p>',
    ),
    [
      ['ssu', '2025-09-03'],
      ['fsu', '2025-09-17'],
      ['partnerskapsmote', '2025-11-12'],
    ],
  ],
  [
    'two days with a place each',
    about(
      'Dialogmøter',
      '<p>Vi inviterer til dialogmøte 4. mars 2026 på Stryn rådhus og 11. mars 2026 på Florø samfunnshus.</p>',
    ),
    [
      ['dialogmote', '2026-03-04', { place: 'Stryn rådhus' }],
      ['dialogmote', '2026-03-11', { place: 'Florø samfunnshus' }],
    ],
  ],
  [
    'second meeting with its own town',
    about(
      'Partnerskapsmøtet',
      '<p>I 2024 ble partnerskapsmøtet holdt 14. mai i Florø, mens møtet i 2025 var 20. mai i Stryn.</p>',
    ),
    [
      ['partnerskapsmote', '2024-05-14', { place: 'Florø', status: 'held' }],
      ['partnerskapsmote', '2025-05-20', { place: 'Stryn', status: 'held' }],
    ],
  ],
  [
    'last and next',
    about(
      'Strategisk samarbeidsutval',
      '<p>Siste møte var 3. juni 2025. Neste møte blir 16. september 2025 kl. 12.00–14.00.</p>',
    ),
    [
      ['ssu', '2025-06-03', { status: 'held' }],
      ['ssu', '2025-09-16T12:00', { status: 'planned' }],
    ],
  ],
  // invitations
  [
    'invitation nb',
    news(
      'Velkommen til partnerskapsmøte',
      '12.01.2026',
      '<p>Vi ønsker velkommen til partnerskapsmøte onsdag 18. mars 2026 klokken 10 til 15.30 på Quality Hotel Fjæra i Stryn.</p><p>Påmelding innen 20. februar.</p>',
    ),
    [
      [
        'partnerskapsmote',
        '2026-03-18T10:00',
        { end: '2026-03-18T15:30', place: 'Quality Hotel Fjæra', status: 'planned' },
      ],
    ],
  ],
  [
    'invitation nn',
    news(
      'Sett av dagen',
      '12.01.2026',
      '<p>Set av torsdag 23. april! Då er det dialogmøte i helsefellesskapet, heildigitalt, frå kl. 0900 til 1130.</p>',
    ),
    [['dialogmote', '2026-04-23T09:00', { mode: 'online', status: 'planned' }]],
  ],
  [
    'hold av datoen',
    news(
      'Hold av datoen: Samhandlingskonferanse 9.–10. september 2026',
      '12.01.2026',
      '<p>Konferansen går over to dager på Skei Hotel. Frist for å sende inn innlegg er 1. mai.</p>',
    ),
    [['konferanse', '2026-09-09', { end: '2026-09-10', place: 'Skei Hotel' }]],
  ],
  [
    'programme page',
    about(
      'Program for partnerskapsmøtet 2026',
      '<p>Torsdag 7. mai 2026, Førdehuset</p><ul><li>09.30 Registrering og kaffe</li><li>10.00 Velkommen</li><li>12.00 Lunsj</li><li>15.00 Slutt</li></ul>',
    ),
    [['partnerskapsmote', '2026-05-07', { place: 'Førdehuset' }]],
  ],
  [
    'Tid/Sted lines',
    about(
      'Innkalling til møte i SSU',
      '<p><strong>Tid:</strong> onsdag 4. februar 2026 kl. 12.00–14.30</p><p><strong>Sted:</strong> Teams</p>',
    ),
    [['ssu', '2026-02-04T12:00', { end: '2026-02-04T14:30', mode: 'online' }]],
  ],
  [
    'Dato/Klokkeslett/Møtested dl',
    about(
      'Møte i fagleg samarbeidsutval',
      '<dl><dt>Dato</dt><dd>5. mars 2026</dd><dt>Klokkeslett</dt><dd>09.00–11.00</dd><dt>Møtestad</dt><dd>Stryn rådhus, møterom 2</dd></dl>',
    ),
    [['fsu', '2026-03-05T09:00', { end: '2026-03-05T11:00', place: 'Stryn rådhus' }]],
  ],
  // short news
  [
    'short news nb',
    news(
      'Nytt fra SSU',
      '06.03.2026',
      '<p>Strategisk samarbeidsutvalg hadde møte onsdag. Utvalget drøftet budsjett.</p>',
    ),
    [['ssu', '2026-03-04', { status: 'held' }]],
  ],
  [
    'short news count',
    news(
      'God stemning på dialogmøtet',
      '06.03.2026',
      '<p>Nær 90 ledere møtte da dialogmøtet gikk av stabelen på Kulturtorget i Florø 4. mars.</p>',
    ),
    [
      [
        'dialogmote',
        '2026-03-04',
        { place: 'Kulturtorget', participants: { count: 90, approximate: true }, status: 'held' },
      ],
    ],
  ],
  [
    'samla 120',
    news('Fullt i salen', '06.03.2026', '<p>Partnarskapsmøtet 4. mars samla 120 deltakarar på Førdehuset.</p>'),
    [
      [
        'partnerskapsmote',
        '2026-03-04',
        { place: 'Førdehuset', participants: { count: 120, approximate: false }, status: 'held' },
      ],
    ],
  ],
  [
    'hundre deltakere',
    news(
      'Stor interesse',
      '06.03.2026',
      '<p>Rundt hundre deltakere var med på partnerskapsmøtet på Thon Hotel Sunnfjord tirsdag 3. mars.</p>',
    ),
    [
      [
        'partnerskapsmote',
        '2026-03-03',
        { place: 'Thon Hotel Sunnfjord', participants: { count: 100, approximate: true } },
      ],
    ],
  ],
  [
    'hybrid',
    news(
      'Samhandlingskonferansen',
      '06.03.2026',
      '<p>Samhandlingskonferansen 3. mars ble arrangert både på Teams og i Bodø.</p>',
    ),
    [['konferanse', '2026-03-03', { mode: 'hybrid', place: 'Bodø' }]],
  ],
  [
    'heldigital',
    news('Digitalt dialogmøte', '06.03.2026', '<p>Dialogmøtet 3. mars var heldigitalt, og 64 personer deltok.</p>'),
    [['dialogmote', '2026-03-03', { mode: 'online', participants: { count: 64, approximate: false } }]],
  ],
  [
    'lead body',
    news(
      'Samstemte om ny plan',
      '06.03.2026',
      '<p>Tysdag 3. mars møttest over 100 leiarar frå sjukehus og kommunar på Førdehuset.</p>',
      'Partnarskapsmøtet i helsefellesskapet sa ja til ny plan.',
    ),
    [
      [
        'partnerskapsmote',
        '2026-03-03',
        { place: 'Førdehuset', participants: { count: 100, approximate: true }, status: 'held' },
      ],
    ],
  ],
  // moves, cancellations
  [
    'Møtet i SSU den 3. juni er flytta til 10. juni',
    about('Møteplan 2026', '<p>Møtet i SSU den 3. juni er flytta til 10. juni.</p>'),
    [['ssu', '2026-06-10', { movedFrom: '2026-06-03', status: 'planned' }]],
  ],
  [
    'flyttet, new day first',
    about('Møteplan 2026', '<ul><li>SSU 10. juni (flyttet fra 3. juni)</li><li>SSU 9. september</li></ul>'),
    [
      ['ssu', '2026-06-10', { movedFrom: '2026-06-03' }],
      ['ssu', '2026-09-09'],
    ],
  ],
  [
    'opprinnelig',
    news('Ny dato', '02.04.2026', '<p>Partnerskapsmøtet blir 10. juni i stedet for 3. juni.</p>'),
    [['partnerskapsmote', '2026-06-10', { movedFrom: '2026-06-03' }]],
  ],
  [
    'Avlyst! after',
    about('Strategisk samarbeidsutvalg', '<h2>Møter 2026</h2><ul><li>12. mars. Avlyst!</li><li>4. juni</li></ul>'),
    [
      ['ssu', '2026-03-12', { status: 'cancelled' }],
      ['ssu', '2026-06-04'],
    ],
  ],
  [
    'AVLYST in parentheses',
    about('FSU skrøpelige eldre', '<h2>Møter i 2026</h2><ul><li>12.03.2026 (avlyst)</li><li>04.06.2026</li></ul>'),
    [
      ['fsu', '2026-03-12', { status: 'cancelled' }],
      ['fsu', '2026-06-04'],
    ],
  ],
  [
    'på ubestemt tid',
    news('Dialogmøtet er utsett', '02.04.2026', '<p>Dialogmøtet 22. april blir utsett på ubestemt tid.</p>'),
    [['dialogmote', '2026-04-22', { status: 'postponed' }]],
  ],
  [
    'avlyst next sentence',
    news(
      'Ingen samling i april',
      '02.04.2026',
      '<p>Dialogmøtet skulle vært 22. april på Stryn rådhus. Møtet er dessverre avlyst.</p>',
    ),
    [['dialogmote', '2026-04-22', { status: 'cancelled', place: 'Stryn rådhus' }]],
  ],
  [
    'moved place only',
    news('Nytt lokale', '02.04.2026', '<p>Partnerskapsmøtet 22. april er flyttet til Stryn samfunnshus.</p>'),
    [['partnerskapsmote', '2026-04-22', { status: 'planned', place: 'Stryn samfunnshus' }]],
  ],
  [
    'moved without day',
    news('Møtet flyttes', '02.04.2026', '<p>Møtet i SSU 22. april er flyttet. Ny dato kommer.</p>'),
    [['ssu', '2026-04-22', { status: 'postponed' }]],
  ],
  // lists
  [
    'list with bold years',
    about(
      'Referat frå SSU',
      '<p><strong>2025</strong></p><ul><li><a href="/r1.pdf">14. januar</a></li><li><a href="/r2.pdf">11. mars</a></li></ul><p><strong>2024</strong></p><ul><li><a href="/r3.pdf">5. november</a></li></ul>',
    ),
    [
      ['ssu', '2024-11-05'],
      ['ssu', '2025-01-14'],
      ['ssu', '2025-03-11'],
    ],
  ],
  [
    'links named with date only and docs',
    about(
      'Møtereferater',
      '<h2>Strategisk samarbeidsutvalg</h2><ul><li><a href="/a.pdf">Referat 14.01.25</a></li></ul><h2>Faglig samarbeidsutvalg</h2><ul><li><a href="/b.pdf">Referat 20.01.25</a></li></ul><h2>Arbeidsgruppe henvisning</h2><ul><li><a href="/c.pdf">Referat 22.01.25</a></li></ul>',
    ),
    [
      ['ssu', '2025-01-14'],
      ['fsu', '2025-01-20'],
    ],
  ],
  [
    'list of areas',
    about(
      'Lokale samarbeidsutvalg',
      '<h2>LSU Nordfjord</h2><ul><li>3. mars 2026</li></ul><h2>LSU Sunnfjord</h2><ul><li>3. mars 2026</li></ul>',
    ),
    [
      ['lsu', '2026-03-03', { area: 'Nordfjord' }],
      ['lsu', '2026-03-03', { area: 'Sunnfjord' }],
    ],
  ],
  [
    'nested list body then dates',
    about(
      'Møter 2026',
      '<ul><li>SSU<ul><li>3. mars</li><li>9. juni</li></ul></li><li>Partnerskapsmøte<ul><li>6. mai, Stryn</li></ul></li></ul>',
    ),
    [
      ['ssu', '2026-03-03'],
      ['ssu', '2026-06-09'],
      ['partnerskapsmote', '2026-05-06', { place: 'Stryn' }],
    ],
  ],
  [
    'paragraph label lines',
    about(
      'Møtedatoer 2026',
      '<p>Strategisk samarbeidsutvalg:<br>3. mars kl. 09.00–11.00<br>9. juni kl. 09.00–11.00</p>',
    ),
    [
      ['ssu', '2026-03-03T09:00'],
      ['ssu', '2026-06-09T09:00'],
    ],
  ],
  [
    'footer neste møte',
    about(
      'FSU barn og unge',
      '<p>Utvalget skal gi råd om tjenester.</p><p>Neste møte: 5. mars 2026, kl 12-14, Teams</p>',
    ),
    [['fsu', '2026-03-05T12:00', { mode: 'online', status: 'planned' }]],
  ],
  [
    'semicolons',
    about('Områdeutval Nordfjord', '<p>Møte i 2026: 4. februar; 6. mai; 2. september; 18. november.</p>'),
    [
      ['lsu', '2026-02-04'],
      ['lsu', '2026-05-06'],
      ['lsu', '2026-09-02'],
      ['lsu', '2026-11-18'],
    ],
  ],
  [
    'ISO list',
    about('SSU', '<ul><li>2026-02-04</li><li>2026-05-06 – digitalt</li></ul>'),
    [
      ['ssu', '2026-02-04'],
      ['ssu', '2026-05-06', { mode: 'online' }],
    ],
  ],
  [
    'dash list',
    about('Partnerskapsmøter', '<ul><li>2023: 4. mai – Florø</li><li>2024: 14. mai – Stryn</li></ul>'),
    [
      ['partnerskapsmote', '2023-05-04', { place: 'Florø' }],
      ['partnerskapsmote', '2024-05-14', { place: 'Stryn' }],
    ],
  ],
  [
    'parenthesised places',
    about(
      'SSU – møter 2026',
      '<ul><li>4. mars (Sandnes)</li><li>6. mai (Teams)</li><li>9. september (rådhuset i Eid)</li></ul>',
    ),
    [
      ['ssu', '2026-03-04', { place: 'Sandnes' }],
      ['ssu', '2026-05-06', { mode: 'online' }],
      ['ssu', '2026-09-09', { place: 'rådhuset i Eid' }],
    ],
  ],
  [
    'place before date',
    about('SSU – møter 2026', '<ul><li>Sandnes, 4. mars</li><li>Teams, 6. mai</li></ul>'),
    [
      ['ssu', '2026-03-04', { place: 'Sandnes' }],
      ['ssu', '2026-05-06', { mode: 'online' }],
    ],
  ],
  [
    'Mo i Rana',
    about('LSU nord', '<ul><li>17. mars 2026, Mo i Rana</li></ul>'),
    [['lsu', '2026-03-17', { place: 'Mo i Rana' }]],
  ],
  // badge
  [
    'badge of parts',
    `<div class="a"><span>4</span><span>mars</span><span>2026</span></div><h1>Dialogmøte om legemidler</h1><p>Helsefellesskapet inviterer.</p>`,
    [['dialogmote', '2026-03-04']],
  ],
  [
    'cards',
    about(
      'Kalender',
      '<ul><li><div><span>4</span> <span>mar</span> <span>2026</span></div><div><h3><a href="/x">Dialogmøte</a></h3><p>Kl. 09.00–11.00, Stryn rådhus</p></div></li><li><div><span>5</span> <span>mar</span> <span>2026</span></div><div><h3><a href="/y">Styremøte</a></h3></div></li></ul>',
    ),
    [['dialogmote', '2026-03-04T09:00', { place: 'Stryn rådhus' }]],
  ],
  // minutes
  [
    'referat header',
    `<h1>Referat</h1><p>Møte i: Strategisk samarbeidsutvalg</p><p>Dato: 12.03.2026</p><p>Tid: 12:00–14:00</p><p>Sted: Stryn rådhus</p><p>Til stede: fem ledere</p><h2>Sak 1/26</h2><p>Frist for innspill: 1. april 2026.</p><p>Neste møte 11.06.2026.</p>`,
    [
      ['ssu', '2026-03-12T12:00', { status: 'held', place: 'Stryn rådhus' }],
      ['ssu', '2026-06-11', { status: 'planned' }],
    ],
  ],
  [
    'protokoll headings',
    about(
      'Samarbeidsstyre',
      '<h3>Protokoll 13.12.2025</h3><p><a href="/p.pdf">Protokoll (PDF)</a></p><h3>Protokoll 27.08.2025</h3><p><a href="/q.pdf">Protokoll (PDF)</a></p>',
    ),
    [
      ['samarbeidsstyre', '2025-08-27', { status: 'held' }],
      ['samarbeidsstyre', '2025-12-13', { status: 'held' }],
    ],
  ],
  // distractors
  [
    'kommunestyre',
    news(
      'Ny avtale',
      '06.03.2026',
      '<p>Avtalen ble behandlet i kommunestyret 12. februar 2026 og trer i kraft 1. april 2026.</p>',
    ),
    [],
  ],
  [
    'fagdag',
    news(
      'Fagdag om demens',
      '06.03.2026',
      '<p>Kommunen inviterer til fagdag om demens 14. april kl. 9–15. Helsefellesskapet støtter dagen.</p>',
    ),
    [],
  ],
  [
    'høstferie',
    about('Strategisk samarbeidsutvalg', '<p>Sekretariatet har stengt i høstferien, 5.–9. oktober 2026.</p>'),
    [],
  ],
  [
    'agreement birth',
    about('Partnerskapsmøtet', '<p>Samarbeidsavtalen ble underskrevet 12. mai 2022 og gjelder fra 1. juni 2022.</p>'),
    [],
  ],
  [
    'deadline in plan',
    about('SSU', '<p>Saker meldes sekretariatet senest 20. februar 2026.</p><p>Høringsfristen er 3. mars 2026.</p>'),
    [],
  ],
  [
    'project start',
    about('Strategisk samarbeidsutvalg', '<p>Prosjektet startet 1. januar 2025 og varer til 31. desember 2026.</p>'),
    [],
  ],
  ['appointed', about('Strategisk samarbeidsutvalg', '<p>Ny leder er ansatt og begynner 1. august 2026.</p>'), []],
  [
    'other board in list',
    about(
      'Møter',
      '<ul><li>12.03.2026: Styremøte i helseforetaket</li><li>13.03.2026: Møte i brukerutvalget</li><li>14.03.2026: SSU</li></ul>',
    ),
    [['ssu', '2026-03-14']],
  ],
  [
    'national conference',
    news(
      'Nasjonal konferanse',
      '06.03.2026',
      '<p>KS arrangerer nasjonal konferanse om helsefellesskap 21. april 2026 i Oslo.</p>',
    ),
    [],
  ],
  [
    'board referenced',
    news(
      'Planen er vedtatt',
      '06.03.2026',
      '<p>Planen ble anbefalt av partnerskapsmøtet og vedtatt av styret 25. februar 2026.</p>',
    ),
    [],
  ],
  [
    'news about statistics',
    news(
      'Færre dager',
      '06.03.2026',
      '<p>Tall per 1. februar 2026 viser færre utskrivningsklare. Saken skal opp i SSU.</p>',
    ),
    [],
  ],
  ['recurring', about('LSU Nordfjord', '<p>Utvalet har møte første onsdag i månaden, kl. 12.00.</p>'), []],
  ['vacation of office', news('Stengt', '06.03.2026', '<p>Møterommet på Teams er stengt 24. mars 2026.</p>'), []],

  [
    'two lists side by side',
    about(
      'Møter',
      '<h2>Vår 2026</h2><ul><li>SSU: 29. januar og 26. mars</li><li>FSU barn og unge: 12. februar</li></ul><h2>Haust 2026</h2><ul><li>SSU: 3. september</li></ul>',
    ),
    [
      ['ssu', '2026-01-29'],
      ['ssu', '2026-03-26'],
      ['fsu', '2026-02-12'],
      ['ssu', '2026-09-03'],
    ],
  ],
  [
    'weekdays before, clock shared',
    about(
      'SSU møteplan 2026',
      '<p>Onsdag 28. januar, onsdag 25. mars og onsdag 10. juni, alle dager kl. 12.00–14.00.</p>',
    ),
    [
      ['ssu', '2026-01-28T12:00'],
      ['ssu', '2026-03-25T12:00'],
      ['ssu', '2026-06-10T12:00'],
    ],
  ],
  [
    'from news about next',
    news(
      'Nytt leiarskap i SSU',
      '02.02.2026',
      '<p>SSU valde ny leiar i møtet 29. januar. Utvalet skal neste gong møtast 26. mars i Florø.</p>',
    ),
    [
      ['ssu', '2026-01-29', { status: 'held' }],
      ['ssu', '2026-03-26', { status: 'planned', place: 'Florø' }],
    ],
  ],
  [
    'the meeting lasted two days',
    news(
      'To dager i fjæra',
      '12.06.2026',
      '<p>Samhandlingskonferansen gikk av stabelen onsdag 3. og torsdag 4. juni på Quality Hotel Fjæra. 140 deltakere var påmeldt.</p>',
    ),
    [
      [
        'konferanse',
        '2026-06-03',
        { end: '2026-06-04', place: 'Quality Hotel Fjæra', participants: { count: 140, approximate: false } },
      ],
    ],
  ],
  [
    'date first in headline',
    news(
      '12. mars: Velkommen til dialogmøte',
      '02.02.2026',
      '<p>Velkommen til dialogmøte om hjemreise, kl. 12–15 på sykehuset i Florø.</p>',
    ),
    [['dialogmote', '2026-03-12', { status: 'planned' }]],
  ],
  [
    'until now held three',
    about(
      'Partnerskapsmøtet',
      '<p>Så langt er det holdt tre partnerskapsmøter: 4. mai 2023, 14. mai 2024 og 20. mai 2025.</p>',
    ),
    [
      ['partnerskapsmote', '2023-05-04', { status: 'held' }],
      ['partnerskapsmote', '2024-05-14', { status: 'held' }],
      ['partnerskapsmote', '2025-05-20', { status: 'held' }],
    ],
  ],
  [
    'agenda page',
    `<h1>Innkalling til SSU 12.02.2026</h1><p>Møtet holdes på Teams kl. 09.00 – 11.00.</p><ol><li>Sak 01/26: Godkjenning av innkalling</li><li>Sak 02/26: Referat fra møtet 11.12.2025</li></ol>`,
    [
      ['ssu', '2026-02-12T09:00', { mode: 'online' }],
      ['ssu', '2025-12-11'],
    ],
  ],
  [
    'sakspapir list',
    about(
      'Strategisk samarbeidsutval',
      '<h2>2026</h2><p><strong>12. februar</strong></p><ul><li><a href="/i.pdf">Innkalling</a></li><li><a href="/r.pdf">Referat</a></li></ul><p><strong>9. april</strong></p><ul><li><a href="/i2.pdf">Innkalling</a></li></ul>',
    ),
    [
      ['ssu', '2026-02-12', { status: 'held' }],
      ['ssu', '2026-04-09'],
    ],
  ],
  [
    'details per meeting',
    about(
      'Fagråd',
      '<details><summary>Møte 14. januar 2026</summary><p>Sted: Stryn rådhus</p><p><a href="/x.pdf">Referat</a></p></details><details><summary>Møte 11. mars 2026</summary><p>Sted: Teams</p></details>',
    ),
    [
      ['fsu', '2026-01-14', { place: 'Stryn rådhus', status: 'held' }],
      ['fsu', '2026-03-11', { mode: 'online' }],
    ],
  ],
  [
    'event dl nn',
    `<h1>Partnarskapsmøte 2026</h1><p>Leiarane i kommunane og sjukehuset møtest.</p><dl><dt>Tid</dt><dd>Tysdag 19. mai kl. 10–15</dd><dt>Stad</dt><dd>Scandic Sunnfjord, Førde</dd><dt>Påmeldingsfrist</dt><dd>4. mai</dd></dl>`,
    [['partnerskapsmote', '2026-05-19T10:00', { end: '2026-05-19T15:00', place: 'Scandic Sunnfjord' }]],
  ],
  [
    'aside note in brackets',
    about(
      'Områdeutval Sunnfjord',
      '<ul><li>Tysdag 10. februar 2026 (Førde, kl. 12–14)</li><li>Tysdag 14. april 2026 (Teams, kl. 12–13)</li></ul>',
    ),
    [
      ['lsu', '2026-02-10T12:00', { place: 'Førde' }],
      ['lsu', '2026-04-14T12:00', { mode: 'online' }],
    ],
  ],
  [
    'municipal news with other body',
    news(
      'Ordføraren på partnarskapsmøte',
      '20.05.2026',
      '<p>Tysdag 19. mai var ordføraren på partnarskapsmøte i Førde. Dagen etter var det kommunestyremøte.</p>',
    ),
    [['partnerskapsmote', '2026-05-19', { place: 'Førde' }]],
  ],
  [
    'formannskap same sentence',
    news(
      'Saker til uttale',
      '20.02.2026',
      '<p>Saken var oppe i formannskapet 3. februar, og SSU behandlet den 12. februar.</p>',
    ),
    [['ssu', '2026-02-12', { status: 'held' }]],
  ],
  [
    'other community in news',
    news(
      'Lærer av naboen',
      '20.02.2026',
      '<p>Helsefellesskapet i Vestfold holdt sitt partnerskapsmøte 12. februar. Vårt eget er 19. mai.</p>',
    ),
    [],
  ],
  [
    'last year same time',
    news('Ny samling', '20.02.2026', '<p>Fjorårets partnerskapsmøte var 20. mai 2025 i Stryn.</p>'),
    [['partnerskapsmote', '2025-05-20', { status: 'held', place: 'Stryn' }]],
  ],
  [
    'cancelled body in cancelled sentence and next',
    news(
      'SSU avlyser',
      '20.02.2026',
      '<p>SSU-møtet 12. mars er avlyst på grunn av sykdom, og neste ordinære møte er 7. mai.</p>',
    ),
    [
      ['ssu', '2026-03-12', { status: 'cancelled' }],
      ['ssu', '2026-05-07', { status: 'planned' }],
    ],
  ],
  [
    'moved to digital',
    news('Møtet blir digitalt', '20.02.2026', '<p>Dialogmøtet 12. mars holdes på Teams i stedet for på rådhuset.</p>'),
    [['dialogmote', '2026-03-12', { mode: 'online', status: 'planned' }]],
  ],
  [
    'utsett til september',
    news(
      'Utsett',
      '20.02.2026',
      '<p>Partnarskapsmøtet som var planlagt 12. mars, er utsett til 15. september 2026.</p>',
    ),
    [['partnerskapsmote', '2026-09-15', { movedFrom: '2026-03-12', status: 'planned' }]],
  ],
  [
    'new date sentence form',
    news('Ny dato for fagråd', '20.02.2026', '<p>Ny dato for møtet i fagrådet er 19. mars kl. 10.00.</p>'),
    [['fsu', '2026-03-19T10:00', { status: 'planned' }]],
  ],
  [
    'table spanning years rowspan',
    about(
      'Møteplan',
      '<table><tr><th>År</th><th>Møte</th><th>Dato</th></tr><tr><td rowspan="2">2025</td><td>SSU</td><td>5. mars</td></tr><tr><td>Partnerskapsmøte</td><td>7. mai</td></tr><tr><td rowspan="1">2026</td><td>SSU</td><td>4. mars</td></tr></table>',
    ),
    [
      ['ssu', '2025-03-05'],
      ['partnerskapsmote', '2025-05-07'],
      ['ssu', '2026-03-04'],
    ],
  ],
  [
    'table without header row',
    about(
      'SSU møter i 2026',
      '<table><tr><td>29. januar</td><td>kl. 12–14</td><td>Teams</td></tr><tr><td>26. mars</td><td>kl. 12–14</td><td>Stryn</td></tr></table>',
    ),
    [
      ['ssu', '2026-01-29T12:00', { mode: 'online' }],
      ['ssu', '2026-03-26T12:00'],
    ],
  ],
  [
    'table body header only',
    about(
      'Møtekalender',
      '<table><caption>Strategisk samarbeidsutvalg 2026</caption><tr><th>Dato</th><th>Kl.</th><th>Sted</th></tr><tr><td>29.1.</td><td>12.00</td><td>Eid</td></tr><tr><td>26.3.</td><td>12.00</td><td>Digitalt</td></tr></table>',
    ),
    [
      ['ssu', '2026-01-29T12:00', { place: 'Eid' }],
      ['ssu', '2026-03-26T12:00', { mode: 'online' }],
    ],
  ],
  [
    'table with weekday column',
    about(
      'Møteplan FSU 2026',
      '<table><tr><th>Ukedag</th><th>Dato</th><th>Tidspunkt</th></tr><tr><td>Torsdag</td><td>15.01.26</td><td>0830–1030</td></tr></table>',
    ),
    [['fsu', '2026-01-15T08:30', { end: '2026-01-15T10:30' }]],
  ],
  [
    'table week and deadline columns',
    about(
      'SSU 2026',
      '<table><tr><th>Veke</th><th>Møtedag</th><th>Utsending av sakspapir</th></tr><tr><td>5</td><td>29. januar</td><td>22. januar</td></tr></table>',
    ),
    [['ssu', '2026-01-29']],
  ],
  [
    'vertical table of facts',
    `<h1>Møte i strategisk samarbeidsutvalg</h1><table><tr><th>Dato</th><td>29. januar 2026</td></tr><tr><th>Tid</th><td>12.00–14.00</td></tr><tr><th>Sted</th><td>Eid rådhus</td></tr></table>`,
    [['ssu', '2026-01-29T12:00', { place: 'Eid rådhus' }]],
  ],
  [
    'school holiday weeks',
    about(
      'Møteplan',
      '<p>SSU har møter hver sjette uke, men ikke i vinterferien (uke 8) eller 23. desember–2. januar.</p>',
    ),
    [],
  ],
  [
    'valid mandate',
    about('FSU barn og unge', '<p>Mandatet gjelder for perioden 1. januar 2024 til 31. desember 2027.</p>'),
    [],
  ],
  ['election of leader', about('SSU', '<p>Kommunedirektøren i Stryn ble valgt til leder 1. juni 2024.</p>'), []],
  [
    'building opens',
    news(
      'Nytt sykehus',
      '20.02.2026',
      '<p>Det nye sykehuset åpner 4. mai 2026. Partnerskapsmøtet har drøftet flyttingen.</p>',
    ),
    [],
  ],
  [
    'course',
    news('Kurs', '20.02.2026', '<p>Helsefellesskapet inviterer til kurs i e-meldinger 4. mars kl. 9–12.</p>'),
    [],
  ],
  ['report published', news('Rapport', '20.02.2026', '<p>Rapporten til SSU ble levert 1. februar 2026.</p>'), []],
  ['hearing', news('Høring', '20.02.2026', '<p>Utkastet fra fagrådet er på høring til 15. april 2026.</p>'), []],
  [
    'vaccination',
    news(
      'Vaksine',
      '20.02.2026',
      '<p>Vaksinasjonen starter 1. oktober 2026, opplyser kommunene i helsefellesskapet.</p>',
    ),
    [],
  ],
  [
    'young party',
    news('LSU', '20.02.2026', '<p>Landsstyret i Unge Fjordane (LSU) møtes 3. mars 2026 på Stryn.</p>'),
    [],
  ],
  [
    'conference of leverandører',
    news('Leverandørmøte', '20.02.2026', '<p>Sykehuset inviterer til leverandørkonferanse 4. mars 2026.</p>'),
    [],
  ],
  [
    'count invited vs came',
    news(
      'Dialogmøte',
      '20.02.2026',
      '<p>Til dialogmøtet 18. februar i Stryn var det invitert 150 personer, og 92 møtte.</p>',
    ),
    [['dialogmote', '2026-02-18', { participants: { count: 92, approximate: false } }]],
  ],
  [
    'count with digital share',
    news(
      'Dialogmøte',
      '20.02.2026',
      '<p>Dialogmøtet 18. februar hadde 60 deltakere i salen på Eid rådhus og 35 på Teams.</p>',
    ),
    [['dialogmote', '2026-02-18', { mode: 'hybrid', place: 'Eid rådhus' }]],
  ],
  [
    'count of committees no',
    news('Fellesmøte', '20.02.2026', '<p>Fellesmøtet 18. februar samlet alle de 12 kommunene.</p>'),
    [['fellesmote', '2026-02-18', { status: 'held' }]],
  ],
  [
    'from klokka 9',
    news('SSU', '20.02.2026', '<p>SSU møtes torsdag 26. mars frå klokka 9 til 11 på Eid rådhus.</p>'),
    [['ssu', '2026-03-26T09:00', { end: '2026-03-26T11:00', place: 'Eid rådhus' }]],
  ],
  [
    'half past',
    news('SSU', '20.02.2026', '<p>Neste møte i SSU: 26/3-2026, kl. 0830-1000 (Teams)</p>'),
    [['ssu', '2026-03-26T08:30', { end: '2026-03-26T10:00', mode: 'online' }]],
  ],
  ['sami month', news('SSU', '20.02.2026', '<p>SSU: njukčamánu 26. b. 2026</p>'), [['ssu', '2026-03-26']]],
  [
    'two committees told apart by area in list',
    about(
      'Lokale samarbeidsutvalg',
      '<ul><li>LSU Nordfjord: 3. mars og 2. juni 2026</li><li>LSU Sunnfjord: 4. mars 2026</li></ul>',
    ),
    [
      ['lsu', '2026-03-03', { area: 'Nordfjord' }],
      ['lsu', '2026-06-02', { area: 'Nordfjord' }],
      ['lsu', '2026-03-04', { area: 'Sunnfjord' }],
    ],
  ],
  [
    'area lower case',
    about(
      'Utval',
      '<ul><li>Lokalt samarbeidsutvalg nord: 3. mars 2026</li><li>Lokalt samarbeidsutvalg sør: 3. mars 2026</li></ul>',
    ),
    [
      ['lsu', '2026-03-03', { area: 'nord' }],
      ['lsu', '2026-03-03', { area: 'sør' }],
    ],
  ],
];

describe('a coordinator’s page is read whatever its habits', () => {
  test.each(FRAGMENTS)('%s', async (_what, html, wants) => {
    const got = await meetingsOf(html);
    expect(got.map(({ body, start }) => `${body} ${start}`).sort()).toEqual(
      wants.map(([body, start]) => `${body} ${start}`).sort(),
    );
    for (const [body, start, { place, mode, ...told } = {}] of wants) {
      const mention = got.find(
        (each) => each.body === body && each.start === start && (told.area === undefined || each.area === told.area),
      );
      expect(mention).toMatchObject(told);
      if (place) expect(mention?.place?.text).toContain(place);
      if (mode) expect(mention?.place?.mode).toBe(mode);
    }
  });
});
