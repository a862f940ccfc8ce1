/**
 * What a page is about. A topic must weigh: it stands in the title, the lead, a heading or the opening sentence, is announced as
 * the theme, begins sentences, or comes back. The standing paragraph that says what a helsefellesskap is names all priority groups
 * and counts for nothing; so does a theme named in passing.
 */
import { decoded } from '../belongs-papers.ts';
import { sentencesWithWords } from '../cut-sentences.ts';
import type { Block, Page } from '../page.ts';
import { rememberedWord } from '../remembered.ts';
import { defineRule } from '../rule.ts';
import { plainLetters } from '../spelling.ts';
import { isEnumeration, isStandingParagraph, type Mention, mentionsIn, plainOf } from '../topic-words.ts';

/** What a mention weighs: in a place that says what the page is about, and in running text. */
const TITLE = { outright: 3, hint: 2.5 };
const FRONT = { outright: 3, hint: 2 };
const HEADING = { outright: 3, hint: 1.5 };
const RUNNING = { outright: 1, hint: 0.5 };
const LABELS = { outright: 2, hint: 1 };
/** Clean-ups that take kickers and tags out, and the most characters of one. */
const LABEL_CLEANUPS = new Set(['above-title']);
const LABEL = 40;
/** A page of so few words says little in passing. */
const SHORT = 80;
const SHORT_EXTRA = 1;
/** "Sak 9/26 Vakt på skjerm": a case's number, with its name behind it. */
const CASE = /^(?:sak\w{0,3}\.?\s)?\s*(?:\p{L}{1,5}[ -])?\d{1,3}\s?[/-]\s?(?:20)?\d{2}[:.]?\s+(?=\p{Lu})/iu;
const LONGEST_CASE = 120;
/** A passage that only points to another page says half as much. */
const MOSTLY_LINKS = 0.8;
const POINTER = 0.5;
const EXTRA: Record<Mention['manner'], number> = { announced: 2, audience: 1, plain: 0, passing: 0 };
const PASSING = 0.5;
/** All hints of the running text together weigh no more than this. */
const MOST_HINTS = 1;
const ENOUGH = 3;
/** A page of no more words needs less. */
const BRIEF = 250;
const ENOUGH_OF_BRIEF = 2.5;
/** In longer texts a passing word weighs less: one more passage is needed for each so many words. */
const WORDS_A_PASSAGE = 500;

interface Place {
  /** The page's first paragraph, where there is no lead. */
  opens: boolean;
  isShort: boolean;
}

interface Weighed {
  /** Something names it outright, be it in passing. */
  isNamed: boolean;
  weight: number;
  hints: number;
  quote: string;
}

export default defineRule<string[]>({
  needs: ['title', 'lead'],
  read(page, known) {
    const title = String(known['title']?.value ?? page.head.title ?? '');
    const lead = String(known['lead']?.value ?? '');
    const weighed = new Map<string, Weighed>();
    addFront(weighed, title, TITLE);
    if (!isStandingParagraph(lead, [])) addFront(weighed, lead);
    addLabels(weighed, page);
    const lists = listsOfGroups(page.blocks);
    const blocks = page.blocks.filter(
      (block) =>
        !isSame(block.text, title) &&
        !isSame(block.text, lead) &&
        !isStandingParagraph(block.text, block.trail) &&
        !lists.has(listOf(block)),
    );
    const opening = lead === '' ? blocks.find(opens) : undefined;
    const words = wordsOf(page);
    if (page.format !== 'html') addFront(weighed, nameOf(page.url), LABELS);
    for (const block of blocks) addBlock(weighed, block, { opens: block === opening, isShort: words <= SHORT });
    const enough = words <= BRIEF ? ENOUGH_OF_BRIEF : ENOUGH + Math.min(3, Math.floor(words / WORDS_A_PASSAGE));
    const value = [...weighed].filter(([, one]) => isTopic(one, enough)).map(([topic]) => topic);
    const [first] = value;
    if (first === undefined) return undefined;
    return { value: value.sort(), evidence: { text: weighed.get(first)?.quote ?? '', from: 'text' } };
  },
});

/** What is only hinted at needs as much in a brief text as in a longer one. */
function isTopic({ isNamed, weight, hints }: Weighed, enough: number): boolean {
  return weight + hints >= (isNamed ? enough : Math.max(ENOUGH, enough));
}

/** What a document's file name says, as words. */
function nameOf(url: string): string {
  const name = new URL(url).pathname.split('/').at(-1) ?? '';
  return decoded(name)
    .replace(/\.\w{2,5}$/, '')
    .replace(/[_+\d.-]+/g, ' ');
}

/** The first paragraph, or the line below the title of a slide show's first slide. */
function opens({ kind, anchor }: Block): boolean {
  return kind === 'paragraph' || (kind === 'item' && anchor === 'slide-1');
}

