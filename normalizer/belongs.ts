/** Whether a page of a source with other matters too is about the helsefellesskap (`scope: topical`). */
import { z } from 'zod';
import { byPaper, decoded } from './belongs-papers.ts';
import { municipalityNumber, namesIn } from './municipality-names.ts';
import { firstOf, folded, hasAny, placeOf, stemsOf, tokensOf } from './name-stems.ts';
import type { Page } from './page.ts';
import type { Known } from './rule.ts';

import { readVocabulary } from './vocabulary.ts';

/** The verdict, a readable clause for it, and the words that it rests on ('' when there are none). */
export interface Verdict {
  belongs: boolean;
  reason: string;
  word: string;
}

const list = z.array(z.string().min(2)).min(1);
const vocabulary = readVocabulary(
  'helsefellesskap',
  z.strictObject({
    names: list,
    bodies: list,
    shared_bodies: list,
    other_fields: list,
    others: list,
    municipal_side: list,
    hospital_side: list,
    agreements: list,
    municipalities: list,
    gatherings: list,
    partnership: list,
  }),
);
const NAMES = vocabulary.names.map(stemsOf);
const BODIES = vocabulary.bodies.map(stemsOf);
const SHARED = vocabulary.shared_bodies.map(stemsOf);
const FIELDS = vocabulary.other_fields.map(folded);
/** So many words before and after a body's name may say that it is another field's. */
const BESIDE = 5;
const AGREEMENTS = vocabulary.agreements.map(folded);
/** The parties stand in the plural, and so many words from the agreement at most. */
const MUNICIPALITIES = vocabulary.municipalities;
const PARTIES = 12;
const OTHERS = vocabulary.others.map(stemsOf);
/** A block whose text is links for so large a part is a pointer to another page. */
const MOSTLY_LINKS = 0.8;
const LONGEST = 60_000;
/** A name of more letters is no acronym. */
const ACRONYM = 5;

/** Judged on the page's own text; a document without text is judged by the links that lead to it. */
export function belongs(page: Page, known: Known): Verdict {
  const title = String(known['title']?.value ?? page.head.title ?? '');
  const lead = String(known['lead']?.value ?? '');
  const front = tokensOf(`${title}\n${lead}`);
  const other = firstOf(OTHERS, tokensOf(title));
  const body = ownText(page);
  const words = tokensOf(`${title}\n${lead}\n${body}`.slice(0, LONGEST));
  if (other !== undefined) return byOthersMeeting(other, front);
  return (
    byName(words) ??
    byBody(words, page) ??
    byBodyInFront(front) ??
    byLocalName(words, page) ??
    bySeveralBodies(words, page) ??
    byNameAndAcronym(words, page) ??
    byOrganizer(page) ??
    byPaper(page, { title, words, bodies: BODIES }) ??
    byLinks(page, words) ??
    byAgreement(page) ??
    byPartnership(page, words) ??
    outside()
  );
}

/** The words by which a title or an address names a helsefellesskap or a body that only one has; `undefined` when it names none. */
export function communityNameIn(text: string): string | undefined {
  return firstOf([...NAMES, ...BODIES], tokensOf(decoded(text)));
}

function outside(): Verdict {
  return {
    belongs: false,
    reason: 'names neither the helsefellesskap nor one of its bodies in its own text',
    word: '',
  };
}

function byOthersMeeting(other: string, front: string[]): Verdict {
  const name = firstOf(NAMES, front);
  if (name !== undefined) return { belongs: true, reason: 'names the helsefellesskap in title or lead', word: name };
  return { belongs: false, reason: `is about another body's meeting or members (${other})`, word: other };
}

function byName(words: string[]): Verdict | undefined {
  const word = firstOf(NAMES, words);
  return word === undefined ? undefined : { belongs: true, reason: 'names the helsefellesskap', word };
}

/** A body's name counts on a page that speaks of hospital or municipality; a name that others use too, of both or of no other field. */
function byBody(words: string[], page: Page): Verdict | undefined {
  const sides = sidesOf(words, page);
  const word = sides > 0 ? (sharedName(BODIES, words, sides) ?? sharedName(SHARED, words, sides)) : undefined;
  if (word === undefined) return undefined;
  return { belongs: true, reason: 'names a body that a helsefellesskap has', word };
}

