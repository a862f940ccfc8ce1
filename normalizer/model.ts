/**
 * THE model: what Samla publishes, as zod schemas. Types and JSON Schema are derived from them.
 * The names and values are a public contract; fields may be added, never renamed.
 */
import { z } from 'zod';
import { BODIES } from '../scraper/index.ts';
import { day, moment, municipality } from './model-values.ts';

export * from './model-changes.ts';
export * from './model-lists.ts';

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

/** What a derived field was read from: the words and where they stood. */
export const EvidenceSchema = z.strictObject({
  text: z.string().describe('The words, as they stood'),
  from: z.enum(EVIDENCE_FROM).describe('What kind of place they stood in'),
});

export const AttachmentSchema = z.strictObject({
  url: z.string().describe('Where the document lies'),
  title: z.string().describe('The words of the link that leads to it'),
  format: z.string().describe('pdf, docx, pptx …'),
  role: z.enum(ROLES).describe('What it is to the page that links to it'),
  item: z.string().nullable().describe('The id of the item that this document is, when it is one'),
});

export const ImageSchema = z.strictObject({
  url: z.string().describe('Where the image lies'),
  alt: z.string().describe('The text for those who do not see it; often made by a machine'),
  caption: z.string().nullable().describe('The caption below it'),
  credit: z.string().nullable().describe('Who took or made it'),
});

export const ItemSchema = z
  .strictObject({
    id: z
      .string()
      .describe('The community, and 10 characters made of the canonical address; stands as long as the address does'),
    url: z.string().describe('The canonical address'),
    urls: z.array(z.string()).describe('Every address it was seen at, the canonical one first'),
    community: z.string().describe('The id of the community that it belongs to'),
    source: z.string().describe('The id of the source that it was gathered from'),
    kind: z.enum(KINDS).describe('What kind of page or document it is'),
    format: z.string().describe('html, pdf, docx, pptx, odt, odp, xlsx …'),
    title: z.string().describe('As published'),
    lead: z.string().nullable().describe('The ingress, as published'),
    language: z.enum(LANGUAGES).describe('Judged on the content alone'),
    published: day.nullable().describe('The day that the page says it was published; never the day it was gathered'),
    updated: day.nullable().describe('The day that the page says it was last updated'),
    body: z.string().describe('Markdown (CommonMark and tables)'),
    excerpt: z.string().describe('At most 300 characters, cut at a word’s end'),
    words: z.int().min(0).describe('Words of the body'),
    topics: z.array(z.string()).describe('Ids of the topics that it is about'),
    municipalities: z.array(municipality).describe('Numbers of the municipalities that the text names'),
    meetings: z.array(z.string()).describe('Ids of the meetings that it tells of'),
    attachments: z.array(AttachmentSchema).describe('Documents that it links to'),
    images: z.array(ImageSchema).describe('Images in the text, at their source'),
    evidence: z.record(z.string(), EvidenceSchema).describe('For each derived field: the words that it was read from'),
    quality: z
      .strictObject({
        score: z.number().min(0).max(1).describe('How sure the reading is, 0 to 1'),
        flags: z.array(z.string()).describe('What is missing or odd, by name'),
      })
      .describe('How well it could be read'),
    provenance: z
      .strictObject({
        capturedAt: moment.describe('When the original was stored'),
        status: z.int().describe('The HTTP status that it was answered with'),
        etag: z.string().nullable().describe('The ETag of the answer'),
        lastModified: z.string().nullable().describe('The Last-Modified of the answer'),
        digest: z.string().nullable().describe('sha256 of the answer’s body'),
        capture: z.string().describe('WARC-Record-ID of the original'),
        extractor: z.string().describe('name@version'),
      })
      .describe('Where it comes from, and what read it'),
    firstSeen: moment.describe('When any of its addresses was first seen'),
    lastSeen: moment.describe(
      'When the revision published here was last stored anew; nights without a change leave it',
    ),
    lastChanged: moment.describe('When the revision published here was first stored'),
    revision: z.int().min(1).describe('1 at first, one more each time that it says something else'),
    state: z.enum(['live', 'gone', 'moved']).describe('Whether the page is still there'),
  })
  .meta({ title: 'Item', description: 'One page or document that is about a helsefellesskap' });

export const PlaceSchema = z.strictObject({
  text: z.string().nullable().describe('The place in the page’s words'),
  mode: z.enum(MODES).describe('How one takes part'),
});

export const MeetingSchema = z
  .strictObject({
    id: z.string().describe('The community, the body and the first date; -2, -3 … for more on one day'),
    community: z.string().describe('The id of the community that holds it'),
    body: z.enum(BODIES).describe('Which kind of body meets'),
    localName: z.string().describe('What the body is called there'),
    title: z.string().describe('What the meeting is called'),
    start: z
      .string()
      .regex(/^\d{4}-\d{2}(-\d{2}(T\d{2}:\d{2})?)?$/)
      .describe('YYYY-MM, YYYY-MM-DD or YYYY-MM-DDTHH:MM, local time in Europe/Oslo'),
    end: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/)
      .nullable()
      .describe('The last day, or when it ends'),
    precision: z.enum(['month', 'day', 'minute']).describe('How exactly the start is known'),
    place: PlaceSchema.nullable().describe('Where it is held, when that is said'),
    participants: z
      .strictObject({
        count: z.int().min(1).describe('Persons who took part'),
        approximate: z.boolean().describe('Whether the page says about so many'),
      })
      .nullable()
      .describe('How many took part, when that is said'),
    status: z.enum(STATUSES).describe('From words of the page or a flag of its interface, never from absence'),
    movedFrom: z.string().nullable().describe('The day it was first called for, when it was moved'),
    items: z.array(z.string()).describe('Ids of the items that tell of it'),
    documents: z
      .array(
        z.strictObject({
          url: z.string().describe('Where the paper lies'),
          title: z.string().describe('The words of the link that leads to it'),
          role: z.enum(ROLES).describe('What it is to the meeting'),
        }),
      )
      .describe('Its papers'),
    evidence: z
      .array(
        z.strictObject({
          item: z.string().describe('The id of the item'),
          text: z.string().describe('The words, as they stood'),
        }),
      )
      .describe('The words that it was read from, and the item that they stand in'),
    confidence: z.number().min(0).max(1).describe('How sure the reading is, 0 to 1'),
    sequence: z
      .int()
      .min(0)
      .optional()
      .describe('0 at first, one more each time that start, end, place or status is another (RFC 5545)'),
    lastChanged: moment.optional().describe('When the newest original was stored that changed what is said of it'),
  })
  .meta({ title: 'Meeting', description: 'Something that one of a helsefellesskap’s bodies holds' });

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
