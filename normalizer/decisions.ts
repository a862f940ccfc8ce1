/** `data/decisions.yaml`: joins of items and meetings that people have settled by hand. They win over what the program finds. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { canonicalAddress, RegistryError, readYamlFile } from '../scraper/index.ts';

const address = z.string().regex(/^https?:\/\/[^/\s]+\//);
const meetingId = z.string().regex(/^[a-z0-9-]+-\d{4}-\d\d-\d\d$/);
const itemIdentity = z.string().regex(/^[a-z0-9-]+-[a-z2-7]{10}$/);
const Decisions = z.strictObject({
  items: z
    .array(
      z.union([
        z.strictObject({ join: z.array(address).min(2), note: z.string().optional() }),
        z.strictObject({ part: z.array(address).min(1), note: z.string().optional() }),
      ]),
    )
    .default([]),
  meetings: z
    .array(
      z.union([
        z.strictObject({ join: z.array(meetingId).min(2), note: z.string().optional() }),
        z.strictObject({ part: meetingId, items: z.array(itemIdentity).min(1), note: z.string().optional() }),
      ]),
    )
    .default([]),
});

/** What was decided, ready for joining. */
export interface Decisions {
  /** Each list is one item; the first address is the one that counts. */
  joinItems: string[][];
  /** Addresses that are items of their own, whatever their text. */
  partItems: string[];
  /** Each list is one meeting, at the first id's body and day. */
  joinMeetings: string[][];
  /** What these items tell of a meeting is another meeting of the same body and day. */
  partMeetings: { meeting: string; items: string[] }[];
}

export const NO_DECISIONS: Decisions = { joinItems: [], partItems: [], joinMeetings: [], partMeetings: [] };

/** The decisions of a data folder; none when it has no `decisions.yaml`. Throws `RegistryError` with file and line. */
export function readDecisions(dataDir: string): Decisions {
  const file = join(dataDir, 'decisions.yaml');
  if (!existsSync(file)) return NO_DECISIONS;
  const { value, problems } = readYamlFile(file, Decisions);
  if (value === undefined) throw new RegistryError(problems);
  const { items, meetings } = value;
  return {
    joinItems: items.flatMap((one) => ('join' in one ? [one.join.map(canonical)] : [])),
    partItems: items.flatMap((one) => ('part' in one ? one.part.map(canonical) : [])),
    joinMeetings: meetings.flatMap((one) => ('join' in one ? [one.join] : [])),
    partMeetings: meetings.flatMap((one) => ('part' in one ? [{ meeting: one.part, items: one.items }] : [])),
  };
}

/** Decisions about addresses and meetings that nothing tells of, as clauses to read: a slip of the pen decides nothing. */
export function unmetDecisions(
  { joinItems, partItems, joinMeetings, partMeetings }: Decisions,
  known: { addresses: ReadonlySet<string>; meetings: ReadonlySet<string> },
): string[] {
  const addresses = [...joinItems.flat(), ...partItems].filter((url) => !known.addresses.has(url));
  const meetings = [...joinMeetings.flat(), ...partMeetings.map(({ meeting }) => meeting)].filter(
    (id) => !known.meetings.has(id),
  );
  return [...addresses, ...meetings].map((one) => `decisions.yaml: ${one} matches nothing that was gathered`);
}

function canonical(url: string): string {
  return canonicalAddress(url) ?? url;
}
