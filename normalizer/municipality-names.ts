/** The names of Norway's municipalities: today's, their parallel names, and former ones with the numbers they have become. */
import { z } from 'zod';
import { bundledData, type Municipality, readMunicipalities } from '../scraper/index.ts';
import { PieceIndex } from './piece-index.ts';
import { remembered } from './remembered.ts';
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

const names = collect(
  await readMunicipalities(bundledData()),
  readVocabulary('former-municipalities', ByNumber),
  readVocabulary('municipality-names', ByNumber),
);

/** A name standing in running text; longest names first, so that "Nore og Uvdal" is one. Groups: name, genitive s. */
export const NAME_PATTERN = new RegExp(
  `(?<![\\p{L}\\p{N}_-])(${[...names.keys()]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map(flexible)
    .join('|')})(s?)(?![\\p{L}\\p{N}_]|-\\p{L})`,
  'gu',
);

const index = new PieceIndex([[...names.keys()].map((name) => name.replace(/ .*/, ''))]);

/** All places where a text has a name, as {@link NAME_PATTERN} finds them. */
export const namesIn = remembered((text): readonly RegExpExecArray[] =>
  index.groupsIn(text)[0] === 0 ? [] : [...text.matchAll(NAME_PATTERN)],
);

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

/** Spaces may be any white space, hyphens may be missing ("Nord Fron"). */
function flexible(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+');
}
