/** The published records, sorted and tied together for showing. Nothing here depends on the moment of building. */
import type { CoverageRow, Item, Kind, Meeting, PublishedCommunity, PublishedSource } from '../../normalizer/index.ts';
import type { SiteSettings } from '../../scraper/index.ts';
import { osloTime } from '../filters/dates.ts';
import { History } from './history.ts';
import type { Published } from './published.ts';

const documentKinds: ReadonlySet<Kind> = new Set(['minutes', 'agreement', 'plan', 'presentation', 'report']);

const group = <T>(records: readonly T[], keys: (record: T) => readonly string[]): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const record of records) {
    for (const key of keys(record)) {
      const members = groups.get(key);
      if (members) members.push(record);
      else groups.set(key, [record]);
    }
  }
  return groups;
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

// Undated items come last; among equals the id decides, so that the order is always the same.
const newestFirst = (a: Item, b: Item): number =>
  compare(b.published ?? b.updated ?? '', a.published ?? a.updated ?? '') || compare(a.id, b.id);

const newest = (moments: (string | null)[]): string | undefined =>
  moments
    .filter((moment) => moment !== null)
    .sort(compare)
    .at(-1);

/** Everything that the pages show, and the questions they ask. */
export class Overview {
  readonly settings: SiteSettings;
  readonly published: Published;
  readonly communities: readonly PublishedCommunity[];
  readonly sources: readonly PublishedSource[];
  readonly coverage: readonly CoverageRow[];
  readonly history: History;
  /** Newest first. */
  readonly items: readonly Item[];
  /** In the order of time. */
  readonly meetings: readonly Meeting[];
  /** The newest moment that the data themselves know of (UTC); undefined when nothing was gathered yet. */
  readonly asOf: string | undefined;
  /** When the sources were last looked at (UTC), where the builder knows it. */
  readonly lookedAt: string | undefined;
  /** The day in Norway when the sources were last looked at: what is upcoming is judged by it, not by the day of building. */
  readonly today: string;
  readonly #itemById: Map<string, Item>;
  readonly #meetingById: Map<string, Meeting>;
  readonly #communityById: Map<string, PublishedCommunity>;
  readonly #itemsByCommunity: Map<string, Item[]>;
  readonly #meetingsByCommunity: Map<string, Meeting[]>;
  readonly #sourcesByCommunity: Map<string, PublishedSource[]>;
  readonly #itemsByTopic: Map<string, Item[]>;
  readonly #itemsByMunicipality: Map<string, Item[]>;
  readonly #municipalityNames: Map<string, string>;

  constructor(published: Published, settings: SiteSettings, lookedAt?: string) {
    this.settings = settings;
    this.published = published;
    this.communities = published.communities;
    this.sources = published.sources;
    this.coverage = published.coverage;
    this.history = new History(published.changes);
    this.items = [...published.items].sort(newestFirst);
    this.meetings = [...published.meetings].sort((a, b) => compare(a.start, b.start) || compare(a.id, b.id));
    this.asOf = newest([
      ...this.sources.map((source) => source.lastSuccess),
      ...this.items.map((item) => item.provenance.capturedAt),
    ]);
    this.lookedAt = lookedAt;
    const seen = newest([this.asOf ?? null, lookedAt ?? null]);
    this.today = (seen === undefined ? undefined : osloTime(seen))?.slice(0, 10) ?? '0000-00-00';
    this.#itemById = new Map(this.items.map((item) => [item.id, item]));
    this.#meetingById = new Map(this.meetings.map((meeting) => [meeting.id, meeting]));
    this.#communityById = new Map(this.communities.map((community) => [community.id, community]));
    this.#itemsByCommunity = group(this.items, (item) => [item.community]);
    this.#meetingsByCommunity = group(this.meetings, (meeting) => [meeting.community]);
    this.#sourcesByCommunity = group(this.sources, (source) => [source.community]);
    this.#itemsByTopic = group(this.items, (item) => item.topics);
    this.#itemsByMunicipality = group(this.items, (item) => item.municipalities);
    const municipalities = this.communities.flatMap((community) => community.municipalities);
    this.#municipalityNames = new Map(municipalities.map(({ number, name }) => [number, name]));
  }

  item(id: string): Item | undefined {
    return this.#itemById.get(id);
  }

  meeting(id: string): Meeting | undefined {
    return this.#meetingById.get(id);
  }

  community(id: string): PublishedCommunity | undefined {
    return this.#communityById.get(id);
  }

  itemsOf(community: string): readonly Item[] {
    return this.#itemsByCommunity.get(community) ?? [];
  }

  meetingsOf(community: string): readonly Meeting[] {
    return this.#meetingsByCommunity.get(community) ?? [];
  }

  sourcesOf(community: string): readonly PublishedSource[] {
    return this.#sourcesByCommunity.get(community) ?? [];
  }

  itemsAbout(topic: string): readonly Item[] {
    return this.#itemsByTopic.get(topic) ?? [];
  }

  itemsNaming(municipality: string): readonly Item[] {
    return this.#itemsByMunicipality.get(municipality) ?? [];
  }

  /** The name of a municipality by its number; undefined when no community has it. */
  municipalityName(number: string): string | undefined {
    return this.#municipalityNames.get(number);
  }

  /** The topics that at least one item is about, in the alphabet's order of their ids. */
  topics(): string[] {
    return [...this.#itemsByTopic.keys()].sort(compare);
  }

  /** Whether a meeting is still to come on the day of the data; one known by month only, until that month ends. */
  isUpcoming(meeting: Meeting): boolean {
    const last = meeting.end ?? meeting.start;
    return last.slice(0, 10) >= this.today.slice(0, Math.min(last.length, 10)) && meeting.status !== 'held';
  }

  /** The days of the week that ended with the data: is this date among the last seven? */
  isOfLastWeek(day: string | null): boolean {
    if (day === null || this.asOf === undefined || day > this.today) return false;
    return Date.parse(this.today) - Date.parse(day) < 7 * 86_400_000;
  }

  /** Papers: by kind, or because it is no web page. */
  isDocument(item: Item): boolean {
    return documentKinds.has(item.kind) || (item.format !== 'html' && item.kind !== 'news');
  }
}