/** A title or lead that names a body which hardly anybody else has needs no other word: minutes speak of nothing but their cases. */
function byBodyInFront(front: string[]): Verdict | undefined {
  const word = front.some((one) => FIELDS.some((field) => folded(one).startsWith(field)))
    ? undefined
    : firstOf(BODIES, front);
  return word === undefined
    ? undefined
    : { belongs: true, reason: 'names a body that a helsefellesskap has in its title', word };
}

/** A name that others use too: on a page that speaks of one side alone, no other field may stand beside it. */
function sharedName(names: string[][], words: string[], sides: number): string | undefined {
  if (sides > 1) return firstOf(names, words);
  const plain = words.map(folded);
  for (let from = 0; from < words.length; ) {
    const place = placeOf(names, words.slice(from));
    if (place === undefined) return undefined;
    const at = from + place.at;
    const beside = plain.slice(Math.max(0, at - BESIDE), at + place.length + BESIDE);
    if (!beside.some((word) => FIELDS.some((field) => word.startsWith(field)))) return place.word;
    from = at + place.length;
  }
  return undefined;
}

/** How many of the two sides, hospital and municipality, a page speaks of. */
function sidesOf(words: string[], page: Page): number {
  const hospital = [...vocabulary.hospital_side, ...page.community.trusts.map((trust) => initialsOf(trust.name))];
  const hasMunicipality = hasAny(words, vocabulary.municipal_side) || namesNeighbours(page);
  return Number(hasMunicipality) + Number(hasAny(words, hospital) || namesTrust(words, page));
}

/** Two of the community's own municipalities: one name alone may be a town's. */
function namesNeighbours({ blocks, community: { municipalities: own } }: Page): boolean {
  const numbers = blocks
    .flatMap(({ text }) => namesIn(text))
    .flatMap(({ name }) => municipalityNumber(name, own) ?? [])
    .filter((number) => own.includes(number));
  return new Set(numbers).size >= 2;
}

/** "Helse Fjord-området": the trust by its name without its legal form. */
function namesTrust(words: string[], page: Page): boolean {
  const text = ` ${words.join(' ')} `;
  return page.community.trusts.some(({ name }) => text.includes(` ${tokensOf(bareName(name)).join(' ')} `));
}

function bareName(trust: string): string {
  return trust.replace(/\s(?:HF|AS)$/u, '');
}

/** The community's own names for its bodies; others may use them too, so both sides must be spoken of, or one and no other field. */
function byLocalName(words: string[], page: Page): Verdict | undefined {
  const sides = sidesOf(words, page);
  if (sides === 0) return undefined;
  const names = [...page.community.committees.flatMap((committee) => committee.names), ...page.community.aliases];
  // One side is enough for a name that is written out; an acronym may be anybody's.
  const own = names.filter((name) => !isTrust(name, page) && (sides > 1 || name.length > ACRONYM));
  const word = sharedName(own.map(stemsOf), words, sides);
  return word === undefined ? undefined : { belongs: true, reason: 'names a body of this helsefellesskap', word };
}

/**
 * A plan of meetings names several of the community's bodies and little else. One acronym may be anybody's; two of the same
 * community's on a page of nothing but headings, days and papers are its own.
 */
function bySeveralBodies(words: string[], page: Page): Verdict | undefined {
  const found = page.community.committees.flatMap(({ names }) => firstOf(names.map(stemsOf), words) ?? []);
  const written = found.find((name) => name.length > ACRONYM) ?? (isPlan(page, found) ? found[0] : undefined);
  if (found.length < 2 || written === undefined) return undefined;
  return { belongs: true, reason: 'names several bodies of this helsefellesskap', word: written };
}

/** Each name stands in a heading or a label above a list or table. */
function isPlan(page: Page, names: readonly string[]): boolean {
  const above = page.blocks.flatMap(({ trail }) => trail);
  return names.every((name) => above.some((heading) => tokensOf(heading).includes(name)));
}

