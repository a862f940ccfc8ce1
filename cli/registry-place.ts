/** Finds the place of a new source in the registry, and what stands in its way. */
import { type Community, canonicalAddress, didYouMean, type Source } from '../scraper/index.ts';
import { UsageError } from './command.ts';

/** The community of an id. Throws a UsageError with the one that was likely meant. */
export function communityNamed(id: string, communities: readonly Community[]): Community {
  const found = communities.find((community) => community.id === id);
  if (found) return found;
  const ids = communities.map((community) => community.id);
  const meant = didYouMean(id, ids);
  const help = meant ? `did you mean ${meant}?` : `expected one of ${ids.join(', ')}`;
  throw new UsageError(`--community ${id}: no such community; ${help}`);
}

/** Throws a UsageError when a source has the address already, however it is written. */
export function refuseKnown(urls: readonly string[], communities: readonly Community[]): void {
  const wanted = new Set(urls.map(bare));
  for (const community of communities)
    for (const source of community.sources) {
      const own = [source.url, ...source.start].find((url) => wanted.has(bare(url)));
      if (own !== undefined) throw new UsageError(known(own, source, community));
    }
}

function known(url: string, source: Source, community: Community): string {
  const where = url === source.url ? 'the address' : 'a start address';
  return `${url} is known already: it is ${where} of ${source.id} in communities/${community.id}.yaml`;
}

/** http or https, www or not, slash at the end or not: one site answers all of them. */
function bare(url: string): string {
  return (canonicalAddress(url) ?? url).replace(/^https?:\/\/(www\.)?/, '').replace(/\/(?=$|\?)/, '');
}

/** Throws a UsageError when an id can't be a new source's. */
export function refuseId(id: string, communities: readonly Community[]): void {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
    throw new UsageError(`--id ${id}: expected kebab-case: lower-case letters a–z, digits and single hyphens`);
  const owner = communities.find(({ sources }) => sources.some((source) => source.id === id));
  if (owner) throw new UsageError(`--id ${id}: is a source of communities/${owner.id}.yaml already; expected another`);
}

/** The address of an argument. Throws a UsageError that says what was expected. */
export function addressOf(text: string | undefined): string {
  const url = canonicalAddress(text ?? '');
  if (url === undefined) throw new UsageError(`${text}: expected an address that begins with https:// or http://`);
  return url;
}
