/** What readings of a text gave, for the texts asked about last: the rules of one page ask the same of the same sentences many times. */

/** Enough for the sentences of the longest pages. */
const MOST = 1500;
/** Of longer texts only the last is remembered. */
const LONGEST = 5000;
/** Enough for the words of some hundred pages. */
const MOST_WORDS = 20_000;

/** What the readings have answered about one text, each at a place of its own. */
interface Notes {
  text: string;
  answers: unknown[];
}

/** Stands for `undefined` where it was the answer. */
const NOTHING = Symbol('nothing');

const notes = new Map<string, Notes>();
/** The rules ask many things of a text in a row. */
let last: Notes = { text: '', answers: [] };
let long: Notes | undefined;
let readings = 0;

/** A reading that remembers its answers. What it gives is shared: nobody may change it. It must go by the text alone. */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const place = readings;
  readings += 1;
  return (text) => {
    const { text: own, answers } = last.text === text ? last : notesOf(text);
    const known = answers[place];
    if (known !== undefined) return (known === NOTHING ? undefined : known) as T;
    const value = read(own);
    answers[place] = value === undefined ? NOTHING : value;
    return value;
  };
}

function notesOf(text: string): Notes {
  last = text.length > LONGEST ? notesOfLong(text) : (notes.get(text) ?? begin(text));
  return last;
}

function notesOfLong(text: string): Notes {
  if (long?.text !== text) long = { text, answers: [] };
  return long;
}

function begin(text: string): Notes {
  if (notes.size >= MOST) notes.clear();
  const begun: Notes = { text: copyOf(text), answers: [] };
  notes.set(begun.text, begun);
  return begun;
}

/** The text as it is remembered by: a string of its own, which no reading has to look up by its letters. */
export function ownText(text: string): string {
  return notesOf(text).text;
}

/** Forgets what all readings of texts gave: what they go by has changed. */
export function forget(): void {
  notes.clear();
  last = { text: '', answers: [] };
  long = undefined;
}

/** The same for a reading of single words: they come back from page to page. */
export function rememberedWord<T>(read: (word: string) => T): (word: string) => T {
  const answers = new Map<string, T>();
  return (word) => {
    const known = answers.get(word);
    if (known !== undefined) return known;
    // An answer that is `undefined` is looked up twice: that costs less than a box round every answer.
    if (answers.has(word)) return known as T;
    const own = copyOf(word);
    const value = read(own);
    if (answers.size >= MOST_WORDS) answers.clear();
    answers.set(own, value);
    return value;
  };
}

/** Shorter strings are never views. */
const SHORTEST_VIEW = 13;
const BEYOND_LATIN = /[^\0-\xff]/;

/**
 * A string of its own: what was cut from a page is a view that would keep all of the page's text in memory as long as it is remembered.
 * With one byte a letter where that is enough: of a page that has a single dash every piece takes two, and patterns that ask for letters
 * look each of those up among all the letters of the world.
 */
export function copyOf(text: string): string {
  if (text.length < SHORTEST_VIEW) return text;
  const encoding = BEYOND_LATIN.test(text) ? 'utf16le' : 'latin1';
  return Buffer.from(text, encoding).toString(encoding);
}
