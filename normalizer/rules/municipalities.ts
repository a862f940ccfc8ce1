/**
 * The municipalities that a page names as municipalities: with the word, with an office, or in a list of them.
 * A name alone ("møtet i Drammen", "Kari Lier", "Hotell Os") is a town, a person or a house.
 */
import { z } from 'zod';
import { isMeantInProse } from '../municipality-in-prose.ts';
import { municipalityNumber, nameAt, namesIn } from '../municipality-names.ts';
import type { Block, Page } from '../page.ts';
import { defineRule } from '../rule.ts';
import { readVocabulary } from '../vocabulary.ts';

interface Name {
  name: string;
  start: number;
  end: number;
  number: string | undefined;
}

interface Found {
  number: string | undefined;
  quote: string;
}

const list = z.array(z.string().min(2)).min(1);
const words = readVocabulary(
  'municipality-words',
  z.strictObject({
    municipality: list,
    office: list,
    house: list,
    formerly: list,
    people: list,
    auxiliary: list,
    acts: list,
    stays: list,
    words_too: list,
    strong: list,
    spreads: list,
    events: list,
    places: list,
    services: list,
    residents: list,
    attends: list,
  }),
);
const WORD = words.municipality.join('|');
const AFTER = new RegExp(`^\\s*(?:[-–]\\s*)?(?:${WORD})(?!\\p{L})`, 'iu');
const BEFORE = new RegExp(`(?<!\\p{L})\\p{L}*(?:${WORD})\\s*(?:som|er|:|,|\\(|–|-)?\\s*$`, 'iu');
const BEFORE_LIST = new RegExp(
  `(?<!\\p{L})\\p{L}*(?:${WORD})\\s+(?:i|frå|fra|for|består av|omfattar|omfatter)\\s+$`,
  'iu',
);
/** "Kommunane i Sunnhordland: Stord …": the list follows after the name of the region. */
const BEFORE_REGION = new RegExp(
  `(?<!\\p{L})\\p{L}*(?:${words.municipality.map(eitherCase).join('|')})\\s+(?:i|på|frå|fra)\\s+(?:\\p{L}+\\s+){0,3}?\\p{Lu}[\\p{L}-]+(?:\\s+og\\s+\\p{Lu}[\\p{L}-]+)?\\s*(?:er|:|\\(|–|-)+\\s*$`,
  'u',
);
/** Case matters after an office (a person's name), so its own first letter may be either. */
const offices = words.office.map(eitherCase).join('|');
const OFFICE = new RegExp(
  `(?:${offices})\\p{L}{0,5}(?:,?\\s+(?:\\([^()]{1,20}\\)|\\p{Lu}[\\p{L}.-]*|og|for)){0,6}?,?\\s+(?:i|på|frå|fra|for)\\s+$`,
  'u',
);
/** A row of hospitals or hotels is called by the same names. */
const HOUSE = `(?:${words.house.join('|')})\\p{L}*`;
const HOUSES_BEFORE = new RegExp(`${HOUSE}\\s*(?:i|på)?\\s*[:(,–-]?\\s*$`, 'iu');
const HOUSES_AFTER = new RegExp(`^\\s*(?:[-–]\\s*)?${HOUSE}`, 'iu');
const FORMERLY = new RegExp(`(?:${words.formerly.join('|')})\\s+$`, 'iu');
const GENITIVE_OFFICE = new RegExp(`^\\s+(?:\\p{L}+\\s+)?(?:${words.office.join('|')})`, 'iu');
const BETWEEN =
  /^\s*(?:kommune\s*)?(?:(?:[,;/&•–()]|(?<=\s)-(?=\s)|(?:[,;]\s*)?(?:og|samt|and|ja)(?=\s)(?:\s+(?:i|på))?)\s*)?$/iu;
