/** A second lot of small pages that tell of meetings, written after the rules for the first were made. */
import type { Way } from './way.ts';

const page = (title: string, body: string, lead = '') =>
  `<h1>${title}</h1>${lead ? `<p class="ingress">${lead}</p>` : ''}${body}`;
const dated = (title: string, date: string, body: string, lead = 'Kort fortalt.') =>
  `<article><h1>${title}</h1><p class="ingress">${lead}</p><p>Publisert ${date}</p>${body}</article>`;
const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const head = (...cells: string[]) => `<tr>${cells.map((cell) => `<th>${cell}</th>`).join('')}</tr>`;
const table = (...rows: string[]) => `<table>${rows.join('')}</table>`;

/** News and notices. */
export const STORIES: Way[] = [
  [
    'a hosted meeting with a head count up front',
    dated(
      'Tett program i Stryn',
      '12.09.2025',
      '<p>76 hoder lagt sammen. Det var fasiten da partnerskapsmøtet ble lagt til Stryn hotell onsdag 10. september.</p>',
    ),
    [['partnerskapsmote', '2025-09-10', { status: 'held', place: 'Stryn hotell' }]],
  ],
  [
    'a meeting told of in the present',
    dated('Dialogmøte i gang', '10.09.2025', '<p>I dag møtes kommuner og sykehus til dialogmøte i Førde.</p>'),
    [['dialogmote', '2025-09-10', { place: 'Førde' }]],
  ],
  [
    'the minutes are ready',
    dated(
      'Referatet er klart',
      '20.05.2025',
      '<p>Referat frå møtet i strategisk samarbeidsutval 13. mai ligg no ute.</p>',
    ),
    [['ssu', '2025-05-13']],
  ],
  [
    'an invitation by the trust',
    dated(
      'Velkomen til fellesmøte',
      '02.03.2026',
      '<p>Sjukehuset ynskjer velkomen til fellesmøte tysdag 14. april kl. 12–15.30 i auditoriet på Nordfjord sjukehus.</p>',
    ),
    [['fellesmote', '2026-04-14T12:00', { end: '2026-04-14T15:30', status: 'planned', place: 'auditoriet' }]],
  ],
  [
    'new place',
    dated('Endra møtestad', '02.03.2026', '<p>Møtet i fagrådet 11. mars er flytta frå Florø til Teams.</p>'),
    [['fsu', '2026-03-11', { mode: 'online' }]],
  ],
  [
    'put off because of the weather',
    dated(
      'Uvær stoppet møtet',
      '15.01.2026',
      '<p>SSU skulle ha møttes i dag, men ferja sto. Nytt møte blir torsdag 22. januar.</p>',
    ),
    [['ssu', '2026-01-22', { status: 'planned', movedFrom: '2026-01-15' }]],
  ],
  [
    'cancelled, the next one stands',
    dated(
      'Avlyst',
      '02.03.2026',
      '<p>Møtet i strategisk samarbeidsutvalg 10. mars er avlyst. Neste møte går som planlagt 21. april.</p>',
    ),
    [
      ['ssu', '2026-03-10', { status: 'cancelled' }],
      ['ssu', '2026-04-21', { status: 'planned' }],
    ],
  ],
  [
    'two days',
    dated(
      'Samling i Loen',
      '12.06.2025',
      '<p>Dei to dagane 10. og 11. juni var om lag 140 samla på Hotel Alexandra i Loen til samhandlingskonferanse.</p>',
    ),
    [
      [
        'konferanse',
        '2025-06-10',
        { end: '2025-06-11', status: 'held', place: 'Alexandra', participants: { count: 140, approximate: true } },
      ],
    ],
  ],
  [
    'last year’s and this year’s',
    dated(
      'Klart for nytt partnerskapsmøte',
      '10.02.2026',
      '<p>Partnerskapsmøtet i fjor ble holdt 8. april 2025 i Førde. I år møtes vi 15. april i Florø.</p>',
    ),
    [
      ['partnerskapsmote', '2025-04-08', { status: 'held', place: 'Førde' }],
      ['partnerskapsmote', '2026-04-15', { status: 'planned', place: 'Florø' }],
    ],
  ],
  [
    'keep the day free',
    dated('Hald av dagen', '10.02.2026', '<p>Hald av 23. april! Då er det klart for partnarskapsmøte i Førde.</p>'),
    [['partnerskapsmote', '2026-04-23', { status: 'planned', place: 'Førde' }]],
  ],
  [
    'the director told the committee',
    dated(
      'Økonomien strammer seg til',
      '18.09.2025',
      '<p>– Vi må snu hver stein, sa direktøren da han møtte strategisk samarbeidsutvalg 16. september.</p>',
    ),
    [['ssu', '2025-09-16', { status: 'held' }]],
  ],
  [
    'weekday and date before «var det»',
    dated(
      'Godt oppmøte',
      '18.09.2025',
      '<p>Tirsdag 16. september var det duket for dialogmøte på Sandane. Nærmere 60 møtte.</p>',
    ),
    [
      [
        'dialogmote',
        '2025-09-16',
        { status: 'held', place: 'Sandane', participants: { count: 60, approximate: true } },
      ],
    ],
  ],
  [
    'a meeting by video',
    dated('Møte på skjerm', '18.09.2025', '<p>Fagrådet hadde videomøte 16. september.</p>'),
    [['fsu', '2025-09-16', { status: 'held', mode: 'online' }]],
  ],
  [
    'half in the room',
    dated(
      'Møte begge veier',
      '18.09.2025',
      '<p>Halve SSU satt på Stryn rådhus og resten på skjerm da utvalget møttes 16. september.</p>',
    ),
    [['ssu', '2025-09-16', { mode: 'hybrid', place: 'Stryn rådhus' }]],
  ],
  [
    'what is decided at the next meeting',
    dated(
      'Avtalen på høring',
      '18.09.2025',
      '<p>Utkastet til avtale skal opp i strategisk samarbeidsutval 11. november.</p>',
    ),
    [['ssu', '2025-11-11', { status: 'planned' }]],
  ],
  [
    'treated in two bodies',
    dated(
      'Plan vedtatt',
      '18.12.2025',
      '<p>Planen ble drøftet i SSU 4. november og vedtatt på partnerskapsmøtet 10. desember.</p>',
    ),
    [
      ['ssu', '2025-11-04'],
      ['partnerskapsmote', '2025-12-10'],
    ],
  ],
  [
    'from the committee’s leader',
    dated('Lederen har ordet', '18.12.2025', '<p>Takk for et godt møte i faglig samarbeidsutvalg 16. desember!</p>'),
    [['fsu', '2025-12-16', { status: 'held' }]],
  ],
  [
    'a strike',
    dated('Streik', '01.06.2026', '<p>På grunn av streiken må vi avlyse dialogmøtet i morgen, tirsdag 2. juni.</p>'),
    [['dialogmote', '2026-06-02', { status: 'cancelled' }]],
  ],
  [
    'a committee that doesn’t meet after all, and its new day',
    dated(
      'Ny tid for LSU',
      '20.04.2026',
      '<p>LSU Hornindal møtes ikke 5. mai likevel. Den nye datoen er tirsdag 12. mai kl. 13.00–15.00.</p>',
    ),
    [['lsu', '2026-05-12T13:00', { movedFrom: '2026-05-05', area: 'Hornindal', end: '2026-05-12T15:00' }]],
  ],
  [
    'a conference that is over',
    dated(
      'Etter to dager',
      '16.10.2026',
      '<p>Samhandlingskonferansen 13.–14. oktober i Loen er over, og salen er ryddet.</p>',
    ),
    [['konferanse', '2026-10-13', { end: '2026-10-14', status: 'held', place: 'Loen' }]],
  ],
  [
    'a vote on a weekday, and a question with a verb ahead',
    dated(
      'Ja til felles vakt',
      '13.03.2026',
      '<p>70 deltakere stemte på partnerskapsmøtet i Førdehuset onsdag: Skal vakta være felles?</p>',
    ),
    [['partnerskapsmote', '2026-03-11', { status: 'held', participants: { count: 70, approximate: false } }]],
  ],
  [
    'the hour and the weekday in the sentence after',
    dated(
      'Sang i salen',
      '13.03.2026',
      '<p>Partnerskapsmøtet i Førdehuset åpnet med sang. Koret begynte klokka 10.00 onsdag, og alle ble stille.</p><p>140 ledere satt i salen.</p>',
    ),
    [
      [
        'partnerskapsmote',
        '2026-03-11T10:00',
        { place: 'Førdehuset', participants: { count: 140, approximate: false } },
      ],
    ],
  ],
  [
    'next time, and a town',
    page('Partnerskapsmøtet', '<p>Vi møtes hver vår. Neste gang er onsdag 17. mars 2027, og da er vi i Stryn.</p>'),
    [['partnerskapsmote', '2027-03-17', { status: 'planned' }]],
  ],
  [
    'a question that drew people',
    dated(
      'Når nettet ryk',
      '12.03.2026',
      '<p>Temaet samla 60 frå kommunar og sjukehus til digitalt dialogmøte onsdag 11. mars.</p>',
    ),
    [['dialogmote', '2026-03-11', { mode: 'online', participants: { count: 60, approximate: false } }]],
  ],
  [
    'those who came, and when, in a sentence of its own',
    dated(
      'Sammen i fjøset',
      '12.03.2026',
      '<p>Fellesmøtet 11. mars var på Stryn hotell. Rundt 30 var med fra klokka 09.30 til 11.00.</p>',
    ),
    [['fellesmote', '2026-03-11T09:30', { end: '2026-03-11T11:00', participants: { count: 30, approximate: true } }]],
  ],
  [
    'a committee that took its meeting to a place',
    dated(
      'På besøk',
      '12.03.2026',
      '<p>Strategisk samarbeidsutval la møtet sitt 11. mars til Eikefjord og fekk sjå det nye bygget.</p>',
    ),
    [['ssu', '2026-03-11', { status: 'held', place: 'Eikefjord' }]],
  ],
  [
    'two days joined on one screen',
    page('Fagråd', '<p>I 2026 er det møte 21. januar og 18. mars på Teams, og 16. september i Florø.</p>'),
    [
      ['fsu', '2026-01-21', { mode: 'online' }],
      ['fsu', '2026-03-18', { mode: 'online' }],
      ['fsu', '2026-09-16', { place: 'Florø' }],
    ],
  ],
  [
    'a house without a name beside the town that the meeting is in',
    dated(
      'Kappgang',
      '12.03.2026',
      '<p>Med mål på hotellet gikk de om kapp før partnerskapsmøtet i Stryn onsdag begynte.</p>',
    ),
    [['partnerskapsmote', '2026-03-11', { place: 'Stryn' }]],
  ],
  [
    'not on one day but on another',
    dated('Ny dato', '12.03.2026', '<p>SSU møtes ikke 21. april, men 28. april.</p>'),
    [['ssu', '2026-04-28', { status: 'planned', movedFrom: '2026-04-21' }]],
  ],
];

