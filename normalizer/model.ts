/**
 * THE model: what Samla publishes, as zod schemas. Types and JSON Schema are derived from them.
 * The names and values are a public contract; fields may be added, never renamed.
 */
import { z } from 'zod';
import { BODIES, SOURCE_STATES } from '../scraper/index.ts';

export const KINDS = [
  'news',
  'meeting',
  'minutes',
  'agreement',
  'plan',
  'presentation',
  'report',
  'about',
  'page',
] as const;
export const LANGUAGES = ['nb', 'nn', 'mixed', 'se', 'en', 'und'] as const;
export const ROLES = ['agenda', 'minutes', 'presentation', 'agreement', 'plan', 'report', 'other'] as const;
export const EVIDENCE_FROM = [
  'label',
  'meta',
  'json-ld',
  'api',
  'feed',
  'sitemap',
  'path',
  'text',
  'filename',
  'document',
] as const;
export const STATUSES = ['planned', 'held', 'cancelled', 'postponed'] as const;
export const MODES = ['physical', 'online', 'hybrid', 'unknown'] as const;

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe('A day in Europe/Oslo, YYYY-MM-DD');
const moment = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/)
  .describe('A moment in UTC, ISO 8601');
const municipality = z
  .string()
  .regex(/^\d{4}$/)
  .describe('A municipality number of 2024');

/** What a derived field was read from: the words and where they stood. */
export const EvidenceSchema = z.strictObject({ text: z.string(), from: z.enum(EVIDENCE_FROM) });

export const AttachmentSchema = z.strictObject({
  url: z.string(),
  title: z.string(),
  format: z.string(),
  role: z.enum(ROLES),
  item: z.string().nullable().describe('The id of the item that this document is, when it is one'),
});

export const ImageSchema = z.strictObject({
  url: z.string(),
  alt: z.string(),
  caption: z.string().nullable(),
  credit: z.string().nullable(),
});

export const ItemSchema = z
  .strictObject({
    id: z.string(),
    url: z.string().describe('The canonical address'),
    urls: z.array(z.string()).describe('Every address it was seen at, the canonical one first'),
    community: z.string(),
    source: z.string(),
    kind: z.enum(KINDS),
    format: z.string().describe('html, pdf, docx, pptx, odt, odp, xlsx …'),
    title: z.string().describe('As published'),
    lead: z.string().nullable().describe('The ingress, as published'),
    language: z.enum(LANGUAGES).describe('Judged on the content alone'),
    published: day.nullable(),
    updated: day.nullable(),
    body: z.string().describe('Markdown (CommonMark and tables)'),
    excerpt: z.string().describe('At most 300 characters, cut at a word’s end'),
    words: z.int().min(0),
    topics: z.array(z.string()),
    municipalities: z.array(municipality),
    meetings: z.array(z.string()).describe('Ids of the meetings that it tells of'),
    attachments: z.array(AttachmentSchema),
    images: z.array(ImageSchema),
    evidence: z.record(z.string(), EvidenceSchema),
    quality: z.strictObject({ score: z.number().min(0).max(1), flags: z.array(z.string()) }),
    provenance: z.strictObject({
      capturedAt: moment,
      status: z.int(),
      etag: z.string().nullable(),
      lastModified: z.string().nullable(),
      digest: z.string().nullable(),
      capture: z.string().describe('WARC-Record-ID of the original'),
      extractor: z.string().describe('name@version'),
    }),
    firstSeen: moment,
    lastSeen: moment.describe(
      'When the revision published here was last stored anew; nights without a change leave it',
    ),
    lastChanged: moment,
    revision: z.int().min(1),
    state: z.enum(['live', 'gone', 'moved']),
  })
  .meta({ title: 'Item', description: 'One page or document that is about a helsefellesskap' });

export const PlaceSchema = z.strictObject({ text: z.string().nullable(), mode: z.enum(MODES) });

export const MeetingSchema = z
  .strictObject({
    id: z.string(),
    community: z.string(),
    body: z.enum(BODIES),
    localName: z.string(),
    title: z.string(),
    start: z
      .string()
      .regex(/^\d{4}-\d{2}(-\d{2}(T\d{2}:\d{2})?)?$/)
      .describe('YYYY-MM, YYYY-MM-DD or YYYY-MM-DDTHH:MM, local time in Europe/Oslo'),
    end: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/)
      .nullable(),
    precision: z.enum(['month', 'day', 'minute']),
    place: PlaceSchema.nullable(),
    participants: z.strictObject({ count: z.int().min(1), approximate: z.boolean() }).nullable(),
    status: z.enum(STATUSES),
    movedFrom: z.string().nullable().describe('The day it was first called for, when it was moved'),
    items: z.array(z.string()).describe('Ids of the items that tell of it'),
    documents: z.array(z.strictObject({ url: z.string(), title: z.string(), role: z.enum(ROLES) })),
    evidence: z.array(z.strictObject({ item: z.string(), text: z.string() })),
    confidence: z.number().min(0).max(1),
    sequence: z
      .int()
      .min(0)
      .optional()
      .describe('0 at first, one more each time that start, end, place or status is another (RFC 5545)'),
    lastChanged: moment.optional().describe('When the newest original was stored that changed what is said of it'),
  })
  .meta({ title: 'Meeting', description: 'Something that one of a helsefellesskap’s bodies holds' });

const bothForms = z.strictObject({ nb: z.string(), nn: z.string() });