const UNDER_MUNICIPALITIES = new RegExp(`(?<!\\p{L})\\p{L}*(?:${WORD})(?!\\p{L})`, 'iu');
const AND = /^\s+og\s+$/;
const AND_IN = /^\s+og\s+(?:i|på)\s+$/;
const FROM = new RegExp(`(?<!\\p{L})\\p{L}*(?:${words.people.join('|')})\\p{L}{0,5}\\s+(?:frå|fra)\\s+$`, 'iu');
const ACTS = new RegExp(`^\\s+(?:(?:${words.auxiliary.join('|')})\\s+){0,3}(?:${words.acts.join('|')})`, 'u');
/** Any verb but those of a mere place: known by its ending, or one of the strong ones. */
const VERB = new RegExp(
  `^\\s+(?!(?:${words.stays.join('|')}|${words.auxiliary.join('(?!\\p{L})|')}(?!\\p{L})))(?:(?:${words.strong.join('|')})(?!\\p{L})|\\p{Ll}{2,}(?:[aei]r|te|de)(?!\\p{L}))`,
  'u',
);
const IN_SENTENCE = /(?:^|[.!?\n]\s{0,3})([^.!?\n]*\s(?:i|på)\s+)$/u;
const SPREADS = new RegExp(`(?<!\\p{L})(?:${words.spreads.join('|')})`, 'iu');
const EVENTS = new RegExp(`(?:${words.events.join('|')})`, 'iu');
/** "Hjemmetjenesten i Vefsn": a service that each municipality has one of. */
const SERVICE = new RegExp(`(?<!\\p{L})(?:${words.services.join('|')})\\p{L}*\\s+(?:i|på|frå|fra|for)\\s+$`, 'iu');
const RESIDENTS = new RegExp(
  `(?<!\\p{L})(?:${[...words.people, ...words.residents].join('|')})\\p{L}*\\s+(?:frå|fra|i|på)\\s+$`,
  'iu',
);
/** "Meldt forfall: Sel". */
const ATTENDS = new RegExp(`(?<!\\p{L})(?:${words.attends.join('|')})(?:\\s(?:frå|fra|for))?\\s*(?::|–|-)\\s*$`, 'iu');
const IN_PLACE = /(?<!\p{L})(?:i|på)\s$/iu;
const OPENS = /(?:^|[.!?–:\n]\s{0,3})(?:(?:Men|Og|No|Nå|Samtidig|Også|I dag)\s+)?(?:(?:vil|skal|kan|har|får)\s+)?$/u;
const OPENS_IN = /(?:^|[.!?–\n]\s{0,3})(?:I|På)\s+$/u;
const SAYS_OR_DOES = /^\s+\p{Ll}/u;
const PREPOSITION =
  /^\s+(?:i|på|ved|til|fra|frå|med|om|som|er\s+(?:en|ei|ein|et|eit)\s+(?:by|tettsted|bygd)|og|eller|den|klokka|klokken|kl|fredag|torsdag|onsdag|tirsdag|tysdag|mandag|måndag)(?!\p{L})/u;
/** Two municipalities that have done something or mean to; towns have houses. */
const WILL = new RegExp(`^\\s+(?:${words.auxiliary.join('|')})\\s+\\p{Ll}`, 'u');
const HOUSES_NEAR = new RegExp(HOUSE, 'iu');
const PLACES = new RegExp(`^(?:${words.places.join('|')})\\s*:?$`, 'iu');
const LIST = 3;
const LOOK_BACK = 120;

export default defineRule<string[]>({
  needs: [],
  read(page) {
    const found = [...page.blocks.flatMap((block) => inText(block, page)), ...inColumns(page)];
    const numbers = new Set(found.flatMap(({ number }) => number ?? []));
    const first = found.find(({ number }) => number !== undefined);
    if (numbers.size === 0 || !first) return undefined;
    return { value: [...numbers].sort(), evidence: { text: first.quote, from: 'text' } };
  },
});

function eitherCase(word: string): string {
  return `[${word.slice(0, 1)}${word.slice(0, 1).toUpperCase()}]${word.slice(1)}`;
}

/** Names in running text that are meant as municipalities. */
function inText(block: Block, page: Page): Found[] {
  const chains = chainsOf(block.text, page).map((chain) => withoutHouse(chain, block.text));
  const meant = chains.map((chain) => meantOf(chain, block, page));
  return chains.flatMap((chain, i) => {
    const own = meant[i]?.length || !isBeside(i, chains, meant, block, page) ? (meant[i] ?? []) : chain;
    const [first] = own;
    const last = own.at(-1);
    if (!first || !last) return [];
    const quote = block.text.slice(Math.max(0, first.start - 60), last.end + 20).trim();
    return own.map(({ number }) => ({ number, quote }));
  });
}

/** A whole row of names, or those of it that stand before the word: "Sel kommune, Otta". */
function meantOf(chain: Name[], block: Block, page: Page): Name[] {
  if (isMeant(chain, block, page)) return chain;
  return chain.filter(({ end }) => AFTER.test(block.text.slice(end, end + 40)));
}

/** "Sel, Lom, Vågå og Sel sykehus": a row of municipalities with a house of one of them at its end. */
function withoutHouse(chain: Name[], text: string): Name[] {
  const last = chain.at(-1);
  if (!last || !chain.slice(0, -1).some(({ name }) => name === last.name)) return chain;
  return HOUSES_AFTER.test(text.slice(last.end, last.end + 40)) ? chain.slice(0, -1) : chain;
}