/** Lists and plans in many shapes. */
export const PLANS: Way[] = [
  [
    'days with the weekday after',
    page('SSU – møter 2026', '<ul><li>4.2 (onsdag)</li><li>6.5 (onsdag)</li></ul>'),
    [
      ['ssu', '2026-02-04'],
      ['ssu', '2026-05-06'],
    ],
  ],
  [
    'days with clocks and rooms in one line each',
    page('Møteplan for fagrådet', '<h2>2026</h2><p>4. februar 0900–1100 Teams<br>6. mai 0900–1500 Førde rådhus</p>'),
    [
      ['fsu', '2026-02-04T09:00', { mode: 'online' }],
      ['fsu', '2026-05-06T09:00', { place: 'Førde rådhus' }],
    ],
  ],
  [
    'a half-year as heading, days as d/m',
    page('Strategisk samarbeidsutval', '<h2>Haust 2026</h2><ul><li>onsdag 9/9</li><li>onsdag 4/11</li></ul>'),
    [
      ['ssu', '2026-09-09'],
      ['ssu', '2026-11-04'],
    ],
  ],
  [
    'an accordion for each year',
    page(
      'Referat frå SSU',
      '<details><summary>2025</summary><ul><li><a href="/a.pdf">Referat 12. mars</a></li></ul></details><details><summary>2024</summary><ul><li><a href="/b.pdf">Referat 13. mars</a></li></ul></details>',
    ),
    [
      ['ssu', '2024-03-13', { status: 'held' }],
      ['ssu', '2025-03-12', { status: 'held' }],
    ],
  ],
  [
    'file names tell the day',
    page('Papir frå SSU', '<ul><li><a href="/dok/Referat-SSU-2025-03-12.pdf">Last ned referat</a></li></ul>'),
    [['ssu', '2025-03-12', { status: 'held' }]],
  ],
  [
    'numbered meetings',
    page('Møteplan SSU', '<p>Møte nr. 1: 4. februar 2026<br>Møte nr. 2: 6. mai 2026</p>'),
    [
      ['ssu', '2026-02-04'],
      ['ssu', '2026-05-06'],
    ],
  ],
  [
    'a committee for each paragraph',
    page(
      'Møteplan 2026',
      '<p>Strategisk samarbeidsutvalg møtes 4. februar og 6. mai.</p><p>Faglig samarbeidsutvalg møtes 11. februar.</p><p>Partnerskapsmøtet er 15. april.</p>',
    ),
    [
      ['ssu', '2026-02-04'],
      ['fsu', '2026-02-11'],
      ['partnerskapsmote', '2026-04-15'],
      ['ssu', '2026-05-06'],
    ],
  ],
  [
    'days struck with the reason',
    page('Møter i SSU 2026', '<ul><li><s>4. februar</s> (utgår)</li><li>6. mai</li></ul>'),
    [
      ['ssu', '2026-02-04', { status: 'cancelled' }],
      ['ssu', '2026-05-06'],
    ],
  ],
  [
    'year in the table’s corner',
    page(
      'SSU',
      table(head('2026', 'Dato', 'Sted'), row('Møte 1', '4. februar', 'Florø'), row('Møte 2', '6. mai', 'Førde')),
    ),
    [
      ['ssu', '2026-02-04', { place: 'Florø' }],
      ['ssu', '2026-05-06', { place: 'Førde' }],
    ],
  ],
  [
    'body, then its days across',
    page(
      'Møtedatoer',
      table(row('<b>SSU</b>', '4. februar 2026', '6. mai 2026'), row('<b>FSU</b>', '11. februar 2026', '13. mai 2026')),
    ),
    [
      ['ssu', '2026-02-04'],
      ['fsu', '2026-02-11'],
      ['ssu', '2026-05-06'],
      ['fsu', '2026-05-13'],
    ],
  ],
  [
    'day, weekday and time in columns of their own',
    page(
      'FSU 2026',
      table(
        head('Dag', 'Dato', 'Fra kl.', 'Til kl.', 'Lokale'),
        row('Onsdag', '4. februar', '09.00', '11.30', 'Florø rådhus'),
      ),
    ),
    [['fsu', '2026-02-04T09:00', { end: '2026-02-04T11:30', place: 'Florø rådhus' }]],
  ],
  [
    'papers as columns',
    page(
      'Strategisk samarbeidsutvalg',
      table(
        head('Møte', 'Innkalling', 'Protokoll'),
        row('12.03.2025', '<a href="/i.pdf">Innkalling</a>', '<a href="/p.pdf">Protokoll</a>'),
        row('04.06.2025', '<a href="/i2.pdf">Innkalling</a>', ''),
      ),
    ),
    [
      ['ssu', '2025-03-12', { status: 'held' }],
      ['ssu', '2025-06-04'],
    ],
  ],
  [
    'months in words below each other',
    page(
      'Aktivitetsplan 2026 – partnerskap',
      table(
        head('Måned', 'Aktivitet'),
        row('Februar', '4.: SSU'),
        row('April', '15.: Partnerskapsmøte'),
        row('Juni', '10.: Dialogmøte'),
      ),
    ),
    [
      ['ssu', '2026-02-04'],
      ['partnerskapsmote', '2026-04-15'],
      ['dialogmote', '2026-06-10'],
    ],
  ],
  [
    'a definition list of bodies',
    page(
      'Møteplan 2026',
      '<dl><dt>SSU</dt><dd>4. februar, 6. mai</dd><dt>Partnarskapsmøte</dt><dd>15. april</dd></dl>',
    ),
    [
      ['ssu', '2026-02-04'],
      ['partnerskapsmote', '2026-04-15'],
      ['ssu', '2026-05-06'],
    ],
  ],
  [
    'cards with a heading and facts',
    page(
      'Kalender',
      '<div><h3>Dialogmøte</h3><p>Onsdag 10. juni 2026</p><p>Kl. 10–14</p><p>Florø rådhus</p></div><div><h3>SSU</h3><p>Onsdag 17. juni 2026</p><p>Teams</p></div>',
    ),
    [
      ['dialogmote', '2026-06-10T10:00', { place: 'Florø rådhus' }],
      ['ssu', '2026-06-17', { mode: 'online' }],
    ],
  ],
  [
    'labels in bold with what they say',
    page(
      'Partnarskapsmøte 2026',
      '<p><b>Dato:</b> 15. april 2026<br><b>Klokka:</b> 10.00–15.00<br><b>Stad:</b> Førdehuset<br><b>Påmeldingsfrist:</b> 1. april</p>',
    ),
    [['partnerskapsmote', '2026-04-15T10:00', { end: '2026-04-15T15:00', place: 'Førdehuset' }]],
  ],
  [
    'names of local committees as lines above their days',
    page(
      'Lokale samarbeidsutvalg',
      '<div>LSU Hornindal</div><div>Onsdag 4. mars 2026, kl. 13.00, Hornindal rådhus</div><div>LSU Gaular</div><div>Onsdag 4. mars 2026, Gaular</div><div>Onsdag 3. juni 2026 – møtet er avlyst</div>',
    ),
    [
      ['lsu', '2026-03-04', { area: 'Gaular' }],
      ['lsu', '2026-03-04T13:00', { area: 'Hornindal', place: 'Hornindal rådhus' }],
      ['lsu', '2026-06-03', { area: 'Gaular', status: 'cancelled' }],
    ],
  ],
  [
    'a day, a time and two names below a heading',
    page('Årshjul 2026', '<h3>Partnarskapsmøte</h3><p>Onsdag 18. mars kl. 10.00 – 14.30, Lille Ravn Scene, Gaupne</p>'),
    [['partnerskapsmote', '2026-03-18T10:00', { end: '2026-03-18T14:30', place: 'Lille Ravn Scene' }]],
  ],
  [
    'no byline is such a line',
    page('Partnarskapsmøte', '<p>Onsdag 18. mars 2026 skreiv Kari Nes Dahl, Gaupne</p>'),
    [],
  ],
  [
    'days with a slash in a list',
    page('Når møtes vi?', '<p>I 2026 møtes strategisk samarbeidsutvalg tre tirsdager: 3/2, 5/5 og 6/10.</p>'),
    [
      ['ssu', '2026-02-03', { status: 'planned' }],
      ['ssu', '2026-05-05'],
      ['ssu', '2026-10-06'],
    ],
  ],
  [
    'shares and cases with a slash are no days',
    page(
      'SSU 2026',
      '<p>SSU møttes og fordelte midlene: 1/3 til Stryn og 2/3 til Gloppen. Saker i møtet: 3/2, 4/2.</p>',
    ),
    [],
  ],
  [
    'a list with points between the facts',
    page('Strategisk samarbeidsutvalg', '<h2>Møtedatoer 2026</h2><ul><li>ons. 11. feb. · Byrkjelo</li></ul>'),
    [['ssu', '2026-02-11', { place: 'Byrkjelo', mode: 'physical' }]],
  ],
  [
    'the plural takes the place of the last letter',
    page('Partnarskapsmøta', '<p>14.01.26 – Teams<br>15.04.26</p>'),
    [
      ['partnerskapsmote', '2026-01-14', { mode: 'online' }],
      ['partnerskapsmote', '2026-04-15'],
    ],
  ],
];
