/** What `samla check` says of the published files: whether an analyst can rely on them as the model promises. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Problem } from '../scraper/index.ts';
import { checkChanges } from './check-changes.ts';
import { itemProblems, meetingProblems, type References } from './check-record.ts';
import {
  CoverageRowSchema,
  ItemSchema,
  MeetingSchema,
  type PublishedCommunity,
  PublishedCommunitySchema,
  type PublishedSource,
  PublishedSourceSchema,
} from './model.ts';
import { linesOf } from './ndjson-lines.ts';

/** More of one file than this are counted, not listed. */
const LISTED = 50;

const SCHEMAS = ['item', 'meeting', 'community', 'source'];

/**
 * Everything that is wrong in `<dataDir>/published`: lines that are no JSON or not as the model says, order, ids that stand
 * twice, references that lead nowhere, personal data, schemas that are missing. A folder that isn't there yet is all right.
 * Streams; holds only the ids.
 */
export async function checkPublished(dataDir: string): Promise<Problem[]> {
  const folder = join(dataDir, 'published');
  if (!existsSync(folder)) return [];
  const at = (name: string) => join(folder, name);
  const communities = await readList<PublishedCommunity>(at('communities.json'), PublishedCommunitySchema);
  const sources = await readList<PublishedSource>(at('sources.json'), PublishedSourceSchema);
  const references: References = {
    communities: new Set(communities.records.map(({ id }) => id)),
    sources: new Map(sources.records.map(({ id, community }) => [id, community])),
    meetings: await idsOf(at('meetings.ndjson')),
    items: await idsOf(at('items.ndjson')),
  };
  // Folders published before there was a coverage file have none.
  const coverage = existsSync(at('coverage.json')) ? await readList(at('coverage.json'), CoverageRowSchema) : undefined;
  const strays = sources.records.filter(({ community }) => !references.communities.has(community));
  return [
    ...communities.problems,
    ...sources.problems,
    ...(coverage?.problems ?? []),
    ...strays.map(({ id, community }) =>
      problem(at('sources.json'), 1, `${id}: community: no community "${community}"`),
    ),
    ...(await checkLines(at('items.ndjson'), ItemSchema, (item) => itemProblems(item, references))),
    ...(await checkLines(at('meetings.ndjson'), MeetingSchema, (meeting) => meetingProblems(meeting, references))),
    ...(await checkChanges(folder, references)),
    ...(await Promise.all(SCHEMAS.map((name) => checkSchema(at(join('schema', `${name}.json`)))))).flat(),
  ];
}

function problem(file: string, line: number, message: string): Problem {
  return { file, line, message };
}

async function readList<T>(file: string, schema: z.ZodType<T>): Promise<{ records: T[]; problems: Problem[] }> {
  const content = await readJson(file);
  if (content instanceof Error) return { records: [], problems: [problem(file, 1, content.message)] };
  const result = z.array(schema).safeParse(content);
  if (result.success) return { records: result.data, problems: [] };
  return { records: [], problems: result.error.issues.map((issue) => problem(file, 1, sentence(issue))) };
}

/** The parsed file; an error with a message for people when it is missing or no JSON. */
async function readJson(file: string): Promise<unknown> {
  if (!existsSync(file)) return new Error('expected a file, found none');
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    return new Error(`expected JSON: ${(error as Error).message}`);
  }
}

async function checkSchema(file: string): Promise<Problem[]> {
  const content = await readJson(file);
  if (content instanceof Error) return [problem(file, 1, content.message)];
  const id = (content as { $id?: unknown } | null)?.$id;
  return typeof id === 'string' ? [] : [problem(file, 1, 'expected a JSON Schema with an $id')];
}

/** The ids of a file's readable lines; what is wrong with the others is said when the file is checked. */
async function idsOf(file: string): Promise<Set<string>> {
  const ids = new Set<string>();
  if (!existsSync(file)) return ids;
  for await (const { text } of linesOf(file)) {
    const record = parsed(text);
    if (record instanceof Error) continue;
    const { id } = (record ?? {}) as { id?: unknown };
    if (typeof id === 'string') ids.add(id);
  }
  return ids;
}

async function checkLines<T extends { id: string }>(
  file: string,
  schema: z.ZodType<T>,
  more: (record: T) => string[],
): Promise<Problem[]> {
  if (!existsSync(file)) return [problem(file, 1, 'expected a file, found none')];
  const found: Problem[] = [];
  let previous = '';
  let left = 0;
  for await (const line of linesOf(file)) {
    const { messages, id } = checkLine(line.text, schema, more);
    if (!line.ended) messages.push('expected a newline at the end of the last line');
    if (id !== undefined && id === previous) messages.push(`id: "${id}" stands twice`);
    else if (id !== undefined && id < previous)
      messages.push(`id: expected lines sorted by id; "${id}" stands after "${previous}"`);
    previous = id ?? previous;
    for (const message of messages) {
      if (found.length < LISTED) found.push(problem(file, line.number, message));
      else left++;
    }
  }
  if (left > 0) found.push(problem(file, 1, `and ${left} more problems in this file`));
  return found;
}

function checkLine<T extends { id: string }>(text: string, schema: z.ZodType<T>, more: (record: T) => string[]) {
  const record = parsed(text);
  if (record instanceof Error) return { messages: [`expected one JSON object: ${record.message}`] };
  const result = schema.safeParse(record);
  if (!result.success) return { messages: result.error.issues.map(sentence) };
  const { id } = result.data;
  return { id, messages: more(result.data).map((message) => `${id}: ${message}`) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error;
  }
}

function sentence({ path, message }: z.core.$ZodIssue): string {
  return path.length === 0 ? message : `${path.join('.')}: ${message}`;
}
