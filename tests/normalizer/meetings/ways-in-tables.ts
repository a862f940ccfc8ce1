/** Small plans of meetings as tables of many shapes, in both written standards. */
import type { Way } from './way.ts';

const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const head = (...cells: string[]) => `<tr>${cells.map((cell) => `<th>${cell}</th>`).join('')}</tr>`;
const table = (...rows: string[]) => `<table>${rows.join('')}</table>`;

/** Tables on pages. */
export const TABLES: Way[] = [
  [
    'a deadline among an event’s facts is no meeting',
    `<h1>Dialogmøte om pårørende</h1><p>Velkommen til dialogmøte onsdag 10. mars 2027.</p>${table(row('Klokka', '10.00–14.00'), row('Påmelding', 'senest 15. februar'))}`,
    [['dialogmote', '2027-03-10T10:00']],
  ],
  [
    'plans of several years as lists under names: a day above the next name is no card’s',
    '<h1>Møteplan</h1><details><summary>2026</summary><h3>SSU</h3><ul><li>6. mars, Teams</li><li>12. juni, Moss</li></ul></details><details><summary>2027</summary><h3>SSU</h3><ul><li>5. mars</li><li>11. juni</li></ul><h3>FSU</h3><ul><li>29. januar</li></ul></details>',
    [
      ['ssu', '2026-03-06'],
      ['ssu', '2026-06-12'],
      ['fsu', '2027-01-29'],
      ['ssu', '2027-03-05'],
      ['ssu', '2027-06-11'],
    ],
  ],
  [
    'a table of data inside one that only places',
    `<table role="presentation"><tr><td>Meny</td><td><h1>Møteplan 2026</h1>${table(head('Måned', 'SSU', 'FSU'), row('Januar', '', '21. (Teams)'), row('Mars', '4.', '<s>18.</s> avlyst'))}</td></tr></table>`,
    [
      ['fsu', '2026-01-21', { mode: 'online' }],
      ['ssu', '2026-03-04', { status: undefined }],
      ['fsu', '2026-03-18', { status: 'cancelled' }],
    ],
  ],
  [
    'tables nested for layout',
    `<h1>Møteplan 2026</h1><table width="100%"><tr><td><table><tr><td valign="top"><b>Strategisk samarbeidsutvalg</b><br>${table(row('4. februar', 'kl. 09.00', 'Førde'), row('6. mai', 'kl. 10.00', 'Teams'))}</td></tr></table></td></tr></table>`,
    [
      ['ssu', '2026-02-04T09:00'],
      ['ssu', '2026-05-06T10:00'],
    ],
  ],
  [
    'the caption names the committee',
    `<h1>Møter våren 2026</h1><table><caption>Faglig samarbeidsutvalg</caption>${head('Dato', 'Tid', 'Sted')}${row('Tirsdag 3. februar', '09.00–11.00', 'Førde')}${row('Tirsdag 5. mai', '12–14', 'Teams')}</table>`,
    [
      ['fsu', '2026-02-03T09:00', { place: 'Førde' }],
      ['fsu', '2026-05-05T12:00', { mode: 'online' }],
    ],
  ],
  [
    'the caption says when the plan was decided',
    `<h1>Møter</h1><h2>Møteplan 2026</h2><table><caption>Møtedager fastsatt av utvalget i november 2025</caption>${row('<b>SSU</b>', '14.01.', '11.03.')}</table>`,
    [
      ['ssu', '2026-01-14'],
      ['ssu', '2026-03-11'],
    ],
  ],
  [
    'the caption speaks of something else from another year',
    `<h2>Møter i SSU 2026</h2><table><caption>Tall hentet ut 2025</caption>${head('Dato', 'Sted')}${row('14. januar', 'Stryn')}</table>`,
    [['ssu', '2026-01-14', { place: 'Stryn' }]],
  ],
  [
    'the weekdays of some days decide between the years of caption and heading',
    `<h2>Møteplan SSU 2025</h2><table><caption>Møter 2026</caption>${head('Dato', 'Sted')}${row('Tirsdag 4. februar', 'Stryn')}${row('6. mai', 'Teams')}</table>`,
    [
      ['ssu', '2025-02-04', { place: 'Stryn' }],
      ['ssu', '2025-05-06', { mode: 'online' }],
    ],
  ],
  [
    'caption and heading of two years, and no weekday',
    `<h1>Møter</h1><h2>Møteplan 2026</h2><table><caption>Møter 2025</caption>${row('<b>SSU</b>', '14.01.')}</table>`,
    [],
  ],
  [
    'weekdays in a column of their own decide between two years',
    `<h1>Møter</h1><h2>Møteplan SSU 2025</h2><table><caption>Møter 2026</caption>${head('Dag', 'Dato')}${row('Onsdag', '14. januar')}${row('Torsdag', '12. mars')}</table>`,
    [
      ['ssu', '2026-01-14'],
      ['ssu', '2026-03-12'],
    ],
  ],
  [
    'the lead names the committee',
    `<h1>Møteplan 2026</h1><p>Her er møtedagane til strategisk samarbeidsutval.</p>${table(head('Vekedag', 'Dato', 'Tid'), row('Tysdag', '3. februar', '0900–1130'), row('Onsdag', '6. mai', '0900–1130'))}`,
    [
      ['ssu', '2026-02-03T09:00'],
      ['ssu', '2026-05-06T09:00'],
    ],
  ],
  [
    'month rows, day cells',
    `<h1>Møteplan SSU 2026</h1>${table(head('Måned', 'Dag', 'Klokkeslett', 'Sted'), row('Januar', 'onsdag 14.', '09–12', 'Førde'), row('April', 'torsdag 16.', '09–12', 'Teams'))}`,
    [
      ['ssu', '2026-01-14T09:00', { place: 'Førde' }],
      ['ssu', '2026-04-16T09:00', { mode: 'online' }],
    ],
  ],
  [
    'bodies as columns, days as 11.2.',
    `<h1>Møtedatoer 2026</h1>${table(head('', 'SSU', 'FSU', 'Dialogmøte'), row('1. kvartal', '11.2.', '25.2.', ''), row('2. kvartal', '6.5.', '', '10.6.'))}`,
    [
      ['ssu', '2026-02-11'],
      ['fsu', '2026-02-25'],
      ['ssu', '2026-05-06'],
      ['dialogmote', '2026-06-10'],
    ],
  ],
  [
    'no header at all',
    `<h1>Møteplan 2026</h1><h2>SSU</h2>${table(row('Møte 1', '15. januar', 'kl. 09.00–12.00', 'Førde'), row('Møte 2', '23. april', 'kl. 09.00–12.00', 'Teams'))}`,
    [
      ['ssu', '2026-01-15T09:00'],
      ['ssu', '2026-04-23T09:00'],
    ],
  ],
  [
    'first, second and third meeting as columns',
    `<h1>Møteplan 2026</h1>${table(head('Utvalg', '1. møte', '2. møte', '3. møte'), row('SSU', '03.02.26', '05.05.26', '06.10.26'), row('FSU', '10.02.26', '', '13.10.26'))}`,
    [
      ['ssu', '2026-02-03'],
      ['fsu', '2026-02-10'],
      ['ssu', '2026-05-05'],
      ['ssu', '2026-10-06'],
      ['fsu', '2026-10-13'],
    ],
  ],
  [
    'several days in one cell',
    `<h1>Møteplan 2026</h1>${table(head('Utval', 'Datoar'), row('SSU', '3. februar<br>5. mai'), row('Fagråd', '10. februar og 12. mai'))}`,
    [
      ['ssu', '2026-02-03'],
      ['fsu', '2026-02-10'],
      ['ssu', '2026-05-05'],
      ['fsu', '2026-05-12'],
    ],
  ],
  [
    'a table of facts',
    `<h1>Partnarskapsmøte 2026</h1>${table(row('Dato', 'torsdag 23. april 2026'), row('Klokkeslett', '10.00–15.00'), row('Stad', 'Førdehuset'))}`,
    [['partnerskapsmote', '2026-04-23T10:00', { place: 'Førdehuset' }]],
  ],
  [
    'a column of status',
    `<h1>Møter i SSU 2025</h1>${table(head('Dato', 'Status'), row('3. februar', 'Gjennomført'), row('5. mai', 'Avlyst'), row('6. oktober', 'Planlagt'))}`,
    [
      ['ssu', '2025-02-03', { status: 'held' }],
      ['ssu', '2025-05-05', { status: 'cancelled' }],
      ['ssu', '2025-10-06', { status: 'planned' }],
    ],
  ],
  [
    'a day struck through',
    `<h1>Møter i SSU 2026</h1>${table(head('Møte', 'Dato'), row('1', '3. februar'), row('2', '<s>5. mai</s> 12. mai'))}`,
    [
      ['ssu', '2026-02-03'],
      ['ssu', '2026-05-12'],
    ],
  ],
  [
    'weeks beside the days',
    `<h1>Møteplan FSU</h1><h2>2026</h2>${table(head('Uke', 'Dag', 'Tid'), row('6', 'Tirsdag 3.2.', '12:00–14:00'), row('19', 'Tirsdag 5.5.', '12:00–14:00'))}`,
    [
      ['fsu', '2026-02-03T12:00'],
      ['fsu', '2026-05-05T12:00'],
    ],
  ],
  [
    'deadlines are no meetings',
    `<h1>Møteplan SSU 2026</h1>${table(head('Frist for saker', 'Utsending av sakspapir', 'Møte'), row('13. januar', '27. januar', '3. februar'), row('14. april', '28. april', '5. mai'))}`,
    [
      ['ssu', '2026-02-03'],
      ['ssu', '2026-05-05'],
    ],
  ],
  [
    '«Innkalling sendes» is no meeting',
    `<h1>FSU – møteplan 2026</h1>${table(head('Møtedag', 'Saker meldes', 'Innkalling sendes'), row('3. februar', '13. januar', '27. januar'))}`,
    [['fsu', '2026-02-03']],
  ],
  [
    'months as columns, committees as rows',
    `<h1>Årshjul 2026</h1>${table(head('', 'Jan', 'Feb', 'Mars'), row('SSU', '', '4.', ''), row('FSU', '21.', '', '18.'))}`,
    [
      ['fsu', '2026-01-21'],
      ['ssu', '2026-02-04'],
      ['fsu', '2026-03-18'],
    ],
  ],
  [
    'date and time in one column',
    `<h1>Møte i 2026</h1>${table(head('Kva', 'Når', 'Kvar'), row('Strategisk samarbeidsutval', 'Onsdag 4. februar kl. 0900', 'Førde'), row('Dialogmøte', 'Torsdag 19. mars kl. 10–15', 'Hotell Alexandra, Loen'))}`,
    [
      ['ssu', '2026-02-04T09:00', { place: 'Førde' }],
      ['dialogmote', '2026-03-19T10:00', { place: 'Hotell Alexandra' }],
    ],
  ],
  [
    'the row of a committee spans its days',
    `<h1>Plan 2026</h1><table>${head('Organ', 'Dato', 'Stad')}<tr><td rowspan="2">SSU</td><td>4. februar</td><td>Førde</td></tr><tr><td>6. mai</td><td>Teams</td></tr><tr><td>FSU</td><td>11. februar</td><td>Stryn</td></tr></table>`,
    [
      ['ssu', '2026-02-04', { place: 'Førde' }],
      ['fsu', '2026-02-11', { place: 'Stryn' }],
      ['ssu', '2026-05-06', { mode: 'online' }],
    ],
  ],
  [
    'a banner row for each committee',
    `<h1>Plan 2026</h1><table><tr><td colspan="2"><b>SSU</b></td></tr>${row('4. februar', 'Førde')}${row('6. mai', 'Teams')}<tr><td colspan="2"><b>FSU</b></td></tr>${row('11. februar', 'Stryn')}</table>`,
    [
      ['ssu', '2026-02-04'],
      ['fsu', '2026-02-11'],
      ['ssu', '2026-05-06'],
    ],
  ],
  [
    'a year as the banner',
    `<h1>Strategisk samarbeidsutvalg</h1>${table('<tr><th colspan="2">2026</th></tr>', row('4. februar', 'Førde'), row('6. mai', 'Teams'))}`,
    [
      ['ssu', '2026-02-04'],
      ['ssu', '2026-05-06'],
    ],
  ],
  [
    'others’ meetings among ours',
    `<h1>Kalender 2026</h1>${table(head('Dato', 'Møte'), row('4. februar', 'SSU'), row('11. februar', 'Styremøte i helseforetaket'), row('18. februar', 'Rekrutteringsnettverk'), row('25. februar', 'Dialogmøte'))}`,
    [
      ['ssu', '2026-02-04'],
      ['dialogmote', '2026-02-25'],
    ],
  ],
  [
    'a note says why it is moved',
    `<h1>Møteplan SSU 2026</h1>${table(head('Dato', 'Merknad'), row('4. februar', ''), row('13. mai', 'Opphavleg 6. mai'))}`,
    [
      ['ssu', '2026-02-04'],
      ['ssu', '2026-05-13', { movedFrom: '2026-05-06' }],
    ],
  ],
  [
    '«AVLYST» in the cell of the day',
    `<h1>Møteplan SSU 2026</h1>${table(head('Dato', 'Tid'), row('4. februar', '09–11'), row('6. mai AVLYST', ''))}`,
    [
      ['ssu', '2026-02-04T09:00'],
      ['ssu', '2026-05-06', { status: 'cancelled' }],
    ],
  ],
  [
    'minutes as links beside the days',
    `<h1>Møter i SSU 2025</h1>${table(head('Møtedato', 'Sakspapirer', 'Referat'), row('4. februar', '<a href="/s.pdf">Saksliste</a>', '<a href="/r.pdf">Referat</a>'), row('3. desember', '<a href="/s2.pdf">Saksliste</a>', ''))}`,
    [
      ['ssu', '2025-02-04', { status: 'held' }],
      ['ssu', '2025-12-03'],
    ],
  ],
  [
    'days of two committees side by side below weekdays',
    `<h1>Møtedagar hausten 2026</h1>${table(head('SSU – onsdagar', 'FSU – torsdagar'), row('2. september', '10. september'), row('7. oktober', '15. oktober'))}`,
    [
      ['ssu', '2026-09-02'],
      ['fsu', '2026-09-10'],
      ['ssu', '2026-10-07'],
      ['fsu', '2026-10-15'],
    ],
  ],
];

