/** The short published lists: communities and sources. */
import { CAUSES, type Cause, type Community, type Municipality, type SourceOutcome } from '../scraper/index.ts';
import type { PublishedCommunity, PublishedSource } from './model.ts';

/** How many records each community and each source has. */
export interface Counts {
  itemsOfCommunity: ReadonlyMap<string, number>;
  meetingsOfCommunity: ReadonlyMap<string, number>;
  itemsOfSource: ReadonlyMap<string, number>;
  /** Documents linked from a source's items in formats that aren't read (.doc, .ppt). */
  unreadOfSource: ReadonlyMap<string, number>;
  /** Sources of which an item came, went or changed in this run. */
  changedSources: ReadonlySet<string>;
}

/** `communities.json`: the registry's facts with the municipalities' names and places. */
export function publishedCommunities(
  communities: readonly Community[],
  municipalities: readonly Municipality[],
  counts: Counts,
): PublishedCommunity[] {
  const byNumber = new Map(municipalities.map((one) => [one.number, one]));
  return communities.map(({ id, name, aliases, region, trusts, municipalities: numbers, committees }) => ({
    id,
    name,
    aliases,
    region,
    trusts,
    municipalities: numbers.flatMap((number) => {
      const one = byNumber.get(number);
      return one === undefined
        ? []
        : [{ number, name: one.name, officialName: one.officialName, lat: one.lat, lon: one.lon }];
    }),
    committees: committees.map(({ body, names, expected }) => ({ body, names, ...(expected && { expected }) })),
    items: counts.itemsOfCommunity.get(id) ?? 0,
    meetings: counts.meetingsOfCommunity.get(id) ?? 0,
  }));
}

/**
 * `sources.json`: the registry's facts and each source's health. `lastSuccess` and `receipt` are those of the last run
 * that changed anything here, so that a night without news leaves the file as it was; the exact time of the last look
 * is in `<data>/state/sources.json`.
 */
export function publishedSources(
  communities: readonly Community[],
  outcomes: readonly SourceOutcome[],
  counts: Counts,
  earlier: ReadonlyMap<string, PublishedSource>,
): PublishedSource[] {
  const byId = new Map(outcomes.map((outcome) => [outcome.source, outcome]));
  return communities.flatMap((community) =>
    community.sources.map((source) => {
      const outcome = byId.get(source.id);
      const fresh: PublishedSource = {
        id: source.id,
        community: community.id,
        url: source.url,
        publishes: source.publishes,
        platform: outcome?.platform ?? source.platform ?? null,
        scope: source.scope,
        enabled: source.enabled,
        ...healthOf(outcome, source.enabled),
        items: counts.itemsOfSource.get(source.id) ?? 0,
        ...unreadOf(counts.unreadOfSource.get(source.id)),
        receipt: outcome === undefined ? null : receiptOf(outcome),
        note: source.note ?? null,
      };
      const before = earlier.get(source.id);
      const quiet = !counts.changedSources.has(source.id);
      return quiet && before !== undefined && saysTheSame(fresh, before) ? before : fresh;
    }),
  );
}

function unreadOf(count: number | undefined): { unreadDocuments?: number } {
  return count === undefined ? {} : { unreadDocuments: count };
}

function healthOf(outcome: SourceOutcome | undefined, enabled: boolean) {
  if (outcome === undefined)
    return {
      state: enabled ? ('skipped' as const) : ('disabled' as const),
      since: null,
      cause: null,
      lastSuccess: null,
    };
  const { state, since, cause, lastSuccess } = outcome;
  // "unchanged" is a good night: telling it apart from "ok" would change the file every other night.
  return {
    state: state === 'unchanged' ? ('ok' as const) : state,
    since,
    cause: cause === null ? null : { id: cause, ...CAUSES[cause as Cause] },
    lastSuccess,
  };
}

function receiptOf({ receipt: { requests, bytes, notModified, waitedMs } }: SourceOutcome) {
  return { requests, bytes, notModified, waitedMs };
}

function saysTheSame(a: PublishedSource, b: PublishedSource): boolean {
  const essence = ({ lastSuccess, receipt, since, ...rest }: PublishedSource) => JSON.stringify(rest);
  return essence(a) === essence(b);
}
