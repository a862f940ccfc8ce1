/** Chrome that no name gives away, and content that looks hidden: one page for each mechanism. */
import { describe, expect, it } from 'vitest';
import { withoutPersonalData } from '../../../normalizer/personal-data.ts';
import { fieldsOf, readMarkup } from './read.ts';

const TEXT =
  '<p>Kommunene og sykehuset har laget en felles rutine for utskriving, og den gjelder fra nyttår for alle avdelinger.</p><p>Rutinen skal prøves i ett år før den vurderes på nytt av begge parter.</p>';
const page = (content: string) =>
  `<html><head><title>Felles rutine</title></head><body><main><h1>Felles rutine</h1>${content}</main></body></html>`;
const read = async (content: string) => fieldsOf(await readMarkup(page(content)));
const bodyOf = async (content: string) => (await read(`${TEXT}${content}`)).body;

describe('what is chrome though no name gives it away', () => {
  it.each([
    ['a question with a warning', '<section><h2>Fikk du svar på spørsmålet?</h2><button>Ja</button></section>', 'svar'],
    [
      'an invitation to comment that needs an account',
      '<div><h2>Legg til ny kommentar</h2><p>Du må logge inn for å kommentere.</p></div>',
      'kommentar',
    ],
    [
      'whom to ask, in the column of the text',
      '<div><h2>Spør oss</h2><p>Vakttelefon 72 00 00 00</p><p>Åpent mandag–fredag 08.00–15.30</p></div>',
      'Vakttelefon',
    ],
    ['a row of networks', '<div>Del på: <span>Facebook</span> <span>Bluesky</span></div>', 'Bluesky'],
    ['a warning of its own', '<div><p>Oppgje ikkje personopplysningar i feltet.</p></div>', 'personopp'],
    ['a film that is missing', '<div><p>Filmen kan ikke vises i din nettleser.</p></div>', 'Filmen'],
    ['a film behind consent', '<div><p>Du må akseptere kapsler for å se filmen.</p></div>', 'kapsler'],
    ['a link for printing', '<div><a href="javascript:window.print()">Skriv ut saken</a></div>', 'Skriv ut'],
    ['a note of when', '<div>Oppdatert for tre dager siden</div>', 'tre dager'],
    ['who gives the site out', '<div><div>Utgjeve av sjukehus og kommunar</div></div>', 'Utgjeve'],
    [
      'cards under a short line',
      '<div><div>Til slutt</div><a href="/a"><div>Ny bro</div><div>Den åpner i mai.</div></a><a href="/b"><div>Nytt tak</div><div>Det er tett.</div></a></div>',
      'Nytt tak',
    ],
    [
      'links with a line below each',
      '<p><b>Siste nytt</b><br><a href="/a">Ny bro over elva</a><br>Den åpner i mai.<br><a href="/b">Nytt tak på hallen</a><br>Det er tett.</p>',
      'tett',
    ],
    [
      'cards whose only line besides the link’s is a date, and what stands above them',
      '<div><div>Sett disse?</div><div><div class="k"><a href="/a"><div role="img"></div><div>Ny bro</div><div>6. mai 2026</div></a></div><div class="k"><a href="/b"><div>Nytt tak</div><div>7. juni 2026</div></a></div></div></div>',
      'Sett disse',
    ],
    [
      'a question and where to answer it',
      '<div><span>Fann du feil på sida?</span> <a href="#x">Gje oss eit ord</a></div>',
      'eit ord',
    ],
    ['whom to tell', '<div><a href="#x">Send beskjed til webredaksjonen</a></div>', 'webredaksjonen'],
    [
      'an invitation to a letter',
      '<div><h4>Nyhetsbrev</h4><p>Vi skriver fire ganger i året.</p><form><input type="email"><button>Ja takk</button></form></div>',
      'fire ganger',
    ],
    [
      'a letter to take by a link',
      '<div><h4>Månedsbrevet</h4><p>Vi skriver når noe skjer.</p><a href="/b">Meld deg på</a></div>',
      'noe skjer',
    ],
    [
      'news by mail',
      '<section><p>Vil du ha nytt frå oss på e-post?</p><a href="/b">Registrer deg her</a></section>',
      'nytt frå oss',
    ],
    [
      'an opinion to give',
      '<div><p>Kva synest du om sida?</p><a href="/x">Svar på tre spørsmål</a></div>',
      'tre spørsmål',
    ],
    [
      'what is collected',
      '<div><p>Vi samlar inn data om korleis du brukar sida.</p><button>Greit</button></div>',
      'samlar',
    ],
    ['who wrote it', '<div><h4>Om skribenten</h4><p>Bur ved fjorden og drikk te.</p></div>', 'fjorden'],
    [
      'answers that are counted',
      '<div><h3>Kommentarar (2)</h3><div><b>A</b><p>Dette var bra.</p></div><div><b>B</b><p>Einig.</p></div></div>',
      'Einig',
    ],
    [
      'other stories',
      '<div><h2>Fleire historier</h2><ul><li><a href="/a">Ny bro over elva i bygda</a></li><li><a href="/b">Taket er tett</a></li></ul></div>',
      'Taket',
    ],
    [
      'lines of addresses at the end',
      '<div><p>Samarbeidet, Storgata 1, 7001 Trondheim. Kontoret er åpent 9–15 på hverdager.</p><p>Organisasjonsnummer 999 888 777. Laget av noen.</p></div>',
      'Organisasjonsnummer',
    ],
  ])('takes out %s', async (_, content, gone) => {
    const body = await bodyOf(content);
    expect(body).not.toContain(gone);
    expect(body).toContain('før den vurderes på nytt');
  });

  it('takes out codes that nothing was put in for, and keeps what stands between them', async () => {
    const body = await bodyOf(
      '[skjema-7 id="3" navn="Spør"]<p>[boks farge="gul"]Møt opp i god tid.[/boks] Det var bra [sic]. Se [1].</p>',
    );
    expect(body).not.toMatch(/skjema-7|farge/);
    expect(body).toContain('Møt opp i god tid.');
    expect(body).toMatch(/sic.*Se/);
  });
});

