import { describe, expect, test } from 'vitest';
import type { Mention } from '../../../normalizer/mention.ts';
import { meetingsOf, type PageOptions } from './page-of.ts';

const news = (title: string, date: string, body: string) =>
  `<article><h1>${title}</h1><p class="ingress">Kort om saken.</p><p>Publisert ${date}</p><div>${body}</div></article>`;
const about = (title: string, body: string) =>
  `<h1>${title}</h1><p>Helsefellesskapet samarbeider om tjenestene.</p>${body}`;

/** `body start` of each meeting, the end, place, mode, count and status where the case asks for them. */
type Want = Partial<Omit<Mention, 'place'>> & { body: string; start: string; place?: string; mode?: string };
type Case = [what: string, html: string, wants: Want[], options?: PageOptions];

const RUNNING_TEXT: Case[] = [
  [
    'a past meeting with its day, place and count',
    news(
      'Fullt hus på partnerskapsmøtet',
      '20.03.2024',
      '<p>Partnerskapsmøtet ble holdt torsdag 14. mars 2024 på Hotell Fjordblikk i Florø. Om lag 90 deltakere møtte.</p>',
    ),
    [
      {
        body: 'partnerskapsmote',
        start: '2024-03-14',
        place: 'Hotell Fjordblikk',
        mode: 'physical',
        status: 'held',
        participants: { count: 90, approximate: true },
      },
    ],
  ],
  [
    'the same in Nynorsk',
    news(
      'Fullt hus på partnarskapsmøtet',
      '20.03.2024',
      '<p>Partnarskapsmøtet vart halde torsdag 14. mars på Hotell Fjordblikk i Florø. Kring 90 deltakarar var til stades.</p>',
    ),
    [
      {
        body: 'partnerskapsmote',
        start: '2024-03-14',
        place: 'Hotell Fjordblikk',
        status: 'held',
        participants: { count: 90, approximate: true },
      },
    ],
  ],
  [
    'a day without year, settled by its weekday',
    news(
      'Partnerskapsmøte på skjerm',
      '10.01.2023',
      '<p>Fredag 9. desember var ordførere og direktører samlet digitalt.</p>',
    ),
    [{ body: 'partnerskapsmote', start: '2022-12-09', mode: 'online', status: 'held' }],
  ],
  [
    'a planned meeting with its time of day',
    news(
      'Neste partnarskapsmøte',
      '02.02.2026',
      '<p>Neste partnarskapsmøte er tysdag 12. mai kl. 10.00–15.00 på Førde rådhus.</p>',
    ),
    [
      {
        body: 'partnerskapsmote',
        start: '2026-05-12T10:00',
        end: '2026-05-12T15:00',
        place: 'Førde rådhus',
        status: 'planned',
      },
    ],
  ],
  [
    'several meetings in one sentence',
    about(
      'Partnerskapsmøtet',
      '<p>Det første partnerskapsmøtet ble holdt 3. mai 2021, og det andre fant sted 5.mai 2022. Partnerskapsmøte for 2023 avholdes 4. mai i Stryn.</p>',
    ),
    [
      { body: 'partnerskapsmote', start: '2021-05-03', status: 'held' },
      { body: 'partnerskapsmote', start: '2022-05-05', status: 'held' },
      { body: 'partnerskapsmote', start: '2023-05-04', place: 'Stryn' },
    ],
  ],
  [
    '«i går» beside a body, counted from publishing',
    news('Ny plan', '12.09.2024', '<p>I går, onsdag, møttes strategisk samarbeidsutvalg på Teams.</p>'),
    [{ body: 'ssu', start: '2024-09-11', mode: 'online', status: 'held' }],
  ],
  [
    'a weekday alone beside a body',
    news('Eitt nummer', '13.03.2025', '<p>Områdeutvalet for Nordfjord møttest tysdag i Eid.</p>'),
    [{ body: 'lsu', start: '2025-03-11', area: 'Nordfjord', place: 'Eid', status: 'held' }],
  ],
  [
    'a committee’s decision as a meeting of that day',
    news(
      'Ny avtale',
      '08.12.2023',
      '<p>Strategisk samarbeidsutvalg (SSU) sa ja til avtalen i møtet 30.11.23, i sak 54/23.</p>',
    ),
    [{ body: 'ssu', start: '2023-11-30', status: 'held' }],
  ],
  [
    'a meeting whose body is named in the next sentence',
    about(
      'Nytt fra samarbeidet',
      '<p>Torsdag 19. august 2021, kl 13:00-16:00, var ledere samlet på Kulturhuset i Førde. Det var det første partnerskapsmøtet.</p>',
    ),
    [{ body: 'partnerskapsmote', start: '2021-08-19T13:00', end: '2021-08-19T16:00', place: 'Kulturhuset' }],
  ],
  [
    'two bodies on one day, the second without a date of its own',
    news(
      'To møter',
      '30.11.2023',
      '<p>Torsdag 23. november 2023 begynte dialogmøtet kl. 09.00 på Quality Hotel Fjæra. Rundt 100 deltakere diskuterte.</p><p>Partnerskapsmøtet fulgte samme sted kl. 12.30-15.30.</p>',
    ),
    [
      { body: 'dialogmote', start: '2023-11-23T09:00', participants: { count: 100, approximate: true } },
      { body: 'partnerskapsmote', start: '2023-11-23T12:30', end: '2023-11-23T15:30', place: 'Quality Hotel Fjæra' },
    ],
  ],
  [
    'a conference of two days',
    news(
      'Invitasjon',
      '02.04.2024',
      '<p>Helsefellesskapet inviterer til samhandlingskonferanse på Sogndal 12. – 13. juni 2024.</p>',
    ),
    [{ body: 'konferanse', start: '2024-06-12', end: '2024-06-13', place: 'Sogndal', status: 'planned' }],
  ],
  [
    'a committee with its field',
    about('Faglege utval', '<p>FSU for barn og unge hadde møte 20.september 2023 på Nordfjordeid sjukehus.</p>'),
    [{ body: 'fsu', start: '2023-09-20', area: 'barn og unge', status: 'held' }],
  ],
  [
    'a misspelt body',
    about('Samarbeidet', '<p>Partnerksapsmøtet ble holdt 3. mai 2023.</p>'),
    [{ body: 'partnerskapsmote', start: '2023-05-03' }],
  ],
];

