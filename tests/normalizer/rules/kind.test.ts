import { describe, expect, test } from 'vitest';
import { capturedDocuments } from '../../../normalizer/captured-documents.ts';
import attachments from '../../../normalizer/rules/attachments.ts';
import kind from '../../../normalizer/rules/kind.ts';
import type { KnownPage } from '../../../scraper/index.ts';
import { aPage, knownOf } from '../a-page.ts';

type Around = Parameters<typeof aPage>[1];

async function kindOf(main: string, around: Around = {}): Promise<string | undefined> {
  const page = await aPage(main, around);
  return kind.read(page, knownOf(page))?.value;
}

const at = (path: string): Around => ({ url: `https://eksempel.example.no${path}` });
const TEXT = '<p>Utvalet møttest og drøfta korleis arbeidet skal gå vidare, og alle var einige.</p>';

describe('kinds of pages', () => {
  test.each([
    ['Legevakta får ny vakttelefon', at('/aktuelt/vakttelefon/'), 'news'],
    ['Legevakta får ny vakttelefon', at('/nyheiter-2024/vakttelefon.123.aspx'), 'news'],
    ['Legevakta får ny vakttelefon', at('/2024/03/vakttelefon/'), 'news'],
    ['Dialogmøte om legevakt', at('/arrangementer/dialogmote-om-legevakt'), 'meeting'],
    ['Samarbeidsavtaler', at('/samhandling/samarbeidsavtaler'), 'agreement'],
    ['Retningsline for utskriving', at('/samhandling/utskriving'), 'agreement'],
    ['Handlingsplan 2024–2027', at('/samhandling/2027'), 'plan'],
    ['Årsmelding 2023', at('/samhandling/2023'), 'report'],
    ['Møteprotokollar', at('/samhandling/motebok'), 'minutes'],
    ['Om oss', at('/om-oss'), 'about'],
    ['Kven er med i helsefellesskapet?', at('/samhandling/medlemer'), 'about'],
    ['Strategisk samarbeidsutval', at('/samhandling/ssu'), 'about'],
    ['Avtaleverket kort fortalt', at('/samhandling/kort'), 'agreement'],
    ['Hvem vi er og hvem vi møter', at('/samhandling/vi'), 'about'],
    ['Samarbeid om helse', { url: 'https://eksempel.example.no/' }, 'about'],
    ['Parkeringa er stengd', at('/lister/Kunngjøringer/vis.aspx?nr=4'), 'news'],
    ['Telefonliste', at('/samhandling/liste'), 'page'],
    ['Utvalget i desember', at('/mote/utvalget-desember'), 'meeting'],
    ['Fjordland health community', at('/samhandling/fjordland'), 'about'],
    ['Health cooperation in the fjords', at('/english'), 'about'],
  ])('“%s” is read right', async (title, around, expected) => {
    expect(await kindOf(`<h1>${title}</h1>${TEXT}`, around)).toBe(expected);
  });

  test('a gathering’s name is its page when the page says how to take part or what happens when', async () => {
    const around = at('/samhandling/dagene');
    const signUp = '<p>Påmeldinga opnar i januar. Det er gratis for brukarane.</p>';
    const programme = ['09.00 Kaffi', '09.30 Opning', '11.45 Lunsj'].map((line) => `<p>${line}</p>`).join('');
    for (const title of ['Samhandlingsdagene 2027', 'Fagdag om demens', 'Partnarskapsmøtet 2026'])
      for (const more of [signUp, programme])
        expect(await kindOf(`<h1>${title}</h1>${TEXT}${more}`, around)).toBe('meeting');
    expect(await kindOf(`<h1>Partnarskapsmøtet</h1>${TEXT}`, around)).toBe('about');
    expect(await kindOf(`<h1>Slik blir partnarskapsmøtet i framtida, meiner dei to nye</h1>${signUp}`, around)).toBe(
      'page',
    );
  });

  test('what structured data say comes first', async () => {
    const head = (type: string) => `<script type="application/ld+json">{"@type":"${type}","name":"x"}</script>`;
    expect(await kindOf(`<h1>Om oss</h1>${TEXT}`, { head: head('Event') })).toBe('meeting');
    expect(await kindOf(`<h1>Om oss</h1>${TEXT}`, { head: head('NewsArticle') })).toBe('news');
  });

  test('a dated page is news, even when its title speaks of an agreement', async () => {
    expect(await kindOf(`<h1>Ny samarbeidsavtale er signert</h1><p>Publisert 12.03.2024</p>${TEXT}`)).toBe('news');
  });

  test.each([
    ['Samarbeidsavtalen er signert', 'news'],
    ['Handlingsplan vedtatt', 'news'],
    ['Årsmelding 2023', 'report'],
  ])('the dated page “%s” is %s', async (title, expected) => {
    expect(await kindOf(`<h1>${title}</h1><p>Publisert 12.03.2024</p>${TEXT}`)).toBe(expected);
  });

  test.each([
    'Plan for bedre rehabilitering',
    'Strategi i støpeskjeen',
    'Rapport: flere må dele på jobben',
    'Avtale om utskrivningsklare i havn',
    'Innkalling til samarbeid',
  ])('the dated headline “%s” is news, though it begins with a paper’s name', async (title) => {
    expect(await kindOf(`<h1>${title}</h1><p>Publisert 12.03.2025</p>${TEXT}`)).toBe('news');
  });

  test.each([
    ['Innkalling til møte i områdeutvalget', 'minutes'],
    ['Saksliste SSU 4. mai', 'minutes'],
    ['Strategi 2025–2029', 'plan'],
  ])('the dated paper “%s” is %s', async (title, expected) => {
    expect(await kindOf(`<h1>${title}</h1><p>Publisert 12.03.2025</p>${TEXT}`)).toBe(expected);
  });

  test('a dated page with little more than the document itself is the document', async () => {
    const main =
      '<h1>Rapport om rehabilitering</h1><p>Publisert 12.03.2025</p><p>Utvalet har sett på tilbodet i regionen og gjev seks råd.</p><ul><li><a href="/f/rapport.pdf">Rapport (PDF)</a></li></ul><p>Rapporten er laga saman med brukarane og skal drøftast i alle kommunane før sommaren.</p>';
    expect(await kindOf(main)).toBe('report');
  });

  test('lines with a label and a colon make an event’s page', async () => {
    const main = '<h1>Partnerskapsmøte 12. mars 2025</h1><p>Tid: 12. mars 2025 kl. 09–15</p><p>Sted: Kulturhuset</p>';
    expect(await kindOf(main)).toBe('meeting');
  });

  test('an agenda that says when and where is the agenda, an invitation without a meeting’s name is the event', async () => {
    const facts = '<p>Tid: kl. 9–12</p><p>Stad: Kommunehuset</p>';
    expect(await kindOf(`<h1>Saksliste til møtet i områdeutvalet 3. mai</h1>${facts}${TEXT}`)).toBe('minutes');
    expect(await kindOf(`<h1>Partnarskapsmøte 3. mai</h1>${facts}${TEXT}`)).toBe('meeting');
  });

  test('a table of days is a list of papers though few have one, whichever way its days are written', async () => {
    for (const days of [
      ['4/3', '6/5', '9/9'],
      ['2026-03-04', '2026-05-06', '2026-09-09'],
    ]) {
      const rows = days.map((day) => `<tr><td>${day}</td><td>SSU</td><td></td></tr>`).join('');
      const table = `<table><tr><th>Dag</th><th>Utval</th><th>Papir</th></tr>${rows}<tr><td>1/12</td><td>SSU</td><td><a href="/p.pdf">Protokoll</a></td></tr></table>`;
      expect(await kindOf(`<h1>Møta våre</h1>${table}`)).toBe('minutes');
    }
  });

  test('a list of documents most of which are agreements is an overview of agreements', async () => {
    const file = (name: string) => `<li><a href="/f/${name.length}.pdf">${name}</a></li>`;
    const list = `<ul>${['Delavtale om utskriving', 'Avtale om fødselsomsorg', 'Kart'].map(file).join('')}</ul>`;
    expect(await kindOf(`<h1>Alt på eitt ark</h1>${list}`)).toBe('agreement');
    expect(await kindOf(`<h1>Alt på eitt ark</h1><ul>${file('Kart')}${file('Delavtale om utskriving')}</ul>`)).toBe(
      'page',
    );
  });

  test('labels in boxes of their own make one as well', async () => {
    const box = (label: string, value: string) => `<div><div>${label}</div><div>${value}</div></div>`;
    const facts = box('Dato', 'onsdag 17. mars 2027') + box('Klokkeslett', '10.00 - 14.00') + box('Sted', 'Rådhuset');
    expect(await kindOf(`<h1>Partnerskapsmøtet</h1><div>${facts}</div>${TEXT}`)).toBe('meeting');
  });

  test('a page that is called by the community’s name is about it', async () => {
    expect(await kindOf(`<h1>Fjordland helsefellesskap</h1>${TEXT}`, at('/samhandling/side'))).toBe('about');
    expect(await kindOf(`<h1>Helsefellesskapet Vest-Viken</h1>${TEXT}`, at('/samhandling/side'))).toBe('about');
    expect(await kindOf(`<h1>Fjordland Health Community</h1>${TEXT}`, at('/eng/side'))).toBe('about');
    expect(await kindOf(`<h1>Dearvvašvuođasearvevuohta Fjordlánddas</h1>${TEXT}`, at('/sami/side'))).toBe('about');
  });

  test('labels for when and where make an event’s page; a table of many meetings does not', async () => {
    const event = '<h1>Fagdag</h1><dl><dt>Når</dt><dd>4. mai 2026</dd><dt>Hvor</dt><dd>Rådhuset</dd></dl>';
    expect(await kindOf(event)).toBe('meeting');
    const table = '<table><tr><th>Tid</th><th>Stad</th></tr><tr><td>4. mai</td><td>Rådhuset</td></tr></table>';
    expect(await kindOf(`<h1>Områdeutval</h1><p>Utvalet møtest.</p>${table}`)).toBe('about');
  });

  test('where a source has no news, a date does not make a page news', async () => {
    const main = `<h1>Strategisk samarbeidsutval</h1><p>Publisert 12.03.2024</p>${TEXT}`;
    expect(await kindOf(main, { publishes: ['about', 'minutes'] })).toBe('about');
  });

  test('an address that only begins alike is no news folder', async () => {
    expect(await kindOf(`<h1>Telefonliste</h1>${TEXT}`, at('/nyttig-informasjon/liste'))).toBe('page');
  });

  test('a page that lists papers is minutes, one with much text and one paper is not', async () => {
    const papers = [1, 2, 3].map((n) => `<li><a href="/f/m${n}.pdf">Referat ${n}. mars 2024</a></li>`).join('');
    expect(await kindOf(`<h1>Fagleg utval</h1><ul>${papers}</ul>`)).toBe('minutes');
    expect(await kindOf(`<h1>Om utvalet</h1>${TEXT.repeat(12)}<a href="/f/m1.pdf">Referat</a>`)).toBe('about');
  });
});

