/** What a schema can't say of one published record: references, dates that exist, personal data. */
import type { Item, Meeting } from './model.ts';

/** The ids that records may refer to. */
export interface References {
  communities: ReadonlySet<string>;
  /** Source id -> the id of its community. */
  sources: ReadonlyMap<string, string>;
  meetings: ReadonlySet<string>;
  items: ReadonlySet<string>;
}

/** Written apart from the rule that removes them, so that one mistake can't blind both. Bounded: no backtracking to speak of. */
const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,4}\.\p{L}{2,24}/u;
/** Only what can be nothing else: with the country's code, or with a word for telephone before it. */
const TELEPHONE =
  /(?:\+|\b00)47[ \u00a0]?[2-9](?:[ \u00a0]?\d){7}\b|\b(?:tlf|telefon|mobil|mob)\b[^\p{L}\d\n]{0,5}[2-9]\d(?:[ \u00a0]?\d){6}\b/iu;

/** One clause a problem. */
export function itemProblems(item: Item, known: References): string[] {
  return [
    ...belonging(item, known),
    ...(item.urls.includes(item.url) ? [] : ['urls: expected the canonical address among them']),
    ...dangling('meetings', item.meetings, known.meetings),
    ...dangling(
      'attachments',
      item.attachments.flatMap((one) => one.item ?? []),
      known.items,
    ),
    ...notDays({ published: item.published, updated: item.updated }),
    ...personalData({ title: item.title, lead: item.lead, body: item.body, excerpt: item.excerpt }),
    ...personalData(
      Object.fromEntries(Object.entries(item.evidence).map(([field, { text }]) => [`evidence.${field}`, text])),
    ),
    ...personalData(
      Object.fromEntries(item.images.map(({ alt, caption }, at) => [`images.${at}`, `${alt}\n${caption ?? ''}`])),
    ),
  ];
}

/** One clause a problem. */
export function meetingProblems(meeting: Meeting, known: References): string[] {
  const prefix = `${meeting.community}-${meeting.body}-`;
  return [
    ...(known.communities.has(meeting.community) ? [] : [`community: no community "${meeting.community}"`]),
    ...(meeting.id.startsWith(prefix) ? [] : [`id: expected one that begins with "${prefix}"`]),
    ...dangling('items', meeting.items, known.items),
    ...dangling(
      'evidence',
      meeting.evidence.map((one) => one.item),
      known.items,
    ),
    ...notDays({ start: meeting.start, end: meeting.end, movedFrom: meeting.movedFrom }),
    ...(meeting.end !== null && meeting.end < meeting.start.slice(0, meeting.end.length)
      ? [`end: ${meeting.end} is before the start ${meeting.start}`]
      : []),
    ...personalData({ title: meeting.title, place: meeting.place?.text ?? null }),
    ...personalData(Object.fromEntries(meeting.evidence.map(({ text }, at) => [`evidence.${at}`, text]))),
  ];
}

function belonging({ id, community, source }: Item, known: References): string[] {
  const problems: string[] = [];
  if (!known.communities.has(community)) problems.push(`community: no community "${community}"`);
  const owner = known.sources.get(source);
  if (owner === undefined) problems.push(`source: no source "${source}"`);
  else if (owner !== community) problems.push(`source: "${source}" belongs to "${owner}", not to "${community}"`);
  if (!id.startsWith(`${community}-`)) problems.push(`id: expected one that begins with "${community}-"`);
  return problems;
}

function dangling(field: string, ids: readonly string[], known: ReadonlySet<string>): string[] {
  return ids.filter((id) => !known.has(id)).map((id) => `${field}: no record "${id}"`);
}

function notDays(fields: Record<string, string | null>): string[] {
  return Object.entries(fields)
    .filter(([, value]) => value !== null && !exists(value))
    .map(([field, value]) => `${field}: ${value} does not exist in the calendar`);
}

/** Whether YYYY-MM, YYYY-MM-DD or YYYY-MM-DDTHH:MM is a moment of the calendar. */
function exists(text: string): boolean {
  const full = `${text.length === 7 ? `${text}-01` : text}${text.includes('T') ? ':00Z' : 'T00:00:00Z'}`;
  const date = new Date(full);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(full.slice(0, 10));
}

function personalData(fields: Record<string, string | null>): string[] {
  return Object.entries(fields).flatMap(([field, text]) => {
    if (text === null) return [];
    const problems: string[] = [];
    if (text.includes('@') && EMAIL.test(text)) problems.push(`${field}: holds an e-mail address`);
    if (TELEPHONE.test(text)) problems.push(`${field}: holds a telephone number`);
    return problems;
  });
}