const LISTS: Case[] = [
  [
    'bare days below the year’s heading on a committee’s page',
    about(
      'Strategisk samarbeidsutvalg',
      '<h2>Møteplan 2025</h2><p>14. mars, 6. juni, 24. oktober</p><h2>2024</h2><ul><li>8. februar, Teams</li><li>17. april, Stryn</li></ul>',
    ),
    [
      { body: 'ssu', start: '2024-02-08', mode: 'online' },
      { body: 'ssu', start: '2024-04-17', place: 'Stryn' },
      { body: 'ssu', start: '2025-03-14' },
      { body: 'ssu', start: '2025-06-06' },
      { body: 'ssu', start: '2025-10-24' },
    ],
  ],
  [
    'an accordion by year',
    about(
      'Strategisk samarbeidsutval (SSU)',
      '<details><summary>Møte i 2024</summary><ul><li>9. februar</li><li>1. juni: <a href="/filer/referat-ssu-010624.pdf">referat</a></li></ul></details>',
    ),
    [
      { body: 'ssu', start: '2024-02-09' },
      { body: 'ssu', start: '2024-06-01', status: 'held' },
    ],
  ],
  [
    'areas and years as headings',
    about(
      'Områdeutval',
      '<h2>Sunnfjord</h2><h3>2020</h3><ul><li>24. september</li><li>12. mars, avlyst</li></ul><h2>Nordfjord</h2><h3>2020</h3><ul><li>24. september</li></ul>',
    ),
    [
      { body: 'lsu', start: '2020-03-12', area: 'Sunnfjord', status: 'cancelled' },
      { body: 'lsu', start: '2020-09-24', area: 'Sunnfjord' },
      { body: 'lsu', start: '2020-09-24', area: 'Nordfjord' },
    ],
  ],
  [
    'headings of minutes with links below',
    about(
      'Helsefellesskapet',
      '<h2>Partnerskapsmøte</h2><h3>Protokoll 13.12.2021</h3><a href="/filer/a.pdf">Første ordinære møte (PDF)</a><h3>PROTOKOLOL 27.08.2021</h3><a href="/filer/b.pdf">Konstituerende møte (PDF)</a><h2>Strategisk samarbeidsutvalg</h2><h3>Protokoll 10.06.2022</h3><a href="/filer/c.pdf">Protokoll (PDF)</a>',
    ),
    [
      { body: 'partnerskapsmote', start: '2021-08-27', status: 'held' },
      { body: 'partnerskapsmote', start: '2021-12-13', status: 'held' },
      { body: 'ssu', start: '2022-06-10', status: 'held' },
    ],
  ],
  [
    'a month that gives its day’s year',
    about(
      'Strategisk samarbeidsutval',
      '<p>Kommande møte: 22. september 2021</p><h2>Referat frå møte</h2><p>September 2021: <a href="/filer/referat-15.09.pdf">Referat 15.09 (pdf)</a><br>Juni 2021: <a href="/filer/referat-02.06.pdf">Referat 02.06 (pdf)</a></p>',
    ),
    [
      { body: 'ssu', start: '2021-06-02', status: 'held' },
      { body: 'ssu', start: '2021-09-15', status: 'held' },
      { body: 'ssu', start: '2021-09-22', status: 'planned' },
    ],
  ],
  [
    'a flat list of files, dates in names',
    about(
      'Strategisk samarbeidsutvalg',
      '<ul><li><a href="/filer/20250314_SSU-innkalling_og_protokoll.pdf">Innkalling og protokoll</a></li><li><a href="/filer/saksliste-ssu-18-oktober-2024.docx">Saksliste</a></li><li><a href="/filer/Innkalling-SSU-2025-02-07.pdf">Innkalling SSU 2025-02-07.pdf</a></li></ul>',
    ),
    [
      { body: 'ssu', start: '2024-10-18' },
      { body: 'ssu', start: '2025-02-07' },
      { body: 'ssu', start: '2025-03-14', status: 'held' },
    ],
  ],
  [
    'several committees in one list',
    about(
      'Lokale samarbeidsutvalg',
      '<ul><li><a href="/a.pdf">Referat LSU Sunnfjord 7. mai 2024</a></li><li>LSU Nordfjord: møtet 14. februar 2024, referat kommer</li></ul>',
    ),
    [
      { body: 'lsu', start: '2024-02-14', area: 'Nordfjord' },
      { body: 'lsu', start: '2024-05-07', area: 'Sunnfjord', status: 'held' },
    ],
  ],
  [
    'short days below a year, and what holds for all of them',
    about(
      'FSU Barn og unge',
      '<h2>Møteplan 2024</h2><p>24.01., 20.03. og 29.05.</p><p>Alle møtene er på Teams, kl. 09.00-11.00.</p>',
    ),
    [
      { body: 'fsu', start: '2024-01-24T09:00', mode: 'online' },
      { body: 'fsu', start: '2024-03-20T09:00', mode: 'online' },
      { body: 'fsu', start: '2024-05-29T09:00', mode: 'online' },
    ],
  ],
];

