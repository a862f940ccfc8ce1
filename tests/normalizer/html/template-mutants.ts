/** Ways in which a page changes overnight without saying anything else: the break-the-page test reads each mutant like the page itself. */
import type { CheerioAPI } from 'cheerio';
import type { Document } from 'domhandler';
import { parseMarkup } from '../../../normalizer/parse.ts';
import { descendants } from '../../../normalizer/tree.ts';

type Mutator = ($: CheerioAPI, document: Document) => void;

const LANDMARKS = new Set(['main', 'article', 'header', 'footer', 'nav', 'aside', 'section']);

/** Classes that say how lines look are a publishing system's own: no template renames them. */
const LOOKS = /^(?:has|align|text)-/;

/** Labels in other words of the same meaning, in both written standards. */
const LABELS: readonly [RegExp, string][] = [
  [/\bPublisert\b/g, 'Lagt ut'],
  [/\bpublisert:/g, 'lagt ut:'],
  [/\bSist (?:oppdatert|endret|endra)\b/g, 'Oppdatert'],
  [/\bFant du det du lette etter\b/g, 'Fann du det du leita etter'],
  [/\bFann du det du (?:leita|leitte) etter\b/g, 'Fant du det du lette etter'],
  [/\bLes også\b/g, 'Sjå også'],
  [/\bDu er her\b/g, 'You are here'],
];

/** Each mutator by its name. */
export const mutators: Readonly<Record<string, Mutator>> = {
  'classes and ids renamed': (_, document) => {
    for (const element of descendants(document)) {
      const { attribs } = element;
      if (attribs.class !== undefined)
        attribs.class = attribs.class.replace(/[^\s]+/g, (word) => (LOOKS.test(word) ? word : scramble(word)));
      if (attribs.id !== undefined) attribs.id = scramble(attribs.id);
      for (const name of ['for', 'aria-controls'])
        if (attribs[name] !== undefined) attribs[name] = scramble(attribs[name]);
      if (attribs.href?.startsWith('#') === true && attribs.href.length > 1)
        attribs.href = `#${scramble(attribs.href.slice(1))}`;
    }
  },
  'a wrapper round title and text': ($) => {
    $('h1').wrap('<div class="w1"><div class="w2"></div></div>');
    $('body').contents().wrapAll('<div class="w0"></div>');
  },
  'lists in reverse': ($) => {
    $('ul').each((_, list) => {
      const entries = $(list).children('li').get().reverse();
      $(list).append(entries);
    });
  },
  'subheadings one level down': ($, document) => {
    for (const element of descendants(document)) {
      const level = /^h([2-5])$/.exec(element.name)?.[1];
      if (level !== undefined) element.name = `h${Number(level) + 1}`;
    }
    $('[data-none]').remove();
  },
  'title one level down': (_, document) => {
    for (const element of descendants(document)) if (element.name === 'h1') element.name = 'h2';
  },
  'labels in other words': (_, document) => {
    for (const element of descendants(document))
      for (const node of element.children)
        if (node.type === 'text')
          node.data = LABELS.reduce(
            (text, [label, other]) => (label.test(node.data) ? text.replace(label, other) : text),
            node.data,
          );
  },
  'landmarks as boxes': (_, document) => {
    for (const element of descendants(document)) if (LANDMARKS.has(element.name)) element.name = 'div';
  },
};

/** The page's markup after a mutation, serialised and ready to be read anew. */
export function mutate(markup: string, mutator: Mutator): string {
  const { $, document } = parseMarkup(markup);
  mutator($, document);
  return $.html();
}

/** A name that says nothing, the same one for the same name. */
function scramble(name: string): string {
  let hash = 7;
  for (const letter of name) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  return `x${hash.toString(36)}`;
}
