import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Draft, LeftOut } from '../../normalizer/draft.ts';
import { readPage } from '../../normalizer/read-page.ts';
import { understand } from '../../normalizer/understand.ts';
import type { KnownPage } from '../../scraper/known-page.ts';
import { CommunitySchema } from '../../scraper/registry.ts';

const FIXTURES = fileURLToPath(new URL('../fixtures/', import.meta.url));
const MEDIA_TYPES: Record<string, string> = {
  html: 'text/html',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/vnd.samla.wordpress-post+json',
};

const CaseSchema = z.strictObject({
  why: z.string().min(1),
  url: z.url(),
  capturedAt: z.iso.datetime().default('2026-01-15T03:00:00Z'),
  headers: z.record(z.string(), z.string()).default({}),
  hints: z.array(z.record(z.string(), z.string())).default([]),
  community: z.record(z.string(), z.unknown()).default({}),
  source: z.record(z.string(), z.unknown()).default({}),
  expected: z.looseObject({
    leftOut: z.boolean().default(false),
    meetings: z.array(z.looseObject({ start: z.string() })).optional(),
    bodyIncludes: z.array(z.string()).default([]),
    bodyExcludes: z.array(z.string()).default([]),
  }),
});
type Case = z.infer<typeof CaseSchema>;

/** A community and a source as the case needs them, the rest made up. */
function surroundings({ url, community, source }: Case) {
  const sound = CommunitySchema.parse({
    id: 'fjordland',
    name: { nb: 'Helsefellesskapet Fjordland', nn: 'Helsefellesskapet Fjordland' },
    region: 'Helse Vest',
    trusts: [{ name: 'Helse Fjordland HF', organisation: '983974694' }],
    municipalities: ['1106', '1134'],
    sources: [{ id: 'fjordland-nyheter', url, publishes: ['news'], scope: 'topical', ...source }],
    ...community,
  });
  return { community: sound, source: sound.sources[0]! };
}

async function readCase(folder: string): Promise<{ told: Case; outcome: Draft | LeftOut }> {
  const told = CaseSchema.parse(parse(readFileSync(join(folder, 'case.yaml'), 'utf8')));
  const original = readdirSync(folder).find((name) => name.startsWith('page.'));
  if (!original) throw new Error(`${folder}: expected page.html, page.pdf … beside case.yaml`);
  const mediaType = MEDIA_TYPES[original.slice('page.'.length)] ?? '';
  const { url, capturedAt, headers } = told;
  const { community, source } = surroundings(told);
  const body = readFileSync(join(folder, original));
  const capture = { url, status: 200, headers: { 'content-type': mediaType, ...headers }, body, capturedAt };
  const hints = told.hints as unknown as KnownPage['hints'];
  const known: KnownPage = { url, aliases: [], role: 'page', state: 'live', status: 200, mediaType, hints };
  const page = await readPage(capture, known, source, community);
  if (!page) throw new Error(`${folder}: no reader for ${mediaType}`);
  const about = { known, attached: false, extractor: 'samla@test', publishBody: 'full' as const };
  return { told, outcome: await understand(page, capture, about) };
}

function byStart<T extends { start: string }>(meetings: readonly T[]): T[] {
  return [...meetings].sort((a, b) => (a.start < b.start ? -1 : 1));
}

const cases = readdirSync(FIXTURES).filter((name) => name.includes('--'));

describe('what was once read wrong', () => {
  it('has fixtures to prove', () => {
    expect(cases.length).toBeGreaterThan(0);
  });

  it.each(cases)('stays mended: %s', async (name) => {
    const { told, outcome } = await readCase(join(FIXTURES, name));
    const { leftOut, meetings, bodyIncludes, bodyExcludes, ...fields } = told.expected;
    expect('reason' in outcome ? `left out: ${outcome.reason}` : 'published', told.why).toMatch(
      leftOut ? /^left out/ : /^published/,
    );
    if ('reason' in outcome) return;
    expect(outcome.item, told.why).toMatchObject(fields);
    if (meetings) expect(byStart(outcome.mentions), told.why).toMatchObject(byStart(meetings));
    for (const text of bodyIncludes) expect(outcome.item.body).toContain(text);
    for (const text of bodyExcludes) expect(`${outcome.item.lead}\n${outcome.item.body}`).not.toContain(text);
  });
});