const TABLES: Case[] = [
  [
    'a calendar with bodies as columns and empty cells',
    about(
      'Helsefellesskapet',
      '<h2>Møteplan 2025</h2><table><thead><tr><th>Arrangør</th><th>FSU</th><th>SSU</th><th>Partnarskapsmøte</th></tr></thead><tbody><tr><td>Kinn kommune</td><td>22. januar</td><td></td><td>14. mai</td></tr><tr><td>Digitalt (Teams)</td><td></td><td>9. april</td><td></td></tr></tbody></table>',
    ),
    [
      { body: 'fsu', start: '2025-01-22' },
      { body: 'ssu', start: '2025-04-09', mode: 'online' },
      { body: 'partnerskapsmote', start: '2025-05-14' },
    ],
  ],
  [
    'a row a meeting, with place, time and status',
    about(
      'Møter',
      '<table><tr><th>Dato</th><th>Møte</th><th>Sted</th><th>Tid</th><th>Merknad</th></tr><tr><td>12.02.2025</td><td>SSU</td><td>Førde rådhus</td><td>10.00-12.00</td><td></td></tr><tr><td>14.05.2025</td><td>Partnerskapsmøte</td><td>Teams</td><td></td><td>Avlyst</td></tr><tr><td>20.05.2025</td><td>Styremøte</td><td>Førde</td><td></td><td></td></tr></table>',
    ),
    [
      { body: 'ssu', start: '2025-02-12T10:00', end: '2025-02-12T12:00', place: 'Førde rådhus' },
      { body: 'partnerskapsmote', start: '2025-05-14', mode: 'online', status: 'cancelled' },
    ],
  ],
  [
    'bodies as rows',
    about(
      'Møteplan 2026',
      '<table><tr><th>Utvalg</th><th>Vår</th><th>Høst</th></tr><tr><th>SSU</th><td>5. mars</td><td>10. september</td></tr><tr><th>Partnerskapsmøte</th><td></td><td>12. november</td></tr></table>',
    ),
    [
      { body: 'ssu', start: '2026-03-05' },
      { body: 'ssu', start: '2026-09-10' },
      { body: 'partnerskapsmote', start: '2026-11-12' },
    ],
  ],
  [
    'a deadline column left out',
    about(
      'Strategisk samarbeidsutvalg',
      '<h2>2025</h2><table><tr><th>Møtedato</th><th>Frist for saker</th></tr><tr><td>12. februar</td><td>22. januar</td></tr></table>',
    ),
    [{ body: 'ssu', start: '2025-02-12' }],
  ],
];

