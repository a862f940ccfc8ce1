import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyReceipt } from '../../scraper/gathered.ts';
import { type GatheredState, mergeStates } from '../../scraper/merge-states.ts';
import { CommunitySchema } from '../../scraper/registry.ts';
import { isOfShard, shardSiteOf, unitsOf } from '../../scraper/shard.ts';

const moment = fc.constantFrom('', '2026-11-20T02:00:00Z', '2026-11-21T02:00:00Z', '2026-11-22T02:00:00Z');
const outcome = fc.record({
  source: fc.constantFrom('a', 'b'),
  community: fc.constant('c'),
  state: fc.constantFrom('ok' as const, 'failing' as const),
  cause: fc.option(fc.constantFrom('timeout', 'dns')),
  message: fc.constant(null),
  since: moment,
  lastSuccess: fc.constant(null),
  checkedAt: moment,
  platform: fc.constant(null),
  pages: fc.nat(2),
  receipt: fc.constant(emptyReceipt()),
});
const pages = fc.record({ newest: moment, digest: fc.constantFrom('sha256:1', 'sha256:2', 'sha256:3') });
const source = fc.record({ outcome: fc.option(outcome), pages: fc.option(pages) });
const robots = fc.record({
  asOf: moment,
  lost: fc.dictionary(fc.constantFrom('http://x', 'http://y'), fc.constantFrom('2026-11-01', '2026-11-02')),
});
const asMap = <T>(keys: string[], value: fc.Arbitrary<T>) =>
  fc.dictionary(fc.constantFrom(...keys), value).map((one) => new Map(Object.entries(one)));
const state: fc.Arbitrary<GatheredState> = fc.record({
  sources: asMap(['s1', 's2', 's3'], source),
  robots: asMap(['u1', 'u2'], robots),
});
/** Comparable whatever the order of the entries. */
const plain = ({ sources, robots }: GatheredState) => ({
  sources: Object.fromEntries(sources),
  robots: Object.fromEntries(robots),
});

describe('D2 merging what several machines have gathered', () => {
  it('gives the same in whichever order and grouping', () => {
    fc.assert(
      fc.property(state, state, state, (a, b, c) => {
        expect(plain(mergeStates(a, b))).toEqual(plain(mergeStates(b, a)));
        expect(plain(mergeStates(mergeStates(a, b), c))).toEqual(plain(mergeStates(a, mergeStates(b, c))));
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same when it is done again, and changes neither side', () => {
    fc.assert(
      fc.property(state, state, (a, b) => {
        const before = [structuredClone(plain(a)), structuredClone(plain(b))];
        const merged = mergeStates(a, b);
        expect(plain(mergeStates(merged, b))).toEqual(plain(merged));
        expect(plain(mergeStates(merged, merged))).toEqual(plain(merged));
        expect([plain(a), plain(b)]).toEqual(before);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps the later look at a source, and what it says of robots.txt with it', () => {
    const of = (checkedAt: string, lost: Record<string, string>): GatheredState => ({
      sources: new Map([
        ['s', { outcome: { source: 's', checkedAt } as never, pages: { newest: checkedAt, digest: checkedAt } }],
      ]),
      robots: new Map([['u', { asOf: checkedAt, lost }]]),
    });
    const merged = mergeStates(of('2026-11-21', { 'http://x': '2026-11-01' }), of('2026-11-22', {}));
    expect(merged.sources.get('s')?.pages?.digest).toBe('2026-11-22');
    expect(merged.robots.get('u')?.lost).toEqual({});
  });
});

const communityOf = (id: string, ...urls: string[]) =>
  CommunitySchema.parse({
    id,
    name: { nb: id, nn: id },
    region: 'Helse Nord',
    trusts: [{ name: 'Prøve HF', organisation: '983974910' }],
    municipalities: ['1804'],
    sources: urls.map((url, at) => ({ id: `${id}-${at}`, url, publishes: ['news'], scope: 'community' })),
  });

describe('D2 the shards', () => {
  it('hold every source in one shard exactly, and every registered site, for any number of them', () => {
    const host = fc.constantFrom(...'abcdefghijklmno'.split('').flatMap((one) => [`${one}.no`, `www.${one}.no`]));
    const urls = fc.uniqueArray(host, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(urls, { minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 7 }), (all, of) => {
        const communities = all.map((hosts, at) => communityOf(`c${at}`, ...hosts.map((one) => `https://${one}/`)));
        const units = unitsOf(communities).source;
        const shardsOfSite = new Map<string, Set<number>>();
        for (const { id, url } of communities.flatMap(({ sources }) => sources)) {
          const mine = Array.from({ length: of }, (_, n) => n + 1).filter((index) =>
            isOfShard(units.get(id)!, { index, of }),
          );
          expect(mine).toHaveLength(1);
          const site = shardSiteOf(url);
          shardsOfSite.set(site, (shardsOfSite.get(site) ?? new Set()).add(mine[0]!));
        }
        for (const shards of shardsOfSite.values()) expect(shards.size).toBe(1);
      }),
      { numRuns: 100 },
    );
  });

  it('D5 keep a group together, across communities', () => {
    const [one, other] = [communityOf('a', 'https://aa.no/'), communityOf('b', 'https://bb.no/')];
    const grouped = [one, other].map((community) => ({
      ...community,
      sources: community.sources.map((source) => ({ ...source, group: 'vendor' })),
    }));
    expect(new Set(unitsOf([one, other]).source.values()).size).toBe(2);
    expect(new Set(unitsOf(grouped).source.values()).size).toBe(1);
  });

  it('keep the sources of a community together, and communities that share a site, whatever its subdomain', () => {
    const { source } = unitsOf([
      communityOf('a', 'https://www.aa.no/', 'https://bb.no/'),
      communityOf('b', 'https://nyheter.bb.no/'),
      communityOf('c', 'https://cc.kommune.no/'),
      communityOf('d', 'https://dd.kommune.no/'),
    ]);
    expect(source.get('a-0')).toBe(source.get('b-0'));
    expect(source.get('a-0')).toBe(source.get('a-1'));
    expect(source.get('c-0')).not.toBe(source.get('d-0'));
  });
});
