/** Compares what was published with a truth file: per field how many are right, and what was missed. */
import type { Item, Meeting } from '../../normalizer/index.ts';

export interface TruthMeeting {
  body: string;
  start: string;
  community?: string;
}

export interface Truth {
  items: {
    site: string;
    path: string;
    title?: string;
    language?: string;
    published?: string | null;
    updated?: string | null;
    bodyIncludes?: string[];
    bodyExcludes?: string[];
  }[];
  meetings: TruthMeeting[];
  irrelevant: string[];
  sameItem: [string, string][];
}

export interface Score {
  tally: Record<string, { right: number; of: number }>;
  missed: string[];
}

/** `sites` gives each site's base address. A field that the truth leaves out is not scored. */
export function score(truth: Truth, sites: Record<string, string>, got: { items: Item[]; meetings: Meeting[] }): Score {
  const result: Score = { tally: {}, missed: [] };
  const count = (field: string, right: boolean, what: string) => {
    result.tally[field] ??= { right: 0, of: 0 };
    const row = result.tally[field];
    row.of += 1;
    if (right) row.right += 1;
    else result.missed.push(`${field}: ${what}`);
  };
  const byUrl = new Map(got.items.flatMap((item) => item.urls.map((url) => [url, item] as const)));
  const itemAt = (site: string, path: string) => byUrl.get(new URL(path, sites[site]).href);
  const refAt = (ref: string) => itemAt(ref.slice(0, ref.indexOf('/')), ref.slice(ref.indexOf('/')));

  for (const want of truth.items) {
    const name = want.site + want.path;
    const item = itemAt(want.site, want.path);
    count('found', item !== undefined, name);
    if (item === undefined) continue;
    for (const field of ['title', 'language', 'published', 'updated'] as const)
      if (want[field] !== undefined)
        count(field, item[field] === want[field], `${name}: got ${item[field]}, truth ${want[field]}`);
    const text = plain(`${item.title} ${item.lead ?? ''} ${item.body}`);
    for (const part of want.bodyIncludes ?? [])
      count('body includes', text.includes(plain(part)), `${name}: lacks “${part}”`);
    for (const part of want.bodyExcludes ?? [])
      count('body excludes', !text.includes(plain(part)), `${name}: holds “${part}”`);
  }
  for (const ref of truth.irrelevant) count('irrelevant left out', refAt(ref) === undefined, ref);
  for (const [a, b] of truth.sameItem)
    count('same item merged', refAt(a) !== undefined && refAt(a) === refAt(b), `${a} = ${b}`);
  scoreMeetings(truth.meetings, got.meetings, count);
  return result;
}

type Count = (field: string, right: boolean, what: string) => void;

function scoreMeetings(wanted: TruthMeeting[], got: Meeting[], count: Count): void {
  const free = new Set(got);
  for (const want of wanted) {
    const day = want.start.slice(0, 10);
    const hit = [...free].find(
      (one) => one.community === want.community && one.body === want.body && one.start.startsWith(day),
    );
    count('meetings recall', hit !== undefined, `${want.community} ${want.body} ${want.start}`);
    if (hit === undefined) continue;
    count('meetings precision', true, '');
    free.delete(hit);
  }
  for (const one of free) count('meetings precision', false, `unexpected ${one.id}`);
}

/** Without Markdown's marks and link targets, folded and in lower case. */
function plain(text: string): string {
  return text
    .replace(/\(https?:[^)]*\)/g, ' ')
    .replace(/[*_`#>|\\[\]]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
