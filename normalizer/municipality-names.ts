/** The names of Norway's municipalities: today's, their parallel names, and former ones with the numbers they have become. */
import { z } from 'zod';
import { bundledData, type Municipality, readMunicipalities } from '../scraper/index.ts';
import { remembered } from './remembered.ts';
import { CharacterKind } from './runs.ts';
import { readVocabulary } from './vocabulary.ts';

/** Whom a name may mean. */
export interface NamedMunicipality {
  /** Numbers of 2024 that bear the name today. */
  today: string[];
  /** Numbers that a former municipality of the name has become part of. */
  former: string[];
}

const ByNumber = z.record(z.string().regex(/^\d{4}$/), z.array(z.string().min(2)).min(1));

type NamesByNumber = z.infer<typeof ByNumber>;

/** So many letters tell which names are worth trying. */
const LED_BY = 2;

const names = collect(
  await readMunicipalities(bundledData()),
  readVocabulary('former-municipalities', ByNumber),
  readVocabulary('municipality-names', ByNumber),
);

/** A name where it stands in a text; `end` is behind a genitive's `s` too. */
export interface NameHit {
  name: string;
  index: number;
  end: number;
}

const CAPITAL = new CharacterKind(/\p{Lu}/u);
/** By the two letters that names begin with: a pattern of them, longest first, so that "Nore og Uvdal" is one. */
const patterns = patternsOf([...names.keys()]);

/** All places where a text has a name, in order. */
export const namesIn = remembered((text): readonly NameHit[] => {
  const hits: NameHit[] = [];
  for (let at = CAPITAL.next(text, 0); at >= 0; ) {
    const hit = nameAt(text, at);
    if (hit !== undefined) hits.push(hit);
    at = CAPITAL.next(text, hit?.end ?? at + 1);
  }
  return hits;
});

/** The name that begins at a place of a text. */
export function nameAt(text: string, at: number): NameHit | undefined {
  const pattern = patterns.get(text.slice(at, at + LED_BY));
  if (pattern === undefined) return undefined;
  pattern.lastIndex = at;
  const hit = pattern.exec(text);
  return hit === null ? undefined : { name: hit[1] ?? '', index: at, end: at + hit[0].length };
}

/**
 * The number that a name means in a community: its own municipality first, else the only one of that name today.
 * `formerly`: the text speaks of a former municipality. `undefined` when it could be several.
 */
export function municipalityNumber(name: string, own: readonly string[], formerly = false): string | undefined {
  const meant = names.get(name.replace(/\s+/g, ' '));
  if (!meant) return undefined;
  const order = formerly ? [meant.former, meant.today] : [meant.today, meant.former];
  for (const numbers of order) {
    const here = numbers.filter((number) => own.includes(number));
    if (here.length > 0) return only(here);
  }
  return only(order.find((numbers) => numbers.length > 0) ?? []);
}

function only(numbers: string[]): string | undefined {
  return numbers.length === 1 ? numbers[0] : undefined;
}

function collect(
  municipalities: Municipality[],
  former: NamesByNumber,
  more: NamesByNumber,
): Map<string, NamedMunicipality> {
  const found = new Map<string, NamedMunicipality>();
  const entry = (name: string) => {
    const known = found.get(name) ?? { today: [], former: [] };
    found.set(name, known);
    return known;
  };
  for (const { number, name, officialName } of municipalities) {
    for (const one of new Set([name, ...(officialName?.split(/(?<!\s)\s+[-–/]\s+/) ?? [])]))
      entry(one).today.push(number);
  }
  for (const [number, list] of Object.entries(more)) for (const name of list) entry(name).today.push(number);
  for (const [number, list] of Object.entries(former)) for (const name of list) entry(name).former.push(number);
  // Headings and letterheads are printed in capitals.
  for (const [name, numbers] of [...found])
    if (name.length > 2) found.set(name.toUpperCase(), found.get(name.toUpperCase()) ?? numbers);
  return found;
}

function patternsOf(all: readonly string[]): Map<string, RegExp> {
  const groups = new Map<string, string[]>();
  for (const name of all) {
    if (!CAPITAL.has(name, 0)) throw new Error(`${name}: expected a name with a capital`);
    groups.set(name.slice(0, LED_BY), [...(groups.get(name.slice(0, LED_BY)) ?? []), name]);
  }
  return new Map([...groups].map(([letters, group]) => [letters, patternOf(group)]));
}

/** Groups: name, genitive s. */
function patternOf(group: readonly string[]): RegExp {
  const sources = [...group].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).map(flexible);
  return new RegExp(`(?<![\\p{L}\\p{N}_-])(${sources.join('|')})(s?)(?![\\p{L}\\p{N}_]|-\\p{L})`, 'uy');
}

/** Spaces may be any white space, hyphens may be missing ("Nord Fron"). */
function flexible(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+');
}
