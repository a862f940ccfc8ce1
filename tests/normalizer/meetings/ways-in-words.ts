/** Small pages that tell of meetings in words, as secretaries and advisers of many habits write them, in both written standards. */
import type { Way } from './way.ts';

const page = (title: string, body: string, lead = '') =>
  `<h1>${title}</h1>${lead ? `<p class="ingress">${lead}</p>` : ''}${body}`;
const dated = (title: string, date: string, body: string, lead = 'Kort fortalt.') =>
  `<article><h1>${title}</h1><p class="ingress">${lead}</p><p>Publisert ${date}</p>${body}</article>`;

/** Whose meeting it is stands in another place than the day. */
export const WHOSE: Way[] = [
  [
    'lead names the committee, a list holds the days',
    page(
      'Møte i 2026',
      '<ul><li>4. februar</li><li>29. april</li></ul>',
      'Strategisk samarbeidsutval møtest to gonger i halvåret.',
    ),
    [
      ['ssu', '2026-02-04'],
      ['ssu', '2026-04-29'],
    ],
  ],
  [
    'lead names the committee, headings hold the days',
    page(
      'Datoer for 2026',
      '<h2>4. februar</h2><p>Tema er beredskap.</p><h2>29. april</h2><p>Tema er økonomi.</p>',
      'Faglig samarbeidsutvalg',
    ),
    [
      ['fsu', '2026-02-04'],
      ['fsu', '2026-04-29'],
    ],
  ],
  [
    '«utvalget» after the title’s committee',
    dated(
      'Strategisk samarbeidsutvalg gikk for ny plan',
      '15.09.2025',
      '<p>På utvalgets møte 12. september ble planen vedtatt.</p>',
    ),
    [['ssu', '2025-09-12', { status: 'held' }]],
  ],
  [
    '«utvalet» sat together',
    dated(
      'Fagleg samarbeidsutval om rehabilitering',
      '06.03.2025',
      '<p>Utvalet sat saman i Måløy tysdag 4. mars og drøfta tilrådingane.</p>',
    ),
    [['fsu', '2025-03-04', { status: 'held', place: 'Måløy' }]],
  ],
  [
    '«utvalget» came together',
    dated('Nytt fra faglig samarbeidsutvalg', '05.03.2025', '<p>Utvalget kom sammen i Stryn mandag 3. mars.</p>'),
    [['fsu', '2025-03-03', { status: 'held', place: 'Stryn' }]],
  ],
  [
    '«rådet» of a local name',
    dated('Fagrådet har fått ny leder', '12.06.2025', '<p>Rådet møttes 11. juni og valgte Kari til leder.</p>'),
    [['fsu', '2025-06-11', { status: 'held' }]],
  ],
  [
    'the committee’s name alone is a heading, the day in the next block',
    page(
      'Våre møteplasser',
      '<h2>Områdeutval</h2><p>Neste samling: 3. juni 2025 i Førde.</p><h2>Fellesmøte</h2><p>Neste: 10. juni 2025.</p>',
    ),
    [
      ['lsu', '2025-06-03', { place: 'Førde' }],
      ['fellesmote', '2025-06-10'],
    ],
  ],
  [
    'caption of a list in bold',
    page(
      'Kalender 2026',
      '<p><strong>Strategisk samarbeidsutvalg</strong></p><p>11. februar</p><p>6. mai</p><p><strong>Faglig samarbeidsutvalg</strong></p><p>18. februar</p>',
    ),
    [
      ['ssu', '2026-02-11'],
      ['fsu', '2026-02-18'],
      ['ssu', '2026-05-06'],
    ],
  ],
  [
    'committee, colon, days in a sentence',
    page(
      'Møteplan 2026',
      '<p>SSU: onsdag 11. februar, onsdag 6. mai og onsdag 14. oktober</p><p>Dialogmøte: torsdag 19. mars</p>',
    ),
    [
      ['ssu', '2026-02-11'],
      ['dialogmote', '2026-03-19'],
      ['ssu', '2026-05-06'],
      ['ssu', '2026-10-14'],
    ],
  ],
  [
    'days first, the committee behind a dash',
    page(
      'Det skjer i 2026',
      '<ul><li>11. februar – SSU, Teams</li><li>19. mars – dialogmøte, Florø</li><li>2. april – skjærtorsdag</li></ul>',
    ),
    [
      ['ssu', '2026-02-11', { mode: 'online' }],
      ['dialogmote', '2026-03-19', { place: 'Florø' }],
    ],
  ],
  [
    '«Neste møte i utvalget» in minutes',
    page(
      'Referat fra faglig samarbeidsutvalg 6. mai 2025',
      '<p>Sak 1/25: Godkjenning av referat.</p><p>Neste møte i utvalget er 9. september 2025.</p>',
    ),
    [
      ['fsu', '2025-05-06', { status: 'held' }],
      ['fsu', '2025-09-09', { status: 'planned' }],
    ],
  ],
  [
    '«Neste møte» in Nynorsk minutes',
    page(
      'Referat SSU 6. mai 2025',
      '<p>Sak 1/25: Godkjenning av referat.</p><p>Neste møte blir tysdag 9. september 2025 på Nordfjordeid.</p>',
    ),
    [
      ['ssu', '2025-05-06', { status: 'held' }],
      ['ssu', '2025-09-09', { status: 'planned', place: 'Nordfjordeid' }],
    ],
  ],
  [
    'a list of past days under «Tidligere møter»',
    page('Strategisk samarbeidsutvalg', '<h2>Tidligere møter</h2><ul><li>12. mars 2025</li><li>4. juni 2025</li></ul>'),
    [
      ['ssu', '2025-03-12'],
      ['ssu', '2025-06-04'],
    ],
  ],
  [
    '«Møtedatoar» as a running sentence',
    page('Strategisk samarbeidsutval', '<p>Møtedatoar i 2026: 11. februar, 6. mai og 14. oktober.</p>'),
    [
      ['ssu', '2026-02-11'],
      ['ssu', '2026-05-06'],
      ['ssu', '2026-10-14'],
    ],
  ],
  [
    '«Utvalget har satt opp disse møtene»',
    page(
      'Faglig samarbeidsutvalg',
      '<p>Utvalget har satt opp følgende møter i 2026: 11. februar, 6. mai og 14. oktober.</p>',
    ),
    [
      ['fsu', '2026-02-11'],
      ['fsu', '2026-05-06'],
      ['fsu', '2026-10-14'],
    ],
  ],
  [
    'the title holds the day, the lead the committee',
    page('Møte 4. februar 2026', '<p>Saksliste kommer.</p>', 'Innkalling til strategisk samarbeidsutvalg.'),
    [['ssu', '2026-02-04']],
  ],
  [
    'partners sit down to a meeting',
    dated(
      'Samlet om felles retning',
      '16.05.2025',
      '<p>Da partene satte seg ned til partnerskapsmøte på Voss 14. mai, var 73 til stede.</p>',
    ),
    [
      [
        'partnerskapsmote',
        '2025-05-14',
        { status: 'held', place: 'Voss', participants: { count: 73, approximate: false } },
      ],
    ],
  ],
  [
    'leaders met, the title names the meeting',
    dated(
      'Partnarskapsmøtet 2025',
      '16.05.2025',
      '<p>Onsdag 14. mai var leiarar frå heile regionen på plass i Florø.</p>',
    ),
    [['partnerskapsmote', '2025-05-14', { status: 'held', place: 'Florø' }]],
  ],
  [
    '«i går» and the weekday, the lead names the meeting',
    dated(
      'Enige om tre mål',
      '15.05.2025',
      '<p>I går, onsdag, møttes ordførere og direktører i Florø.</p>',
      'Partnerskapsmøtet samlet hele helsefellesskapet.',
    ),
    [['partnerskapsmote', '2025-05-14', { status: 'held' }]],
  ],
];

