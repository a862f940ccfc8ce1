/** Meetings as newsrooms and clerks tell them in passing: in the word for a month, by who came, by a count at the door. */
import type { Way } from './way.ts';

const news = (title: string, ...paragraphs: string[]) =>
  `<article><h1>${title}</h1><p>Publisert 24.09.2026</p>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article>`;
const count = (number: number, approximate = false) => ({ count: number, approximate });
const counted = (sentence: string) =>
  news('Etter dialogmøtet', `Dialogmøtet ble holdt torsdag 17. september på Kinn hotell. ${sentence}`);

/** How many came, where no noun says so. */
export const COUNTS: Way[] = [
  ...(
    [
      ['De 96 som hadde tatt turen, satt ved langbord.', 96],
      ['Alle dei 64 i salen fekk kvar sin lapp.', 64],
      ['De 71 rundt bordene skrev hver sin lapp.', 71],
      ['Teljaren i døra stogga på 83.', 83],
      ['Frammøtelista enda på 57 namn.', 57],
      ['Oppmøtet kom opp i 77.', 77],
      ['Vi ble 45 til slutt.', 45],
      ['Me var 38 då dørene vart lukka.', 38],
      ['52 helsearbeidere fra fire kommuner hadde satt av dagen.', 52],
      ['44 ordførere og ledere hadde takket ja.', 44],
      ['61 tilsette hadde tatt seg fri frå vakta.', 61],
    ] as const
  ).map(
    ([sentence, number]): Way => [
      sentence,
      counted(sentence),
      [['dialogmote', '2026-09-17', { status: 'held', participants: count(number) }]],
    ],
  ),
  [
    'a count that leads the title',
    news(
      '180 på dialogmøtet: – Kom tilbake',
      'Dialogmøtet i Kinn torsdag 17. september ble langt. Tre ble igjen til kaffen.',
    ),
    [['dialogmote', '2026-09-17', { participants: count(180) }]],
  ],
  [
    'numbers of other things',
    counted('De 96 sidene i planen ble delt ut. Vi var 3 minutter for sene. De 12 som ikke kom, fikk e-post.'),
    [['dialogmote', '2026-09-17', { participants: undefined }]],
  ],
];

/** How many came, in papers. */
export const COUNTS_IN_PAPERS: Way[] = [
  [
    'a row of its own',
    '<h1>Protokoll frå partnarskapsmøte</h1><table><tr><td>Dato</td><td>26.11.2025</td></tr><tr><td>Lokale</td><td>Kinn hotell</td></tr><tr><td>Tal på frammøtte</td><td>68</td></tr></table><h2>Sak 1</h2><p>Opning</p>',
    [['partnerskapsmote', '2025-11-26', { status: 'held', participants: count(68) }]],
  ],
  [
    'a label',
    '<h1>Referat fra dialogmøte</h1><p>Dato: 26.11.2025</p><p>Antall deltakere: 41</p><h2>Sak 1</h2><p>Åpning</p>',
    [['dialogmote', '2025-11-26', { participants: count(41) }]],
  ],
];

