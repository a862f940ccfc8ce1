/** The phrases and class-name words of `data/vocabulary/boilerplate.yaml`, ready for matching. */
import type { Element } from 'domhandler';
import { z } from 'zod';
import { attribute } from './tree.ts';
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

const MOST_REMEMBERED = 2000;
const memory = new Map<string, string>();

/** The same pieces are asked for by many clean-ups. */
function remembered(text: string): string {
  let words = memory.get(text);
  if (words === undefined) {
    words = normalise(text);
    if (memory.size >= MOST_REMEMBERED) memory.clear();
    memory.set(text, words);
  }
  return words;
}

/** True when the element's class, id, role or custom tag name holds one of the group's words. */
export function isMarked(group: string, element: Element): boolean {
  const words = marks.get(group);
  if (words === undefined) throw new Error(`data/vocabulary/boilerplate.yaml: expected a group of marks "${group}"`);
  return wordsOf(element).some((word) => words.has(word));
}

const wordCache = new WeakMap<Element, string[]>();

/** The words that an element's author named it with: `site-header__navBar` gives site, header, nav, bar and navbar. */
export function wordsOf(element: Element): string[] {
  let words = wordCache.get(element);
  if (words === undefined) {
    words = splitNames(element);
    wordCache.set(element, words);
  }
  return words;
}

function splitNames(element: Element): string[] {
  const names = [attribute(element, 'class'), attribute(element, 'id'), element.attribs['data-component'] ?? ''];
  if (element.name.includes('-')) names.push(element.name);
  const words = new Set<string>();
  for (const name of names
    .join(' ')
    .slice(0, 1000)
    .split(/[\s_:/[\]()-]+/)) {
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