/** Times of day in words and odd spellings. */
export const CLOCKS: Way[] = [
  [
    'halv ni',
    page('Kalender', '<p>Klokka halv ni torsdag 5. juni 2025 åpner dialogmøtet.</p>'),
    [['dialogmote', '2025-06-05T08:30']],
  ],
  [
    'frå ni til halv tolv',
    page('Kalender', '<p>Dialogmøtet er på Teams onsdag 11. juni 2025 frå ni til halv tolv.</p>'),
    [['dialogmote', '2025-06-11T09:00', { end: '2025-06-11T11:30', mode: 'online' }]],
  ],
  ['kvart over ni', page('Kalender', '<p>SSU møtes 11. juni 2025 kvart over ni.</p>'), [['ssu', '2025-06-11T09:15']]],
  [
    'fra klokken ti til to',
    page('Kalender', '<p>Samhandlingskonferansen holdes 9. oktober 2025 fra klokken ti til to.</p>'),
    [['konferanse', '2025-10-09T10:00', { end: '2025-10-09T14:00' }]],
  ],
  [
    'klokka eitt',
    page('Kalender', '<p>FSU har møte måndag 3. mars 2025 klokka eitt.</p>'),
    [['fsu', '2025-03-03T13:00']],
  ],
  [
    'kl 9-15',
    page('Kalender', '<p>Partnerskapsmøte 9. april 2025 kl 9-15 i Førdehuset.</p>'),
    [['partnerskapsmote', '2025-04-09T09:00', { end: '2025-04-09T15:00', place: 'Førdehuset' }]],
  ],
  [
    '0900 til 1500',
    page('Kalender', '<p>Partnerskapsmøte 9. april 2025, 0900–1500, Førdehuset</p>'),
    [['partnerskapsmote', '2025-04-09T09:00', { end: '2025-04-09T15:00', place: 'Førdehuset' }]],
  ],
  [
    '«Tid: 12-14»',
    page('Møte i SSU', '<p>Dato: 9. april 2025</p><p>Tid: 12–14</p><p>Sted: Førde rådhus</p>'),
    [['ssu', '2025-04-09T12:00', { end: '2025-04-09T14:00', place: 'Førde rådhus' }]],
  ],
  [
    '«Oppstart kl. 10, slutt kl. 14»',
    page('Dialogmøte 9. april 2025', '<p>Oppstart kl. 10.00, slutt kl. 14.30.</p>'),
    [['dialogmote', '2025-04-09T10:00']],
  ],
  [
    '«Me startar klokka 10»',
    page('Dialogmøte 9. april 2025', '<p>Me startar klokka 10 og er ferdige til lunsj.</p>'),
    [['dialogmote', '2025-04-09T10:00']],
  ],
  [
    'kl. 08:30 til 11:00',
    page('Kalender', '<p>SSU har møte 9. april 2025 kl. 08:30 til 11:00.</p>'),
    [['ssu', '2025-04-09T08:30', { end: '2025-04-09T11:00' }]],
  ],
];

