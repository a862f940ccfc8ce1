/** Drafts of single pages -> items and meetings that know of each other and of what was published before. */

import { join } from 'node:path';
import type { Community } from '../scraper/index.ts';
import { withdrawnSequences } from './changes/log.ts';
import { type Decisions, unmetDecisions } from './decisions.ts';
import type { LeftOut } from './draft.ts';
import type { DraftRef, DraftStore } from './draft-store.ts';
import { type Earlier, type History, readPublishedItems, readPublishedMeetings, withHistory } from './history.ts';
import { itemId } from './identity.ts';
import { type Addressed, groupTwins } from './link/addresses.ts';
import { baseOf, joinAsDecided } from './link/decided-meetings.ts';
import { withKeptMeetings } from './link/kept.ts';
import { withSequence } from './link/sequence.ts';
import type { Mention } from './mention.ts';
import { type Item, ItemSchema, type Meeting } from './model.ts';
import type { Counts } from './published-lists.ts';
import type { Takedowns } from './takedown.ts';

/** What memory holds of a draft. */
export interface IndexedDraft extends Addressed {
  aliases: string[];
  source: string;
  published: string | null;
  /** When its original was stored (UTC). */
  capturedAt: string;
  firstSeen: string;
  mentions: Mention[];
  ref: DraftRef;
}

export interface LinkInput {
  dataDir: string;
  communities: readonly Community[];
  store: DraftStore;
  history: History;
  drafts: readonly IndexedDraft[];
  /** Addresses whose originals are lost. */
  unread: readonly { url: string; community: string }[];
  takedowns: Takedowns;
  decisions: Decisions;
}

export interface Linked {
  /** Streams the items, sorted by id; may be called as often as needed. */
  items(): AsyncIterable<Item>;
  meetings: Meeting[];
  size: number;
  counts: Counts;
  /** Pages that are no items because they were taken down, at whichever of their addresses. */
  takenDown: LeftOut[];
  remarks: string[];
}

interface Group {
  id: string;
  first: IndexedDraft;
  members: IndexedDraft[];
}

export async function linkDrafts(input: LinkInput): Promise<Linked> {
  const { history, drafts, store } = input;
  const all = groupsOf(drafts, history, input.decisions);
  const { groups, takenDown } = withoutTakenDown(all, input.takedowns);
  const idOf = new Map(
    groups.flatMap(({ id, members }) =>
      members.flatMap((one) => [one.url, ...one.aliases].map((url) => [`${one.community} ${url}`, id] as const)),
    ),
  );
  const kept = await keptItems(input, new Set(groups.map(({ id }) => id)));
  const joined = joinAsDecided(tellingsOf(groups), input.communities, input.decisions);
  const { byItem } = joined;
  const published = join(input.dataDir, 'published');
  const before = await readPublishedMeetings(published);
  const told = withKeptMeetings(joined.meetings, kept, before);
  const meetings = withSequence(told, before, momentsOf(groups), await withdrawnSequences(published));
  const remarks = unmetByHand(all, input);
  const finish = async (group: Group): Promise<Item | undefined> => {
    const { item } = await store.read(group.first.ref);
    const { url, ...rest } = item;
    const whole = {
      ...rest,
      id: group.id,
      url,
      urls: addressesOf(group),
      attachments: item.attachments.map((one) => ({ ...one, item: idOf.get(`${item.community} ${one.url}`) ?? null })),
      meetings: byItem.get(group.id) ?? [],
      firstSeen: group.members.map(({ firstSeen }) => firstSeen).sort()[0] ?? group.first.firstSeen,
      lastSeen: item.provenance.capturedAt,
      lastChanged: item.provenance.capturedAt,
      revision: 1,
    };
    const checked = ItemSchema.safeParse(whole);
    if (checked.success) return withHistory(checked.data, history.items.get(group.id));
    const [issue] = checked.error.issues;
    remarks.push(`${url}: left out: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not as the model says'}`);
    return undefined;
  };
  return {
    ...itemsOf(groups, kept, finish),
    meetings,
    takenDown,
    remarks,
    counts: await countsOf({ groups, kept, meetings, history, finish }),
  };
}

/** What people wrote by hand and nothing answers to: most often a misprint, or a page that has moved. */
function unmetByHand(groups: readonly Group[], { drafts, decisions, takedowns }: LinkInput): string[] {
  // Without a single page nothing can be told of what is written.
  if (drafts.length === 0) return [];
  const addresses = new Set(groups.flatMap(addressesOf));
  const meetings = new Set(tellingsOf(groups).map(baseOf));
  return [...takedowns.unmet(), ...unmetDecisions(decisions, { addresses, meetings })];
}

