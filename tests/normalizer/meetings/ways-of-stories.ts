/** Meetings of stories: who met and when they met stand in different sentences. */
import type { Way } from './way.ts';

const story = (published: string, title: string, ...paragraphs: string[]) =>
  `<article><h1>${title}</h1><p>Publisert ${published}</p>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article>`;

const HELD = { status: 'held' } as const;

/** News that tells of a day first, and of a body in what follows, or the other way round. */
export const OF_STORIES: Way[] = [
  [
    'a day, and what a committee did «da»',
    story(
      '10.04.2026',
      'Hvem tar natta?',
      'Rekkefølgen på sakene var bestemt alt tirsdag 10. mars. Da leste strategisk samarbeidsutvalg alle forslagene og la bort halvparten.',
    ),
    [['ssu', '2026-03-10', HELD]],
  ],
  [
    'a day at a hospital, and who sat «der»',
    story(
      '01.04.2026',
      'Tabellen',
      'Det hende på sjukehuset onsdag 11. mars. Der sat fagleg samarbeidsutval for fødande og skulle sjå på ein tabell.',
    ),
    [['fsu', '2026-03-11', HELD]],
  ],
  [
    'what a committee did, and then when it was, with others in the room',
    story(
      '17.04.2026',
      'Øving',
      'I forkant hadde faglig samarbeidsutvalg øvd på debatten. Det skjedde tirsdag 24. mars, med ungdomsrådet som publikum.',
    ),
    [['fsu', '2026-03-24', HELD]],
  ],
  [
    'when the meeting of the paragraph above was, a quote between them',
    story(
      '04.06.2026',
      'Tala',
      'Ordføraren viste fram tala på partnarskapsmøtet, og ein byråkrat retta opp handa.',
      '– Vi reknar om att, seier han.',
      'Møtet gjekk føre seg i Molde sist fredag, 29. mai.',
    ),
    [['partnerskapsmote', '2026-05-29', { status: 'held', place: 'Molde' }]],
  ],
  [
    'the first words tell where and when, the next who it was',
    story(
      '02.02.2026',
      'Enige til slutt',
      'Kannene var tomme og det siste flyet gått da de ble enige, i Sandnessjøen tirsdag 20. januar.',
      'Med ni mot tre stemmer gikk SSU inn for en felles plan.',
    ),
    [['ssu', '2026-01-20', { status: 'held', place: 'Sandnessjøen' }]],
  ],
  [
    'a day to come, and the hours of who meets then',
    story(
      '18.11.2026',
      'Snart',
      'Neste onsdag, 25. november, er det vår tur. Partnerskapsmøtet på Honne starter klokka ti og slutter halv fire.',
    ),
    [['partnerskapsmote', '2026-11-25T10:00', { end: '2026-11-25T15:30' }]],
  ],
  [
    'notes of a day, which its date alone leads',
    story(
      '18.06.2026',
      'To dager',
      'Onsdag 10. juni. Seks timer i bil. Lokalt samarbeidsutvalg begynner før jeg får av meg skoene.',
      'Torsdag 11. juni. Hele strategisk samarbeidsutvalg er her nå. De skriver på tavla.',
    ),
    [
      ['lsu', '2026-06-10', HELD],
      ['ssu', '2026-06-11', HELD],
    ],
  ],
  [
    'what a committee does on a day, though a gathering is what it does it for',
    story(
      '19.12.2025',
      'Ny leder',
      'Han er valgt til leder av strategisk samarbeidsutvalg.',
      'Første prøve kommer fort: tirsdag 10. mars skal utvalget vedta program for partnerskapsmøtet.',
    ),
    [['ssu', '2026-03-10']],
  ],
  [
    'an extra meeting of the one committee of the story',
    story(
      '23.06.2026',
      'Reinen',
      'Møtet i strategisk samarbeidsutvalg onsdag 20. mai ble to timer forsinket.',
      'Resten av sakene ble tatt i et ekstra møte på Teams torsdag 18. juni.',
    ),
    [
      ['ssu', '2026-05-20', HELD],
      ['ssu', '2026-06-18', HELD],
    ],
  ],
  [
    'where a case comes up again',
    story(
      '13.10.2026',
      'Listene',
      'Strategisk samarbeidsutvalg så på forslaget 1. oktober og sendte det i retur. Svaret skal opp i Brumunddal 10. desember.',
    ),
    [
      ['ssu', '2026-10-01', HELD],
      ['ssu', '2026-12-10', { status: 'planned', place: 'Brumunddal' }],
    ],
  ],
  [
    'the same people again, some weeks later',
    story(
      '13.05.2026',
      'Hesten',
      'Fagleg samarbeidsutval for rus la heile møtet til ein gard 16. april.',
      'Tre veker seinare, på nett den 7. mai, var same gjengen samde.',
    ),
    [
      ['fsu', '2026-04-16', HELD],
      ['fsu', '2026-05-07', HELD],
    ],
  ],
  [
    'a meeting where an idea was born',
    story('25.11.2026', 'Bilen', 'Ideen ble født på dialogmøtet i Leirfjord torsdag 5. november.'),
    [['dialogmote', '2026-11-05', HELD]],
  ],
  [
    'a ward that opened, and another day of a committee',
    story(
      '10.03.2026',
      'Ny legevakt',
      'Mandag 2. mars åpnet den nye legevakta i Nesvik. Strategisk samarbeidsutvalg vedtok i fjor at den skulle komme.',
    ),
    [],
  ],
  [
    'an act of the council that a committee asked for',
    story('10.03.2026', 'Vedtaket', 'Strategisk samarbeidsutvalg ba om saken. Det skjedde i kommunestyret 2. mars.'),
    [],
  ],
  [
    'the day of an update above what is told of it',
    story(
      '28.05.2026',
      'Lista',
      'Strategisk samarbeidsutval møtest på Teams torsdag 4. juni.',
      'Oppdatering 5. juni: Strategisk samarbeidsutval har no hatt møtet sitt.',
    ),
    [['ssu', '2026-06-04']],
  ],
  [
    'a day to keep, and where it is «då»',
    story('03.02.2026', 'Snart', 'Hald av 22. april! Då er det partnarskapsmøte på Skei.'),
    [['partnerskapsmote', '2026-04-22', { status: 'planned', place: 'Skei' }]],
  ],
  [
    'a meeting held after others were called off',
    story('13.03.2026', 'Endelig', 'Etter to avlysninger ble SSU-møtet gjennomført torsdag 5. mars.'),
    [['ssu', '2026-03-05', HELD]],
  ],
  [
    'what was decided in a committee on a weekday',
    story('13.03.2026', 'Ja', 'Vedtaket kom i SSU tirsdag.'),
    [['ssu', '2026-03-10', HELD]],
  ],
  [
    'what was on the agenda that day',
    story(
      '13.02.2026',
      'I gang',
      'Strategisk samarbeidsutvalg har hatt sitt første møte i år. 4. februar sto tre saker på kartet.',
    ),
    [['ssu', '2026-02-04', HELD]],
  ],
  [
    'a new day for what was called off',
    story('13.03.2026', 'Ny tid', 'Møtet i SSU i mars vart avlyst. No er ny dato sett: 14. april.'),
    [['ssu', '2026-04-14', { status: 'planned' }]],
  ],
  [
    'the meeting of the day that it was published',
    story('13.03.2026', 'Frist', 'På dagens møte i SSU vart det vedteke at alle skal få svar.'),
    [['ssu', '2026-03-13', HELD]],
  ],
  [
    'somebody of a committee, and what was so before the day',
    story(
      '13.03.2026',
      'Flytting',
      'Legevakta flyttet 3. mars. Der sitter nå også sekretariatet for strategisk samarbeidsutvalg.',
      'Lederen begynte 2. februar. Da hadde strategisk samarbeidsutvalg allerede sagt ja.',
      'Ordningen startet 1. mars. Da fikk kommunene ansvaret, og SSU følger med.',
    ),
    [],
  ],
  [
    'a report that a committee asked for',
    story(
      '13.03.2026',
      'Rapporten',
      'Strategisk samarbeidsutvalg ba om en rapport. Den ble lagt ut på nett 3. mars.',
      'Strategisk samarbeidsutvalg vedtok planen. Den skal behandles 12. mai.',
    ),
    [],
  ],
  [
    'a meeting called off whose cases are moved',
    story(
      '20.01.2026',
      'Influensa',
      'Møtet i SSU onsdag 28. januar er difor avlyst, og sakene blir flytta til neste ordinære møte.',
    ),
    [['ssu', '2026-01-28', { status: 'cancelled' }]],
  ],
  [
    'where they were, told before when it was',
    story(
      '17.04.2026',
      'Øving',
      'Tre veker før hadde faglig samarbeidsutvalg øvd på debatten i Nesna samfunnshus. Det skjedde tirsdag 24. mars.',
    ),
    [['fsu', '2026-03-24', { status: 'held', place: 'Nesna' }]],
  ],
  [
    'the first and the other of two meetings',
    story(
      '13.11.2026',
      'Middag',
      'To dialogmøte har helsefellesskapet hatt i haust. Det fyrste, på samfunnshuset på Vigrestad 14. oktober, vart leidd av ein prest. Det andre, på Klepp rådhus 20. oktober, av ein rektor.',
    ),
    [
      ['dialogmote', '2026-10-14', { status: 'held', place: 'Vigrestad' }],
      ['dialogmote', '2026-10-20', { place: 'Klepp rådhus' }],
    ],
  ],
  [
    'what was agreed on at a meeting about what is to be',
    story(
      '13.03.2026',
      'Signert',
      'Det siste hinderet forsvann på møtet i strategisk samarbeidsutval 29. januar, der partane fann ut kven som skal betale.',
    ),
    [['ssu', '2026-01-29', HELD]],
  ],
  [
    'a committee that comes together again, beside when something else starts',
    story(
      '13.11.2026',
      'Igjen',
      'Strategisk samarbeidsutvalg møttes torsdag 5. november. Ordningen starter i uke 2, og 21. januar kommer utvalget sammen igjen.',
    ),
    [
      ['ssu', '2026-11-05', HELD],
      ['ssu', '2027-01-21', { status: 'planned' }],
    ],
  ],
  [
    'when papers are sent and a report is ready',
    story(
      '05.10.2026',
      'Papirer',
      'Strategisk samarbeidsutvalg møtes torsdag 29. oktober. Sakspapira blir sende ut på nytt 19. oktober.',
      'Rapporten er ferdig 1. februar, og resultatene skal fram på partnerskapsmøtet 17. mars 2027.',
    ),
    [
      ['ssu', '2026-10-29', { status: 'planned' }],
      ['partnerskapsmote', '2027-03-17', { status: 'planned' }],
    ],
  ],
  [
    'a day to keep, in a sentence that only says so at its end',
    story(
      '13.11.2026',
      'Neste år',
      'Du som vil vite kva som skjer, kan alt no halde av torsdag 11. mars 2027. Då er partnarskapsmøtet på Baronitunet frå 10.00 til 15.00.',
    ),
    [['partnerskapsmote', '2027-03-11T10:00', { place: 'Baronitunet' }]],
  ],
  [
    'meetings called off after something else that happened to them',
    story(
      '13.03.2026',
      'Avlyst',
      'Møtet i SSU 5. mars 2026 ble rammet av snøstorm og er utsatt.',
      'Partnerskapsmøtet 10. mars 2026 fikk for få påmeldte og er avlyst.',
    ),
    [
      ['ssu', '2026-03-05', { status: 'postponed' }],
      ['partnerskapsmote', '2026-03-10', { status: 'cancelled' }],
    ],
  ],
  [
    'a meeting held after another was put off, and one that decided to put something off',
    story(
      '13.03.2026',
      'Holdt',
      'Etter at møtet i februar ble utsatt, samlet SSU seg 5. mars.',
      'I møtet 12. februar vedtok faglig samarbeidsutvalg å utsette saken.',
    ),
    [
      ['fsu', '2026-02-12', HELD],
      ['ssu', '2026-03-05', HELD],
    ],
  ],
  [
    'what others do, and what happens to what a committee asked for',
    story(
      '13.03.2026',
      'Andre',
      'Direktøren slutter 31. mars. Da mister strategisk samarbeidsutvalg sin nestleder.',
      'SSU-leder Per Lie var lenge savnet. Det skjedde 11. februar.',
      'Strategisk samarbeidsutvalg har bedt om en gjennomgang av brannen. Den skjedde på Lærdal sjukehus 11. februar.',
      'Fagforeningen krever ekstra møte 12. april med direktøren.',
      'Lovforslaget behandles i ledergruppa 14. april kl. 10.',
    ),
    [],
  ],
  [
    'notes of a day that only mention a committee',
    story('13.03.2026', 'Dagbok', '6. mars 2026. Jeg begynte i ny jobb, og en snill kollega forklarte meg hva SSU er.'),
    [],
  ],
  [
    'the first of something else after a list of days',
    story(
      '13.03.2026',
      'Plan',
      'Strategisk samarbeidsutvalg møtes 8. april, 3. juni og 9. september. Den første piloten ble utsatt.',
    ),
    [
      ['ssu', '2026-04-08', { status: 'planned' }],
      ['ssu', '2026-06-03', { status: 'planned' }],
      ['ssu', '2026-09-09', { status: 'planned' }],
    ],
  ],
];