export const PublishedCommunitySchema = z
  .strictObject({
    id: z.string(),
    name: bothForms,
    aliases: z.array(z.string()),
    region: z.string(),
    trusts: z.array(z.strictObject({ name: z.string(), organisation: z.string() })),
    municipalities: z.array(
      z.strictObject({
        number: municipality,
        name: z.string(),
        officialName: z.string().nullable(),
        lat: z.number(),
        lon: z.number(),
      }),
    ),
    committees: z.array(
      z.strictObject({
        body: z.enum(BODIES),
        names: z.array(z.string()),
        expected: z
          .strictObject({ perYear: z.int().min(0), quietMonths: z.array(z.int().min(1).max(12)).optional() })
          .optional()
          .describe('How many meetings a year should be found, where that is known'),
      }),
    ),
    items: z.int().min(0),
    meetings: z.int().min(0),
  })
  .meta({ title: 'Community', description: 'One of the 19 helsefellesskap (communities.json is a list of these)' });

export const PublishedSourceSchema = z
  .strictObject({
    id: z.string(),
    community: z.string(),
    url: z.string(),
    publishes: z.array(z.string()),
    platform: z.string().nullable(),
    scope: z.enum(['community', 'topical']),
    enabled: z.boolean(),
    state: z.enum(SOURCE_STATES),
    since: moment.nullable(),
    cause: z
      .strictObject({ id: z.string(), ...bothForms.shape })
      .nullable()
      .describe('A named cause, with a sentence in both written standards'),
    lastSuccess: moment.nullable().describe('The last run that brought something new from this source as expected'),
    items: z.int().min(0),
    receipt: z
      .strictObject({ requests: z.int(), bytes: z.int(), notModified: z.int(), waitedMs: z.int() })
      .nullable()
      .describe('What that run cost the source'),
    note: z.string().nullable(),
  })
  .meta({
    title: 'Source',
    description: 'A place on the web that a community publishes on, and its health (sources.json is a list of these)',
  });

export const CoverageReasonSchema = z.strictObject({ id: z.string(), ...bothForms.shape });

export const CoverageRowSchema = z
  .strictObject({
    community: z.string(),
    body: z.enum(BODIES),
    year: z.int(),
    expected: z.int().min(0).nullable().describe('Meetings that year, where the registry knows; else null'),
    found: z.int().min(0).describe('Meetings told of whose day had passed when the data were gathered'),
    planned: z.int().min(0).describe('Meetings told of that were still to come then'),
    cancelled: z.int().min(0).describe('Meetings called off or put off'),
    withMinutes: z.int().min(0).describe('Of those found: meetings whose minutes are published'),
    medianDaysToMinutes: z.number().min(0).nullable(),
    reason: CoverageReasonSchema.nullable().describe('Why fewer were found than expected, or none'),
    checkedAt: moment
      .nullable()
      .describe('The last run that brought something new from one of the community’s sources'),
  })
  .meta({
    title: 'Coverage',
    description:
      'What was found of what is expected of a community’s body in a year (coverage.json is a list of these)',
  });

export const CHANGE_TYPES = ['added', 'changed', 'withdrawn', 'moved'] as const;

/** What stays known of a meeting that was withdrawn, so that calendars can cancel it. Nothing that a page said in its own words. */
export const TombstoneSchema = z.strictObject({
  community: z.string(),
  body: z.enum(BODIES),
  localName: z.string(),
  start: z.string(),
  end: z.string().nullable(),
  precision: z.enum(['month', 'day', 'minute']),
  sequence: z.int().min(0).describe('One more than the meeting had: what a calendar needs to take the cancellation'),
});

export const ChangeSchema = z
  .strictObject({
    seq: z.int().min(1).describe('Counts on from release to release; never used twice'),
    at: moment.describe('When the sources had last been looked at before the change was published; never goes back'),
    type: z
      .enum(CHANGE_TYPES)
      .describe('moved: a meeting has another day, or an item is found at another address (see "to")'),
    record: z.enum(['item', 'meeting']),
    id: z.string(),
    to: z.string().optional().describe('The id of the item that the moved item is found under now'),
    fields: z.array(z.string()).describe('Names of the fields that changed; empty unless something was changed'),
    values: z
      .record(z.string(), z.unknown())
      .optional()
      .describe(
        'The record as added, or the new values of the changed fields. What a later entry replaces is taken out; gone after 90 days and in the first release',
      ),
    last: TombstoneSchema.optional().describe('What stays known of a withdrawn meeting'),
  })
  .meta({ title: 'Change', description: 'What became of one record between two releases' });

export type Change = z.infer<typeof ChangeSchema>;
export type Tombstone = z.infer<typeof TombstoneSchema>;
export type CoverageReason = z.infer<typeof CoverageReasonSchema>;
export type CoverageRow = z.infer<typeof CoverageRowSchema>;
export type PublishedCommunity = z.infer<typeof PublishedCommunitySchema>;
export type PublishedSource = z.infer<typeof PublishedSourceSchema>;
export type Evidence = z.infer<typeof EvidenceSchema>;
export type EvidenceFrom = (typeof EVIDENCE_FROM)[number];
export type Attachment = z.infer<typeof AttachmentSchema>;
export type Image = z.infer<typeof ImageSchema>;
export type Item = z.infer<typeof ItemSchema>;
export type Place = z.infer<typeof PlaceSchema>;
export type Meeting = z.infer<typeof MeetingSchema>;
export type Kind = (typeof KINDS)[number];
export type Language = (typeof LANGUAGES)[number];
export type DocumentRole = (typeof ROLES)[number];
export type MeetingStatus = (typeof STATUSES)[number];
export type MeetingMode = (typeof MODES)[number];
