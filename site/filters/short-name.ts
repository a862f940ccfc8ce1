/**
 * A community's name without the word that all of them begin with ("Helsefellesskapet i Bergensområdet" → "Bergensområdet"), for
 * tables that say in their head what the rows are; `start` is the catalogue's pattern for that word.
 */
export function shortName(name: string, start: string): string {
  const short = name.replace(new RegExp(start, 'i'), '');
  return short === '' ? name : short;
}
