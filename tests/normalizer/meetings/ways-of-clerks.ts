/** Plans and papers as municipal clerks put them out: short days, times in captions, hosts as places, tiles. */
import type { Way } from './way.ts';

const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const head = (...cells: string[]) => `<tr>${cells.map((cell) => `<th>${cell}</th>`).join('')}</tr>`;

/** On pages. */
export const CLERKS: Way[] = [
  [
    'the caption gives the time of day of all, the header the year, the host the place',
    `<h1>Samarbeid</h1><h2>Møteplan for områdeutvalet</h2><table><caption>Alle møte varer frå kl. 12 til 14.30</caption>${head('Dato 2026', 'Vertskap', 'Saker')}${row('on. 11.02.', 'Stryn', '')}${row('on. 22.04.', 'Teams', 'Frist 1. april')}${row('on. 18.11.', 'Gloppen, heradshuset', '')}</table>`,
    [
      ['lsu', '2026-02-11T12:00', { place: 'Stryn', end: '2026-02-11T14:30' }],
      ['lsu', '2026-04-22T12:00', { mode: 'online' }],
      ['lsu', '2026-11-18T12:00', { place: 'Gloppen' }],
    ],
  ],
  [
    'a caption of nothing but a time of day',
    `<h1>Strategisk samarbeidsutvalg</h1><table><caption>Kl. 09.00–11.30</caption>${head('Møtedato (2027)', 'Vertskommune')}${row('Ti 9. februar', 'Eid')}${row('Ti 8. juni', 'Vågsøy')}</table>`,
    [
      ['ssu', '2027-02-09T09:00', { end: '2027-02-09T11:30' }],
      ['ssu', '2027-06-08T09:00'],
    ],
  ],
  [
    'a place after the day and its time in the cell under a body',
    `<h1>Møteplan 2026</h1><table>${head('Halvår', 'Områdeutval Nordfjord', 'SSU')}${row('Vår', '4. februar kl. 9, Stryn', '10. mars')}${row('', '20. mai, Hornindal', '2. juni – Teams')}</table>`,
    [
      ['lsu', '2026-02-04T09:00', { place: 'Stryn' }],
      ['ssu', '2026-03-10', { place: '' }],
      ['lsu', '2026-05-20', { place: 'Hornindal' }],
      ['ssu', '2026-06-02', { mode: 'online' }],
    ],
  ],
  [
    'lines parted by breaks, each a day, a place and a remark',
    '<h1>Møta i områdeutvalet i 2025</h1><p>Lokalt samarbeidsutval i Helsefellesskapet Fjordane, region nord.<br><br>6. mars kl. 10, Stryn – på biblioteket<br>12. juni, Hornindal – med omvising på legevakta<br>13. november, Gloppen – sjå <a href="/sak">eiga sak om bussen</a></p><p><b>Merk:</b> saker må meldast inn tre veker før.</p>',
    [
      ['lsu', '2025-03-06T10:00', { place: 'Stryn' }],
      ['lsu', '2025-06-12', { place: 'Hornindal' }],
      ['lsu', '2025-11-13', { place: 'Gloppen' }],
    ],
  ],
  [
    'tiles with a house and hours without minutes',
    '<h1>Møter</h1><p>Helsefellesskapet møtes slik.</p><div><div><div><span>18</span><span>feb</span><span>2027</span></div><div>Strategisk samarbeidsutvalg</div><div>Førde sjukehus, 10–14</div></div><div><div><span>22</span><span>april</span><span>2027</span></div><div>Strategisk samarbeidsutvalg</div><div>Teams, 9–11.30</div></div></div>',
    [
      ['ssu', '2027-02-18T10:00', { place: 'Førde sjukehus', end: '2027-02-18T14:00' }],
      ['ssu', '2027-04-22T09:00', { mode: 'online', end: '2027-04-22T11:30' }],
    ],
  ],
  [
    'a conference of two days, told in its programme',
    `<h1>Eldrekonferansen 2025: program</h1><p>Helsefellesskapet Fjordane inviterer til konferanse for alle som møter skrøpelege eldre. Vi er på Thon Hotel i Førde begge dagane.</p><h2>Torsdag 18. september</h2><table>${row('09.00', 'Opning')}${row('12.00', 'Lunsj')}${row('13.00–16.30', 'Verkstad')}</table><h2>Fredag 19. september</h2><table>${row('08.30', 'Medisin')}${row('14.00', 'Slutt og heimreise')}</table><p>Påmeldingsfrist 29. august.</p>`,
    [['konferanse', '2025-09-18T09:00', { place: 'Thon Hotel', end: '2025-09-19T14:00' }]],
  ],
  [
    'event data without a place beside a printed one, in a room or on a screen',
    '<script type="application/ld+json">{"@context":"https://schema.org","@type":"Event","name":"Samhandlingskonferanse","startDate":"2026-12-02T09:30:00+01:00","eventAttendanceMode":"https://schema.org/MixedEventAttendanceMode"}</script><h1>Samhandlingskonferanse</h1><dl><dt>Når</dt><dd>2. desember 2026 kl. 09.30</dd><dt>Hvor</dt><dd>Bakkens Hotel, Moss, eller direkte på skjerm</dd></dl>',
    [['konferanse', '2026-12-02T09:30', { place: 'Bakkens Hotel, Moss', mode: 'hybrid' }]],
  ],
];