describe('kinds of documents', () => {
  const paper = (name: string, text = '', format = 'pdf'): Around => ({
    url: `https://eksempel.example.no/filer/${name}`,
    format,
    hints: text ? [{ from: 'https://eksempel.example.no/', via: 'link', text }] : [],
  });

  test.each([
    ['Protokoll frå møte 4. mai', paper('a1.pdf'), 'minutes'],
    ['Til medlemene', paper('innkalling-ssu.pdf'), 'minutes'],
    ['Skrøpelege eldre', paper('a2.pdf', 'Les rapporten (PDF)'), 'report'],
    ['Utviklingsplan', paper('a3.pptx', '', 'pptx'), 'presentation'],
    ['Samarbeidsavtale mellom partane', paper('a4.docx', '', 'docx'), 'agreement'],
    ['Sak 12', paper('a5.pdf'), 'page'],
  ])('“%s” is read right', async (title, around, expected) => {
    expect(await kindOf(`<h1>${title}</h1>${TEXT}`, around)).toBe(expected);
  });

  test('a case of the meeting is not what its minutes are called', async () => {
    for (const name of [
      'PS 4/26 Evaluering av ordninga',
      'Sak 4-2026 Evaluering av ordninga',
      '4/2026 Rapport om ordninga',
    ]) {
      const page = await aPage(`<p>Møteprotokoll</p><p>Dato: 4.2.2026</p><h2>${name}</h2>${TEXT}`, { format: 'pdf' });
      // The file's own name for itself goes before the first line, both before the case.
      expect(knownOf(page)['title']?.value).toBe('Eksempel');
      page.head.title = '';
      expect(knownOf(page)['title']?.value).toBe('Møteprotokoll');
      expect(kind.read(page, knownOf(page))?.value).toBe('minutes');
    }
  });

  test('numbered cases and a line of those present make minutes', async () => {
    const main = `<h1>Utvalet 4. mai</h1><p>Til stede: leder og tre medlemmer</p><p>Sak 01/24 Budsjett</p><p>Sak 02/24 Plan</p>`;
    expect(await kindOf(main, { ...paper('a6.pdf'), publishes: ['news'] })).toBe('minutes');
  });

  test('a few points on each of several pages make a presentation', async () => {
    const slide = (n: number) =>
      `<section data-anchor="page-${n}"><h2>Del ${n}</h2><ul><li>Ein ting</li><li>Ein til</li></ul></section>`;
    expect(await kindOf([1, 2, 3, 4].map(slide).join(''), paper('a7.pdf'))).toBe('presentation');
  });

  test.each([
    ['Nattevakta sett utenfra', '<p>Rapport til faglig utvalg</p>', 'report'],
    ['Når flere flytter hjem', '<h2>Strategi 2025–2028</h2>', 'plan'],
    ['Om nattevakta', '<p>Rapporten ble levert i mai.</p>', 'page'],
    ['Om nattevakta', '<p>Avtale inngått i mai</p>', 'page'],
  ])('the line under a paper’s title says what it is when it is a name: “%s” %s', async (title, line, expected) => {
    const around = { ...paper('a8.pdf'), publishes: ['about' as const] };
    expect(await kindOf(`<h1>${title}</h1>${line}${TEXT}`, around)).toBe(expected);
  });

  test('a paper with the cases for a body’s meeting is one of its meeting papers', async () => {
    expect(await kindOf(`<h1>Saker til områdeutvalget 3. mai</h1>${TEXT}`, paper('a9.docx', '', 'docx'))).toBe(
      'minutes',
    );
    expect(await kindOf(`<h1>Saker for de minste</h1>${TEXT}`, paper('a10.docx', '', 'docx'))).toBe('page');
  });

  test('an undated page under a folder of stories is news where the source publishes news, else not', async () => {
    const main = `<h1>Legebilen ruller igjen</h1>${TEXT}`;
    expect(await kindOf(main, at('/saker/legebilen.htm'))).toBe('news');
    expect(await kindOf(main, { ...at('/saker/legebilen.htm'), publishes: ['about', 'minutes'] })).toBe('page');
    expect(await kindOf(main, at('/legebilen.htm'))).toBe('page');
    expect(await kindOf(`<h1>Om samarbeidet</h1>${TEXT}`, at('/saker/om.htm'))).toBe('about');
  });
});

