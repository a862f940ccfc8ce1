import { capital } from '../words.ts';

/**
 * A community's name without the word that all of them hold ("Helsefellesskapet i Bergensområdet" → "Bergensområdet"), for tables and
 * filters that say in their head what the rows are; `common` is the catalogue's pattern for that word.
 */
export function shortName(name: string, common: string): string {
  const short = name.replace(new RegExp(common, 'i'), '');
  return short === '' ? name : capital(short);
}