/** Days that the words round them make a meeting's. */
export const IN_PASSING: Way[] = [
  [
    'the month in the name of the meeting, the day alone',
    '<h1>Møter 2025</h1><p>SSU møttes 13. februar og 11. desember. Septembermøtet, som skulle vært den 18., måtte avlyses på grunn av ras.</p>',
    [
      ['ssu', '2025-02-13', { status: 'held' }],
      ['ssu', '2025-09-18', { status: 'cancelled' }],
      ['ssu', '2025-12-11', { status: 'held' }],
    ],
  ],
  [
    'the month in the name of the meeting, and a body',
    news('Nytt frå utvalet', 'Novembermøtet i SSU er den 19., og då er alle velkomne.'),
    [['ssu', '2026-11-19']],
  ],
  [
    'a weekday after «next week»',
    news(
      'Snart partnerskapsmøte i Ulstein',
      'Neste uke er det klart. Tirsdag kl. 10–15 møtes partnerne på Ulstein hotell.',
    ),
    [['partnerskapsmote', '2026-09-29T10:00', { end: '2026-09-29T15:00', place: 'Ulstein hotell' }]],
  ],
  [
    'a weekday in the coming week, told before it',
    news('Snart partnarskapsmøte', 'I neste veke møtest partnarane: Onsdag klokka 9 startar vi på Kinn hotell.'),
    [['partnerskapsmote', '2026-09-30T09:00']],
  ],
  [
    'the hour, the weekday, and the meeting in the sentence after',
    news(
      'Kinn fylte huset',
      'Klokka ni tirsdag morgen var det ikke en stol igjen i samfunnshuset Havly. Rundt 60 politikere og ledere hadde takket ja til dialogmøte om legevakta.',
    ),
    [['dialogmote', '2026-09-22T09:00', { status: 'held', participants: count(60, true), place: 'Havly' }]],
  ],
  [
    'see you',
    news(
      'Oktobermøtet i SSU er avlyst',
      'SSU-møtet 1. oktober vert det ikkje noko av.',
      'Me sjåast i staden som planlagt den 22. oktober. Då møtest utvalet ansikt til ansikt i Stryn.',
    ),
    [
      ['ssu', '2026-10-01', { status: 'cancelled' }],
      ['ssu', '2026-10-22', { place: 'Stryn' }],
    ],
  ],
  [
    'we meet again',
    news('Siste nytt fra SSU', 'SSU møttes 17. september på Teams.', 'Vi treffes igjen tirsdag 3. november.'),
    [
      ['ssu', '2026-09-17'],
      ['ssu', '2026-11-03', { status: 'planned' }],
    ],
  ],
  [
    'a case is taken up again, and where they meet',
    news(
      'Møtet i faglig samarbeidsutvalg utgår',
      'Lederen har avlyst samlingen som skulle vært torsdag 5. november.',
      'Saken om legevakt tas opp igjen torsdag 14. januar 2027 kl. 12.30–15. Da ses vi på Teams.',
    ),
    [
      ['fsu', '2026-11-05', { status: 'cancelled' }],
      ['fsu', '2027-01-14T12:30', { end: '2027-01-14T15:00', mode: 'online' }],
    ],
  ],
  [
    'a case that the municipal council takes up',
    news('Møtet i faglig samarbeidsutvalg utgår', 'Saken om legevakt tas opp i kommunestyret 14. januar 2027 kl. 18.'),
    [],
  ],
  [
    'they sit down',
    news(
      'LSU Ytre drar til fjells',
      'Lokalt samarbeidsutvalg for Ytre har ny møteplass. Onsdag 20. januar 2027 setter de seg rundt bordet på kommunehuset i Aurland. Start klokken ni. Den som har lang vei, kan være med på lyd og bilde.',
    ),
    [['lsu', '2027-01-20T09:00', { place: 'kommunehuset i Aurland', mode: 'hybrid', status: 'planned' }]],
  ],
  [
    'minutes that are not approved yet',
    '<h1>SSU</h1><h2>2026</h2><ul><li>21.05.26: Referatet er ikkje godkjent enno</li><li>10.09.26: Protokollen er foreløpig ikke godkjent</li></ul>',
    [
      ['ssu', '2026-05-21'],
      ['ssu', '2026-09-10'],
    ],
  ],
  [
    'the day on which minutes were approved',
    '<h1>SSU</h1><h2>2026</h2><ul><li>Referatet ble godkjent 21.05.26</li></ul>',
    [],
  ],
  [
    'we, below a year',
    '<h1>Områdeutvalet</h1><h2>2026</h2><p>Me opna året i Stryn 18. februar. 3. juni var det Kinn sin tur.</p>',
    [
      ['lsu', '2026-02-18', { place: 'Stryn' }],
      ['lsu', '2026-06-03'],
    ],
  ],
  [
    'yesterday, at the conference of the title',
    news(
      'Nytt lys på samhandlingskonferansen',
      'Tre sykepleiere satt på scenen på Ulstein hotell i går. De hadde aldri møtt hverandre.',
      'De 140 i salen lo.',
    ),
    [['konferanse', '2026-09-23', { place: 'Ulstein hotell', status: 'held', participants: count(140) }]],
  ],
  [
    'a topic of a conference, and no place',
    news('Værfast', 'Saken er tema på Samhandlingskonferansen 27. oktober.'),
    [['konferanse', '2026-10-27', { place: '' }]],
  ],
  [
    'a hall full of people, and the gathering in the name of a paper alone',
    news(
      'Snø i lufta',
      'Torsdag 17. september fylte ordførarar og direktørar salen på Kinn hotell. Teljinga i døra stogga på 95.',
      '<a href="/fil/partnarskap-2026-utskriving.pptx">Lysbileta</a> ligg ute.',
    ),
    [['partnerskapsmote', '2026-09-17', { status: 'held', participants: count(95), place: 'Kinn hotell' }]],
  ],
  [
    'a hall full of people, and no gathering at all',
    news('Snø i lufta', 'Torsdag 17. september fylte ordførarar og direktørar salen på Kinn hotell.'),
    [],
  ],
  [
    'the day of the page below its title',
    '<article><h1>SSU samlet seg i Stryn</h1><div><span>24.09.2026</span></div><p>Utvalget møttes på Stryn hotell torsdag 17. september.</p></article>',
    [['ssu', '2026-09-17']],
  ],
];

