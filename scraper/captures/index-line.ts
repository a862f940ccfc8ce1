/** One line of the index beside a WARC file, in the form of CDXJ: sortable address, time, JSON. */
import { getSurt } from 'warcio';
import type { CaptureRef } from '../known-page.ts';

/** What a line says. */
export interface IndexLine {
  url: string;
  /** ISO 8601, UTC. */
  date: string;
  status: number;
  headers: Record<string, string>;
  digest: string;
  ref: CaptureRef;
  /** Bytes of the record's gzip member. */
  length: number;
}

/** The line for a record. */
export function indexLine(line: IndexLine): string {
  const json = {
    url: line.url,
    mime: (line.headers['content-type'] ?? '').split(';', 1)[0]?.trim() ?? '',
    status: String(line.status),
    digest: line.digest,
    length: String(line.length),
    offset: String(line.ref.offset),
    filename: line.ref.file,
    id: line.ref.id,
  };
  return `${getSurt(line.url)} ${line.date.replace(/\D/g, '').slice(0, 14)} ${JSON.stringify(json)}`;
}
