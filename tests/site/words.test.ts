import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { projectFolder } from '../../scraper/index.ts';
import { shortName } from '../../site/filters/short-name.ts';
import { html } from '../../site/html.ts';
import { fieldMeanings } from '../../site/strings/fields.ts';
import { nb } from '../../site/strings/nb.ts';
import { nn } from '../../site/strings/nn.ts';
import { proseNb } from '../../site/strings/prose.nb.ts';
import { proseNn } from '../../site/strings/prose.nn.ts';
import type { Prose, ProseContext } from '../../site/strings/prose.ts';
import { counted, fill, wordFor } from '../../site/words.ts';

function leaves(words: object, path = ''): Map<string, string> {
  const all = Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as const] : [...leaves(value, `${path}${key}.`)],
  );
  return new Map(all);
}

const link = (words: string) => html`<a href="/">${words}</a>`;
const context: ProseContext = {
  title: 'Samla',
  operator: 'Etaten',
  communities: 19,
  sources: 5,
  link: { sources: link, data: link, privacy: link, robot: link, contact: link, statement: link },
};

const proseText = ({ licence, ...pages }: Prose): string =>
  [
    ...Object.values(pages).flatMap(({ title, lead, text }) => [title, lead, text(context).markup]),
    licence().markup,
  ].join('\n');

const column = (index: 0 | 1): string[] =>
  Object.values(fieldMeanings).flatMap((fields) => Object.values(fields).map((forms) => forms[index]));

const allNn = [...leaves(nn).values(), proseText(proseNn), ...column(1)].join('\n');
const allNb = [...leaves(nb).values(), proseText(proseNb), ...column(0)].join('\n');

// Words that are right in one of the standards only.
const bokmalOnly = `ikke hvordan hva hvor hvilke hvilken hvilket hver hvert hvem hvorfor kommunene kommuner møtene møter fra noe
  noen nå hun jeg de dem sykehus sykehuset sykehusene kilde kilden kildene kilder nyhet nyheter siden uke uken
  helsefellesskapene samarbeidsutvalg faglig faglige avtaler planer dokumenter temaer navn antall vises brukes hentes leses
  blitt være vært gjøre kommende mer flere egen holdt utsatt feiler adressen tittelen organene organer forsiden lenke ennå
  bare hentet fjernet oppdiktet skrevet opplysninger fortsatt opprinnelig`;
const nynorskOnly = `ikkje korleis kva kvar kvart kven kvifor kommunane kommunar møta frå noko nokon eg dei sjukehus sjukehusa
  sjukehuset kjelde kjelda kjeldene kjelder nyhende nyhenda veka veker helsefellesskapa samarbeidsutval fagleg faglege avtalar
  planar namn talet vart vore gjere òg meir fleire halde utsett feilar adressa framsida lenkje berre sjå vere éi saka dataa
  nettstaden henta fjerna omtala difor framleis opphavleg tilgjenge enno sidan verkar komande`;

const wordPattern = (words: string): RegExp =>
  new RegExp(`(?<![\\p{L}])(${words.split(/\s+/).join('|')})(?![\\p{L}])`, 'giu');
const found = (text: string, words: string): string[] => [...text.matchAll(wordPattern(words))].map(([word]) => word);

describe('the catalogues', () => {
  it('B6.1 have the same keys and the same holes in both written standards', () => {
    expect([...leaves(nn).keys()]).toEqual([...leaves(nb).keys()]);
    const holes = (text = ''): string[] => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
    for (const [key, text] of leaves(nb)) expect(holes(leaves(nn).get(key)), key).toEqual(holes(text));
  });

  it('B6.1 no word of Bokmål stands in the Nynorsk texts', () => {
    expect(found('Det er ikke sånn', bokmalOnly)).toEqual(['ikke']);
    expect(found(allNn, bokmalOnly)).toEqual([]);
  });

  it('B6.1 no word of Nynorsk stands in the Bokmål texts', () => {
    expect(found(allNb, nynorskOnly)).toEqual([]);
  });

  it('every topic of the vocabulary has a name', () => {
    const file = readFileSync(join(projectFolder(), 'data', 'vocabulary', 'topics.yaml'), 'utf8');
    const ids = Object.keys(parse(file));
    expect(ids.length).toBeGreaterThan(10);
    for (const id of ids) expect(Object.keys(nb.topics)).toContain(id);
  });
});

describe('filling words', () => {
  it('counts in the right number, with a hard space in thousands', () => {
    expect(counted(nb.count.items, 1)).toBe('1 sak');
    expect(counted(nn.count.municipalities, 357)).toBe('357 kommunar');
    expect(counted(nb.count.items, 12345)).toMatch(/^12\u00a0345 saker$/);
  });

  it('a table’s rows leave out the word that stands in all of them', () => {
    const short = (name: string): string => shortName(name, nb.community.commonName);
    expect(short('Helsefellesskapet i Bergensområdet')).toBe('Bergensområdet');
    expect(short('Helsefellesskapet i nordre Trøndelag')).toBe('Nordre Trøndelag');
    expect(short('Sogn og Fjordane helsefellesskap')).toBe('Sogn og Fjordane');
    expect(short('Helsefellesskap Oslo')).toBe('Oslo');
  });

  it('a hole without a value stays visible, and an unknown id is shown as words', () => {
    expect(fill('{a} og {b}', { a: 'x' })).toBe('x og {b}');
    expect(wordFor(nb.topics, 'et-nytt-tema')).toBe('et nytt tema');
    expect(wordFor(nb.topics, 'constructor')).toBe('constructor');
  });
});
