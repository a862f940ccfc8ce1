/** What secretariats publish: lists of files, forms, calendars by month, minutes that call for the next meeting. */
import type { Way } from './way.ts';

const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const files = (...rows: string[]) =>
  `<h1>Strategisk samarbeidsutval</h1><table><tr><th>Type</th><th>Navn</th><th>Endret</th></tr>${rows.join('')}</table>`;
const file = (name: string, changed: string) => row('', `<a href="/f/${encodeURI(name)}.pdf">${name}</a>`, changed);

/** Pages. */
export const OFFICES: Way[] = [
  [
    'a month without meetings in a plan names no columns',
    `<h1>Møteplan 2027</h1><table><thead><tr><th>Måned</th><th>SSU</th><th>FSU</th></tr></thead><tbody>
      <tr><th>Juni</th><td>3.</td><td></td></tr><tr><th>Juli</th><td></td><td></td></tr><tr><th>August</th><td></td><td>19.</td></tr></tbody></table>`,
    [
      ['ssu', '2027-06-03'],
      ['fsu', '2027-08-19'],
    ],
  ],
  [
    'the day on which a file was changed is no meeting’s; the one in its name is',
    files(
      file('2026-12-04 Saksliste', '19.11.2026'),
      file('Referat SSU 04.09.2026', '11.09.2026'),
      file('Aarsmelding-2025', '27.02.2026'),
    ),
    [
      ['ssu', '2026-09-04', { status: 'held' }],
      ['ssu', '2026-12-04'],
    ],
  ],
  [
    'a form whose labels are headings: when a notice ends is no meeting',
    '<h1>SSU 3. desember 2026</h1><h3>Tittel</h3><p>SSU 3. desember 2026</p><h3>Utløper</h3><p>05.12.2026</p>',
    [['ssu', '2026-12-03']],
  ],
  [
    'a bound under a label of its own, and two days with their hours',
    '<h1>Samhandlingskonferanse 2027</h1><div>Når</div><div>ons. 03.03.2027 - 09:00 til tor. 04.03.2027 - 14:00</div><div>Meld deg på innen</div><div>05.02.2027</div>',
    [['konferanse', '2027-03-03T09:00', { end: '2027-03-04T14:00' }]],
  ],
  [
    'days below the name of their month',
    '<h1>Kalender</h1><h3>Desember 2026</h3><p>Tirsdag 8. <a href="/a">SSU</a></p><p>Mandag 14. <a href="/b">Fagråd for fødsel</a></p><h3>Mars 2027</h3><p>Onsdag 3. og torsdag 4. <a href="/c">Samhandlingskonferanse</a></p>',
    [
      ['ssu', '2026-12-08'],
      ['fsu', '2026-12-14'],
      ['konferanse', '2027-03-03'],
    ],
  ],
];

const minutes = (rest: string) =>
  `<h1>Protokoll frå strategisk samarbeidsutval</h1><p>Dato: 5. februar 2026 kl. 12.00–15.00</p><h2>1/26 Val av leiar</h2><p>Leiinga går over til sjukehuset.</p>${rest}`;
const own: Way[2][number] = ['ssu', '2026-02-05T12:00', { status: 'held' }];

/** Papers that call for meetings to come. */
export const CALLS: Way[] = [
  [
    'a case that is «Neste møte»',
    minutes('<h2>4/26 Neste møte</h2><p>16. april i Stryn rådhus.</p>'),
    [own, ['ssu', '2026-04-16', { place: 'Stryn rådhus' }]],
  ],
  [
    'a section of days',
    minutes('<h2>Møtedatoar</h2><p>Første møte etter ferien er 20. august 2026 kl. 9–11.</p>'),
    [own, ['ssu', '2026-08-20T09:00']],
  ],
  [
    'another body’s meeting in a case',
    minutes('<p>Planen kjem opp att i LSU 8. mai.</p>'),
    [own, ['lsu', '2026-05-08', { status: 'planned' }]],
  ],
  [
    'a meeting to be moved',
    minutes('<p>Sekretariatet fekk fullmakt til å flytte partnerskapsmøte til 7. mai, sidan salen er opptatt.</p>'),
    [own, ['partnerskapsmote', '2026-05-07']],
  ],
  [
    'a day in the table of cases',
    minutes(
      '<table><tr><th>Nr.</th><th>Sak</th></tr><tr><td>5/26</td><td>Møteplan. Partnerskapsmøte er lagt til 22. april 2027</td></tr></table>',
    ),
    [own, ['partnerskapsmote', '2027-04-22']],
  ],
  ['what is behind is no call', minutes('<p>Uttalen frå SSU 4. desember 2025 er send.</p>'), [own]],
];