/** Lists that name the priority groups one by one: the standing explanation in another dress. */
function listsOfGroups(blocks: readonly Block[]): Set<string> {
  const lists = new Map<string, string[]>();
  for (const block of blocks) {
    const key = listOf(block);
    if (key !== '') lists.set(key, [...(lists.get(key) ?? []), block.text]);
  }
  return new Set([...lists].filter(([, texts]) => isEnumeration(texts)).map(([key]) => key));
}

function listOf({ kind, trail }: Block): string {
  return kind === 'item' ? `item ${trail.join('\n')}` : '';
}

function addBlock(weighed: Map<string, Weighed>, block: Block, about: Place): void {
  const { kind, text } = block;
  if (kind === 'heading' || kind === 'summary') {
    addFront(weighed, text, HEADING);
    return;
  }
  if (text.length <= LONGEST_CASE && CASE.test(text)) {
    addFront(weighed, text.replace(CASE, ''), HEADING);
    return;
  }
  const [first = '', ...others] = sentencesWithWords(text);
  if (about.opens) addFront(weighed, first);
  // Each topic once a passage, by its weightiest sentence.
  const most = new Map<string, [Mention, number]>();
  for (const mention of (about.opens ? others : [first, ...others]).flatMap(mentionsIn)) {
    const weight = isPointer(block) ? POINTER : runningWeight(inProse(block, mention), about.isShort && isLine(block));
    if (weight > (most.get(mention.topic)?.[1] ?? 0)) most.set(mention.topic, [mention, weight]);
  }
  for (const [mention, weight] of most.values()) add(weighed, mention, weight);
}

/** The lines of a slide are its text; those of a list are one thing among many. */
function isLine({ kind, anchor }: Block): boolean {
  return kind === 'paragraph' || (kind === 'item' && anchor?.startsWith('slide-') === true);
}

/** Every line of a list begins with its subject. */
function inProse({ kind }: Block, mention: Mention): Mention {
  return kind === 'item' || kind === 'cell' ? { ...mention, leads: false } : mention;
}

function isPointer({ text, links }: Block): boolean {
  return links.length > 0 && links.reduce((sum, link) => sum + link.text.length, 0) >= text.length * MOSTLY_LINKS;
}

function runningWeight({ outright, manner, leads }: Mention, isShort: boolean): number {
  if (!outright) return RUNNING.hint;
  return manner === 'passing'
    ? PASSING
    : RUNNING.outright + EXTRA[manner] + (leads ? 1 : 0) + (isShort ? SHORT_EXTRA : 0);
}

/** Title, lead, headings and the opening sentence say what a page is about. */
function addFront(weighed: Map<string, Weighed>, text: string, weights = FRONT): void {
  const seen = new Set<string>();
  for (const mention of sentencesWithWords(text).flatMap(mentionsIn).sort(byOutright)) {
    if (seen.has(mention.topic)) continue;
    seen.add(mention.topic);
    if (mention.manner === 'passing') add(weighed, mention, PASSING);
    else if (mention.outright) add(weighed, mention, weights.outright);
    else addHint(weighed, mention, weights.hint);
  }
}

/** The kicker above the title and the tags below the text: a category, which the text must bear out. */
function addLabels(weighed: Map<string, Weighed>, { removed }: Page): void {
  const labels = removed.filter(({ cleanup, text }) => LABEL_CLEANUPS.has(cleanup) && text.length <= LABEL);
  if (isEnumeration(labels.map(({ text }) => text))) return;
  for (const { text } of labels) addFront(weighed, text, LABELS);
}

function byOutright(a: Mention, b: Mention): number {
  return Number(b.outright) - Number(a.outright);
}

/** A hint in a place that says what the page is about weighs there like a name, but names nothing. */
function addHint(weighed: Map<string, Weighed>, { topic, quote }: Mention, weight: number): void {
  const known = weighed.get(topic) ?? { isNamed: false, weight: 0, hints: 0, quote };
  weighed.set(topic, { ...known, weight: known.weight + weight });
}

function add(weighed: Map<string, Weighed>, { topic, quote, outright }: Mention, weight: number): void {
  const known = weighed.get(topic) ?? { isNamed: false, weight: 0, hints: 0, quote };
  const next = outright
    ? { ...known, isNamed: true, weight: known.weight + weight }
    : { ...known, hints: Math.min(MOST_HINTS, known.hints + weight) };
  weighed.set(topic, next);
}

function isSame(text: string, other: string): boolean {
  return other !== '' && beginsAlike(text, other) && plainOf(text) === plainOf(other);
}

/** Cheap, and wrong only in saying yes. */
function beginsAlike(text: string, other: string): boolean {
  return plainFirst(text.charAt(0)) === plainFirst(other.charAt(0));
}

const plainFirst = rememberedWord((letter) => plainLetters(letter).charAt(0));

function wordsOf(page: Page): number {
  return page.blocks.reduce((sum, { text }) => sum + spacesIn(text) + 1, 0);
}

function spacesIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) count += 1;
  return count;
}