describe('what stands below or beside a long text', () => {
  const LONG = Array.from(
    { length: 6 },
    (_, n) =>
      `<p>Avsnitt ${n}: kommunene og sykehuset har laget en felles rutine for utskriving, og den gjelder fra nyttår for alle avdelinger i fylket.</p>`,
  ).join('');
  const links = (word: string) =>
    Array.from({ length: 5 }, (_, n) => `<li><a href="/side-${n}">${word} nummer ${n} i rekken</a></li>`).join('');
  const whole = (after: string) =>
    `<html><head><title>Felles rutine</title></head><body><div id="p"><div id="q"><h1>Felles rutine</h1><div>${LONG}</div>${after}</div></div></body></html>`;
  const read = async (after: string) => fieldsOf(await readMarkup(whole(after))).body;

  it('readers’ answers go, though they are longer than what they answer', async () => {
    const answer =
      '<div class="comment"><b>Leser</b><p>Dette kommer aldri til å virke hos oss, mener nå jeg.</p></div>';
    const body = await read(`<div id="comments"><h3>30 svar</h3>${answer.repeat(30)}</div>`);
    expect(body).toContain('Avsnitt 5');
    expect(body).not.toContain('Leser');
  });

  it.each([
    ['a column of links', `<div class="k3"><h3>Andre sider</h3><ul>${links('Side')}</ul></div>`],
    ['a row of teasers with a line each', `<section>${links('Side')}<p>Alt om rekken.</p></section>`],
    ['a panel for logging in', '<div class="modal-wrapper"><p>Side for den som har glemt passordet sitt.</p></div>'],
    [
      'a column that is links from end to end, with a day in each',
      `<div class="k4"><h3>Andre sider</h3><ul>${links('Side 3. mars')}</ul></div>`,
    ],
  ])('%s goes', async (_, after) => {
    const body = await read(after);
    expect(body).toContain('Avsnitt 5');
    expect(body).not.toContain('Side');
  });

  it('an aside longer than the text goes when half of it leads to other pages', async () => {
    const lines = Array.from(
      { length: 12 },
      (_, n) =>
        `<li><a href="/melding-${n}">Melding ${n} om et annet sykehus enn vårt, som mange har lest de siste dagene</a><p>Det ble åpnet en ny avdeling der, og mange møtte fram for å se på den i går ettermiddag etter arbeidstid.</p></li>`,
    );
    const aside = `<aside><h2>Meldinger</h2><ul>${lines.join('')}</ul></aside>`;
    const body = fieldsOf(
      await readMarkup(
        `<html><head><title>Felles rutine</title></head><body><div><div><h1>Felles rutine</h1>${LONG}</div>${aside}</div></body></html>`,
      ),
    ).body;
    expect(body).toContain('Avsnitt 5');
    expect(body).not.toContain('Melding');
  });

  it('an aside between two paragraphs goes when it holds two links to pages, and stays when it tells of its own', async () => {
    const card = (n: number) => `<div><a href="/sak-${n}">Sak ${n} fra i fjor</a><p>Kort om den.</p></div>`;
    expect(await read(`<aside>${card(1)}${card(2)}</aside><p>Rutinen gjelder alle.</p>`)).not.toContain('fra i fjor');
    const facts = '<aside><h2>Fakta</h2><p>Utvalget har ti medlemmer.</p><p><a href="/u">Om utvalget</a></p></aside>';
    expect(await read(facts)).toContain('ti medlemmer');
    const two = '<p><a href="/u">Om utvalget</a> <a href="/m">Møtene</a></p>';
    expect(await read(`<aside><h2>Fakta om ASU</h2><p>ASU har ti medlemmer.</p>${two}</aside>`)).toContain(
      'ASU har ti',
    );
  });

  it('a heading stays though the picture below it is told by the same words', async () => {
    const words = 'Over åtti møtte til samlingen om kommunenes nye rutine';
    const figure = `<div class="image-with-caption"><h2>${words}</h2><img src="/a.jpg" alt="${words}"></div>`;
    expect(await read(figure)).toContain(words);
  });

  it.each([
    [
      'documents',
      '<div><h3>Papirer</h3><a href="/a.pdf">Papirer A</a><a href="/b.pdf">Papirer B</a><a href="/c">C</a></div>',
    ],
    ['days', `<div><h3>Papirer</h3><p>Møtene er 3. mars og 4. mai.</p><ul>${links('Side')}</ul></div>`],
  ])('a box of links with %s stays', async (_, after) => {
    expect(await read(after)).toContain('Papirer');
  });
});