/** "To måneder i Sel, så to i Lom og to på legevakta i Vågå": the third of a sentence whose others are municipalities. */
function isBeside(at: number, chains: Name[][], meant: Name[][], { text }: Block, page: Page): boolean {
  const [name, more] = chains[at] ?? [];
  if (!name || more || !page.community.municipalities.includes(name.number ?? '')) return false;
  if (!IN_PLACE.test(text.slice(0, name.start)) || HOUSES_AFTER.test(text.slice(name.end, name.end + 40))) return false;
  const isSame = ([other]: Name[]) => other && !/[.!?]\s/.test(text.slice(...spanOf(other, name)));
  return meant.filter((chain) => chain.length > 0 && isSame(chain)).length >= 2;
}

function spanOf(one: Name, other: Name): [number, number] {
  return one.start < other.start ? [one.end, other.start] : [other.end, one.start];
}

function isMeant(chain: Name[], block: Block, page: Page): boolean {
  const [first] = chain;
  const last = chain.at(-1);
  if (!first || !last) return false;
  const before = block.text.slice(Math.max(0, first.start - LOOK_BACK), first.start);
  const after = block.text.slice(last.end, last.end + 40);
  if (HOUSES_AFTER.test(after) || (HOUSES_BEFORE.test(before) && !AFTER.test(after))) return false;
  if (AFTER.test(after) || BEFORE.test(before) || OFFICE.test(before) || SERVICE.test(before)) return true;
  if (ATTENDS.test(before) && isAllOwn(chain, page)) return true;
  if (block.text[last.end - 1] === 's' && GENITIVE_OFFICE.test(after)) return true;
  if (chain.length >= 2 && (BEFORE_LIST.test(before) || BEFORE_REGION.test(before))) return true;
  if (isParallel(chain, block.text)) return true;
  const { municipalities: own } = page.community;
  if (chain.length === 1 && isActor(before, first, block.text) && own.includes(first.number ?? '')) return true;
  const distinct = new Set(chain.flatMap(({ number }) => number ?? []));
  if (distinct.size === 2 && isPair(before, chain, block.text) && [...distinct].every((one) => own.includes(one)))
    return true;
  const isWholeLine = !/\p{L}/u.test(block.text.slice(0, first.start) + block.text.slice(last.end));
  if (distinct.size === 2 && isWholeLine) return [...distinct].every((number) => own.includes(number));
  if (new Set(chain.map(({ name }) => name)).size >= LIST && isMostlyOwn([...distinct], own)) return true;
  const isWord = words.words_too.includes(first.name);
  const span = { name: first.name, start: first.start, end: last.end, isWord };
  return distinct.size > 0 && isMostlyOwn([...distinct], own) && isMeantInProse(span, block, page);
}

/** "Sel og Vågå går saman", "ungdom frå Sel og Vågå": two neighbours that do what municipalities do, or that people come from. */
function isPair(before: string, chain: Name[], text: string): boolean {
  const [first, second] = chain;
  if (!first || !second || chain.length > 2) return false;
  const between = text.slice(first.end, second.start);
  if (AND_IN.test(between)) return isSpread(before, text.slice(second.end));
  if (!AND.test(between)) return false;
  const after = text.slice(second.end, second.end + 40);
  if (OPENS_IN.test(before)) return SAYS_OR_DOES.test(after) && !PREPOSITION.test(after);
  if (!OPENS.test(before)) return FROM.test(before) || RESIDENTS.test(before);
  return ACTS.test(after) || ((WILL.test(after) || VERB.test(after)) && !HOUSES_NEAR.test(after));
}

/** "Ordninga startar i Sel og på Vågå": something that municipalities take up, and no gathering. */
function isSpread(before: string, after: string): boolean {
  const [, sentence = ''] = IN_SENTENCE.exec(before) ?? [];
  return SPREADS.test(sentence) && !EVENTS.test(sentence + (after.split(/[.!?\n]/)[0] ?? ''));
}

/** "Gjesdal melder at …", "No vil Siljan òg prøve": one of the community's own that does what a municipality does. */
function isActor(before: string, { name, end }: Name, text: string): boolean {
  const after = text.slice(end, end + 40);
  return (
    OPENS.test(before) &&
    (ACTS.test(after) || (!words.words_too.includes(name) && VERB.test(after) && !HOUSES_NEAR.test(after)))
  );
}

function isAllOwn(chain: Name[], page: Page): boolean {
  return chain.every(({ number }) => page.community.municipalities.includes(number ?? ''));
}

