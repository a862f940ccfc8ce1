/** Days on cards and short lines, with their times, places and fates beside them. */
import type { Way } from './way.ts';

const plan = (body: string) =>
  `<h1>Strategisk samarbeidsutval (SSU)</h1><p>Utvalet har elleve medlemmer.</p><h2>Møte i 2026</h2>${body}`;
const badge = (day: string, month: string, facts: string) =>
  `<li><div><span>${day}.</span> <span>${month}</span></div><div><h3>SSU-møte</h3><p>${facts}</p></div></li>`;
const below = (line: string) =>
  `<h1>Møteplan 2026</h1><p>Planen gjeld helsefellesskapet.</p><p><b>LSU Ytre</b></p><p>${line}</p>`;
const at = (end: string, place: string, mode = 'physical') => ({ end, place, mode });

/** Cards, whose day, heading and facts are elements of their own. */
export const CARDS: Way[] = [
  [
    'badges above a heading, time and place in a line below it',
    plan(
      `<ul>${badge('5', 'februar', 'Kl. 12.00–15.00. Teams.')}${badge('7', 'mai', 'Kl. 12.00–15.00. Møterom B4, Lærdal.')}</ul>`,
    ),
    [
      ['ssu', '2026-02-05T12:00', at('2026-02-05T15:00', 'Teams', 'online')],
      ['ssu', '2026-05-07T12:00', at('2026-05-07T15:00', 'Møterom B4, Lærdal')],
    ],
  ],
  [
    'a day to open, with a line of facts inside',
    plan('<details><summary>5. februar</summary><p>Kl. 09.30–11.30. Florø kulturhus.</p></details>'),
    [['ssu', '2026-02-05T09:30', at('2026-02-05T11:30', 'Florø kulturhus')]],
  ],
  [
    'a day as a paragraph, the facts as a sentence after it',
    plan(
      '<p>5. februar</p><p>Møtet er på Florø kulturhus kl. 10–12.</p><p>7. mai</p><p>Møtet er på Teams kl. 9–11.</p>',
    ),
    [
      ['ssu', '2026-02-05T10:00', at('2026-02-05T12:00', 'Florø kulturhus')],
      ['ssu', '2026-05-07T09:00', at('2026-05-07T11:00', 'Teams', 'online')],
    ],
  ],
  [
    'day, time and a name that only its place makes a venue',
    plan('<h3>5. februar</h3><p>Kl. 10.00–12.00</p><p>Fjellstova i Stryn</p>'),
    [['ssu', '2026-02-05T10:00', at('2026-02-05T12:00', 'Fjellstova i Stryn')]],
  ],
  [
    'several times below a day are a programme, and what they begin with no place',
    plan('<h3>5. februar</h3><p>Kl. 10.00 Velkomen</p><p>Kl. 10.15 Kaffi</p><p>Kl. 12.00 Lunsj</p>'),
    [['ssu', '2026-02-05', { place: '' }]],
  ],
  [
    'a room and the house that it is in',
    plan('<ul><li>5. februar kl. 10–12, Auditoriet, Volda sjukehus</li></ul>'),
    [['ssu', '2026-02-05T10:00', at('2026-02-05T12:00', 'Auditoriet, Volda sjukehus')]],
  ],
  [
    'a hall named with capitals is no other group',
    plan('<ul><li>5. februar kl. 10–12, Stikk UT-salen</li></ul>'),
    [['ssu', '2026-02-05T10:00', at('2026-02-05T12:00', 'Stikk UT-salen')]],
  ],
];

/** Lines below a name, in lists and in the cells of tables. */
export const LINES: Way[] = [
  [
    'put off below a name',
    below('Torsdag 5. mars – utsett på ubestemt tid'),
    [['lsu', '2026-03-05', { status: 'postponed' }]],
  ],
  ['a remark below a name', below('5. mars med middag på kvelden'), [['lsu', '2026-03-05']]],
  [
    'what was done that day below a name is no line of a plan',
    below('5. mars godkjende styret mandatet for utvalet'),
    [],
  ],
  [
    'a deadline after the day in its cell',
    '<h1>Møteplan 2026</h1><table><tr><th>Organ</th><th>Dato</th></tr><tr><td>SSU</td><td>5. mars, frist for saker 18. februar</td></tr></table>',
    [['ssu', '2026-03-05']],
  ],
  [
    'a deadline before the day, told from it by a colon',
    plan('<ul><li>Saksfrist 18. februar: møte 5. mars</li></ul>'),
    [['ssu', '2026-03-05']],
  ],
  [
    'the place in the cell of the day',
    '<h1>Møteplan 2026</h1><table><tr><th>Organ</th><th>Dato</th></tr><tr><td>SSU</td><td>5. mars i Førde</td></tr></table>',
    [['ssu', '2026-03-05', { place: 'Førde', mode: 'physical' }]],
  ],
  [
    'the place in a cell without a header',
    plan('<table><tr><td>5. mars</td><td>kl. 10–12</td><td>Stryn</td></tr></table>'),
    [['ssu', '2026-03-05T10:00', at('2026-03-05T12:00', 'Stryn')]],
  ],
];
