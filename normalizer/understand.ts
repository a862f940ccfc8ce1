/** One captured page -> a draft of an item, or the reason why it is none. */
import { createHash } from 'node:crypto';
import type { Capture, KnownPage } from '../scraper/index.ts';
import { belongs } from './belongs.ts';
import type { Draft, LeftOut } from './draft.ts';
import { excerptOf, wordCount } from './excerpt.ts';
import { listingReason } from './listing.ts';
import type { Mention } from './mention.ts';
import type { Attachment, Evidence, Image, Kind, Language } from './model.ts';
import type { Page } from './page.ts';
import { withoutPersonalData } from './personal-data.ts';
import { judgeQuality } from './quality.ts';
import { quarantineReason } from './quarantine.ts';
import type { Known } from './rule.ts';
import { readFields } from './rules.ts';
import { reasonToWithhold, withoutQuotedIllness, withoutText } from './withheld.ts';

/** What is known of a page besides its bytes. */
export interface Circumstances {
  known: KnownPage;
  /** A page that belongs links to this document in its content. */
  attached: boolean;
  /** Lines that stand on several pages of the source; see furniture.ts. */
  furniture?: readonly string[];
  /** See captured-documents.ts. */
  documents?: readonly [url: string, format: string][];
  /** `name@version` */
  extractor: string;
  /** What the operator lets out: the whole body, or lead and excerpt alone. */
  publishBody: 'full' | 'excerpt';
}

/** Reads every field of a page; a page that is only a list, or is about something else, is left out with the reason. */
export async function understand(page: Page, capture: Capture, about: Circumstances): Promise<Draft | LeftOut> {
  const reason = await reasonToLeaveOut(page, capture, about);
  if (typeof reason === 'string') return { url: page.url, source: page.source.id, reason };
  const draft = draftOf(page, reason, capture, about);
  const withheld = reasonToWithhold(page, capture, about.known);
  return {
    ...draft,
    item: withheld === undefined ? withoutQuotedIllness(draft.item) : withoutText(draft.item, withheld),
  };
}

async function reasonToLeaveOut(page: Page, capture: Capture, { attached }: Circumstances): Promise<string | Known> {
  const robots = [capture.headers['x-robots-tag'] ?? '', ...(page.head.meta.get('robots') ?? [])]
    .join(',')
    .toLowerCase();
  if (/\b(?:noindex|none)\b/.test(robots)) return 'the page asks not to be listed (robots: noindex)';
  const quarantine = quarantineReason(page);
  if (quarantine !== undefined) return quarantine;
  const listing = listingReason(page);
  if (listing !== undefined) return listing;
  const known = await readFields(page);
  if (page.source.scope === 'topical' && !attached) {
    const verdict = belongs(page, known);
    if (!verdict.belongs) return verdict.reason;
  }
  return known;
}

function draftOf(page: Page, known: Known, capture: Capture, about: Circumstances): Draft {
  const value = <T>(field: string, otherwise: T): T =>
    known[field] === undefined ? otherwise : (known[field].value as T);
  const body = value('body', '');
  const lead = value<string | null>('lead', null);
  const title = value('title', nameOf(page.url));
  const words = wordCount(body);
  const { etag, 'last-modified': lastModified } = capture.headers;
  return {
    item: {
      url: page.url,
      community: page.community.id,
      source: page.source.id,
      kind: value<Kind>('kind', 'page'),
      format: page.format,
      title,
      lead,
      language: value<Language>('language', 'und'),
      published: value<string | null>('published', null),
      updated: value<string | null>('updated', null),
      body: about.publishBody === 'full' ? body : '',
      excerpt: excerptOf(lead, body),
      words,
      topics: [...new Set(value<string[]>('topics', []))].sort(),
      municipalities: [...new Set(value<string[]>('municipalities', []))].sort(),
      attachments: value<Omit<Attachment, 'item'>[]>('attachments', []).map((attachment) => ({
        ...attachment,
        item: null,
      })),
      images: value<Image[]>('images', []),
      evidence: evidenceOf(known),
      quality: judgeQuality(known, page.flags, words + wordCount(lead ?? '')),
      provenance: {
        capturedAt: about.known.capturedAt ?? capture.capturedAt,
        status: capture.status,
        etag: etag ?? null,
        lastModified: lastModified ?? null,
        digest: about.known.digest ?? null,
        capture: about.known.capture?.id ?? '',
        extractor: about.extractor,
      },
      state: about.known.state,
    },
    aliases: page.aliases,
    declared: page.head.canonical ?? null,
    textKey: textKeyOf(title, lead, body),
    mentions: value<Mention[]>('meetings', []),
    firstSeen: about.known.firstSeen ?? capture.capturedAt,
  };
}

function evidenceOf(known: Known): Record<string, Evidence> {
  const evidence: Record<string, Evidence> = {};
  for (const field of Object.keys(known).sort()) {
    const one = known[field]?.evidence;
    if (one !== undefined) evidence[field] = { ...one, text: withoutPersonalData(one.text.slice(0, 300)) };
  }
  return evidence;
}

/** The last part of an address as words, for a page that has no title at all. */
function nameOf(url: string): string {
  const { pathname, hostname } = new URL(url);
  const last = pathname.split('/').filter(Boolean).at(-1) ?? hostname;
  return (
    safeDecode(last)
      .replace(/\.[a-z0-9]{2,5}$/i, '')
      .replace(/[-_+]+/g, ' ')
      .trim() || hostname
  );
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // An address may hold a lone % sign; it is shown as it stands.
    return text;
  }
}

/** What makes two pages the same text: title, lead and body, letter case and white space aside. */
function textKeyOf(title: string, lead: string | null, body: string): string {
  const text = `${title}\n${lead ?? ''}\n${body}`.toLowerCase().replace(/\s+/g, ' ');
  return createHash('sha256').update(text).digest('base64');
}