/** A row of towns all over the country is no row of a community's municipalities. */
function isMostlyOwn(numbers: string[], own: readonly string[]): boolean {
  return numbers.filter((number) => own.includes(number)).length * 2 >= numbers.length;
}

/** Both official names of one municipality: "Kárášjohka/Karasjok". */
function isParallel(chain: Name[], text: string): boolean {
  return chain.some((name, i) => {
    const next = chain[i + 1];
    if (!next || next.number === undefined || next.number !== name.number || next.name === name.name) return false;
    return /^\s*[/–-]\s*$/.test(text.slice(name.end, next.start));
  });
}

/** Names that follow each other with nothing but a comma, "og" or the like between them. */
function chainsOf(text: string, page: Page): Name[][] {
  const chains: Name[][] = [];
  for (const { name: word, index: start, end } of namesIn(text)) {
    const formerly = FORMERLY.test(text.slice(Math.max(0, start - 20), start));
    const number = municipalityNumber(word, page.community.municipalities, formerly);
    const name = { name: word, start, end, number };
    if (isPartOfName(text, name)) continue;
    const chain = chains.at(-1);
    const last = chain?.at(-1);
    if (chain && last && name.start - last.end < 30 && BETWEEN.test(text.slice(last.end, name.start))) chain.push(name);
    else chains.push([name]);
  }
  return chains;
}

/** "Kari Lier", "Scandic Bodø": a word with a capital stands right before it, inside the sentence; "Bodø Sparebank" likewise. */
function isPartOfName(text: string, { start, end }: Name): boolean {
  const before = /(?:^|[^\p{L}])(\p{Lu}\p{L}*|\p{Lu}\p{L}{0,3}\.)[ \u00a0]$/u.exec(
    text.slice(Math.max(0, start - 40), start),
  );
  if (before && !UNDER_MUNICIPALITIES.test(before[1] ?? '') && !isSentenceStart(text, start, before[1] ?? '')) {
    return !AFTER.test(text.slice(end, end + 20));
  }
  return /^[ \u00a0]\p{Lu}\p{Ll}/u.test(text.slice(end, end + 3)) && !followsName(text, end);
}

function followsName(text: string, end: number): boolean {
  return nameAt(text.slice(end).trimStart(), 0) !== undefined || AFTER.test(text.slice(end));
}

function isSentenceStart(text: string, start: number, word: string): boolean {
  return /(?:^|[.!?:\n]\s{0,3})$/u.test(text.slice(0, start - word.length - 1));
}

/** Lists and table columns in which each line is one name. */
function inColumns(page: Page): Found[] {
  const groups = new Map<string, Found[]>();
  const promised = new Set<string>();
  const headers = new Set(page.blocks.map(({ cell }) => cell && `${cell.table} ${cell.column} ${cell.columnHeader}`));
  for (const block of page.blocks) {
    if (block.kind !== 'item' && block.kind !== 'cell') continue;
    // A column of places is no list of municipalities, and "Stad" above it is a word, not a name.
    if (PLACES.test(block.cell?.columnHeader ?? '')) continue;
    if (block.cell && headers.has(`${block.cell.table} ${block.cell.column} ${block.text}`)) continue;
    const key = block.cell ? `cell ${block.cell.table} ${block.cell.column}` : `item ${block.trail.join('\n')}`;
    const [only, more] = chainsOf(block.text, page);
    const [name, second] = only ?? [];
    if (!name || (!isLabel(block.text, name) && (more || second || !isWhole(block.text, name)))) continue;
    groups.set(key, [...(groups.get(key) ?? []), { number: name.number, quote: block.text }]);
    const heading = block.cell?.columnHeader || block.trail.at(-1) || '';
    if (UNDER_MUNICIPALITIES.test(heading)) promised.add(key);
  }
  return [...groups].flatMap(([key, found]) => (found.length >= LIST || promised.has(key) ? found : []));
}

/** The line begins with the name and a colon or dash: "Lier: to medlemmer". */
function isLabel(text: string, { start, end }: Name): boolean {
  return start === 0 && /^\s*(?::|[–-]\s)/.test(text.slice(end, end + 4));
}

/** The line is the name, with figures or the word "kommune" at most. */
function isWhole(text: string, { start, end }: Name): boolean {
  const rest = `${text.slice(0, start)} ${text.slice(end)}`.replace(/\([^()]*\)/g, '').replace(AFTER, '');
  return !/\p{L}/u.test(rest.replace(new RegExp(`(?:${WORD})`, 'giu'), ''));
}
