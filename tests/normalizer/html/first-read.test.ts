/** Faults that pages nobody had seen brought to light, each as a page that failed first. */
import { describe, expect, it } from 'vitest';
import { listingReason } from '../../../normalizer/listing.ts';
import { fieldsOf, readMarkup } from './read.ts';

const page = (content: string, head = '', title = 'Dialogmøte') =>
  `<html><head><title>${title}</title>${head}</head><body><nav><a href="/">Hjem</a></nav><main><h1>${title}</h1>${content}</main><footer>Org.nr. 999 888 777</footer></body></html>`;
const bodyOf = async (content: string) => fieldsOf(await readMarkup(page(content))).body;

describe('what is content though it looks like chrome', () => {
  it('keeps an event’s own facts with whom to ask, the contact details aside', async () => {
    const body = await bodyOf(
      '<p>Vi møtes for å snakke om overganger mellom sykehus og kommune i regionen vår.</p><dl><dt>Når</dt><dd>12. mars 2025</dd><dt>Hvor</dt><dd>Fjellsalen, 2840 Reinsvoll</dd><dt>Kontakt</dt><dd>Sekretariatet, tlf. 61 22 33 44, post@a.example.no</dd></dl>',
    );
    expect(body).toContain('Fjellsalen, 2840 Reinsvoll');
    expect(body).toContain('Sekretariatet');
    expect(body).not.toMatch(/61 22 33 44|post@/);
  });

  it('keeps a place on a line of its own below others', async () => {
    const body = await bodyOf('<p>Velkommen!<br><strong>Sted:</strong> Fjellsalen<br><strong>Tid:</strong> kl. 10</p>');
    expect(body).toContain('Fjellsalen');
  });

  it('keeps a sentence that says who something was made by', async () => {
    expect(await bodyOf('<p>Kort om saken.</p><p>Rutinen er laget av en gruppe fra begge sider.</p>')).toContain(
      'laget av',
    );
  });

  it('keeps a plan of meetings that is links alone', async () => {
    const links = ['SSU 12. mars 2025', 'SSU 4. juni 2025', 'Partnerskapsmøte 2. oktober 2025'];
    const list = links.map((text, at) => `<li><a href="/m/${at}">${text}</a></li>`).join('');
    expect(listingReason(await readMarkup(page(`<ul>${list}</ul>`)))).toBeUndefined();
  });

  it('leaves out a list of other pages that is one paragraph parted by breaks', async () => {
    const line = (at: number) => `<a href="/s/${at}.html"><b>Sak nummer ${at} om vegen</b></a><br>`;
    const list = `${line(1)}Tre bilar og ein traktor held oss gåande.<br><br>${line(2)}<br><br>${line(3)}<br>${line(4)}`;
    expect(listingReason(await readMarkup(page(`<p>${list}</p>`, '', 'Siste frå bygda')))).toContain('other pages');
    const text = `<p>${'Vi møtes for å snakke om overganger mellom sykehus og kommune i regionen vår. '.repeat(4)}<br>${line(1)}${line(2)}${line(3)}</p>`;
    expect(listingReason(await readMarkup(page(text, '', 'Siste frå bygda')))).toBeUndefined();
  });

  it('makes lists of lines with typed bullets, and none of what people said', async () => {
    expect(await bodyOf('<p>Dette skjer:<br>• varsel<br>• samtale</p>')).toContain('- varsel\n- samtale');
    const said = await bodyOf('<p>- Vi er klare, sier lederen.</p><p>- Det er sykehuset også.</p>');
    expect(said).toContain('\\- Vi er klare');
  });
});

describe('what is chrome though nothing marks it', () => {
  it.each([
    ['a call', '<p>Alle er velkomne til møtet.</p><a class="b" href="/p">Meld deg på</a>', 'Meld deg på'],
    ['a department as byline', '<p>Kommunikasjonsavdelinga</p><p>Alle er velkomne til møtet.</p>', 'avdelinga'],
    [
      'other matters under «Anna nytt» in a column of layout',
      '<p>Møtet er i mars. Vi møtes for å snakke om overganger mellom sykehus og kommune i regionen vår, og alle er velkomne til å være med.</p><table width="100%"><tr><td><b>Anna nytt</b></td></tr><tr><td><a href="/s/1.html">Sau på vegen</a><br>Tre tusen sau skal ned.</td></tr><tr><td><a href="/s/2.html">Ny brøytar</a><br>Fire traktorar og ein bil.</td></tr></table>',
      'tusen sau',
    ],
    ['reading time', '<p>4 min lesing</p><p>Alle er velkomne til møtet.</p>', 'min lesing'],
    [
      'the neighbours',
      '<p>Alle er velkomne.</p><div><a rel="prev" href="/a">Jul</a><a rel="next" href="/b">Påske</a></div>',
      'Påske',
    ],
  ])('takes out %s', async (_, content, gone) => {
    expect(await bodyOf(content)).not.toContain(gone);
  });
});