const EVENTS: Case[] = [
  [
    'facts in a definition list',
    '<h1>Dialogmøte om legemidler</h1><p>Helsefellesskapet inviterer ledere i tjenestene til samtale om hvordan vi kan bli bedre.</p><p>Møtet bygger på tre historier fra hverdagen.</p><h2>Om møtet</h2><dl><dt>Når</dt><dd>22. okt. 2025, 09:00 - 11:30</dd><dt>Hvor</dt><dd>Eid rådhus</dd><dt>Frist for påmelding</dt><dd>8. okt. 2025</dd></dl>',
    [{ body: 'dialogmote', start: '2025-10-22T09:00', end: '2025-10-22T11:30', place: 'Eid rådhus' }],
  ],
  [
    'facts as lines of a list',
    news(
      'Hald av dagen for partnarskapsmøtet',
      '16.10.2025',
      '<ul><li>Når: fredag 13. mars 2026, kl. 09.30-15.00</li><li>Kvar: Hotell Fjordblikk, Florø</li><li>Frist for påmelding: 28. jan. 2026</li></ul>',
    ),
    [
      {
        body: 'partnerskapsmote',
        start: '2026-03-13T09:30',
        end: '2026-03-13T15:00',
        place: 'Hotell Fjordblikk',
        status: 'planned',
      },
    ],
  ],
  [
    'numbered sessions, each with its own town',
    '<h1>Samhandlingskonferanse to ganger</h1><ol><li>06. nov. 2025, 10:00 - 14:00</li><li>13. nov. 2025, 10:00 - 14:00</li></ol><p>Helsefellesskapet holder den samme konferansen to ganger. Den første er i Florø 6. november, den andre i Stryn 13. november.</p><p>Frist for påmelding er 25. oktober.</p>',
    [
      { body: 'konferanse', start: '2025-11-06T10:00', place: 'Florø' },
      { body: 'konferanse', start: '2025-11-13T10:00', place: 'Stryn' },
    ],
  ],
  [
    'event data with a status and a moment in UTC',
    '<html><head><title>Møte</title><script type="application/ld+json">{"@type":"Event","name":"Partnerskapsmøte 2025","startDate":"2025-06-12T08:00:00Z","endDate":"2025-06-12T12:00:00Z","eventStatus":"https://schema.org/EventCancelled","eventAttendanceMode":"https://schema.org/OfflineEventAttendanceMode","location":{"@type":"Place","name":"Førdehuset"}}</script></head><body><main><h1>Møte</h1><p>Helsefellesskapet samles til et årlig toppmøte for kommuner og sykehus, der målene for neste år legges.</p></main></body></html>',
    [
      {
        body: 'partnerskapsmote',
        start: '2025-06-12T10:00',
        end: '2025-06-12T14:00',
        place: 'Førdehuset',
        mode: 'physical',
        status: 'cancelled',
      },
    ],
  ],
];