/** One address of an item that is taken down takes all of them along: the page must not come back by another way. */
function withoutTakenDown(groups: readonly Group[], takedowns: Takedowns): { groups: Group[]; takenDown: LeftOut[] } {
  const stay: Group[] = [];
  const takenDown: LeftOut[] = [];
  for (const group of groups) {
    const reason = takedowns.reasonFor({ community: group.first.community, urls: addressesOf(group) });
    if (reason === undefined) stay.push(group);
    else takenDown.push(...group.members.map(({ url, source }) => ({ url, source, reason })));
  }
  return { groups: stay, takenDown };
}

function groupsOf(drafts: readonly IndexedDraft[], history: History, decisions: Decisions): Group[] {
  const earlier = new Set([...history.items.values()].map(({ url }) => url));
  const groups = groupTwins(drafts, earlier, decisions).flatMap((members) => {
    const [first] = members;
    return first === undefined ? [] : [{ id: itemId(first.community, first.url), first, members }];
  });
  return groups.sort(byId);
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** The canonical address first, the others sorted. */
function addressesOf({ first, members }: Group): string[] {
  const others = new Set(members.flatMap(({ url, aliases }) => [url, ...aliases]));
  others.delete(first.url);
  return [first.url, ...[...others].sort()];
}

function tellingsOf(groups: readonly Group[]) {
  return groups.flatMap(({ id, first }) =>
    first.mentions.map((mention) => ({
      item: id,
      community: first.community,
      mention,
      ...(first.published !== null && { published: first.published }),
    })),
  );
}

function momentsOf(groups: readonly Group[]): Map<string, string> {
  return new Map(groups.map(({ id, first }) => [id, first.capturedAt]));
}

/** Items published before whose originals are lost: the last good data stay. */
async function keptItems({ dataDir, unread, takedowns }: LinkInput, made: ReadonlySet<string>): Promise<Item[]> {
  const lost = new Set(unread.map(({ community, url }) => `${community} ${url}`));
  const kept: Item[] = [];
  if (lost.size === 0) return kept;
  for await (const item of readPublishedItems(join(dataDir, 'published')))
    if (
      !made.has(item.id) &&
      item.urls.some((url) => lost.has(`${item.community} ${url}`)) &&
      takedowns.reasonFor(item) === undefined
    )
      kept.push(item);
  return kept;
}

type Finish = (group: Group) => Promise<Item | undefined>;

function itemsOf(groups: readonly Group[], kept: readonly Item[], finish: Finish): Pick<Linked, 'items' | 'size'> {
  const all = [
    ...groups.map((group) => ({ id: group.id, group })),
    ...kept.map((item) => ({ id: item.id, item })),
  ].sort(byId);
  return {
    size: all.length,
    async *items() {
      for (const entry of all) {
        const item = 'item' in entry ? entry.item : await finish(entry.group);
        if (item !== undefined) yield item;
      }
    },
  };
}

/** Formats of before 2007, which are linked and counted but not read. */
const UNREAD_FORMATS: ReadonlySet<string> = new Set(['doc', 'dot', 'ppt', 'pps', 'xls']);

interface Countable {
  groups: readonly Group[];
  kept: readonly Item[];
  meetings: readonly Meeting[];
  history: History;
  finish: Finish;
}

async function countsOf({ groups, kept, meetings, history, finish }: Countable): Promise<Counts> {
  const counts = {
    itemsOfCommunity: new Map<string, number>(),
    meetingsOfCommunity: new Map<string, number>(),
    itemsOfSource: new Map<string, number>(),
    unreadOfSource: new Map<string, number>(),
    changedSources: new Set<string>(),
  };
  const gone = new Map<string, Earlier>(history.items);
  const count = (id: string, community: string, source: string) => {
    gone.delete(id);
    add(counts.itemsOfCommunity, community);
    add(counts.itemsOfSource, source);
  };
  for (const item of kept) count(item.id, item.community, item.source);
  for (const group of groups) {
    const item = await finish(group);
    if (item === undefined) continue;
    count(item.id, item.community, item.source);
    for (const { format, item: read } of item.attachments)
      if (read === null && UNREAD_FORMATS.has(format)) add(counts.unreadOfSource, item.source);
    if (history.items.get(item.id)?.revision !== item.revision) counts.changedSources.add(item.source);
  }
  for (const { source } of gone.values()) counts.changedSources.add(source);
  for (const { community } of meetings) add(counts.meetingsOfCommunity, community);
  return counts;
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
