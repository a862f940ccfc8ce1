/** Meetings told over several sentences and boxes, as unseen sites taught. */
import type { Way } from './way.ts';

const news = (title: string, ...paragraphs: string[]) =>
  `<article><h1>${title}</h1><p>Publisert 24.09.2026</p>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article>`;

/** News whose meeting is told over several sentences. */
export const OVER_SENTENCES: Way[] = [
  [
    'yesterday, and in the sentence after it that they met',
    news(
      'Utvalet på verftet',
      'I går bytte medlemene i LSU ut møterommet med ein båt. Dei møttest på verftet i Ulstein.',
    ),
    [['lsu', '2026-09-23']],
  ],
  [
    'a meeting moved because of something else that happens that day',
    news(
      'Konserten vann',
      'Tre i LSU Ytre syng i koret, og koret har konsert i Kinn kyrkje tysdag 8. desember.',
      'Ny dato er tysdag 15. desember kl. 9–11.',
    ),
    [['lsu', '2026-12-15T09:00']],
  ],
  [
    'tall words of a secretariat far from the day',
    news(
      'Ny runde',
      'Strategisk samarbeidsutval møttest mandag 14. september.',
      'Sekretariatet skal hente inn tal frå alle kommunane i området og leggje dei fram på møtet mandag 7. desember.',
    ),
    [
      ['ssu', '2026-09-14', { status: 'held' }],
      ['ssu', '2026-12-07', { status: 'planned' }],
    ],
  ],
  [
    'the meeting of somebody else named beside the day',
    news(
      'Ny runde',
      'Strategisk samarbeidsutval møttest mandag 14. september.',
      'Planen skal opp på møtet i kommunestyret 10. desember.',
    ),
    [['ssu', '2026-09-14']],
  ],
  [
    'notices on one page, each below its own day',
    '<h1>Kunngjeringar</h1><p><b>19.10.26</b><br>150 personar var på partnarskapsmøtet fredag 16. oktober på Stryn hotell.</p><p><b>15.6.26</b><br>LSU sitt møte 18. juni vert avlyst.</p>',
    [
      ['lsu', '2026-06-18', { status: 'cancelled' }],
      ['partnerskapsmote', '2026-10-16', { status: 'held' }],
    ],
  ],
  [
    'a list of terms below a title that only says «Konferanse»',
    '<h1>Konferanse: Den siste meteren</h1><p>Samhandlingskonferansen 2027 handlar om den meteren.</p><dl><dt>Dag</dt><dd>Torsdag 18. februar 2027</dd><dt>Klokka</dt><dd>8.30 - 15.45</dd><dt>Siste frist for påmelding</dt><dd>29. januar</dd></dl>',
    [['konferanse', '2027-02-18T08:30']],
  ],
  [
    'somebody of a body who does something that day',
    news('Ny leiar', 'Leiaren for strategisk samarbeidsutval går av med pensjon 1. desember.'),
    [],
  ],
  [
    'a weekday of two weeks ago',
    news('Planen er klar', 'SSU vart samde om planen på møtet onsdag for to veker sidan.'),
    [['ssu', '2026-09-09', { status: 'held' }]],
  ],
  [
    'days with strokes, the year at the end of their row',
    news('Datoar', 'SSU: 14/1, 4/3, 29/4 og 10/6 2027'),
    [
      ['ssu', '2027-01-14'],
      ['ssu', '2027-03-04'],
      ['ssu', '2027-04-29'],
      ['ssu', '2027-06-10'],
    ],
  ],
  [
    'several short days in one cell',
    '<h1>Møteplan 2027</h1><table><tr><th></th><th>SSU</th><th>LSU</th></tr><tr><td>Vår</td><td>14.1, 11.3</td><td>4.2</td></tr></table>',
    [
      ['ssu', '2027-01-14'],
      ['lsu', '2027-02-04'],
      ['ssu', '2027-03-11'],
    ],
  ],
];

