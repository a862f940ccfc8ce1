/** Finds the bodies of a helsefellesskap in a text, by the community's own names first. */
import { z } from 'zod';
import { BODIES, type Body, type Community } from '../../scraper/index.ts';
import { hitsOf } from '../pattern-hits.ts';
import { PhraseIndex } from '../phrase-index.ts';
import { remembered } from '../remembered.ts';
import { plainLetters } from '../spelling.ts';
import { readVocabulary } from '../vocabulary.ts';
import { labelsSource, needing, wordsSource } from './words.ts';

/** A body's name where it stands in a text; `body` is absent for the meetings of others (styremøte). */
export interface BodyHit {
  body?: Body;
  /** The name as the community writes it, or as it stands in the text. */
  name: string;
  index: number;
  end: number;
  /** The part of the community or the field that a committee is for: `Hallingdal`, `barn og unge`. */
  area?: string;
  /** Only an acronym that the community doesn't list; needs other words that tell whose it is. */
  unsure: boolean;
}

const words = z.array(z.string().min(1)).min(1);
const vocabulary = readVocabulary(
  'bodies',
  z.strictObject({
    bodies: z.array(z.strictObject({ body: z.enum(BODIES), names: words, acronyms: words.optional() })),
    others: words,
    communities: words,
    fields: words,
  }),
);

interface Pattern {
  body?: Body;
  name: string;
  /** The general name, where the community's own stands in `name`. */
  said?: string;
  pattern: RegExp;
  /** Lower-case letters that every text with a hit holds, each somewhere. */
  cores: string[];
  unsure: boolean;
}

interface Patterns {
  all: readonly Pattern[];
  /** By the patterns' cores, in their order. */
  index: PhraseIndex;
}

/** One reader a community: its own names come first and win over the general ones at the same place. */
export class BodyFinder {
  private readonly patterns: Patterns;
  private readonly plain: Patterns;
  private readonly foreign: RegExp;

  constructor(community: Community) {
    const own = community.committees.flatMap(({ body, names }) => names.map((name) => ({ body, name, unsure: false })));
    const listed = new Set(own.map(({ name }) => name));
    const general = vocabulary.bodies.flatMap(({ body, names, acronyms }) => [
      ...names.map((name) => ({ body, name: localName(community, body, name), unsure: false, said: name })),
      // SSU is nobody else's; FSU and LSU are committees of parties and unions too.
      ...(acronyms ?? []).map((name) => ({ body, name, unsure: name !== 'SSU' && !listed.has(name) })),
    ]);
    const others = vocabulary.others.map((name) => ({ name, unsure: false }));
    const short = shortNames(own);
    const all: { body?: Body; name: string; unsure: boolean; said?: string }[] = [
      ...own,
      ...short,
      ...general,
      ...others,
    ];
    this.patterns = indexed(all.map((entry) => ({ ...entry, ...patternOf(entry.said ?? entry.name, false) })));
    this.plain = indexed(all.map((entry) => ({ ...entry, ...patternOf(entry.said ?? entry.name, true) })));
    this.foreign = foreignPattern(community);
  }

  /** All hits in reading order, never overlapping. */
  readonly find = remembered((text: string): readonly BodyHit[] => this.read(text));

  private read(text: string): BodyHit[] {
    const hits = bodiesIn(text, this.patterns);
    if (hits.length === 0) return hits;
    return hits
      .map((hit) => withArea(text, hit))
      .filter((hit) => {
        const before = text.slice(Math.max(0, hit.index - 40), hit.index);
        return !BESIDE.test(before) && !(CASES_FOR.test(before) && !OPENS_WITH_CASES.test(text.slice(0, hit.index)));
      });
  }

  /** Hits in a file name or an address's last part, where letters have lost their marks (`partnarskapsmotet-2024`). */
  findPlain(name: string): BodyHit[] {
    const text = plainLetters(name).replace(/[-_+.]/g, ' ');
    return bodiesIn(text, this.plain).map((hit) => ({ ...hit, ...plainAreaOf(name, hit) }));
  }

  /** The body whose name a word of an address begins to say and leaves off: `partnarskap`. */
  findShortened(word: string): BodyHit | undefined {
    const plain = plainLetters(word);
    if (plain.length < SHORTEST) return undefined;
    const found = this.patterns.all.find(
      ({ body, name, said }) => body && plainLetters(said ?? name).startsWith(plain),
    );
    return found && { ...(found.body ? { body: found.body } : {}), name: found.name, index: 0, end: 0, unsure: true };
  }