describe('papers whose addresses do not tell that they are files', () => {
  const main = `<h1>Fra møtene</h1><ul><li><a href="/last/7">Referat</a></li><li><a href="/last/8">Innkalling</a></li><li><a href="/side/9">Referat</a></li></ul>`;
  const fetched = (path: string, role: 'document' | 'page', mediaType: string): KnownPage => ({
    url: `https://eksempel.example.no${path}`,
    aliases: [],
    role,
    state: 'live',
    status: 200,
    mediaType,
    hints: [],
  });
  const documents = new Map(
    capturedDocuments([
      fetched('/last/7', 'document', 'application/pdf'),
      fetched('/last/8', 'document', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'),
      fetched('/side/9', 'page', 'text/html'),
    ]),
  );

  test('are attachments, and make a list of papers, when they were fetched as documents', async () => {
    const page = { ...(await aPage(main, at('/utval/fra-motene'))), documents };
    expect(attachments.read(page, {})?.value.map(({ url, format, role }) => [url.slice(-7), format, role])).toEqual([
      ['/last/7', 'pdf', 'minutes'],
      ['/last/8', 'docx', 'agenda'],
    ]);
    expect(kind.read(page, knownOf(page))?.value).toBe('minutes');
  });

  test('are links like any other when nothing is known of what lies behind them', async () => {
    const page = await aPage(main, at('/utval/fra-motene'));
    expect(attachments.read(page, {})).toBeUndefined();
  });
});
