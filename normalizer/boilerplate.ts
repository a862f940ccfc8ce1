/** The phrases of `data/vocabulary/boilerplate.yaml`, ready for matching. */
import { z } from 'zod';
import { PhraseStarts } from './phrase-starts.ts';
import { readVocabulary } from './vocabulary.ts';

const phrases = z.array(z.string().min(1)).default([]);
const Boilerplate = z.strictObject({
  phrases: z.record(z.string(), z.strictObject({ whole: phrases, begins: phrases, holds: phrases })),
  marks: z.record(z.string(), z.array(z.string().min(1))),
});

/** The vocabulary as it was written. */
export const boilerplate = readVocabulary('boilerplate', Boilerplate);
const groups = new Map(Object.entries(boilerplate.phrases).map(([name, group]) => [name, compileGroup(group)]));
const starts = new PhraseStarts();
for (const [name, { whole, begins, holds }] of Object.entries(boilerplate.phrases))
  for (const phrase of [...whole, ...begins, ...holds]) starts.add(name, phrase);
const LONGEST = 600;

/** Lower-case letters and figures with single spaces: what phrases are looked for in. */
export function normalise(text: string): string {
  if (!NEEDS_UNICODE.test(text)) return text.toLowerCase().replace(NO_LATIN_WORD, ' ').trim();
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Most text is Latin letters, with dashes and quotation marks besides: there the slower tables of Unicode say nothing more. */
const NEEDS_UNICODE = /[^\u0000-\u00ff\u2010-\u2027]/;
const NO_LATIN_WORD = /[^0-9a-zªµºß-öø-ÿ²³¹¼-¾]+/g;

/** True when a short text (at most 600 characters) says a phrase of the group. Throws when there is no such group. */
export function says(group: string, text: string): boolean {
  const pattern = groups.get(group);
  if (pattern === undefined)
    throw new Error(`data/vocabulary/boilerplate.yaml: expected a group of phrases "${group}"`);
  if (text.length === 0 || text.length > LONGEST) return false;
  const heard = hear(text);
  if (!heard.groups.includes(group)) return false;
  heard.words ??= normalise(text);
  return pattern.test(heard.words);
}

/** The groups that a text of any length, or a part of it, may say a phrase of; of all others it says none. */
export function groupsIn(text: string): readonly string[] {
  return hear(text).groups;
}

/** True when a phrase of the group stands anywhere in a text of any length: only then may a part of the text say one. */
export function holdsPhrase(group: string, text: string): boolean {
  const heard = hear(text);
  if (!heard.groups.includes(group)) return false;
  heard.words ??= normalise(text);
  return looseGroup(group).test(heard.words);
}

interface Heard {
  groups: readonly string[];
  /** The text as phrases are looked for in it. */
  words?: string;
}

/** Clean-ups ask for the same pieces. Kept for the page at hand only: texts are views that keep all of a page in memory. */
const heardLately = new Map<string, Heard>();
const MOST_HEARD = 5000;

function hear(text: string): Heard {
  const known = heardLately.get(text);
  if (known !== undefined) return known;
  if (heardLately.size >= MOST_HEARD) forgetHeard();
  const heard = { groups: starts.within(text) };
  heardLately.set(text, heard);
  return heard;
}

/** To be called when a page has been read. */
export function forgetHeard(): void {
  heardLately.clear();
}

const looseGroups = new Map<string, RegExp>();

function looseGroup(group: string): RegExp {
  const { whole = [], begins = [], holds = [] } = boilerplate.phrases[group] ?? {};
  const known =
    looseGroups.get(group) ?? compileGroup({ whole: [], begins: [], holds: [...whole, ...begins, ...holds] });
  looseGroups.set(group, known);
  return known;
}

function compileGroup(group: z.infer<typeof Boilerplate>['phrases'][string]): RegExp {
  const parts = [
    ...group.whole.map((phrase) => `^${compilePhrase(phrase)}$`),
    ...group.begins.map((phrase) => `^${compilePhrase(phrase)}(?= |$)`),
    ...group.holds.map((phrase) => `(?:^| )${compilePhrase(phrase)}(?= |$)`),
  ];
  return new RegExp(parts.join('|') || '$^', 'u');
}

/** `a [b|c] d*` -> `a(?: (?:b|c))? d\p{L}*`: words with their spaces, optional parts with the space beside them. */
export function compilePhrase(phrase: string): string {
  const tokens = phrase.trim().match(/\[[^\]]*\]|\([^)]*\)|\S+/g) ?? [];
  let source = '';
  let begun = false;
  for (const token of tokens) {
    const words = pieceFor(token);
    if (token === '...') source += begun ? `(?: ${words}){0,6}` : `(?:${words} ){0,6}`;
    else if (token.startsWith('[')) source += begun ? `(?: ${words})?` : `(?:${words} )?`;
    else {
      source += begun ? ` ${words}` : words;
      begun = true;
    }
  }
  return source;
}

function pieceFor(token: string): string {
  if (token === '...') return '[^ ]+';
  return token.startsWith('[') || token.startsWith('(') ? `(?:${inner(token)})` : word(token);
}

function inner(token: string): string {
  return token
    .slice(1, -1)
    .split('|')
    .map((part) => part.trim().split(/\s+/).map(word).join(' '))
    .join('|');
}

function word(token: string): string {
  if (token === '#') return '\\d{1,6}';
  return token.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '\\p{L}*');
}
