import { describe, expect, test } from 'vitest';
import topics from '../../../normalizer/rules/topics.ts';
import { isStandingParagraph, mentionsIn } from '../../../normalizer/topic-words.ts';
import { aPage, knownOf } from '../a-page.ts';

async function about(main: string): Promise<string[]> {
  const page = await aPage(main);
  return topics.read(page, knownOf(page))?.value ?? [];
}

const STANDING =
  'Vi samarbeider særlig om barn og unge, personer med psykiske lidelser og rusproblemer, skrøpelige eldre og personer med flere kroniske lidelser.';

describe('topics', () => {
  test.each([
    ['Ungdom og born får raskare hjelp', 'barn-og-unge'],
    ['Eldre med skrøpelegdom bur lenger heime', 'skropelige-eldre'],
    ['Rus og psykisk helse under same tak', 'psykisk-helse-og-rus'],
    ['Heimeoppfølging gjev færre innleggingar', 'digital-hjemmeoppfolging'],
    ['Slik vil vi rekruttere fagfolk', 'rekruttering-og-kompetanse'],
    ['Færre utskrivingsklare pasientar ventar', 'utskrivningsklare'],
    ['Tilskotet for neste år er fordelt', 'finansiering'],
    ['Ny jordmorteneste i dalen', 'svangerskap-fodsel-barsel'],
    ['Felles øving i helseberedskap', 'beredskap'],
    ['Delavtale 5 er revidert', 'samarbeidsavtaler'],
    ['Styringsdata i nytt format', 'styringsinformasjon'],
    ['Brukarmedverknad i utvala', 'brukermedvirkning'],
    ['To nye LIS1-leger i dalen', 'rekruttering-og-kompetanse'],
    ['Framtidas helsefagarbeidar', 'rekruttering-og-kompetanse'],
    ['Dei er klare til å reise heim', 'utskrivningsklare'],
    ['Fallførebygging verkar', 'skropelige-eldre'],
    ['Skolevegring: felles plan', 'barn-og-unge'],
    ['Totalforsvaret øver med kommunene', 'beredskap'],
    ['Rusteamet er på vei', 'psykisk-helse-og-rus'],
    ['Dei er ferdig behandla, men blir verande', 'utskrivningsklare'],
    ['Hva er viktig for deg?', 'brukermedvirkning'],
  ])('the title “%s” is about %s', async (title, topic) => {
    expect(await about(`<h1>${title}</h1><p>Meir kjem seinare i haust.</p>`)).toContain(topic);
  });

  test.each([
    ['<p>Sak 4/26 Felles beredskap</p><p>Utvalget tok saken til orientering.</p>', ['beredskap']],
    ['<p>31-2026 Digital hjemmeoppfølging</p><p>Saken ble utsatt.</p>', ['digital-hjemmeoppfolging']],
    ['<p>Neste møte er i mai.</p><p>Utvalget tok opp noe, blant annet beredskap.</p>', []],
  ])('a case of the minutes is a heading: %s', async (text, expected) => {
    const filler = '<p>Sak 3/26 Godkjenning</p><p>Utvalget var enig om det som var skrevet sist.</p>'.repeat(9);
    expect(await about(`<h1>Referat fra møtet i mars</h1>${filler}${text}`)).toEqual(expected);
  });

  test.each([
    ['Sju bord valgte det samme: hvordan den som er klar til å reise hjem, kommer fort hjem.', 'utskrivningsklare'],
    ['Temaet var dem som har fire diagnoser på en gang.', 'flere-kroniske-lidelser'],
    ['Til høsten skal vi høre om beredskap fra dem som har prøvd den.', 'beredskap'],
    ['Gruppa går gjennom de siste styringstallene, tavle for tavle.', 'styringsinformasjon'],
    ['Møtet slo fast at alle pasientforløp skal tegnes på nytt.', 'pasientforlop'],
    ['Partene samlet seg bak forslaget om å kjøpe skjermer til digital hjemmeoppfølging.', 'digital-hjemmeoppfolging'],
    ['Kveldens oppgave var å finne ut hvordan skrøpelige pasienter slipper å vente.', 'skropelige-eldre'],
  ])('what was proposed, decided or gone through is the topic: “%s”', async (text, expected) => {
    const filler = '<p>Salen var full, og kaffen varm. Alle hadde tatt seg tid til å komme denne gangen.</p>'.repeat(6);
    expect(await about(`<h1>Vel blåst</h1><p>Det begynte med sang.</p>${filler}<p>${text}</p>`)).toEqual([expected]);
  });

  test('words that only look alike without their marks are no sign of a topic', async () => {
    const main =
      '<h1>Nyttår på Voss</h1><p>Over 300 var innom, og over halvparten vart til over midnatt.</p><p>Møtet gjekk over tida, og det var over før nokon visste det.</p>';
    expect(await about(main)).toEqual([]);
  });

  test('whom one lacks, who is hired and what has fewer are topics', async () => {
    const lacks =
      '<h1>Fire løfter</h1><p>Det handlet om folk.</p><ul><li>en oversikt over hvem som mangler sykepleiere</li><li>lærlinger skal bytte</li><li>ingen lyser ut nattstillinger alene</li></ul>';
    expect(await about(lacks)).toEqual(['rekruttering-og-kompetanse']);
    const fewer =
      '<h1>Natt på mottaket</h1><p>Klokka er tre.</p><p>Sidan i vår har talet på utskrivingsklare gått ned.</p>';
    expect(await about(fewer)).toEqual(['utskrivningsklare']);
    const money =
      '<h1>Onsdag møtast partane</h1><p>Dei samlast på kommunehuset.</p><p>Dagen har eitt tema: økonomi.</p><h2>Tre reknestykke</h2><p>Kven sparar, og kven betaler?</p>';
    expect(await about(money)).toEqual(['finansiering']);
  });

  test('what somebody is the head of is no topic', async () => {
    const main =
      '<h1>Referat</h1><p>Til stede: leder for psykisk helse og rus. Sjef for beredskap, som førte ordet.</p>';
    expect(await about(main)).toEqual([]);
  });

  test('a word in passing is no topic, a word that comes back is', async () => {
    const passing =
      '<h1>Møte i mars</h1><p>Vi snakket om mye, blant annet rekruttering.</p><p>Så spiste vi lunsj sammen.</p>';
    const repeated = `${passing}<p>Rekruttering er vanskelig.</p><p>Derfor satses det på kompetanse i alle kommunene.</p>`;
    expect(await about(passing)).toEqual([]);
    expect(await about(repeated)).toContain('rekruttering-og-kompetanse');
  });

  test('a topic that the text announces counts', async () => {
    expect(
      await about(
        '<h1>Velkommen til konferanse</h1><p>Vi møtes i juni.</p><p>Den første dagen handler om beredskap.</p>',
      ),
    ).toEqual(['beredskap']);
  });

  test('the standing paragraph gives no topic, under its heading or by its row of groups', async () => {
    expect(
      await about(`<h1>Møte i mars</h1><p>Vi møttes i mars.</p><h2>Om helsefelleskapet</h2><p>${STANDING}</p>`),
    ).toEqual([]);
    expect(await about(`<h1>Møte i mars</h1><p>Vi møttes i mars.</p><p>${STANDING}</p><p>${STANDING}</p>`)).toEqual([]);
  });

  test('the standing paragraph’s heading is known in both standards and misspelt', () => {
    for (const heading of [
      'Dette er helsefellesskapet',
      'Kva er eit helsefellesskap?',
      'Fakta om Helefellesskapet',
      'Hva er helsefellskap',
    ]) {
      expect(isStandingParagraph('Noe om barn og unge.', [heading])).toBe(true);
    }
    expect(isStandingParagraph('Noe om barn og unge.', ['Barn og unge'])).toBe(false);
  });

  test('the kicker above the title is a category that the text must bear out', async () => {
    const page = (text: string) => `<p class="over">Beredskap</p><h1>Natta uten strøm</h1><p>Vi var der.</p>${text}`;
    expect(await about(page('<p>Kommunene skrev en felles beredskapsplan etterpå.</p>'))).toEqual(['beredskap']);
    expect(await about(page('<p>Kommunene takket for kaffen etterpå.</p>'))).toEqual([]);
  });

  test('a draft that lies on the table is what the page is about', async () => {
    expect(
      await about(
        '<h1>Lang dag for utvalget</h1><p>De møttes tidlig.</p><p>Utkast til utviklingsplan var sendt ut.</p>',
      ),
    ).toEqual(['utviklingsplan']);
  });

  test('half a compound says nothing of its own when the whole names something else', async () => {
    expect(mentionsIn('Rekrutterings- og samhandlingsmidlene er delt ut.')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ topic: 'rekruttering-og-kompetanse', manner: 'passing' }),
        expect.objectContaining({ topic: 'finansiering', manner: 'plain' }),
      ]),
    );
    expect(mentionsIn('Svangerskaps- og barselomsorga er samla.')).toEqual([
      expect.objectContaining({ topic: 'svangerskap-fodsel-barsel', manner: 'plain' }),
    ]);
  });
});