/** "Fagråd helse (FRH)": a body written out with the acronym that the registry gives the same body is nobody else's. */
function byNameAndAcronym(words: string[], page: Page): Verdict | undefined {
  for (const { names } of page.community.committees) {
    const isAcronym = (name: string) => name.length <= ACRONYM;
    const written = names.filter((name) => !isAcronym(name)).map(stemsOf);
    const acronyms = names.filter(isAcronym).map(stemsOf);
    const rest = [...words];
    for (let place = placeOf(written, rest); place; place = placeOf(written, rest)) {
      rest.splice(0, place.at + place.length);
      const beside = rest.slice(0, 1);
      const word = firstOf(acronyms, beside);
      if (word !== undefined)
        return { belongs: true, reason: 'names a body of this helsefellesskap', word: `${place.word} (${word})` };
    }
  }
  return undefined;
}

/** An event whose organizer, in its structured data, is the helsefellesskap. */
function byOrganizer(page: Page): Verdict | undefined {
  const organizers = page.head.jsonLd.flatMap(({ organizer }) => [organizer].flat().map(nameOf));
  for (const name of organizers) {
    const word = firstOf(NAMES, tokensOf(name));
    if (word !== undefined) return { belongs: true, reason: 'is arranged by the helsefellesskap', word };
  }
  return undefined;
}

/** What structured data calls somebody: a bare name, or an object that has one. */
function nameOf(organizer: unknown): string {
  if (typeof organizer === 'string') return organizer;
  const name = typeof organizer === 'object' && organizer !== null && 'name' in organizer ? organizer.name : '';
  return typeof name === 'string' ? name : '';
}

/** "Samarbeidsavtalen mellom Helse Fjord og kommunane", "kommunane og Helse Fjord har ein avtale": the agreement that a helsefellesskap rests on. */
function byAgreement(page: Page): Verdict | undefined {
  const trusts = page.community.trusts.flatMap(({ name }) => [bareName(name), initialsOf(name)]);
  for (const { text } of page.blocks) {
    const words = tokensOf(text);
    const at = words.findIndex((word) => AGREEMENTS.some((stem) => folded(word).startsWith(stem)));
    const near = at < 0 ? [] : words.slice(Math.max(0, at - PARTIES), at + PARTIES);
    const isOfTrust = trusts.some((name) => near.join(' ').includes(tokensOf(name).join(' ')));
    if (isOfTrust && hasAny(near, MUNICIPALITIES))
      return {
        belongs: true,
        reason: 'tells of the agreement between trust and municipalities',
        word: words[at] ?? '',
      };
  }
  return undefined;
}

const PARTNERSHIP = new RegExp(
  `(?:${vocabulary.gatherings.join('|')})\\s(?:${vocabulary.partnership.join('|')})(?!\\p{L})`,
  'iu',
);

/** "Oktobermøtet i partnarskapet", on a page that speaks of hospital or municipality. */
function byPartnership(page: Page, words: string[]): Verdict | undefined {
  const said = page.blocks.map(({ text }) => PARTNERSHIP.exec(text)?.[0]).find((one) => one !== undefined);
  if (said === undefined || sidesOf(words, page) === 0) return undefined;
  return { belongs: true, reason: 'tells of a meeting of the partnership', word: said };
}

/** A document that holds no text: what the links to it say. */
function byLinks(page: Page, words: string[]): Verdict | undefined {
  if (page.format === 'html' || words.length > 30) return undefined;
  for (const { text } of page.hints) {
    const word = firstOf([...NAMES, ...BODIES], tokensOf(text ?? ''));
    if (word !== undefined) return { belongs: true, reason: 'a link to it names the helsefellesskap', word };
  }
  return undefined;
}

/** `Universitetssykehuset Nord-Norge HF` is called UNN. */
function initialsOf(trust: string): string {
  const initials = tokensOf(trust.replace(/(?<!\s)\s+(?:HF|AS)$/, '')).filter((word) => /^\p{Lu}/u.test(word));
  return initials.length < 3 ? trust : initials.map((word) => word[0]).join('');
}

/** An alias may be the trust's name, which stands on every page of the trust. */
function isTrust(name: string, page: Page): boolean {
  return page.community.trusts.some((trust) => trust.name.startsWith(name));
}

/** The text without passages that only point to other pages. */
function ownText(page: Page): string {
  return page.blocks
    .filter(({ text, links }) => {
      const linked = links.reduce((sum, link) => sum + link.text.length, 0);
      return links.length === 0 || linked < text.length * MOSTLY_LINKS;
    })
    .map(({ text }) => text)
    .join('\n');
}
