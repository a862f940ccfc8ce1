/** Shares the sources among machines so that no host is asked by two of them (STANDARDS D2). */
import { createHash } from 'node:crypto';
import { siteOf } from './address.ts';
import { registrableDomain } from './registrable-domain.ts';
import type { Community } from './registry.ts';

/** One share of the work: the `index`-th of `of`, counted from 1. */
export interface Shard {
  index: number;
  of: number;
}

/** The site that politeness, robots.txt and documents hang together by: the registered domain, or host and port where there is none. */
export function shardSiteOf(url: string): string {
  return registrableDomain(new URL(url).hostname) ?? siteOf(url);
}

/**
 * The unit that each source is part of, by source id, and each registered site, by `shardSiteOf`. Units are never split: they hold all sources of a
 * community, for a page may link to documents at any of them, and all communities that share a site or a group. A unit is named by its first site.
 * Hosts that share an IP address alone may be asked by two shards: who knows of such names a group.
 */
export function unitsOf(communities: readonly Community[]): { source: Map<string, string>; site: Map<string, string> } {
  const unitAt = new Map<string, Set<string>>();
  for (const { sources } of communities) {
    const sites = sources.flatMap(({ url, start, group }) => [...[url, ...start].map(shardSiteOf), ...groupOf(group)]);
    const joined = new Set([...sites, ...sites.flatMap((site) => [...(unitAt.get(site) ?? [])])]);
    for (const site of joined) unitAt.set(site, joined);
  }
  const site = new Map([...unitAt].map(([one, unit]) => [one, [...unit].sort()[0] ?? one]));
  const all = communities.flatMap(({ sources }) => sources);
  const source = new Map(all.map(({ id, url }) => [id, site.get(shardSiteOf(url)) ?? id]));
  return { source, site };
}

/** A group stands among the sites; no host holds a space. */
function groupOf(group: string | undefined): string[] {
  return group === undefined ? [] : [`group ${group}`];
}

/** Whether a unit is this shard's: by a hash of its name, the same on every machine. */
export function isOfShard(unit: string, { index, of }: Shard): boolean {
  return createHash('sha256').update(unit).digest().readUInt32BE(0) % of === index - 1;
}