/** Where it is. */
export const WHERE: Way[] = [
  [
    'houses of many kinds',
    '<h1>Møteplan for SSU 2027</h1><ul><li>12. januar på Kinn brannstasjon</li><li>16. februar på Ulstein sjukeheim</li><li>16. mars i Stryn kyrkje</li><li>13. april på Aurland vidaregåande skule</li><li>11. mai ved Lom legevakt</li></ul>',
    [
      ['ssu', '2027-01-12', { place: 'Kinn brannstasjon' }],
      ['ssu', '2027-02-16', { place: 'Ulstein sjukeheim' }],
      ['ssu', '2027-03-16', { place: 'Stryn kyrkje' }],
      ['ssu', '2027-04-13', { place: 'Aurland vidaregåande skule' }],
      ['ssu', '2027-05-11', { place: 'Lom legevakt' }],
    ],
  ],
  [
    'a host and its place at the head of a row',
    '<h1>Møteplan 2027</h1><table><thead><tr><th>Vert</th><th>FSU</th><th>SSU</th></tr></thead><tbody><tr><th>Fjordane sjukehus, Florø</th><td>19. januar</td><td>9. februar</td></tr><tr><th>Stryn kommune, Stryn</th><td></td><td>14. september</td></tr><tr><th>Teams</th><td>19. oktober</td><td>30. november</td></tr></tbody></table>',
    [
      ['fsu', '2027-01-19', { place: 'Florø' }],
      ['ssu', '2027-02-09', { place: 'Florø' }],
      ['ssu', '2027-09-14', { place: 'Stryn' }],
      ['fsu', '2027-10-19', { mode: 'online' }],
      ['ssu', '2027-11-30', { mode: 'online' }],
    ],
  ],
  [
    'a host without a place',
    '<h1>Møteplan 2027</h1><table><tr><th>Dato</th><th>Utvalg</th><th>Vertskap</th></tr><tr><td>19. januar</td><td>FSU</td><td>Sekretariatet</td></tr></table>',
    [['fsu', '2027-01-19', { place: '' }]],
  ],
  [
    'cards of spans: a day, a name, a place',
    '<h1>Kalender</h1><div><div><time datetime="2027-01-19T10:00">19. jan. 2027 kl. 10:00</time> <span>LSU Ytre</span> <span>Kinn helsesenter</span></div><div><time datetime="2027-01-27T08:15">27. jan. 2027 kl. 08:15–09:00</time> <span>Samhandlingskonferansen</span> <span>På skjerm, åpent for alle</span></div><div><time datetime="2027-04-21">21.–22. april 2027</time> <span>Partnerskapsmøte</span> <span>Stryn</span></div></div>',
    [
      ['lsu', '2027-01-19T10:00', { place: 'Kinn helsesenter' }],
      ['konferanse', '2027-01-27T08:15', { mode: 'online' }],
      ['partnerskapsmote', '2027-04-21', { place: 'Stryn', mode: 'physical' }],
    ],
  ],
  [
    'another statement’s place, and the meeting’s own in the next sentence',
    news(
      'Nytt tidspunkt for områdeutvalet',
      'LSU skulle ha kome saman tysdag 10. november. Brua på Lote er stengd den dagen, og møtet er difor flytta to veker, til tysdag 24. november. Klokka 13 er framleis klokka 13, og det er framleis på Nordfjordeid, men no i kommunestyresalen.',
    ),
    [['lsu', '2026-11-24T13:00', { movedFrom: '2026-11-10', place: 'Nordfjordeid' }]],
  ],
  [
    'a person of a place',
    news('Nytt', 'Presentasjon ved kommuneoverlegen i Aurland, Samhandlingskonferansen 20.10.2026'),
    [['konferanse', '2026-10-20', { place: '' }]],
  ],
];

/** What became of it. */
export const FATES: Way[] = [
  [
    'a present that is a preterite too',
    '<h1>Eldre i Ytre</h1><p>LSU Ytre samlast i Kinn kommunehus 8. september 2026 og gjekk gjennom planen.</p>',
    [['lsu', '2026-09-08', { status: 'held', place: 'Kinn kommunehus' }]],
  ],
  [
    'who was there',
    '<h1>Fagråd for eldre</h1><p>Møte 3. september 2026 kl. 13:00–15:00 på Teams. Elleve av tolv medlemmer var til stede.</p>',
    [['fsu', '2026-09-03T13:00', { status: 'held', mode: 'online' }]],
  ],
  [
    'minutes by the title',
    '<h1>Fagråd for eldre: referat og framdrift</h1><p>Publisert 07.09.2026</p><p>Møte 3. september 2026 kl. 13:00–15:00 på Teams.</p><h2>Videre</h2><p>Vi møtes igjen 3. desember.</p>',
    [
      ['fsu', '2026-09-03T13:00', { status: 'held' }],
      ['fsu', '2026-12-03', { status: 'planned' }],
    ],
  ],
];