it('reads the dashes and quotation marks of windows-1252', async () => {
  const bytes = Buffer.from(page('<p>Kl. 10 \u0096 12, \u0093samla\u0094 i \xe5r</p>'), 'latin1');
  expect(fieldsOf(await readMarkup(bytes, { type: 'text/html; charset=windows-1252' })).body).toContain(
    '10 – 12, “samla” i år',
  );
});

it('raises a title line without any heading, and takes the path above it out', async () => {
  const { title, body } = fieldsOf(
    await readMarkup(
      '<html><head><title>Ny plan vedtatt | Fjordhelse</title></head><body><div><a href="/">Hjem</a> / <a href="/n">Nyheter</a> / Ny plan vedtatt</div><div class="t4">Ny plan vedtatt</div><div><p>Planen gjelder fra april og bygger på erfaringer fra fire kommuner i regionen, og den skal prøves i to år.</p></div></body></html>',
    ),
  );
  expect(title).toBe('Ny plan vedtatt');
  expect(body).not.toMatch(/Hjem|Ny plan vedtatt/);
});

describe('a page that is only a way to other pages', () => {
  const card = (at: number) =>
    `<li><h2><a href="/nytt/${at}/">Ny ordning nummer ${at}</a></h2><p>Fra høsten får flere innbyggere hjelp hjemme av det samme laget, og det er … <a href="/nytt/${at}/">Mer</a></p></li>`;

  it('is a list though each teaser’s text ends in its own link', async () => {
    const cards = [1, 2, 3, 4].map(card).join('');
    expect(listingReason(await readMarkup(page(`<ul>${cards}</ul>`)))).toMatch(/lists 4 other pages/);
  });

  it('is a front page of a few links and hardly a word, not one that tells something', async () => {
    const links = '<p><a href="/moter">Møtene våre</a><br><a href="/planer">Planene våre</a></p>';
    const front = { url: 'https://proven.example.no/' };
    expect(listingReason(await readMarkup(page(links), front))).toMatch(/front page/);
    expect(listingReason(await readMarkup(page(links)))).toBeUndefined();
    const told =
      '<p>Her samarbeider ni kommuner og ett sykehus om tjenestene til dem som trenger begge. Utvalget møtes fire ganger i året.</p>';
    expect(listingReason(await readMarkup(page(told + links), front))).toBeUndefined();
  });

  it('leaves out a system’s list of pages and when they were changed, not one of documents or a plan of meetings', async () => {
    const table = (head: string, rows: string[][]) =>
      `<table><tr><th>Tittel</th><th>${head}</th></tr>${rows.map(([href, name, day]) => `<tr><td><a href="${href}">${name}</a></td><td>${day}</td></tr>`).join('')}</table>`;
    const rows = [
      ['/vis?nr=1', 'Utvalget møtes på Strand', '17.11.2026'],
      ['/vis?nr=2', 'Parkeringen er stengt', '18.11.2026'],
    ];
    const files = rows.map(([, name = '', day = '']) => ['/a.pdf', name, day]);
    expect(listingReason(await readMarkup(page(table('Endret', rows))))).toMatch(/system’s list/);
    expect(listingReason(await readMarkup(page(table('Endret', files))))).toBeUndefined();
    expect(listingReason(await readMarkup(page(table('Møtedag', rows))))).toBeUndefined();
  });

  it('leaves out a page that is the name of one other page or rows of names and days, not of one meeting', async () => {
    const read = async (body: string) => listingReason(await readMarkup(page(body, '', 'Siste frå bygda')));
    expect(await read('<ul><li><a href="/avtaler/kreft/">Avtale om kreftpasienter</a></li></ul>')).toMatch(/lists 1/);
    expect(await read('<ul><li><a href="/m/1">SSU 12. mars 2026</a></li></ul>')).toBeUndefined();
    const days = '<p><a href="/a">Fullt hus på Voss</a> 18/11</p><p><a href="/b">Takk for i går</a> 3/6-26</p>';
    expect(await read(days)).toMatch(/lists 2 other pages/);
    const led = [1, 2, 3]
      .map(
        (n) => `<p><a href="/${n}"><b>Sak ${n} frå bygda</b></a><br>Ei rekning vart lesen høgt for alle som kom.</p>`,
      )
      .join('');
    expect(await read(led)).toMatch(/lists 3 other pages/);
    const rows = [1, 2, 3].map(
      (n) => `<b><a href="/${n}">Sak ${n} frå bygda</a></b><br>Ei rekning vart lesen høgt.<br>`,
    );
    expect(await read(`<p>${rows.join('')}</p>`)).toMatch(/lists 3 other pages/);
    expect(
      await read(`<p>Utvalet møtest fire gonger i året, og papira ligg her.<br>${rows.join('')}</p>`),
    ).toBeUndefined();
  });

  it.each([
    ['Overordna samarbeidsavtale', '<p><a href="https://lov.example.org/avtale">Les avtalen</a></p>'],
    ['Til den som søker', '<p><a href="https://lov.example.org/a">Les mer om ordningen</a></p>'],
    ['Fagråd for rus 12. mars 2025', '<p><a href="/delta">Bli med i møtet her</a></p>'],
    ['SSU 12. mars 2025', '<h2>Møtet er avlyst</h2><p><a href="/ny-dag">Se når vi møtes</a></p>'],
    ['Rutine', '<h2>Plan for rus</h2><p><a href="/rus">Les her</a></p>'],
  ])('keeps «%s» with one link', async (title, body) => {
    expect(listingReason(await readMarkup(page(body, '', title)))).toBeUndefined();
  });

  const led = (names: string[], line: (name: string) => string) =>
    names.map((name, at) => `<p><a href="/u/${at}">${name}</a><br>${line(name)}</p>`).join('');
  const rows = (names: string[], line: string) =>
    `<p>${names.map((name, at) => `<a href="/u/${at}">${name}</a><br>${line}`).join('<br>')}</p>`;
  it.each([
    [
      'Mandat',
      led(
        ['Mandat for SSU', 'Mandat for FSU', 'Mandat for LSU'],
        () => 'Utvalget skal følge opp avtalene. Leder er direktøren.',
      ),
    ],
    [
      'Gjeldende nå',
      led(['Plan for rus', 'Plan for barn', 'Plan for eldre'], () => 'Vedtatt av SSU i 2023. Gjelder til 2026.'),
    ],
    ['Hvem er med', rows(['Kari Lund', 'Per Vik', 'Ola Moe'], 'Leder: Helse Nord')],
    ['De som møter', rows(['Kari Lund', 'Per Vik', 'Ola Moe'], 'Lege i Strand kommune')],
    ['Sakliste SSU 5. mars 2025', rows(['Sak 1/25', 'Sak 2/25', 'Sak 3/25'], '')],
    [
      'Sakliste SSU 5. mars 2025',
      '<ul><li><a href="/1">Sak 1/25</a></li><li><a href="/2">Sak 2/25</a></li><li><a href="/3">Sak 3/25</a></li></ul>',
    ],
    [
      'Kommunene',
      led(['Strand kommune', 'Lund', 'Nord-Fron'], (name) => `${name} har en lege og to jordmødre med seg.`),
    ],
    ['Kommunene', rows(['Strand', 'Lund', 'Nord-Fron'], 'Har en lege og to jordmødre med seg.')],
  ])('keeps «%s» with links that each have a line of facts', async (title, body) => {
    expect(listingReason(await readMarkup(page(body, '', title)))).toBeUndefined();
  });

  it('is no front page where only the address’s last word says so', async () => {
    const body =
      '<p>Helsefellesskapet er et samarbeid mellom sykehuset og 12 kommuner.</p><p><a href="/moter">Møtene våre</a><br><a href="/planer">Planene våre</a></p>';
    for (const path of ['start', 'hjem']) {
      const place = { url: `https://proven.example.no/${path}` };
      expect(listingReason(await readMarkup(page(body, '', 'Velkommen'), place))).toBeUndefined();
    }
  });

  it('leaves out a page of two names of other pages and nothing else', async () => {
    const names = '<div><a href="/a">SSU i desember</a></div><div><a href="/b">LSU Nord</a></div>';
    expect(listingReason(await readMarkup(page(names)))).toMatch(/lists 2 other pages/);
    expect(listingReason(await readMarkup(page(`${names}<p>Begge møtes på rådhuset.</p>`)))).toBeUndefined();
  });
});