  /** Acronyms that a text gives a meaning of its own: «landsstyreutvalget (LSU)». */
  foreignAcronyms(text: string): string[] {
    if (!text.includes('(')) return [];
    return this.find(text).flatMap(({ body, end }) => {
      const named = /^[^,.;()]{0,40}\((\p{Lu}{2,5})\)/u.exec(text.slice(end));
      const acronym = body ? undefined : (/\((\p{Lu}{2,5})\)?$/u.exec(text.slice(0, end))?.[1] ?? named?.[1]);
      return acronym ? [acronym] : [];
    });
  }

  /** Whether a sentence speaks of another community's helsefellesskap. */
  isForeign(text: string): boolean {
    return /helsefel/i.test(text) && this.foreign.test(text);
  }
}

/** Fewer letters begin too many words: `dialog`. */
const SHORTEST = 10;

const BESIDE = needing('beside', new RegExp(`${wordsSource('beside')}\\s{1,2}(?:\\p{L}{2,12}\\s)?$`, 'iu'));

const CASES_FOR = needing('casesFor', new RegExp(`${wordsSource('casesFor')}\\s{1,2}(?:\\p{L}{2,12}\\s)?$`, 'iu'));
/** «Saker til fagleg samarbeidsutval 7. oktober» is the title of an agenda. */
const OPENS_WITH_CASES = new RegExp(`^\\s*${wordsSource('casesFor')}\\s{1,2}(?:\\p{L}{2,12}\\s)?$`, 'iu');

/** How the community itself writes the body, or the general name. */
function localName(community: Community, body: Body, name: string): string {
  const own = community.committees.find((committee) => committee.body === body)?.names[0];
  return own ?? name.charAt(0).toUpperCase() + name.slice(1);
}

interface Named {
  body: Body;
  name: string;
  unsure: boolean;
}

/** «Samhandlingsforum Søre Sunnmøre» is «samhandlingsforumet» too, where no other body is called so: what stands before the name of a region. */
function shortNames(own: readonly Named[]): Named[] {
  const general = vocabulary.bodies.flatMap(({ body, names }) => names.map((name) => ({ body, name })));
  return own.flatMap(({ body, name }) => {
    const word = OF_A_REGION.exec(name)?.[1];
    if (word === undefined) return [];
    const isShared = [...own, ...general].some(
      (other) => other.body !== body && other.name.toLowerCase().includes(word.toLowerCase()),
    );
    return isShared || own.some((other) => other.name === word) ? [] : [{ body, name: word, unsure: true }];
  });
}

const OF_A_REGION = /^(\p{Lu}\p{Ll}{9,})\s(?:(?:for|i|på)\s)?\p{Lu}\p{Ll}/u;

function indexed(all: readonly Pattern[]): Patterns {
  return { all, index: new PhraseIndex(all.map(({ cores }) => cores.map((core) => [core]))) };
}

function patternOf(name: string, plain: boolean): Pick<Pattern, 'pattern' | 'cores'> {
  const text = plain ? plainLetters(name) : name;
  if (/^\p{Lu}[\p{Lu}\d]{1,5}$/u.test(name))
    return { pattern: acronymPattern(text, plain), cores: [text.toLowerCase()] };
  const isTail = text.startsWith('~');
  const parts = text.replace(/[()~]/g, '').split(/\s+/);
  const last = parts.pop() ?? '';
  const stems = parts.map((part) => part.replace(/t$/u, ''));
  const before = stems.map((stem) => `${escaped(stem)}(?:t|e|a|en)?[\\s-]{1,2}`).join('');
  const after = `${ENDING}(?:[-\\s]?m(?:ø|o)te\\p{L}{0,3})?(?!\\p{L})`;
  const cores = [...stems, last.replace(PLURAL_IN_PLACE, '')].map((part) => part.toLowerCase());
  return {
    pattern: new RegExp(
      `(?<!\\p{L})${isTail ? '\\p{L}{0,12}' : ''}${before}${escaped(last).replace(PLURAL_IN_PLACE, '[ea]')}${after}`,
      'giu',
    ),
    cores: cores.filter(({ length }) => length >= 2),
  };
}

/** «Møte» is «møta» too: the plural takes the place of the last letter. */
const PLURAL_IN_PLACE = /(?<=.(?:m(?:ø|o)t|råd))e$/iu;

function acronymPattern(text: string, plain: boolean): RegExp {
  return new RegExp(
    `(?<![\\p{L}\\d])${text}(?:[-\\s]?m(?:ø|o)te\\p{L}{0,3}|-en|s)?(?![\\p{L}\\d])`,
    plain ? 'giu' : 'gu',
  );
}