const STATUS: Case[] = [
  [
    'cancelled in the title',
    news(
      'AVLYST – partnerskapsmøtet 14. november',
      '11.11.2024',
      '<p>Møtet i helsefellesskapet var planlagt torsdag 14. november kl. 12.30 på Quality Hotel Fjæra.</p>',
    ),
    [{ body: 'partnerskapsmote', start: '2024-11-14T12:30', place: 'Quality Hotel Fjæra', status: 'cancelled' }],
  ],
  [
    'postponed without a new day',
    about(
      'Utvalgene',
      '<h2>Fellesmøte</h2><p>Siste fellesmøte var 5. november 2024 kl. 12.30 på rådhuset i Førde. Fellesmøtet 3. juni 2025 utsettes inntil videre.</p>',
    ),
    [
      { body: 'fellesmote', start: '2024-11-05T12:30', status: 'held' },
      { body: 'fellesmote', start: '2025-06-03', status: 'postponed' },
    ],
  ],
  [
    'postponed, and a new meeting called for in another sentence: two meetings',
    news(
      'Partnerskapsmøtet i juni utsettes',
      '02.06.2025',
      '<p>Partnerskapsmøtet torsdag 12. juni utsettes. Det nye møtet er satt til torsdag 25. september kl. 12.30, og holdes på Teams.</p>',
    ),
    [
      { body: 'partnerskapsmote', start: '2025-06-12', status: 'postponed' },
      { body: 'partnerskapsmote', start: '2025-09-25T12:30', mode: 'online', status: 'planned' },
    ],
  ],
  [
    'moved from one day to another in one sentence: one meeting',
    news('Ny dato', '02.06.2025', '<p>Partnerskapsmøtet 12. juni 2025 er flyttet til 25. september 2025 kl. 10.</p>'),
    [{ body: 'partnerskapsmote', start: '2025-09-25T10:00', movedFrom: '2025-06-12', status: 'planned' }],
  ],
  [
    'moved «frå … til …» in Nynorsk',
    news('Ny dato', '02.06.2025', '<p>Dialogmøtet vert flytta frå 12. juni til 25. september.</p>'),
    [{ body: 'dialogmote', start: '2025-09-25', movedFrom: '2025-06-12', status: 'planned' }],
  ],
  [
    'what lies ahead of the page’s own date is planned, whatever the tense',
    news('Møteplan', '10.01.2025', '<p>SSU vedtok møtedato 4. mars 2025.</p>'),
    [{ body: 'ssu', start: '2025-03-04', status: 'planned' }],
  ],
];