/** In documents. */
export const CLERKS_PAPERS: Way[] = [
  [
    'the next meeting in the table of facts',
    `<h1>Referat frå strategisk samarbeidsutval</h1><table>${row('Tid', 'Onsdag 26. november 2025, kl. 09.00–12.30')}${row('Stad', 'Førde sjukehus, møterom Jostein')}${row('Til stades', '11 av 14 medlemer')}${row('Neste møte', '28. januar 2026')}</table><h2>Sak 31/25 Direktenummer</h2><p>Utvalet vart orientert.</p>`,
    [
      ['ssu', '2025-11-26T09:00', { place: 'Førde sjukehus', status: 'held' }],
      ['ssu', '2026-01-28', { status: 'planned' }],
    ],
  ],
  [
    'the town, the day and the house in the first line',
    '<h1>Referat områdeutval</h1><p>Områdeutval Nordfjord i Helsefellesskapet Fjordane</p><p>Stryn, 22. oktober 2025, på biblioteket. Referent: kommuneoverlegen.</p><h2>Saker</h2><p>Utvalet drøfta bemanninga.</p>',
    [['lsu', '2025-10-22', { place: 'Stryn', status: 'held' }]],
  ],
  [
    'the town and its house before the day',
    '<h1>Referat frå områdeutval Nordfjord</h1><p>Maurstad, Bremanger rådhus, 18.09.25</p><h2>1. Legevakt</h2><p>Utvalet ser positivt på felles legevakt.</p>',
    [['lsu', '2025-09-18', { place: 'Bremanger rådhus', status: 'held' }]],
  ],
  [
    'a case about the gathering that comes names it by its day',
    '<h1>Protokoll fra SSU</h1><p>Møtet ble holdt på Teams onsdag 11. februar 2026.</p><h2>Sak 1/26 Tolk</h2><p>Sykehuset betaler.</p><h2>Sak 2/26 Partnerskapsmøtet</h2><p>Utvalget ber om færre foredrag i Stryn 22. april.</p>',
    [
      ['ssu', '2026-02-11', { mode: 'online', status: 'held' }],
      ['partnerskapsmote', '2026-04-22', { place: 'Stryn', status: 'planned' }],
    ],
  ],
];

/** Reports of a year, slides. */
export const CLERKS_REPORTS: Way[] = [
  [
    'a line of a slide that says where it was laid before',
    '<h1>Møtestruktur</h1><ul><li>Tre nivå</li><li>Lagt fram i SSU 04.06.2025</li></ul>',
    [['ssu', '2025-06-04', { status: 'held' }]],
  ],
  [
    'the days of a year in one sentence, the last one’s place in the next',
    '<h1>Årsmelding 2025 – Helsefellesskapet Fjordane</h1><h2>Møter</h2><p>Strategisk samarbeidsutvalg hadde møter 6.2., 10.4. og 11.12. i 2025. Det siste ble gjennomført i Florø.</p>',
    [
      ['ssu', '2025-02-06', { status: 'held', place: '' }],
      ['ssu', '2025-04-10', { status: 'held', place: '' }],
      ['ssu', '2025-12-11', { status: 'held', place: 'Florø' }],
    ],
  ],
  [
    'the second of two gatherings by its adjective alone',
    '<h1>Årsmelding 2025 – Helsefellesskapet Fjordane</h1><h2>Partnerskapsmøter</h2><p>Det administrative partnerskapsmøtet var 11. juni 2025. Det politiske ble holdt 19. november 2025 med 210 deltakere.</p>',
    [
      ['partnerskapsmote', '2025-06-11', { status: 'held' }],
      ['partnerskapsmote', '2025-11-19', { status: 'held', participants: { count: 210, approximate: false } }],
    ],
  ],
];