const ENDING = '(?:s?m(?:ø|o)te\\p{L}{0,3}|ene?s?|ane?s?|ar|a|ets?|er|en|e|n?es?|ns?|r|t|ts|s)?';

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

function bodiesIn(text: string, { all: patterns, index }: Patterns): BodyHit[] {
  const possible = index.possibleIn(text);
  if (possible.length === 0) return [];
  const all: BodyHit[] = [];
  for (const order of possible) addHits(all, text, patterns[order]);
  // Of equals the pattern that comes first.
  all.sort((a, b) => a.index - b.index || b.end - a.end);
  const kept: BodyHit[] = [];
  for (const hit of all) if (hit.index >= (kept.at(-1)?.end ?? -1)) kept.push(hit);
  return joinAcronyms(kept, text);
}

function addHits(hits: BodyHit[], text: string, pattern: Pattern | undefined): void {
  if (pattern === undefined) return;
  const { body, name, unsure } = pattern;
  for (const { index, 0: said } of hitsOf(text, pattern.pattern)) {
    const hit: BodyHit = { name, index, end: index + said.length, unsure };
    if (body) hit.body = body;
    hits.push(hit);
  }
}

/** «Strategisk samarbeidsutvalg (SSU)» is one body. */
function joinAcronyms(hits: readonly BodyHit[], text: string): BodyHit[] {
  const joined: BodyHit[] = [];
  for (const hit of hits) {
    const last = joined.at(-1);
    const between = last ? text.slice(last.end, hit.index) : '';
    // «landsstyreutvalget (LSU)» is what the acronym means there: not ours.
    if (last && (last.body === hit.body || !last.body) && /^\s?\($/u.test(between)) last.end = hit.end + 1;
    else joined.push(hit);
  }
  return joined;
}

const COMMITTEES: readonly (Body | undefined)[] = ['lsu', 'fsu'];
const PLACE = /^\)?\s(?:(?:for|i|på)\s)?((?:\p{Lu}[\p{L}-]{2,})(?:(?:\s|\sog\s|,\s)\p{Lu}[\p{L}-]{2,}){0,3})/u;
const FIELD = new RegExp(
  `^\\)?\\s{1,2}(?:(?:for|innen|innan)\\s)?(?:personar?\\s\\p{L}{2,4}\\s)?(${[...vocabulary.fields]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map(escaped)
    .join('|')})(?!\\p{L})`,
  'iu',
);

/** «LSU Hallingdal», «Områdeutvalet for Nordhordland», «FSU for skrøpelege eldre». */
function withArea(text: string, hit: BodyHit): BodyHit {
  if (!COMMITTEES.includes(hit.body)) return hit;
  const after = text.slice(hit.end, hit.end + 80);
  const found = FIELD.exec(after) ?? PLACE.exec(after);
  const area = found?.[1];
  if (!found || !area || NO_AREA.test(area)) return hit;
  return { ...hit, area, end: hit.end + found[0].length };
}

/** Papers, ways of meeting and a trust's name beside a body's are no part of it. */
const NO_AREA = new RegExp(`^(?:${labelsSource('noArea')})`, 'iu');

function plainAreaOf(name: string, hit: BodyHit): { area?: string } {
  if (!COMMITTEES.includes(hit.body) || name.length !== plainLetters(name).length) return {};
  const area = /^[\s_-](\p{L}{4,})/u.exec(name.slice(hit.end))?.[1];
  return area && !NO_AREA.test(area) ? { area: area.charAt(0).toUpperCase() + area.slice(1) } : {};
}

function foreignPattern(community: Community): RegExp {
  const own = [
    community.id.replace(/-/g, ' '),
    community.name.nb,
    ...community.aliases,
    ...community.trusts.map(({ name }) => name),
  ]
    .map(plainLetters)
    .join(' | ')
    .replace(/-/g, ' ');
  const others = vocabulary.communities.filter((name) => !own.includes(plainLetters(name).replace(/-/g, ' ')));
  const names = others.map(escaped).join('|');
  return new RegExp(
    `helsefell?e(?:s|ss|sss)kap\\p{L}{0,4}\\s(?:(?:i|på|for|Helse)\\s)?(?:${names})(?!\\p{L})|(?<!\\p{L})(?:${names})\\shelsefellesskap`,
    'iu',
  );
}

/** Whether a text speaks of a helsefellesskap at all, misspelt or not. */
export function speaksOfHelsefellesskap(text: string): boolean {
  return /hels?efell?es?s{0,3}kap/iu.test(text);
}
