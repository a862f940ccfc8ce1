/** Remembers what a pure function of a string gave: a site's menu stands on every one of its pages. */

/** Answers that are worth keeping for addresses: the links of a large site. */
export const REMEMBERED = 20_000;

/** The function, remembering at most `limit` answers; when there are more it begins anew. */
export function remembered<T>(limit: number, compute: (key: string) => T): (key: string) => T {
  const known = new Map<string, { value: T }>();
  return (key) => {
    const before = known.get(key);
    if (before) return before.value;
    if (known.size >= limit) known.clear();
    const value = compute(key);
    known.set(detached(key), { value });
    return value;
  };
}

/** The same string, keeping no larger one alive: what is cut out of a page holds on to the whole page. */
export function detached(text: string): string {
  return ` ${text}`.slice(1);
}
