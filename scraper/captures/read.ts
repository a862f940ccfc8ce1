/** Reads originals back: one record by its place, or a whole file in order. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { WARCParser, type WARCRecord } from 'warcio';
import { isDiskTrouble, onFile } from '../disk-trouble.ts';
import type { CaptureRef } from '../known-page.ts';
import type { Capture, CaptureReader } from './capture.ts';

/** Opens a folder of captures for reading. Throws when there is no such folder. */
export async function openCaptures(dir: string): Promise<CaptureReader> {
  const found = await stat(dir);
  if (!found.isDirectory()) throw new Error(`${dir}: expected a folder with captures, found a file`);
  return {
    read: (ref) => readRecord(join(dir, basename(ref.file)), ref),
    close: async () => undefined,
  };
}

async function readRecord(file: string, ref: CaptureRef): Promise<Capture | undefined> {
  const stream = createReadStream(file, { start: ref.offset });
  try {
    return await onFile(file, async () => {
      const record = await WARCParser.parse(stream);
      return record?.warcHeader('WARC-Record-ID') === ref.id ? await captureOf(record) : undefined;
    });
  } catch (error) {
    // A disk that fails or handles that have run out say nothing of the original: it must not count as lost.
    if (isDiskTrouble(error)) throw error;
    // A missing file, a cut-off tail, a damaged member: the contract's answer to all is "not there".
    return undefined;
  } finally {
    stream.destroy();
  }
}

async function captureOf(record: WARCRecord): Promise<Capture | undefined> {
  const body = await record.readFully(false);
  if (!isWhole(record, body)) return undefined;
  const headers: Record<string, string> = {};
  for (const [name, value] of record.httpHeaders?.headers ?? []) headers[name.toLowerCase()] = value;
  if (record.warcType === 'conversion') headers['content-type'] = record.warcContentType ?? '';
  return {
    url: record.warcTargetURI ?? '',
    status: Number(record.httpHeaders?.statusCode ?? 200),
    headers,
    body,
    capturedAt: record.warcDate ?? '',
  };
}

/** A member that was cut off mid-way may still unpack to fewer bytes than it promises. */
function isWhole(record: WARCRecord, body: Uint8Array): boolean {
  const promised = Number(record.httpHeaders?.headers.get('content-length') ?? body.length);
  return body.length >= promised || record.warcType === 'conversion';
}

/** A record's place and address, for building an index over a WARC that has none. */
export interface Place {
  url: string;
  type: string;
  mediaType: string;
  ref: CaptureRef;
}

/** All records of a WARC file in order; stops quietly where the file breaks off. */
export async function* placesIn(file: string): AsyncGenerator<Place> {
  const stream = createReadStream(file);
  try {
    const parser = new WARCParser(stream);
    for await (const record of parser) {
      await record.skipFully();
      yield {
        url: record.warcTargetURI ?? '',
        type: record.warcType,
        mediaType: record.warcContentType ?? '',
        ref: { id: record.warcHeader('WARC-Record-ID') ?? '', file: basename(file), offset: parser.offset },
      };
    }
  } catch {
    // The tail of a run that was killed: what came before it is whole.
  } finally {
    stream.destroy();
  }
}
