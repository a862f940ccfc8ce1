/** What a linked document is for: its agenda, minutes, a presentation … read from words, never from its content. */
import { z } from 'zod';
import { type DocumentRole, ROLES } from './model.ts';
import { remembered, rememberedWord } from './remembered.ts';
import { CharacterKind } from './runs.ts';
import { isNearly, plainLetters } from './spelling.ts';
import { readVocabulary } from './vocabulary.ts';

/** A role and the word that decided it, as it stands in the text. */
export interface RoleReading {
  role: DocumentRole;
  word: string;
}

interface Hit extends RoleReading {
  position: number;
}

const list = z.array(z.string().min(1)).min(1);
const Words = z.strictObject({
  ...(Object.fromEntries(ROLES.map((role) => [role, list])) as Record<DocumentRole, typeof list>),
  short: z.partialRecord(z.enum(ROLES), list),
  unlike: list,
  gatherings: list,
  imperatives: list,
  joints: list,
  cases: list,
});

const vocabulary = readVocabulary('document-roles', Words);
const UNLIKE = vocabulary.unlike.map(plainLetters);
const GATHERINGS = vocabulary.gatherings.map(plainLetters);
const SHORT = new Map(
  ROLES.flatMap((role) => (vocabulary.short[role] ?? []).map((word): [string, DocumentRole] => [word, role])),
);
const JOINTS = new Set(vocabulary.joints.map(plainLetters));
const entries = ROLES.flatMap((role) => vocabulary[role].map((word) => ({ role, word: plainLetters(word) })));

/** Minutes printed together with their agenda are minutes; a presentation of a plan is a presentation. */
const FIRST: readonly DocumentRole[] = ['minutes', 'agenda', 'presentation'];
const ENDINGS = /^(?:e|en|et|a|er|ar|r|n|s|ene|ane|ens|ets|inga|ingar)?$/;
/** File names glue a committee to the word: `protokollssu`. */
const GLUED = /^(?:[sfl]?su|ou|os[os]|rs|nr)$/;
const SLIDES = /\.(?:pptx?|ppsx?|odp|key)$/i;
const PAPER = /\.(?:pdf|docx?|odt|rtf)$/i;
const LONGEST = 400;
/** So many words after "saker til" may name the gathering. */
const NEAR = 4;

/**
 * The role of a document that is linked to. The link's text decides, then the file name in the address, then `context`
 * (the heading or line above the link). Slide shows are presentations unless their own words say minutes or agenda.
 * `undefined` when nothing says what it is.
 */
export function documentRole(linkText: string, url: string, context = ''): RoleReading | undefined {
  const file = fileName(url);
  const own =
    roleIn(/^https?:\/\/\S+$/.test(linkText.trim()) ? fileName(linkText) : linkText) ??
    casesIn(linkText, file) ??
    roleIn(file) ??
    shortIn(file);
  if (SLIDES.test(file) && own?.role !== 'minutes' && own?.role !== 'agenda') {
    return { role: 'presentation', word: own?.role === 'presentation' ? own.word : file };
  }
  return own ?? roleIn(context);
}

/** «SSU_ref_0226.pdf»: words that only files' names shorten so. */
function shortIn(file: string): RoleReading | undefined {
  return tokensOf(file)
    .map((word) => ({ word, role: SHORT.get(word.toLowerCase()) }))
    .find((hit): hit is RoleReading => hit.role !== undefined);
}

/** A file that is called nothing but "the cases" holds what a meeting is to deal with. */
function casesIn(linkText: string, file: string): RoleReading | undefined {
  const [word = '', more] = tokensOf(linkText);
  const isCases = more === undefined && vocabulary.cases.includes(word.toLowerCase());
  return isCases && PAPER.test(file) ? { role: 'agenda', word } : undefined;
}