/** What became of it. */
export const STATUS: Way[] = [
  [
    'måtte avlyses',
    page('Nytt', '<p>Det planlagte møtet i SSU 19. november 2025 måtte dessverre avlyses.</p>'),
    [['ssu', '2025-11-19', { status: 'cancelled' }]],
  ],
  [
    'vart ikkje halde',
    page('Nytt', '<p>Møtet i SSU 19. november 2025 vart ikkje halde.</p>'),
    [['ssu', '2025-11-19', { status: 'cancelled' }]],
  ],
  [
    'gjennomføres ikke',
    page('Nytt', '<p>Fellesmøtet 19. november 2025 gjennomføres ikke på grunn av streik.</p>'),
    [['fellesmote', '2025-11-19', { status: 'cancelled' }]],
  ],
  [
    'droppes',
    page('Nytt', '<p>Fagrådets møte 3. juni 2025 droppes.</p>'),
    [['fsu', '2025-06-03', { status: 'cancelled' }]],
  ],
  [
    'er strøke',
    page('Nytt', '<p>SSU-møtet 3. juni 2025 er strøke frå møteplanen.</p>'),
    [['ssu', '2025-06-03', { status: 'cancelled' }]],
  ],
  [
    'sløyfes',
    page('Nytt', '<p>Vi sløyfer dialogmøtet 3. juni 2025.</p>'),
    [['dialogmote', '2025-06-03', { status: 'cancelled' }]],
  ],
  [
    'avlyst in brackets after the day',
    page('SSU', '<h2>Møter i 2025</h2><ul><li>12. mars</li><li>4. juni (avlyst)</li></ul>'),
    [
      ['ssu', '2025-03-12'],
      ['ssu', '2025-06-04', { status: 'cancelled' }],
    ],
  ],
  [
    'AVLYST before a colon',
    page('SSU', '<h2>Møte i 2025</h2><ul><li>12. mars</li><li>AVLYST: 4. juni</li></ul>'),
    [
      ['ssu', '2025-03-12'],
      ['ssu', '2025-06-04', { status: 'cancelled' }],
    ],
  ],
  [
    'cancelled in the lead, day in the text',
    dated(
      'Dialogmøtet blir avlyst',
      '01.06.2025',
      '<p>Møtet skulle vært holdt i Førde 12. juni.</p>',
      'For få påmeldte gjør at vi avlyser.',
    ),
    [['dialogmote', '2025-06-12', { status: 'cancelled' }]],
  ],
  [
    'new day for a meeting',
    page('Nytt', '<p>Ny dato for dialogmøtet er 4. juni 2025 (opprinnelig 28. mai).</p>'),
    [['dialogmote', '2025-06-04', { movedFrom: '2025-05-28' }]],
  ],
  [
    'flytt frå … til',
    page('Nytt', '<p>Partnarskapsmøtet er flytt frå 7. mai til 21. mai 2025.</p>'),
    [['partnerskapsmote', '2025-05-21', { movedFrom: '2025-05-07' }]],
  ],
  [
    'blir i stedet holdt',
    page('Nytt', '<p>Møtet i FSU som skulle vært tirsdag 6. mai 2025, blir i stedet holdt torsdag 15. mai 2025.</p>'),
    [['fsu', '2025-05-15', { movedFrom: '2025-05-06' }]],
  ],
  [
    'framskunda',
    page('Nytt', '<p>SSU-møtet 12. juni 2025 er framskunda til 5. juni 2025.</p>'),
    [['ssu', '2025-06-05', { movedFrom: '2025-06-12' }]],
  ],
  [
    'har fått ny dato, told over two sentences',
    page('Nytt', '<p>Dialogmøtet har fått ny dato: 21. mai 2025. Møtet var først satt til 7. mai 2025.</p>'),
    [['dialogmote', '2025-05-21', { movedFrom: '2025-05-07' }]],
  ],
  [
    'tidligere dato in brackets',
    page('SSU', '<ul><li>19. mars 2025 (ny dato, tidligere 12. mars)</li></ul>'),
    [['ssu', '2025-03-19', { movedFrom: '2025-03-12' }]],
  ],
  [
    'utsatt until further notice',
    page('Nytt', '<p>Partnerskapsmøtet 7. mai 2025 utsettes inntil videre.</p>'),
    [['partnerskapsmote', '2025-05-07', { status: 'postponed' }]],
  ],
  [
    'skjøve på',
    page('Nytt', '<p>Møtet i SSU 7. mai 2025 er skjøve på. Ny dato kjem.</p>'),
    [['ssu', '2025-05-07', { status: 'postponed' }]],
  ],
  [
    'ble en realitet',
    page('Nytt', '<p>4. mars 2025 var SSU samlet for første gang.</p>'),
    [['ssu', '2025-03-04', { status: 'held' }]],
  ],
  [
    'tok for seg',
    page('Nytt', '<p>I møtet 4. mars 2025 tok SSU for seg økonomien.</p>'),
    [['ssu', '2025-03-04', { status: 'held' }]],
  ],
  [
    'er unnagjort',
    page('Nytt', '<p>Dialogmøtet 4. mars 2025 er unnagjort, og presentasjonene ligger under.</p>'),
    [['dialogmote', '2025-03-04', { status: 'held' }]],
  ],
  [
    'takk for oppmøtet',
    page('Dialogmøte 4. mars 2025', '<p>Takk for godt oppmøte og gode diskusjoner!</p>'),
    [['dialogmote', '2025-03-04', { status: 'held' }]],
  ],
  [
    'vel blåst',
    dated('Vel gjennomført partnerskapsmøte', '10.03.2025', '<p>Møtet 4. mars i Florø ga mange innspill.</p>'),
    [['partnerskapsmote', '2025-03-04', { status: 'held', place: 'Florø' }]],
  ],
  [
    'ville be about',
    dated('Dialogmøte til våren', '10.01.2025', '<p>Dialogmøtet 4. mars vil handle om rekruttering.</p>'),
    [['dialogmote', '2025-03-04', { status: 'planned' }]],
  ],
];