const OTHER_WORDINGS: Case[] = [
  [
    'a gathering whose body stands in the sentence before',
    news(
      'Vellykka samling',
      '14.05.2025',
      '<p>Førre veke var det duka for årets partnarskapsmøte. Onsdag 7. mai samla leiarar frå ti kommunar seg på Scandic Sunnfjord.</p>',
    ),
    [{ body: 'partnerskapsmote', start: '2025-05-07', place: 'Scandic Sunnfjord', status: 'held' }],
  ],
  [
    'a table without header cells, two days in one cell',
    about(
      'Møteplan',
      '<h2>Møteplan 2025</h2><table><tr><td><strong>Møte</strong></td><td><strong>Dato</strong></td></tr><tr><td>Strategisk samarbeidsutvalg</td><td>12.02. kl. 10–12<br>21.05. kl. 12–14</td></tr><tr><td>Partnerskapsmøte</td><td>24. april</td></tr></table>',
    ),
    [
      { body: 'ssu', start: '2025-02-12T10:00' },
      { body: 'ssu', start: '2025-05-21T12:00' },
      { body: 'partnerskapsmote', start: '2025-04-24' },
    ],
  ],
  [
    'a line a body',
    about(
      'Møtedatoar',
      '<p>SSU: 4. mars, 10. juni og 9. september 2025</p><p>Partnarskapsmøte: 13. mai 2025</p><p>FSU barn og unge: 5. februar 2025</p>',
    ),
    [
      { body: 'fsu', start: '2025-02-05', area: 'barn og unge' },
      { body: 'ssu', start: '2025-03-04' },
      { body: 'partnerskapsmote', start: '2025-05-13' },
      { body: 'ssu', start: '2025-06-10' },
      { body: 'ssu', start: '2025-09-09' },
    ],
  ],
  [
    'put off to a season',
    news('Utsatt', '02.02.2025', '<p>Årets dialogmøte 13. februar er utsatt til høsten.</p>'),
    [{ body: 'dialogmote', start: '2025-02-13', status: 'postponed' }],
  ],
  [
    'called off, and the next one named',
    news(
      'Møte i SSU avlyses',
      '02.02.2025',
      '<p>Møtet i strategisk samarbeidsutvalg 13. februar avlyses på grunn av få saker. Neste møte er 10. april.</p>',
    ),
    [
      { body: 'ssu', start: '2025-02-13', status: 'cancelled' },
      { body: 'ssu', start: '2025-04-10', status: 'planned' },
    ],
  ],
  [
    'minutes printed as a page',
    '<h1>Referat fra møte i strategisk samarbeidsutvalg 12. mars 2024</h1><p>Tid: kl. 09.00–11.30</p><p>Sted: Førde rådhus, møterom Sunnfjord</p><p>Til stede: seks kommunedirektører</p><h2>Sak 1/24 Mandat</h2><p>Utvalget godkjente mandatet og ba om en ny plan.</p><p>Neste møte: 11. juni 2024</p>',
    [
      { body: 'ssu', start: '2024-03-12T09:00', end: '2024-03-12T11:30', place: 'Førde rådhus', status: 'held' },
      { body: 'ssu', start: '2024-06-11', status: 'planned' },
    ],
  ],
  [
    'a day in a heading, the rest below it',
    about(
      'Partnerskapsmøte',
      '<h2>Partnerskapsmøte 2023 – 24. mai</h2><p>Møtet ble holdt på Hotel Alexandra i Loen, med 85 deltakere.</p><ul><li><a href="/f/protokoll.pdf">Protokoll</a></li></ul><h2>Partnerskapsmøte 2022</h2><p>Dato: 11. mai 2022. Sted: Teams</p>',
    ),
    [
      { body: 'partnerskapsmote', start: '2022-05-11', mode: 'online' },
      {
        body: 'partnerskapsmote',
        start: '2023-05-24',
        place: 'Hotel Alexandra',
        status: 'held',
        participants: { count: 85, approximate: false },
      },
    ],
  ],
  [
    'several committees with fields in one sentence',
    news(
      'Møte',
      '20.02.2025',
      '<p>I mars møtest dei faglege utvala: FSU for barn og unge 4. mars, FSU for skrøpelege eldre 11. mars og FSU for rus og psykisk helse 18. mars.</p>',
    ),
    [
      { body: 'fsu', start: '2025-03-04', area: 'barn og unge' },
      { body: 'fsu', start: '2025-03-11', area: 'skrøpelege eldre' },
      { body: 'fsu', start: '2025-03-18', area: 'rus og psykisk helse' },
    ],
  ],
  [
    'a board’s day in the same sentence left out',
    news(
      'Plan',
      '20.02.2025',
      '<p>Utkastet skal behandles i SSU 10. april og i styret 24. april. Endelig vedtak gjøres i partnerskapsmøtet 8. mai.</p>',
    ),
    [
      { body: 'ssu', start: '2025-04-10' },
      { body: 'partnerskapsmote', start: '2025-05-08' },
    ],
  ],
  [
    'days below half-years',
    about(
      'Strategisk samarbeidsutvalg',
      '<h2>Møtekalender</h2><h3>Våren 2025</h3><p>15. januar<br>12. mars</p><h3>Høsten 2025</h3><p>10. september</p>',
    ),
    [
      { body: 'ssu', start: '2025-01-15' },
      { body: 'ssu', start: '2025-03-12' },
      { body: 'ssu', start: '2025-09-10' },
    ],
  ],
  [
    'a table of papers',
    about(
      'Referater SSU',
      '<table><tr><th>Dato</th><th>Innkalling</th><th>Referat</th></tr><tr><td>12.02.2025</td><td><a href="/i.pdf">Innkalling</a></td><td><a href="/r.pdf">Referat</a></td></tr><tr><td>09.04.2025</td><td><a href="/i2.pdf">Innkalling</a></td><td></td></tr></table>',
    ),
    [
      { body: 'ssu', start: '2025-02-12', status: 'held' },
      { body: 'ssu', start: '2025-04-09' },
    ],
  ],
];

