const norwegian = new Intl.Collator('nb');

/** Names in the order of the Norwegian alphabet: … Z, Æ, Ø, Å. A new list. */
export function byName<T extends { name: string }>(records: readonly T[]): T[] {
  return [...records].sort((a, b) => norwegian.compare(a.name, b.name));
}
