/** What a reading of a text gave, for the texts asked about last: the rules of one page ask the same of the same sentences many times. */

/** Enough for the sentences of the longest pages. */
const MOST = 1500;
/** Of longer texts only the last is remembered. */
const LONGEST = 5000;

/** A reading that remembers its answers. What it gives is shared: nobody may change it. It must go by the text alone. */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const answers = new Map<string, T>();
  let long: { text: string; value: T } | undefined;
  return (text) => {
    if (text.length > LONGEST) {
      if (long?.text !== text) long = { text, value: read(text) };
      return long.value;
    }
    const known = answers.get(text);
    if (known !== undefined) return known;
    // An answer that is `undefined` is looked up twice: that costs less than a box round every answer.
    if (answers.has(text)) return known as T;
    const own = copyOf(text);
    const value = read(own);
    if (answers.size >= MOST) answers.clear();
    answers.set(own, value);
    return value;
  };
}

/** Shorter strings are never views. */
const SHORTEST_VIEW = 13;

/** A string of its own: what was cut from a page is a view that would keep all of the page's text in memory as long as it is remembered. */
export function copyOf(text: string): string {
  return text.length < SHORTEST_VIEW ? text : Buffer.from(text, 'utf16le').toString('utf16le');
}