/** "Saker til utvalget 3. mai": the cases of a gathering are its agenda. */
function casesOfMeeting([word = '', joint = '', ...about]: string[]): RoleReading | undefined {
  if (!vocabulary.cases.includes(word.toLowerCase()) || !/^(?:til|for)$/.test(joint)) return undefined;
  const isGathering = (one: string) =>
    /^\p{Lu}{2,5}$/u.test(one) || GATHERINGS.some((part) => part.length > 3 && plainLetters(one).includes(part));
  return about.slice(0, NEAR).some(isGathering) ? { role: 'agenda', word } : undefined;
}

/** The role that one text speaks of, or `undefined`. */
export const roleIn = remembered((text): Readonly<RoleReading> | undefined => {
  const tokens = tokensOf(text.slice(0, LONGEST));
  const hits = tokens
    .flatMap((word, position) => hitOf(word, position) ?? [])
    .filter((hit) => !isImperative(hit, tokens) && !isProcedure(hit, tokens));
  const [earliest] = hits;
  if (!earliest) return casesOfMeeting(tokens);
  const { role, word } = hits.find((hit) => hit.position === 0 && hit.role === 'other') ?? strongest(hits) ?? earliest;
  return { role, word };
});

function strongest(hits: Hit[]): Hit | undefined {
  for (const role of FIRST) {
    const hit = hits.find((candidate) => candidate.role === role);
    if (hit) return hit;
  }
  return hits.find((hit) => hit.role !== 'other');
}

/** "Rapporter avvik her": a verb before its object. */
function isImperative({ word, position }: Hit, tokens: string[]): boolean {
  const next = tokens[position + 1];
  if (position > 0 || next === undefined || !vocabulary.imperatives.includes(word.toLowerCase())) return false;
  return /^\p{Ll}/u.test(next) && !JOINTS.has(plainLetters(next));
}

/** "Protokoll for behandling av …" is a procedure; minutes are those of a meeting or a body. */
function isProcedure({ role, position }: Hit, tokens: string[]): boolean {
  const [joint = '', ...about] = tokens.slice(position + 1).map(plainLetters);
  if (role !== 'minutes' || !/^(?:for|ved|om)$/.test(joint) || about.length === 0) return false;
  const isAcronym = tokens.slice(position + 2).some((token) => /^\p{Lu}{2,}$/u.test(token));
  return !isAcronym && !about.some((word) => GATHERINGS.some((part) => word.includes(part)));
}

function hitOf(token: string, position: number): Hit | undefined {
  const role = roleOfWord(token);
  return role && { role, word: token, position };
}

/** The same words come back all the time. */
const roleOfWord = rememberedWord((token): DocumentRole | undefined => {
  const plain = plainLetters(token);
  if (UNLIKE.some((word) => plain.startsWith(word))) return undefined;
  const exact = entries.find(({ word }) => isFormOf(plain, word));
  return (exact ?? entries.find(({ word }) => word.length >= 7 && isNearly(plain, word)))?.role;
});

/** The word itself or a compound that ends in it, inflected; long words also with a committee's letters glued on. */
function isFormOf(token: string, word: string): boolean {
  if (word.startsWith('=')) return token === word.slice(1);
  const at = token.lastIndexOf(word);
  if (at < 0) return false;
  const rest = token.slice(at + word.length);
  // A part before it must be a word of its own: a representasjon is no presentasjon.
  if (at > 0 && at < 3) return false;
  return ENDINGS.test(rest) || (word.length > 6 && GLUED.test(rest));
}

/** Runs of letters; `ReferatSSU` and `Referat_SSU` are two. A single letter or digit before a word does not count. */
function tokensOf(text: string): string[] {
  const parted = text.normalize('NFC').replace(WORDS_IN_ONE, '$1 $2');
  return LETTER.runsIn(parted).flatMap((run) => (run.text.length > 1 ? run.text : []));
}

const WORDS_IN_ONE = /(\p{Ll})(\p{Lu})/gu;
const LETTER = new CharacterKind(/\p{L}/u);

function fileName(url: string): string {
  const path = url.replace(/[?#].*$/, '').replace(/(?<!\/)\/+$/, '');
  const name = path.slice(path.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    // A stray per cent sign: the name is read as it stands.
    return name;
  }
}
