/** The phrases and class-name words of `data/vocabulary/boilerplate.yaml`, ready for matching. */
import type { Element } from 'domhandler';
import { z } from 'zod';
import { remembered as remembering } from './remembered.ts';
import { readVocabulary } from './vocabulary.ts';

const phrases = z.array(z.string().min(1)).default([]);
const Boilerplate = z.strictObject({
  phrases: z.record(z.string(), z.strictObject({ whole: phrases, begins: phrases, holds: phrases })),
  marks: z.record(z.string(), z.array(z.string().min(1))),
});

const vocabulary = readVocabulary('boilerplate', Boilerplate);
const groups = new Map(Object.entries(vocabulary.phrases).map(([name, group]) => [name, compileGroup(group)]));
const marks = new Map(Object.entries(vocabulary.marks).map(([name, words]) => [name, new Set(words)]));
const LONGEST = 600;

/** Lower-case letters and figures with single spaces: what phrases are looked for in. */
export function normalise(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** True when a short text (at most 600 characters) says a phrase of the group. Throws when there is no such group. */
export function says(group: string, text: string): boolean {
  const pattern = groups.get(group);
  if (pattern === undefined)
    throw new Error(`data/vocabulary/boilerplate.yaml: expected a group of phrases "${group}"`);
  return text.length > 0 && text.length <= LONGEST && pattern.test(remembered(text));
}

/** The same pieces are asked for by many clean-ups. */
const remembered = remembering(normalise);

/** True when the element's class, id, role or custom tag name holds one of the group's words. */
export function isMarked(group: string, element: Element): boolean {
  const words = marks.get(group);
  if (words === undefined) throw new Error(`data/vocabulary/boilerplate.yaml: expected a group of marks "${group}"`);
  return naming(element).groups.has(group);
}

/** The words that an element's author named it with: `site-header__navBar` gives site, header, nav, bar and navbar. */
export function wordsOf(element: Element): readonly string[] {
  return naming(element).words;
}

interface Naming {
  words: readonly string[];
  /** The groups of marks that hold one of the words. */
  groups: ReadonlySet<string>;
}

const NAMELESS: Naming = { words: [], groups: new Set() };
const namings = new WeakMap<Element, Naming>();
/** A page has many elements of one name. */
const byNames = remembering((names): Naming => {
  const words = splitNames(names);
  return {
    words,
    groups: new Set([...marks].flatMap(([group, known]) => (words.some((word) => known.has(word)) ? group : []))),
  };
});

function naming(element: Element): Naming {
  let known = namings.get(element);
  if (known === undefined) {
    const names = namesOf(element);
    known = names === '' ? NAMELESS : byNames(names);
    namings.set(element, known);
  }
  return known;
}

function namesOf({ name, attribs }: Element): string {
  const names = [attribs.class?.trim() ?? '', attribs.id?.trim() ?? '', attribs['data-component'] ?? ''];
  if (name.includes('-')) names.push(name);
  return names.join(' ').trim();
}

function splitNames(names: string): string[] {
  const words = new Set<string>();
  for (const name of names.slice(0, 1000).split(/[\s_:/[\]()-]+/)) {
    if (name === '') continue;
    words.add(name.toLowerCase());
    for (const part of name.split(/(?<=[a-zæøå0-9])(?=[A-ZÆØÅ])/)) words.add(part.toLowerCase());
  }
  return [...words];
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
