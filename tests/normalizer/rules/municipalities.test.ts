import { describe, expect, test } from 'vitest';
import municipalities from '../../../normalizer/rules/municipalities.ts';
import { aPage } from '../a-page.ts';

async function named(main: string, own?: string[]): Promise<string[]> {
  const page = await aPage(`<h1>Samarbeid</h1>${main}`, own ? { municipalities: own } : {});
  return municipalities.read(page, {})?.value ?? [];
}

describe('names in capitals and lists after a region', () => {
  test.each([
    ['LIER KOMMUNE har svart ja.', ['3312']],
    ['Kommunane i Midtdalen: Lier, Øvre Eiker og Drammen.', ['3301', '3312', '3314']],
    ['Kommunene i Numedal: Flesberg, Rollag og Nore og Uvdal er med.', ['3334', '3336', '3338']],
  ])('“%s”', async (text, expected) => {
    const page = await aPage(`<h1>Møte</h1><p>${text}</p>`);
    expect(municipalities.read(page, {})?.value).toEqual(expected);
  });
});

describe('municipalities that a page names', () => {
  test.each([
    ['<p>Møtet ble ledet av rådmannen i Lier kommune.</p>', ['3312']],
    ['<p>Hjemmetjenesten i Lier bruker skjermen hver dag.</p>', ['3312']],
    ['<table><tr><th>Vert</th><td>Lier kommune, Lier</td></tr></table>', ['3312']],
    ['<p>Utvalget er for Ringerike, Hol, Flå og Ringerike sykehus.</p>', ['3305', '3320', '3330']],
    ['<p>Til stede: åtte personer. Meldt forfall: Flå.</p>', ['3320']],
    ['<p>Møtte: Lier. Fravær: Hol og Ål.</p>', ['3312', '3328', '3330']],
    ['<p>Vi skal snakke om felles bakvakt i Flå og Hol og om møtedatoer.</p>', ['3320', '3330']],
    ['<p>Juryen ga årets pris til Lier for følgevennene.</p>', ['3312']],
    [
      '<p>Hun er to måneder i Flå, så like lenge i Hol og til sist to på legevakta i Ål, før hun drar videre.</p>',
      ['3320', '3328', '3330'],
    ],
    ['<p>Helsestasjonane i Flå og Ål er med.</p>', ['3320', '3328']],
    ['<p>Lier melder at ventetiden har gått ned.</p>', ['3312']],
    ['<p>Nå vil Ringerike også prøve ordningen.</p>', ['3305']],
    ['<p>I Flå og Hol får flere hjelp hjemme.</p>', ['3320', '3330']],
    ['<p>Gravide i Flå og Ål kan måle blodtrykket selv.</p>', ['3320', '3328']],
    ['<p>Flå og Hol har lenge delt på vakta.</p>', ['3320', '3330']],
    ['<p>Drammen og Lier kommuner deler på utgiftene.</p>', ['3301', '3312']],
    ['<p>Kommunane Ål, Hol og Flå har gått saman om legevakt.</p>', ['3320', '3328', '3330']],
    ['<p>Vi besøkte kommunane i Kongsberg og Øvre Eiker.</p>', ['3303', '3314']],
    ['<p>Ordføreren i Ringerike åpnet dagen.</p>', ['3305']],
    ['<p>Ordførar Kari Nordmann (Ap) i Ringerike opna dagen.</p>', ['3305']],
    ['<p>Lier kommunes nye legevakt er klar.</p>', ['3312']],
    ['<p>Med er Kongsberg, Nore og Uvdal, Lier samt Drammen.</p>', ['3301', '3303', '3312', '3338']],
    [
      '<ul><li>Kongsberg</li><li>Lier (28 000 innbyggere)</li><li>Nore og Uvdal kommune</li></ul>',
      ['3303', '3312', '3338'],
    ],
    ['<table><tr><th>Kommune</th><th>Innbyggere</th></tr><tr><td>Hol</td><td>4 500</td></tr></table>', ['3330']],
    ['<dl><dt>Kommuner</dt><dd>Kommunene: Lier og Flå</dd></dl>', ['3312', '3320']],
  ])('%s', async (html, numbers) => {
    expect(await named(html)).toEqual(numbers);
  });

  test.each([
    '<p>Dialogmøtet var på Scandic hotell i Drammen, og 80 deltok.</p>',
    '<p>Kari Lier og Ola Hagen la fram tallene.</p>',
    '<p>Sykehusene i Drammen, Kongsberg og Ringerike skal bygges om.</p>',
    '<p>Drammen, Kongsberg og Ringerike sykehus har egne mottak.</p>',
    '<p>Møtet holdes på Lier rådhus klokken ni.</p>',
    '<p>Konferansen gjekk i Bergen og Oslo.</p>',
    '<p>Hol ut, sa lederen. Flå ikke skinnet før bjørnen er skutt.</p>',
    '<p>Kommunedirektørene og sykehusledelsen samlet seg på Hotell Elva i Drammen.</p>',
  ])('towns, houses and persons are none: %s', async (html) => {
    expect(await named(html)).toEqual([]);
  });

  test('a name that two bear is the community’s own, and nobody’s where the community has neither', async () => {
    expect(await named('<p>Herøy kommune og Våler kommune deltok.</p>', ['1515', '3114'])).toEqual(['1515', '3114']);
    expect(await named('<p>Herøy kommune og Våler kommune deltok.</p>', ['1818', '3419'])).toEqual(['1818', '3419']);
    expect(await named('<p>Herøy kommune deltok.</p>', ['3301'])).toEqual([]);
  });

  test('former municipalities count as today’s', async () => {
    expect(await named('<p>Fjell, Sund og Øygarden vart slegne saman.</p>', ['4626', '4601'])).toEqual(['4626']);
    expect(await named('<p>Bø kommune hadde eige tilbod.</p>', ['4020'])).toEqual(['4020']);
    expect(await named('<p>Bø kommune ligger i Vesterålen.</p>', ['1867'])).toEqual(['1867']);
    expect(await named('<p>Innbyggerne i tidligere Sande kommune hører hit.</p>')).toEqual(['3903']);
    expect(await named('<p>Skedsmo kommune deltok i 2018.</p>', ['3205'])).toEqual(['3205']);
  });

  test('Sámi and Norwegian names are one municipality', async () => {
    expect(await named('<p>Samling i Guovdageaidnu/Kautokeino i mai.</p>', ['5612'])).toEqual(['5612']);
    expect(await named('<p>Deatnu, Unjárga og Kárášjohka deltok.</p>', ['5610', '5628', '5636'])).toEqual([
      '5610',
      '5628',
      '5636',
    ]);
  });

  test('a row of towns all over the country is none, a list that begins with names is', async () => {
    expect(await named('<p>Konferansen går i Drammen, Bergen, Trondheim og Tromsø.</p>')).toEqual([]);
    expect(
      await named('<ul><li>Lier: to medlemmer</li><li>Hol: ett medlem</li><li>Flå – ett medlem</li></ul>'),
    ).toEqual(['3312', '3320', '3330']);
  });

  test('Sámi names stand in the possessive before gielda', async () => {
    expect(await named('<p>Deanu gielda ja Kárášjoga gielda leat mielde.</p>', ['5610', '5628'])).toEqual([
      '5610',
      '5628',
    ]);
  });

  test('the evidence is the words around the name', async () => {
    const page = await aPage('<h1>Ny lege</h1><p>Det var Lier kommune som ringte først.</p>');
    expect(municipalities.read(page, {})?.evidence).toEqual({
      text: expect.stringContaining('Lier kommune'),
      from: 'text',
    });
  });

  test.each([
    ['Kommunestyret i Lier behandlet saken i juni.', ['3312']],
    ['Dette sier kommunaldirektøren i Hol.', ['3330']],
    ['Bystyret i Drammen og heradsstyret i Flå var samde.', ['3301', '3320']],
  ])('an assembly or office is a municipality’s: “%s”', async (text, expected) => {
    expect(await named(`<p>${text}</p>`)).toEqual(expected);
  });

  test.each([
    ['Flå og Hol har vedtatt den same planen.', ['3320', '3330']],
    ['Det første året fikk 12 pasienter fra Flå og Hol time på skjerm.', ['3320', '3330']],
    ['Flå og Hol henter utstyret på same lager.', ['3320', '3330']],
    ['Flå og Ål fekk besøk av legebilen.', ['3320', '3328']],
    ['Rundturen tar tre timar. Flå og Hol venter på vinteren.', []],
    ['Flå og Hol stasjoner får nye benker.', []],
    ['Tilbodet blir prøvd i Flå og på Hol.', ['3320', '3330']],
    ['Tilbudet innføres i Flå og i Hol fra mai.', ['3320', '3330']],
    ['Kursrekka startar i Flå og på Hol.', []],
    ['Dei køyrde gjennom skogen i Flå og på Hol.', []],
    ['Møtene går i Flå og Hol.', []],
    ['Toget fra Flå og Hol er forsinket.', []],
    ['Flå og Hol ligger langs elva.', []],
    ['Bergen og Molde har vedtatt noe annet.', []],
  ])(
    'two of the community’s names joined by “og” are meant when they act or people come from them: “%s”',
    async (text, expected) => {
      expect(await named(`<p>${text}</p>`)).toEqual(expected);
    },
  );

  test.each([
    ['Fastlegane i Lier svarer på melding same dagen.', ['3312']],
    ['Lier er først ute med den nye ordningen.', ['3312']],
    ['Lier lar sykepleierne svare på meldinger.', ['3312']],
    ['Lier ligger ved fjorden.', []],
    ['Lier er vakker om våren.', []],
    ['Lier gleder seg over sola.', ['3312']],
    ['Lier byr på fisk og fin utsikt.', []],
    ['Molde lar sykepleierne svare på meldinger.', []],
    ['Lier blir samlingsstedet også i år.', []],
    ['Lier stasjon får nye benker.', []],
  ])('one of the community’s own is meant when it acts or has its doctors: “%s”', async (text, expected) => {
    expect(await named(`<p>${text}</p>`)).toEqual(expected);
  });

  test.each([
    ['Sola skinner over tunet.', '1124'],
    ['Gran vokser godt her.', '3446'],
    ['Moss dekker taket.', '3103'],
    ['Time bestiller du på nettet.', '1121'],
    ['Stranda tømmes for tang hver vår.', '1525'],
    ['Fjord møter fjell på dette stedet.', '1578'],
  ])('a word that is also a name is none at the beginning of a sentence: “%s”', async (text, own) => {
    expect(await named(`<p>${text}</p>`, [own])).toEqual([]);
  });

  test.each([
    ['Det trengs flere nattvakter i Lier, mener sykehuset.', ['3312']],
    ['Nå vil også Kongsberg og Ringerike være med.', ['3303', '3305']],
    ['Både Flå og Ål vil ha bilen, men ingen vil betale.', ['3320', '3328']],
    ['– Dette har vi ventet på, sa rådgjevaren frå Hol.', ['3330']],
    ['Ordfører på Ringerike kaller det en god avtale.', ['3305']],
    ['Rådet slutter seg til avtalen med Kongsberg.', ['3303']],
    ['Lier behandler det 9. desember, Kongsberg 10. desember og Ringerike 15. desember.', ['3303', '3305', '3312']],
    ['Orientering ved prosjektleiaren i Lier', ['3312']],
    ['Sykehuset og Ringerike skal dele på kostnadene.', ['3305']],
  ])('running text means a municipality of its own by a name alone: “%s”', async (text, expected) => {
    expect(await named(`<p>${text}</p>`)).toEqual(expected);
  });

  test.each([
    'Utvalget skal ha konferanse i Lier neste uke.',
    'Da er det i Lier 6. november og Kongsberg 13. november.',
    'Pasienten ble lagt inn i Kongsberg samme kveld.',
    'Avdelingen i Kongsberg får flere senger til våren.',
    'De satt i kantina på kulturhuset i Lier og ventet.',
    'Per Lier leder arbeidet, og Lier gleder seg.',
    'Vi bor i 3400 Lier og har telefon.',
    'Rådet har medlemmer fra Øvre Telemark og Kongsberg, sier lederen.',
    'Ambulansen kjører fra Kongsberg til Drammen på tjue minutter.',
    'Det er møte om saken, og Kongsberg blir stedet.',
    'Toget stopper ikke i Lier lenger om natta.',
    'De er nok enige i Bergen om at dette går bra.',
  ])(
    'nor is a name one where something is held, done, housed or passed, or somebody is called so: “%s”',
    async (text) => {
      expect(await named(`<p>${text}</p>`)).toEqual([]);
    },
  );

  test('a column of places is no list of municipalities, nor is the word above it the municipality Stad', async () => {
    const table = (header: string) =>
      `<table><tr><th>Nr.</th><th>${header}</th></tr><tr><td>1</td><td>Lier</td></tr><tr><td>2</td><td>Flå</td></tr><tr><td>3</td><td>Hol</td></tr></table>`;
    expect(await named(table('Stad'), ['3312', '3320', '3330', '4649'])).toEqual([]);
    expect(await named(table('Kommune'))).toEqual(['3312', '3320', '3330']);
  });
});