/** What a hub of sites taught that nobody had thought of. */
export const FURTHER: Way[] = [
  [
    'cards whose day is a `<time>` with its year, and a later day that takes nothing from them',
    '<h1>Møte i helsefellesskapet</h1><p>Oversynet gjeld dei faste møta.</p><div><time>12. mars 2026</time><h3>SSU</h3><p>Kl. 08.30–11.30. Møtet går på Teams.</p></div><div><time>5. november 2026</time><h3>Partnarskapsmøte</h3><p>Kl. 09.00–15.00. Førde hotell.</p></div><h2>Lenger fram</h2><p>Partnarskapsmøte er lagt til torsdag 4. november 2027.</p>',
    [
      ['ssu', '2026-03-12T08:30', { end: '2026-03-12T11:30', mode: 'online' }],
      ['partnerskapsmote', '2026-11-05T09:00', { end: '2026-11-05T15:00', place: 'Førde hotell' }],
      ['partnerskapsmote', '2027-11-04'],
    ],
  ],
  [
    'a clause between commas says nothing of what was done',
    news(
      'Ja til teneste',
      'SSU, som er det øvste utvalet mellom partnarskapsmøta i området, sa ja til dette torsdag 10. september.',
    ),
    [['ssu', '2026-09-10', { status: 'held' }]],
  ],
  [
    'one year for all days of a sentence',
    news('Fagråd', 'I 2026 er møta i SSU lagde til 3. februar, 5. mai og 22. september.'),
    [
      ['ssu', '2026-02-03'],
      ['ssu', '2026-05-05'],
      ['ssu', '2026-09-22'],
    ],
  ],
  [
    'a meeting called off that lies behind',
    news('Plan', 'Dialogmøtet om same tema, som var sett opp 24. juni, vart avlyst.'),
    [['dialogmote', '2026-06-24', { status: 'cancelled' }]],
  ],
  [
    'what comes after the colon is of a paper, not of the day',
    plan2('<ul><li><b>19. februar</b>: Referatet er ikkje godkjent og blir lagt ut seinare</li></ul>'),
    [['ssu', '2026-02-19']],
  ],
  [
    'one hour for all days of a list',
    plan2('<p>Alle er på torsdagar kl. 13.00–15.30.</p><ul><li>5. mars, Stryn rådhus</li><li>4. juni, Teams</li></ul>'),
    [
      ['ssu', '2026-03-05T13:00', { end: '2026-03-05T15:30', place: 'Stryn rådhus' }],
      ['ssu', '2026-06-04T13:00', { end: '2026-06-04T15:30', mode: 'online' }],
    ],
  ],
  [
    'hours that hold for one body of a table',
    '<h1>Møteplan 2026</h1><p>SSU-møta varer frå 09.00 til 11.30. For LSU vert tida gjeven i innkallinga.</p><table><tr><th>Månad</th><th>SSU</th><th>LSU</th></tr><tr><td>Mars</td><td>17.03.2026</td><td>18.03.2026</td></tr></table>',
    [
      ['ssu', '2026-03-17T09:00', { end: '2026-03-17T11:30' }],
      ['lsu', '2026-03-18'],
    ],
  ],
  [
    'the conference after the one that the page is about; the day on which minutes were passed',
    news(
      'Full sal',
      'I dag kom 210 deltakarar til samhandlingskonferansen i Florø.',
      'Neste konferanse er onsdag 22. september 2027. Protokollen vart godkjend 20. september 2026.',
    ),
    [
      ['konferanse', '2026-09-24'],
      ['konferanse', '2027-09-22'],
    ],
  ],
  [
    'below «Neste møte» people only see each other again',
    '<h1>Partnarskapsmøtet</h1><p>Møtet er rådgjevande.</p><h2>Neste møte</h2><p>Partane sest att i Florø onsdag 26. mai 2027.</p>',
    [['partnerskapsmote', '2027-05-26', { place: 'Florø' }]],
  ],
  [
    'a table of what was done',
    '<h1>Arkiv 2025</h1><p>Møta i SSU i 2025.</p><table><tr><th>Dato</th><th>Stad</th><th>Kva vart gjort</th></tr><tr><td>11.02.25</td><td>Lom</td><td>Utvalet vedtok årsmeldinga og valde ny leiar.</td></tr></table>',
    [['ssu', '2025-02-11', { status: 'held', place: 'Lom' }]],
  ],
];

function plan2(body: string): string {
  return `<h1>Strategisk samarbeidsutval (SSU)</h1><p>Utvalet har elleve medlemmer.</p><h2>Møte i 2026</h2>${body}`;
}