/** Where, how, and how many. */
export const PLACES: Way[] = [
  [
    'a town before the day',
    page('Kalender', '<p>Florø, 4. mars 2026: Partnerskapsmøte</p>'),
    [['partnerskapsmote', '2026-03-04', { place: 'Florø' }]],
  ],
  [
    'a town after the clock',
    page('Kalender', '<p>SSU onsdag 4. mars 2026 kl. 10–14, Stryn rådhus</p>'),
    [['ssu', '2026-03-04T10:00', { place: 'Stryn rådhus' }]],
  ],
  [
    'room or screen as you like',
    page('Dialogmøte 4. mars 2026', '<p>Du kan delta i Førdehuset eller følgje møtet på Teams.</p>'),
    [['dialogmote', '2026-03-04', { mode: 'hybrid' }]],
  ],
  [
    'in the room, streamed',
    page('Nytt', '<p>Samhandlingskonferansen 4. mars 2026 er i Førdehuset og blir strømmet.</p>'),
    [['konferanse', '2026-03-04', { mode: 'hybrid', place: 'Førdehuset' }]],
  ],
  [
    'those who can’t come',
    page('Nytt', '<p>SSU møtes på Stryn rådhus 4. mars 2026, med Teams-lenke for dem som ikke kan møte.</p>'),
    [['ssu', '2026-03-04', { mode: 'hybrid', place: 'Stryn rådhus' }]],
  ],
  [
    'over Teams',
    page('Nytt', '<p>FSU har møte over Teams 4. mars 2026.</p>'),
    [['fsu', '2026-03-04', { mode: 'online' }]],
  ],
  [
    'Teams-møte',
    page('Kalender', '<ul><li>4. mars 2026: SSU (Teams-møte)</li></ul>'),
    [['ssu', '2026-03-04', { mode: 'online' }]],
  ],
  [
    'digitalt on a line of facts',
    page(
      'Møte i FSU',
      '<dl><dt>Dato</dt><dd>4. mars 2026</dd><dt>Tid</dt><dd>kl. 09.00–11.00</dd><dt>Møteform</dt><dd>Digitalt</dd></dl>',
    ),
    [['fsu', '2026-03-04T09:00', { mode: 'online' }]],
  ],
  [
    'physically',
    page('Nytt', '<p>SSU-møtet 4. mars 2026 er fysisk, i kommunestyresalen på Sandane.</p>'),
    [['ssu', '2026-03-04', { mode: 'physical', place: 'kommunestyresalen på Sandane' }]],
  ],
  [
    'nearly ninety',
    dated(
      'Dialogmøte',
      '10.03.2025',
      '<p>Snaue 90 hadde funnet veien til Førde da dialogmøtet gikk av stabelen 4. mars.</p>',
    ),
    [['dialogmote', '2025-03-04', { participants: { count: 90, approximate: true } }]],
  ],
  [
    'over hundred',
    dated(
      'Samhandlingskonferansen',
      '10.03.2025',
      '<p>Meir enn hundre møtte fram då samhandlingskonferansen vart halden i Loen 4. mars.</p>',
    ),
    [['konferanse', '2025-03-04', { status: 'held', place: 'Loen', participants: { count: 100, approximate: true } }]],
  ],
  [
    'helseledere',
    dated('Partnerskapsmøte', '10.03.2025', '<p>Partnerskapsmøtet 4. mars samlet 120 helseledere og politikere.</p>'),
    [['partnerskapsmote', '2025-03-04', { participants: { count: 120, approximate: false } }]],
  ],
  [
    'municipalities are no participants',
    dated('Partnerskapsmøte', '10.03.2025', '<p>Partnerskapsmøtet 4. mars samlet 19 kommuner og ett helseforetak.</p>'),
    [['partnerskapsmote', '2025-03-04', { participants: undefined }]],
  ],
  [
    'the hosts',
    dated('Dialogmøte', '10.03.2025', '<p>Stad kommune var vertskap for dialogmøtet 4. mars.</p>'),
    [['dialogmote', '2025-03-04', { status: 'held' }]],
  ],
];

/** Days that are no meetings of ours. */
export const NOTHING: Way[] = [
  ['a deadline', page('Strategisk samarbeidsutvalg', '<p>Saker må være meldt inn innen 3. mars 2026.</p>'), []],
  ['an appointment', page('Strategisk samarbeidsutvalg', '<p>Mandatet ble vedtatt 3. mars 2024.</p>'), []],
  [
    'an approved plan',
    page(
      'Faglig samarbeidsutval',
      '<p>Planen gjeld frå 1. januar 2026 og vart godkjend av kommunestyret 14. desember 2025.</p>',
    ),
    [],
  ],
  ['a board meeting', page('Nytt', '<p>Styret i helseforetaket møtes 3. mars 2026 i Førde.</p>'), []],
  [
    'a course',
    page('Nytt fra SSU', '<p>Kurs i demensomsorg 3. mars 2026 i Førde. Meld deg på innen 1. februar.</p>'),
    [],
  ],
  ['a working group', page('SSU', '<ul><li>Arbeidsgruppa for IKT: 3. mars 2026</li></ul>'), []],
  ['when the next plan is sent out', page('FSU', '<p>Referatet sendes ut 3. mars 2026.</p>'), []],
];