const NONE: [what: string, html: string, options?: PageOptions][] = [
  [
    'a board meeting',
    news('Styremøte 24. oktober', '17.10.2024', '<p>Styret i sykehuset har møte torsdag 24. oktober 2024.</p>'),
  ],
  [
    'a user committee',
    news(
      'Møte i brukerutvalget',
      '17.10.2024',
      '<p>Brukerutvalget møtes 24. oktober 2024. Partnerskapsmøtet er nevnt på sakslisten.</p>',
    ),
  ],
  [
    'a party’s LSU',
    news('LSU inviterer', '28.02.2024', '<p>Ungdomspartiets landsstyreutvalg (LSU) kommer torsdag 14. mars 2024.</p>'),
  ],
  [
    'a deadline',
    news(
      'Partnerskapsmøte',
      '01.03.2024',
      '<p>Påmelding til partnerskapsmøtet innen 10.april.</p><p>Frist for innmelding av saker til SSU er 3. mai 2024.</p>',
    ),
  ],
  ['a consultation', news('Ny plan', '01.03.2024', '<p>SSU har sendt planen på høring med frist 21.mars.</p>')],
  [
    'the national agreement',
    about('Partnerskapsmøtet', '<p>Bakgrunnen er avtalen som regjeringen og KS inngikk 23. oktober 2019.</p>'),
  ],
  ['the founding', about('Strategisk samarbeidsutvalg', '<p>Helsefellesskapet ble etablert 23. november 2020.</p>')],
  [
    'a signature after the meeting',
    about('Ny avtale', '<p>Avtalen ble signert 16.06.23 av partene i helsefellesskapet.</p>'),
  ],
  [
    'another community’s meeting',
    about('Nytt fra landet', '<p>Helsefellesskapet Østfold holdt partnerskapsmøte 3. mai 2024.</p>'),
  ],
  ['a validity', about('Strategisk samarbeidsutvalg', '<p>Mandatet for SSU gjelder fra 1. januar 2024.</p>')],
  ['a citation', about('Partnerskapsmøtet', '<p>Kilde: regjeringen.no, lest 12. mars 2023.</p>')],
  [
    'recurrence',
    about(
      'Strategisk samarbeidsutvalg',
      '<p>Utvalget møtes fire ganger årlig, onsdager i oddetallsuker, kl. 08.30.</p>',
    ),
  ],
  [
    '«i dag» meaning nowadays',
    news('Partnerskapsmøtet', '13.03.2025', '<p>Partnerskapsmøtet er i dag det øverste nivået.</p>'),
  ],
  [
    'a body that only places another day',
    about('Nytt', '<p>Dagen etter partnerskapsmøtet, 4. mai 2023, åpnet det nye bygget.</p>'),
  ],
  [
    'a mandate',
    about(
      'Strategisk samarbeidsutvalg',
      '<h2>Mandat</h2><p>Mandatet ble vedtatt 3. mai 2023.</p><ul><li>Leder, valgt 1. januar 2024</li></ul>',
    ),
  ],
  ['a year alone', about('Nytt', '<p>I partnerskapsmøtet 2023 fikk utvalget et oppdrag.</p>')],
  [
    'a date in a teaser',
    `${about('Nytt', '<p>Her er det ingenting om møter å lese i dag.</p>')}<aside><h2>Les også</h2><ul><li><a href="/x/">Styremøte 3. mai 2024</a></li></ul></aside>`,
  ],
];