it('takes out the names of a record’s fields and its title once more; the text and the facts stay', async () => {
  const row = (name: string, value: string) => `<tr><td><h3>${name}</h3></td><td>${value}</td></tr>`;
  const { body } = await read(
    `<table>${row('Tittel', 'Felles rutine')}${row('Brødtekst', TEXT)}${row('Sted', 'Storsalen')}</table>`,
  );
  expect(body).toContain('før den vurderes på nytt');
  expect(body).toMatch(/Sted[\s\S]*Storsalen/);
  expect(body).not.toMatch(/Tittel|Brødtekst|Felles rutine/);
});

it('takes out the columns beside a short text in a table that lays the page out', async () => {
  const side =
    '<td width="150"><b>Her og nå</b><br><a href="/a">Ny bro over elva i bygda vår</a><br><a href="/b">Taket på hallen er tett igjen</a></td>';
  const markup = `<html><head><title>Tider for våren</title></head><body><table width="900"><tr valign="top">${side}<td width="600"><h2>Tider for våren</h2><p>Er du i tvil om hvor du skal?</p><table border="1"><tr><td>Råd A</td><td>12.01.2027</td></tr><tr><td>Råd B</td><td>14.01.2027</td></tr></table></td></tr></table></body></html>`;
  const { body } = fieldsOf(await readMarkup(markup));
  expect(body).toMatch(/Råd A.*12/);
  expect(body).not.toContain('Taket');
});