/** The same in spreadsheets and papers; read as documents. */
export const PAPERS: Way[] = [
  [
    'a sheet Organ/Dato/Klokka/Stad',
    `<h1>Møteplan 2026</h1>${table(head('Organ', 'Dato', 'Klokka', 'Stad'), row('SSU', '04.02.2026', '0900–1130', 'Førde'), row('FSU rus', '11.03.2026', '12–14', 'Teams'))}`,
    [
      ['ssu', '2026-02-04T09:00', { place: 'Førde' }],
      ['fsu', '2026-03-11T12:00', { mode: 'online' }],
    ],
  ],
  [
    'a sheet Utvalg/Dag/Fra/Til',
    `<h1>Møtekalender</h1>${table(head('Utvalg', 'Dag', 'Fra', 'Til'), row('Strategisk samarbeidsutvalg', '04.02.2026', '09:00', '11:30'))}`,
    [['ssu', '2026-02-04T09:00', { end: '2026-02-04T11:30' }]],
  ],
  [
    'minutes with labels',
    '<h1>Referat</h1><p>Møte i strategisk samarbeidsutvalg</p><p>Tid: 4. februar 2026 kl. 12.00–15.00</p><p>Sted: Teams</p><p>Til stede: Kari, Ola</p><h2>Sak 1/26 Godkjenning av innkalling</h2><p>Godkjent.</p><p>Neste møte i utvalget: 6. mai 2026</p>',
    [
      ['ssu', '2026-02-04T12:00', { status: 'held', mode: 'online' }],
      ['ssu', '2026-05-06', { status: 'planned' }],
    ],
  ],
  [
    'an agenda called «Saker til»',
    '<h1>Saker til fagleg samarbeidsutval 7. oktober 2026</h1><p>Møtet er på Teams kl. 9–11.</p><p>1. Godkjenning av saklista</p>',
    [['fsu', '2026-10-07T09:00', { status: 'planned', mode: 'online' }]],
  ],
  [
    'a book of minutes',
    '<h1>Møtebok</h1><table><tr><td>Utval:</td><td>Strategisk samarbeidsutval</td></tr><tr><td>Møtestad:</td><td>Stryn rådhus</td></tr><tr><td>Møtedato:</td><td>04.02.2026</td></tr><tr><td>Tid:</td><td>10.00–13.30</td></tr></table><p>Sak 1/26 Økonomi</p>',
    [['ssu', '2026-02-04T10:00', { status: 'held', place: 'Stryn rådhus' }]],
  ],
  [
    'a plan in running lines',
    '<h1>Møteplan for SSU 2026</h1><p>Onsdag 4. februar, kl. 09.00–11.30, Førde</p><p>Onsdag 6. mai, kl. 09.00–11.30, Teams</p>',
    [
      ['ssu', '2026-02-04T09:00', { place: 'Førde' }],
      ['ssu', '2026-05-06T09:00', { mode: 'online' }],
    ],
  ],
  [
    'an invitation as a paper',
    '<h1>Invitasjon til dialogmøte</h1><p>Vi inviterer til dialogmøte torsdag 19. mars 2026 kl. 10–15 på Stryn hotell.</p><p>Påmelding innen 5. mars.</p>',
    [['dialogmote', '2026-03-19T10:00', { status: 'planned', place: 'Stryn hotell' }]],
  ],
];