const named = (day: string, month: string, name: string, facts: string) =>
  `<div><div><span>${day}</span></div><div><span>${month}</span></div></div><div><p>${name}</p><p>${facts}</p></div>`;

/** Cards without headings, and news that tell a gathering's day beside its name. */
export const NAMED: Way[] = [
  [
    'badges above names: the name below is the day’s own, not the one above',
    `<h1>Møte i utvala</h1><h2>Desember 2026</h2>${named('1', 'des', 'LSU Ytre', 'Kl. 08.30–10.30, møterom Varden, Florø. Oppmøte.')}${named('16', 'des', 'SSU', 'Kl. 14.00–16.00, Rådhuset')}<h2>Tidlegare</h2>${named('7', 'okt 2026', 'SSU', 'Avlyst')}`,
    [
      ['ssu', '2026-10-07', { status: 'cancelled' }],
      ['lsu', '2026-12-01T08:30', { end: '2026-12-01T10:30', place: 'Varden' }],
      ['ssu', '2026-12-16T14:00', { place: 'Rådhuset' }],
    ],
  ],
  [
    'names above their days',
    '<h1>Møte i utvala 2026</h1><p>LSU Indre</p><p>14. april 2026, Sogndal</p><p>LSU Ytre</p><p>21. april 2026, Teams</p><p>SSU</p><p>3. juni 2026, Førde</p><p>SSU</p>',
    [
      ['lsu', '2026-04-14', { area: 'Indre', place: 'Sogndal' }],
      ['lsu', '2026-04-21', { area: 'Ytre', mode: 'online' }],
      ['ssu', '2026-06-03', { place: 'Førde' }],
    ],
  ],
  [
    'who filled the hall, and in the next sentence what it was',
    '<article><h1>Tre oppgåver vidare</h1><p class="ingress">Vikarar øvst på lista.</p><p>Publisert 11.05.2026</p><p>Ordførarar og leiarar fylte Florø kulturhus torsdag 7. mai. Partnarskapsmøtet er det øvste leddet i samarbeidet, og i år var rundt 110 til stades.</p></article>',
    [['partnerskapsmote', '2026-05-07', { participants: { count: 110, approximate: true }, place: 'Florø kulturhus' }]],
  ],
  [
    'a day in news of a gathering to come is not its day',
    '<article><h1>Velkomen til partnarskapsmøte</h1><p>Publisert 11.05.2026</p><p>Torsdag 7. mai vart det klart at salen er ledig. Partnarskapsmøtet blir i haust.</p></article>',
    [],
  ],
  [
    'a notice without a year, on a page that prints one day near it',
    '<h1>FSU 3. desember er avlyst</h1><p>Leiaren er sjuk.</p><h3>Utløper</h3><p>05.12.2026</p>',
    [['fsu', '2026-12-03', { status: 'cancelled' }]],
  ],
];

/** Bounds beside days in tables of facts, days with a stroke, and what the paragraph above speaks of. */
export const BESIDE: Way[] = [
  [
    'a table of facts in which one row is a bound',
    '<h1>Samhandlingskonferanse 2027</h1><table><tr><td>Når</td><td>21.01.2027 kl. 0930–1500</td></tr><tr><td>Påmeldingsfrist</td><td>8. januar 2027</td></tr></table>',
    [['konferanse', '2027-01-21T09:30']],
  ],
  [
    'days with a stroke below «Møtedato», their year in the caption',
    '<h1>Møte og papir</h1><table><caption>2026</caption><tr><th>Møtedato</th><th>Møte</th></tr><tr><td>30/9</td><td>SSU 3/26 (9)</td></tr></table>',
    [['ssu', '2026-09-30']],
  ],
  [
    'two days of what the paragraph above names',
    '<article><h1>Karakterar på kvarandre</h1><p>Publisert 02.06.2026</p><p>Ingen fekk toppkarakter på årets partnarskapsmøte.</p><p>Møtet gjekk over to dagar, 28. og 29. mai, på Florø kulturhus.</p></article>',
    [['partnerskapsmote', '2026-05-28', { end: '2026-05-29', status: 'held' }]],
  ],
  [
    'six digits in a file’s name, of which one reading is older than all health communities',
    '<h1>Papir frå SSU</h1><ul><li><a href="/filer/SSU_innkalling_170626.pdf">SSU_innkalling_170626.pdf</a></li></ul>',
    [['ssu', '2026-06-17']],
  ],
];