async function check(html: string, wants: Want[], options: PageOptions | undefined): Promise<void> {
  const got = await meetingsOf(html, options);
  expect(got.map(({ body, start }) => `${body} ${start}`).sort()).toEqual(
    wants.map(({ body, start }) => `${body} ${start}`).sort(),
  );
  for (const { place, mode, ...fields } of wants) {
    const mention = got.find(
      (each) => each.body === fields.body && each.start === fields.start && (!fields.area || each.area === fields.area),
    );
    expect(mention).toMatchObject(fields);
    if (place) expect(mention?.place?.text).toContain(place);
    if (mode) expect(mention?.place?.mode).toBe(mode);
  }
}

describe.each([
  ['running text', RUNNING_TEXT],
  ['lists and headings', LISTS],
  ['tables', TABLES],
  ['events', EVENTS],
  ['what became of them', STATUS],
  ['other wordings', OTHER_WORDINGS],
])('meetings are read from %s', (_, cases) => {
  test.each(cases)('%s', (_what, html, wants, options) => check(html, wants, options));
});

describe('no meeting is read from', () => {
  test.each(NONE)('%s', async (_what, html, options) => {
    expect(await meetingsOf(html, options)).toEqual([]);
  });
});

test('an acronym that the community does not list is believed only where a helsefellesskap is spoken of', async () => {
  const { fjordane } = await import('./page-of.ts');
  const community = { ...fjordane, committees: fjordane.committees.filter(({ body }) => body !== 'lsu') };
  const text = '<h1>Nytt</h1><p>LSU møttes 3. mai 2024 for å snakke om klima, og alle var velkomne til debatt.</p>';
  expect(await meetingsOf(text, { community, scope: 'topical' })).toEqual([]);
  expect(
    await meetingsOf(`${text}<p>Utvalget er en del av helsefellesskapet.</p>`, { community, scope: 'topical' }),
  ).toHaveLength(1);
});

test('numbers of municipalities and members are no participants', async () => {
  const [meeting] = await meetingsOf(
    news(
      'Partnerskapsmøte',
      '20.03.2024',
      '<p>Partnerskapsmøtet ble holdt 14. mars 2024. Alle de 22 kommunene var invitert, og utvalget har 16 medlemmer.</p>',
    ),
  );
  expect(meeting?.participants).toBeUndefined();
});

test('every meeting keeps the words it was read from, at most 300 characters of them', async () => {
  const long = 'Det ble snakket lenge om pasientene og om tjenestene '.repeat(10);
  const [meeting] = await meetingsOf(
    news('Nytt', '20.03.2024', `<p>${long} og partnerskapsmøtet ble holdt 14. mars 2024 ${long}.</p>`),
  );
  expect(meeting?.quote.length).toBeLessThanOrEqual(300);
  expect(meeting?.quote).toContain('14. mars 2024');
});
