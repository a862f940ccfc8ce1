/** Records of WARC 1.1 (ISO 28500): headers, a block, and the digests of both, each record a gzip member of its own. */
import { createHash } from 'node:crypto';
import { pack } from './gzip-member.ts';

/** What a record says of itself, and what it holds. */
export interface WarcRecord {
  type: 'warcinfo' | 'response' | 'request' | 'conversion';
  date: Date;
  contentType: string;
  /** Further WARC headers in their order. */
  headers?: Record<string, string>;
  /** What precedes the payload in the block: an HTTP head. */
  head?: string;
  payload: Uint8Array;
}

/** A record ready to be written. */
export interface PackedRecord {
  /** The WARC-Record-ID, `<urn:uuid:…>`. */
  id: string;
  /** One gzip member, in pieces. */
  pieces: Uint8Array[];
  /** Bytes of all pieces. */
  length: number;
}

/** `sha256:<hex>` of a body, as in WARC-Payload-Digest. */
export function digestOf(body: Uint8Array): string {
  const before = digests.get(body);
  if (before !== undefined) return before;
  const digest = `sha256:${createHash('sha256').update(body).digest('hex')}`;
  digests.set(body, digest);
  return digest;
}

/** One body's digest is asked for by all who keep it. */
const digests = new WeakMap<Uint8Array, string>();

/** Packs a record; its id can be known before with {@link recordId}. */
export async function packRecord(record: WarcRecord, id = recordId(record)): Promise<PackedRecord> {
  const head = Buffer.from(record.head ?? '');
  const block = createHash('sha256').update(head).update(record.payload).digest('hex');
  const fields: Record<string, string> = {
    'WARC-Type': record.type,
    'WARC-Record-ID': id,
    'WARC-Date': record.date.toISOString(),
    ...record.headers,
    'Content-Type': record.contentType,
    ...(record.type !== 'warcinfo' && { 'WARC-Payload-Digest': digestOf(record.payload) }),
    'WARC-Block-Digest': `sha256:${block}`,
    'Content-Length': String(head.length + record.payload.length),
  };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value.replace(/[\r\n]+/g, ' ')}\r\n`);
  const pieces = await pack([
    Buffer.from(`WARC/1.1\r\n${lines.join('')}\r\n`),
    head,
    record.payload,
    Buffer.from('\r\n\r\n'),
  ]);
  return { id, pieces, length: pieces.reduce((sum, piece) => sum + piece.length, 0) };
}

/**
 * The WARC-Record-ID: made of type, moment, address and payload, as a UUID of version 8 (RFC 9562), so that machines which share the work write
 * what one alone would have written.
 */
export function recordId({ type, date, headers, payload }: WarcRecord): string {
  const about = JSON.stringify([type, date, headers, digestOf(payload)]);
  const hex = createHash('sha256').update(about).digest('hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `${variant}${hex.slice(17, 20)}`];
  return `<urn:uuid:${[...parts, hex.slice(20, 32)].join('-')}>`;
}

/** An HTTP head: its first line and its headers, on lines of their own. */
export function httpHead(firstLine: string, headers: Record<string, string>): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value.replace(/[\r\n]+/g, ' ')}\r\n`);
  return `${firstLine}\r\n${lines.join('')}\r\n`;
}
