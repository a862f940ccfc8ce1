/** Probes an address and understands what that brought, in a folder that is gone afterwards: the work of `samla probe` and `samla add`. */
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Item, type Meeting, normalize } from '../normalizer/index.ts';
import { type Community, CommunitySchema, type Probe, probe, siteOf, writeTrialRegistry } from '../scraper/index.ts';
import type { Terminal } from './command.ts';
import { sourceIdFor } from './source-id.ts';
import { type Suggestion, suggestEntry } from './suggestion.ts';

/** An address that can't be read; the message says which, and why. */
export class UnreadableError extends Error {}

/** What became of one page or document. */
export interface Fate {
  url: string;
  /** As published; of a page that is left out, what the links to it say. */
  title: string | null;
  kind: Item['kind'] | null;
  language: Item['language'] | null;
  published: string | null;
  meetings: Pick<Meeting, 'body' | 'start' | 'status' | 'title'>[];
  /** Why it would not be published; null when it would. */
  leftOut: string | null;
}

/** Everything that a trial found out. */
export interface Trial {
  probe: Probe;
  /** The community whose words were used; null when the address belongs to none that is known. */
  community: string | null;
  pages: Fate[];
  suggestion: Suggestion;
}

/** What a trial needs. `community`: whose it is, when the caller knows. */
export interface TrialOptions {
  url: string;
  dataDir: string;
  communities: readonly Community[];
  community?: Community;
  allowPrivate: boolean;
}

/** Throws {@link UnreadableError} when the address can't be read. */
export async function tryAddress(options: TrialOptions, terminal: Terminal): Promise<Trial> {
  const workDir = await mkdtemp(join(tmpdir(), 'samla-probe-'));
  try {
    const { url, dataDir, allowPrivate } = options;
    const seen = await probe({
      url,
      dataDir,
      workDir,
      allowPrivate,
      signal: terminal.signal,
      onAnswer: (at, status) => terminal.progress(`${status} ${at}`),
    });
    if ('kind' in seen) throw new UnreadableError(unreadable(seen.url, seen.cause, seen.message));
    const community = options.community ?? communityOf(seen, options.communities);
    return await understandTrial(options, seen, { workDir, community });
  } finally {
    await rm(workDir, { recursive: true, force: true });
  }
}

function unreadable(url: string, cause: string, message: string): string {
  // robots.txt stands in front of everything: its failure already names the host.
  const said = message.includes(new URL(url).host) ? message : `${url}: ${message}`;
  const help = cause === 'private-address' ? '; --allow-private lets it pass' : '';
  return `can't be read (${cause}): ${said.replace(/(\S+): \1: /, '$1: ')}${help}`;
}

/** The community that has a source on the same site, or that the page's title names. */
function communityOf({ url, title }: Probe, communities: readonly Community[]): Community | undefined {
  const here = communities.filter(({ sources }) => sources.some((source) => siteOf(source.url) === siteOf(url)));
  if (here.length === 1) return here[0];
  const names = ({ name, aliases, trusts }: Community) => [
    name.nb,
    name.nn,
    ...aliases,
    ...trusts.map((one) => one.name),
  ];
  const words = title.toLowerCase();
  return communities.find((one) => names(one).some((name) => words.includes(name.replace(/ HF$/, '').toLowerCase())));
}

/** Stands in where nobody knows whose an address is. */
const NOBODY = CommunitySchema.parse({
  id: 'unknown',
  name: { nb: 'Helsefellesskapet', nn: 'Helsefellesskapet' },
  region: 'Helse Nord',
  trusts: [{ name: 'Helseforetaket', organisation: '000000000' }],
  municipalities: ['0301'],
});

interface Place {
  workDir: string;
  community: Community | undefined;
}

/** Judged as topical first, which gives every page a verdict; then as the suggestion says, which is what would be published. */
async function understandTrial(options: TrialOptions, seen: Probe, { workDir, community }: Place): Promise<Trial> {
  const owner = community ?? NOBODY;
  await writeTrialRegistry(workDir, owner, seen.source);
  const judged = await readTrial(workDir, seen);
  const taken = new Set(options.communities.flatMap(({ sources }) => sources.map(({ id }) => id)));
  const said = { read: judged.read, items: judged.items };
  const suggestion = suggestEntry(seen, said, sourceIdFor(seen.url, taken));
  if (suggestion.entry.scope === 'topical')
    return { probe: seen, community: community?.id ?? null, pages: judged.pages, suggestion };
  await rm(join(workDir, 'published'), { recursive: true });
  await writeTrialRegistry(workDir, owner, { ...seen.source, scope: 'community' });
  const { pages } = await readTrial(workDir, seen);
  return { probe: seen, community: community?.id ?? null, pages, suggestion };
}

interface Outcome {
  /** Pages and documents that hold something of their own. */
  read: number;
  items: Item[];
  pages: Fate[];
}

async function readTrial(workDir: string, seen: Probe): Promise<Outcome> {
  await normalize({ dataDir: workDir, capturesDir: join(workDir, 'captures') });
  const items = await linesOf<Item>(join(workDir, 'published', 'items.ndjson'));
  const meetings = await linesOf<Meeting>(join(workDir, 'published', 'meetings.ndjson'));
  const leftOut = await linesOf<{ url: string; reason: string }>(join(workDir, 'state', 'left-out.ndjson'));
  const reasons = new Map(leftOut.map(({ url, reason }) => [url, reason]));
  const byUrl = new Map(items.flatMap((item) => [item.url, ...item.urls].map((url) => [url, item] as const)));
  const pages = seen.pages.map(({ url, hints }): Fate => {
    const item = byUrl.get(url);
    if (item) return fateOf(item, meetings);
    const title = url === seen.url ? seen.title : (hints.find(({ text }) => text)?.text ?? null);
    const nothing = { kind: null, language: null, published: null, meetings: [] };
    return { url, title, ...nothing, leftOut: reasons.get(url) ?? 'its original can’t be read' };
  });
  const read = seen.pages.filter(({ role }) => role !== 'listing').length;
  return { read, items, pages: distinct(pages) };
}

/** Addresses that hold the same text are one item. */
function distinct(pages: Fate[]): Fate[] {
  return pages.filter(({ url }, at) => pages.findIndex((other) => other.url === url) === at);
}

function fateOf(item: Item, meetings: readonly Meeting[]): Fate {
  const { url, title, kind, language, published } = item;
  const own = meetings.filter(({ id }) => item.meetings.includes(id));
  const told = own.map(({ body, start, status, title: name }) => ({ body, start, status, title: name }));
  return { url, title, kind, language, published, meetings: told, leftOut: null };
}

async function linesOf<T>(file: string): Promise<T[]> {
  if (!existsSync(file)) return [];
  const lines = (await readFile(file, 'utf8')).split('\n').filter(Boolean);
  return lines.map((line): T => JSON.parse(line));
}
