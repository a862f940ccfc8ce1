import { describe, expect, test } from 'vitest';
import { belongs } from '../../normalizer/belongs.ts';
import { aPage, knownOf } from './a-page.ts';

type Around = Parameters<typeof aPage>[1];

async function verdict(main: string, around: Around = {}) {
  const page = await aPage(main, around);
  return belongs(page, knownOf(page));
}

describe('whether a page is about the helsefellesskap', () => {
  test.each([
    'helsefellesskapet',
    'Helsefelleskapet',
    'helsefellskap',
    'Helefellesskapet',
    'Helsefellessskapet',
    'helsefellesskapsmøtet',
    'helse-fellesskapet',
    'helse fellesskapet',
    'Ishavserklæringen',
  ])('“%s” in its own text is enough', async (word) => {
    expect(await verdict(`<h1>Nytt fra møtet</h1><p>Her er det ${word} som har bestemt.</p>`)).toMatchObject({
      belongs: true,
    });
  });

  test.each([
    'Partnarskapsmøtet mellom kommunane og sjukehuset vart halde i mai.',
    'Saken om pasientreiser går til strategisk samarbeidsutvalg.',
    'Dei faglege samarbeidsutvala i kommunane er i gang.',
    'Parnarskapsmøte i haust for helseføretaket og kommunane.',
    'Samarbeidsstyret drøftet hva kommunene venter av sykehuset.',
    'Faglig samarbeidsutvalg i Vestre Viken-området har vedtatt det. Snart er alle med.',
    'Faglig samarbeidsutvalg har vedtatt det. Lier og Flå går foran, så kommer resten etter.',
  ])('a body’s name is enough where hospital and municipality are spoken of: %s', async (sentence) => {
    expect(await verdict(`<h1>Nytt</h1><p>${sentence}</p>`)).toMatchObject({ belongs: true });
  });

  test.each([
    'Samarbeidsavtalen mellom Vestre Viken og kommunene gjelder fra nyttår.',
    'Vårmøtet i partnerskapet handlet om hvordan sykehuset skriver ut pasienter.',
  ])('what only hospital and municipalities have together is enough: %s', async (sentence) => {
    expect(await verdict(`<h1>Nytt</h1><p>${sentence}</p>`)).toMatchObject({ belongs: true });
  });

  test('a title that names a body which only a helsefellesskap has is enough, one of farmers’ is not', async () => {
    const text = '<p>Tre møte, og det siste vart halde i bygdehuset.</p>';
    expect(await verdict(`<h1>Året i strategisk samarbeidsutval</h1>${text}`)).toMatchObject({ belongs: true });
    expect(await verdict(`<h1>Fagleg samarbeidsutval for landbruk</h1>${text}`)).toMatchObject({ belongs: false });
    expect(
      await verdict(`<h1>Året</h1><p>Fagleg samarbeidsutval for landbruk i Lier og Flå er samde.</p>`),
    ).toMatchObject({ belongs: false });
    expect(await verdict(`<h1>Året i bygda</h1><p>Her er strategisk samarbeidsutval.</p>`)).toMatchObject({
      belongs: false,
    });
  });

  test('an agreement of others is not', async () => {
    const sentence = 'Samarbeidsavtalen mellom skolene og kommunene gjelder fra nyttår.';
    expect(await verdict(`<h1>Nytt</h1><p>${sentence}</p>`)).toMatchObject({ belongs: false });
  });

  test('a local name counts on a page that speaks of both sides, not alone', async () => {
    expect(await verdict('<h1>Områdeutvalg nord</h1><p>Kommunene og sykehuset drøftet legevakt.</p>')).toMatchObject({
      belongs: true,
    });
    expect(await verdict('<h1>Områdeutvalg nord</h1><p>Idrettslaget drøftet ny bane.</p>')).toMatchObject({
      belongs: false,
    });
  });

  test.each([
    ['Ny parkeringsplass', 'Sykehuset får flere plasser i mai.'],
    ['Styremøte 14. mai', 'Styret møtes. På sakslisten står orientering fra helsefellesskapet.'],
    ['Brukarutvalet søkjer medlemer', 'Utvalet gir råd til sjukehuset og kommunane.'],
    ['LSU inviterer til debatt', 'Ungdomspartiets landsstyreutvalg (LSU) og fylkesstyreutvalget (FSU) holder årsmøte.'],
    ['Fellesskap i nabolaget', 'Helse og fellesskap er tema på kafeen i kommunen.'],
  ])('“%s” does not belong', async (title, text) => {
    expect(await verdict(`<h1>${title}</h1><p>${text}</p>`)).toMatchObject({ belongs: false });
  });

  test.each([
    'Samarbeidsstyret for Fjordland brannvesen vedtok ny feieplan for kommunene.',
    'Regionalt samarbeidsutvalg for landbruk møtte bøndene i tre kommuner.',
    'Bedriftene i næringshagen holdt partnerskapsmøte.',
    'Samhandlingskonferanse for skoleledere i alle kommunene.',
    'Strategisk samarbeidsutval for idrett og friluftsliv vart valt.',
  ])('bodies of others with the same names do not make a page belong: %s', async (sentence) => {
    expect(await verdict(`<h1>Nytt</h1><p>${sentence}</p>`)).toMatchObject({ belongs: false });
  });

  test('a plan whose headings are acronyms of several of the community’s bodies belongs; one acronym may be anybody’s', async () => {
    const list = '<ul><li>12. mars</li><li>11. juni</li></ul>';
    const plan = (...names: string[]) =>
      `<h1>Møter i 2027</h1>${names.map((name) => `<h2>${name}</h2>${list}`).join('')}`;
    expect(await verdict(plan('SSU', 'OU'))).toMatchObject({ belongs: true });
    expect(await verdict(plan('SSU'))).toMatchObject({ belongs: false });
    expect(await verdict('<h1>Tur</h1><p>SSU og OU i idrettslaget møttes på hytta.</p>')).toMatchObject({
      belongs: false,
    });
  });

  test('the agreement is told of whichever of agreement and parties comes first', async () => {
    const told = 'Kommunene og Vestre Viken har nå én felles samarbeidsavtale og fire delavtaler.';
    expect(await verdict(`<h1>Avtaler</h1><p>${told}</p>`)).toMatchObject({ belongs: true });
    expect(await verdict('<h1>Avtaler</h1><p>Kommunene har én samarbeidsavtale om brøyting.</p>')).toMatchObject({
      belongs: false,
    });
  });

  test('a plan that names several bodies of the community belongs, though it names no side', async () => {
    const main = (one: string, other: string) =>
      `<h1>Møteplan</h1><table><tr><td>${one}</td><td>4. mai</td></tr><tr><td>${other}</td><td>9. juni</td></tr></table>`;
    expect(await verdict(main('SSU', 'Dialogmøte'))).toMatchObject({ belongs: true, word: 'Dialogmøte' });
    expect(await verdict(main('SSU', 'OU'))).toMatchObject({ belongs: false });
  });

  test('a pointer to another page does not make this one belong', async () => {
    const main =
      '<h1>Feiing av vegar</h1><p>Vegane vert feia i veke 17.</p><p><a href="/h">Les meir om helsefellesskapet</a></p>';
    expect(await verdict(main)).toMatchObject({ belongs: false });
  });

  test('a document without text is judged by the links to it', async () => {
    const hints = [
      { from: 'https://eksempel.example.no/', via: 'link' as const, text: 'Handlingsplan for helsefellesskapet' },
    ];
    expect(await verdict('', { format: 'pdf', hints })).toMatchObject({ belongs: true });
    expect(await verdict('', { format: 'pdf' })).toMatchObject({ belongs: false });
  });

  test('minutes that carry the name of one of the community’s bodies belong', async () => {
    const url = 'https://eksempel.example.no/f/referat_OU_mai.pdf';
    expect(await verdict('<h1>Møte</h1><p>Saker om buss.</p>', { format: 'pdf', url })).toMatchObject({
      belongs: true,
      word: 'OU',
    });
  });

  test('a page called after a body that lists its papers belongs', async () => {
    const main = '<h1>SSU</h1><h2>2024</h2><ul><li><a href="/f/1.pdf">Protokoll 4. mars</a></li></ul>';
    expect(await verdict(main)).toMatchObject({ belongs: true, word: 'SSU' });
    expect(await verdict('<h1>SSU</h1><p>Et fotballag.</p>')).toMatchObject({ belongs: false });
  });

  test('a page of papers belongs when a line says whose minutes it links to', async () => {
    const main = (line: string) => `<h1>Arkiv</h1><p>Eldst først.</p><p>${line}</p><p><a href="/f/2.docx">Plan</a></p>`;
    expect(await verdict(main('OU 7. mai: <a href="/f/1.pdf">protokoll</a>'))).toMatchObject({
      belongs: true,
      word: 'OU',
    });
    for (const line of [
      'OU 7. mai: <a href="/f/1.pdf">bilde av salen</a>',
      'Idrettsrådet 7. mai: <a href="/f/1.pdf">protokoll</a>',
      'OU 7. mai: <a href="/kalender">protokoll</a> kommer',
    ])
      expect(await verdict(main(line)), line).toMatchObject({ belongs: false });
  });

  test('every verdict has a readable reason', async () => {
    expect((await verdict('<h1>Parkering</h1><p>Ny plass.</p>')).reason).toMatch(/^[a-z].{20,}/);
  });

  test('a body written out with its own acronym beside it is the community’s, either alone may be anybody’s', async () => {
    const main = (name: string) => `<h1>Ny dato</h1><p>${name} skulle ha samlet seg i mai. Det blir i juni.</p>`;
    expect(await verdict(main('Områdeutvalget (OU)'))).toMatchObject({ belongs: true, word: 'Områdeutvalget (OU)' });
    expect(await verdict(main('Områdeutvalget'))).toMatchObject({ belongs: false });
    expect(await verdict(main('Områdeutvalget for skøytebaner og idrett, som noen kaller OU,'))).toMatchObject({
      belongs: false,
    });
  });

  test('an event whose structured data name the helsefellesskap as organizer belongs, one arranged by a club does not', async () => {
    const event = (organizer: string) => ({
      head: `<script type="application/ld+json">{"@type":"Event","name":"Høstmøte","organizer":${organizer}}</script>`,
    });
    const main = '<h1>Høstmøte</h1><p>Vi drøfter planer for vinteren.</p>';
    expect(await verdict(main, event('{"@type":"Organization","name":"Helsefellesskapet i Dalen"}'))).toMatchObject({
      belongs: true,
    });
    expect(await verdict(main, event('"Helsefellesskap Dalen"'))).toMatchObject({ belongs: true });
    expect(await verdict(main, event('[{"name":"Dalen turlag"},{"name":7},null]'))).toMatchObject({ belongs: false });
  });

  test('a page of papers belongs when its text says that they are those of a body that only a helsefellesskap has', async () => {
    const main = (body: string) =>
      `<h1>Papirer</h1><p>Innkallinger til ${body}.</p><ul><li><a href="/f/1.pdf">Innkalling 4. mars</a></li></ul>`;
    expect(await verdict(main('strategisk samarbeidsutvalg'))).toMatchObject({ belongs: true });
    expect(await verdict(main('borettslagets styre'))).toMatchObject({ belongs: false });
    expect(await verdict('<h1>Papirer</h1><p>Ingen fra strategisk samarbeidsutvalg svarte.</p>')).toMatchObject({
      belongs: false,
    });
  });

  test('an agenda that says in its first lines whose it is belongs', async () => {
    const around = { format: 'docx', url: 'https://eksempel.example.no/f/s7.docx' };
    const main = (line: string) => `<h1>Saksliste</h1><p>${line}</p><p>Sak 1/24 Årsplan</p><p>Sak 2/24 Ymse</p>`;
    expect(await verdict(main('Overordnet samarbeidsorgan, fredag 9. februar 2024'), around)).toMatchObject({
      belongs: true,
    });
    expect(await verdict(main('Skiklubbens årsmøte, fredag 9. februar 2024'), around)).toMatchObject({
      belongs: false,
    });
  });
});