describe('what is content though it looks like chrome', () => {
  it('keeps the cases below “Saker”, and knows a day below “Sist oppdatert”', async () => {
    expect(await bodyOf('<h2>Saker</h2><p>12/26 Val av leiar</p><p>13/26 Ymse</p>')).toMatch(
      /Saker[\s\S]*Val av leiar[\s\S]*Ymse/,
    );
    const day = '<div><div>Sist oppdatert</div><div><time datetime="2026-05-04">04.05.2026</time></div></div>';
    const { removed } = await readMarkup(page(`${day}${TEXT}`));
    expect(removed).toContainEqual(expect.objectContaining({ cleanup: 'datelines', reason: 'updated 2026-05-04' }));
  });

  it.each([
    ['hours between paragraphs', `<p>Vakttelefonen er åpen for legene fra kl. 7 til 15 hver dag.</p>${TEXT}`, 'legene'],
    ['hours in an article at the end', '<p>Telefonen er bemannet døgnet rundt av to sykepleiere.</p>', 'bemannet'],
    [
      'a desk and a meeting',
      '<div><p>Kontoret er åpent, og ASU møtes her tirsdag 9. juni kl. 12.</p></div>',
      'ASU møtes',
    ],
    [
      'hours that a body asks for',
      '<div><p>Rådet vil ha lengre kontortid ved legevakta enn til kl. 17</p></div>',
      'Rådet',
    ],
    ['a task', '<ul><li>Utvikling av nye rutiner</li><li>Design av skjema</li></ul>', 'Utvikling av nye'],
    ['a solution', '<p>Teknisk løsning fra leverandøren prøves i høst.</p>', 'leverandøren'],
    ['what is set free', '<p>Innholdet i planen er frigitt til alle sykehus.</p>', 'frigitt'],
    ['sources of advice', '<p>Alle råd står med tydelig kildehenvisning til forskning.</p>', 'kildehenvisning'],
    ['who pays for a project', '<p>Drives med støtte fra direktoratet i to år til.</p>', 'direktoratet'],
    ['those who agree', '<p>60 synes dette er bra, 12 er uenige i forslaget.</p>', '60 synes'],
    [
      'prose under words for a shelf',
      '<div><h2>Oppslagstavla</h2><p>Tavla henger i gangen, og der står hvem som har vakt.</p></div>',
      'henger i gangen',
    ],
    [
      'prose under words for a row',
      '<div><h3>I samme serie</h3><p>Kurset er det tredje, og <a href="/k">det første</a> ble holdt i Bodø i fjor vår.</p></div>',
      'holdt i Bodø',
    ],
  ])('keeps %s', async (_, content, kept) => {
    expect(await bodyOf(content)).toContain(kept);
  });

  it('takes hours out of a box of their own, and links under words for a shelf', async () => {
    const hours = '<div class="x7"><p>Kontoret på Bryne er bemannet kl 08-15.</p></div>';
    const links = '<div><h2>Oppslagstavla</h2><ul><li><a href="/a">Ny bro over elva</a></li></ul></div>';
    const markup = `<html><head><title>Felles rutine</title></head><body><div><h1>Felles rutine</h1>${TEXT}</div>${links}${hours}</body></html>`;
    const { body } = fieldsOf(await readMarkup(markup));
    expect(body).toContain('før den vurderes på nytt');
    expect(body).not.toMatch(/bemannet|Ny bro|Oppslagstavla/);
  });

  it('keeps a form’s box that tells of more than a letter', async () => {
    const box =
      '<div><h3>Påmelding</h3><p>Konferansen er på Storsalen hotell, og det er plass til åtti.</p><form><input type="email"><button>Send</button></form></div>';
    expect(await bodyOf(box)).toContain('Storsalen');
  });

  it('keeps panels that stand in the list of their tabs', async () => {
    const tabs =
      '<div role="tablist"><h3 role="tab" aria-controls="p9">Erfaringer</h3><div role="tabpanel" id="p9" aria-hidden="true"><p>Vi ringer oftere nå.</p></div></div>';
    expect(await bodyOf(tabs)).toContain('Vi ringer oftere nå.');
  });

  it('keeps what a link without an address unfolds', async () => {
    const fold =
      '<div><a href="javascript:vis(2)">Bemanning</a><div style="display:none"><p>Tre deler på jobben.</p></div></div>';
    expect(await bodyOf(fold)).toContain('Tre deler på jobben.');
  });

  it('keeps a table’s first row whatever its class says of headers', async () => {
    const markup = `<html><body><h1>Felles rutine</h1><div>${TEXT}<table><tr class="x-Header-row"><th>Uke</th><th>Leder</th></tr><tr><td>12</td><td>Sykehuset</td></tr></table></div></body></html>`;
    expect(fieldsOf(await readMarkup(markup)).body).toMatch(/Uke.*Leder/);
  });

  it('keeps what one may not answer, when it is said in a text', async () => {
    expect(await bodyOf('<p>Vi kan ikke svare på det ennå, sier lederen.</p>')).toContain('kan ikke svare');
    expect(await bodyOf('<p>Filmen kan ikke vises offentlig før i mai.</p>')).toContain('Filmen');
  });
});

it('B4 masks an address whose @ is spelt out in brackets', () => {
  expect(withoutPersonalData('Skriv til post (alfakrøll) nemnd.example.no.')).toBe('Skriv til [e-post fjernet].');
});

it('does not repeat a title that is only large letters at the head of the text', async () => {
  const lines = '<font size="6"><b>Ny vaktordning</b></font><br><br>Ordningen gjelder fra mai i alle kommunene, ';
  const rest =
    'og sykehuset har lovet å svare på telefonen hele døgnet, også i helgene og om sommeren når mange er borte.<br><br>Etter ett år skal begge parter se på om noe bør endres.';
  const markup = `<html><head><title>Bygderådet</title><meta property="og:title" content="Ny vaktordning"></head><body><table><tr><td><font size="2">${lines}${rest}</font></td></tr></table></body></html>`;
  const { title, body } = fieldsOf(await readMarkup(markup));
  expect(title).toBe('Ny vaktordning');
  expect(body).not.toContain('Ny vaktordning');
  expect(body).toContain('Ordningen gjelder fra mai');
});
