/** Writes originals as WARC 1.1: one file a run, one gzip member a record, an index by address beside it. */
import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { WARCRecord, WARCSerializer } from 'warcio';
import { onFile } from '../disk-trouble.ts';
import type { CaptureRef } from '../known-page.ts';
import { type IndexLine, indexLine } from './index-line.ts';

/** One answer to be kept. */
export interface Original {
  url: string;
  status: number;
  headers: Record<string, string>;
  body: Uint8Array;
  requestHeaders: Record<string, string>;
  capturedAt: Date;
}

/** Something made out of an original: one post of an interface's answer. */
export interface Conversion {
  url: string;
  mediaType: string;
  body: Uint8Array;
  capturedAt: Date;
  /** The record that it was taken from. */
  from?: CaptureRef | undefined;
}

/** The originals of one run. */
export interface CaptureStore {
  /** Stores a response and the request that brought it. */
  store(original: Original): Promise<CaptureRef>;
  storeConversion(conversion: Conversion): Promise<CaptureRef>;
  /** All that was stored is on the disk when this returns. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

/** A new file begins when one has grown this large. */
const FILE_BYTES = 1024 ** 3;

/** `sha256:<hex>` of a body, as in WARC-Payload-Digest. */
export function digestOf(body: Uint8Array): string {
  return `sha256:${createHash('sha256').update(body).digest('hex')}`;
}

/** Opens the store in a folder, which is made if need be. No file is made before there is something to store. */
export async function openStore(dir: string, software: string): Promise<CaptureStore> {
  await mkdir(dir, { recursive: true });
  await removeHalfMade(dir);
  let file: WarcFile | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  /** Records are written one after the other, whoever asks. */
  const inTurn = <T>(write: (file: WarcFile) => Promise<T>): Promise<T> => {
    const next = turn.then(async () => {
      if (file && file.size >= FILE_BYTES) {
        await file.close();
        file = undefined;
      }
      file ??= await WarcFile.create(dir, software);
      return write(file);
    });
    turn = next.catch(() => undefined); // the caller hears of it; the next record gets its own try
    return next;
  };
  return {
    store: (original) => inTurn((to) => to.response(original)),
    storeConversion: (conversion) => inTurn((to) => to.conversion(conversion)),
    flush: () => {
      // In turn as well: two sources that save at once must not rename each other's index away.
      const next = turn.then(() => file?.flush());
      turn = next.catch(() => undefined);
      return next;
    },
    close: async () => {
      await turn;
      await file?.close();
      file = undefined;
    },
  };
}

/** What a killed run was writing beside an index. */
async function removeHalfMade(dir: string): Promise<void> {
  for (const name of await readdir(dir)) if (name.endsWith('.cdxj.part')) await rm(join(dir, name), { force: true });
}

class WarcFile {
  size = 0;
  readonly #name: string;
  readonly #dir: string;
  readonly #handle: FileHandle;
  readonly #lines: string[] = [];
  #dirty = false;

  constructor(dir: string, name: string, handle: FileHandle) {
    this.#dir = dir;
    this.#name = name;
    this.#handle = handle;
  }

  static async create(dir: string, software: string): Promise<WarcFile> {
    const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
    const name = `samla-${stamp}-${randomUUID().slice(0, 8)}.warc.gz`;
    const file = new WarcFile(dir, name, await open(join(dir, name), 'wx'));
    const info = {
      software,
      format: 'WARC File Format 1.1',
      conformsTo: 'http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/',
    };
    try {
      await file.#append(WARCRecord.createWARCInfo({ filename: name, warcVersion: 'WARC/1.1' }, info));
    } catch (error) {
      await file.#handle.close();
      await rm(join(dir, name), { force: true }).catch(() => undefined); // the first trouble is the one to hear of
      throw error;
    }
    return file;
  }

  async response(original: Original): Promise<CaptureRef> {
    const date = original.capturedAt.toISOString();
    const record = WARCRecord.create(
      {
        url: original.url,
        date,
        type: 'response',
        warcVersion: 'WARC/1.1',
        httpHeaders: storedHeaders(original),
        statusline: `HTTP/1.1 ${original.status}`,
        keepHeadersCase: false,
      },
      once(original.body),
    );
    const ref = await this.#append(record);
    await this.#append(requestRecord(original, ref.id));
    this.#index({ ...original, ref, date, length: this.size - ref.offset });
    return ref;
  }

  async conversion(conversion: Conversion): Promise<CaptureRef> {
    const date = conversion.capturedAt.toISOString();
    const warcHeaders: Record<string, string> = { 'Content-Type': conversion.mediaType };
    if (conversion.from) warcHeaders['WARC-Refers-To'] = conversion.from.id;
    const record = WARCRecord.create(
      { url: conversion.url, date, type: 'conversion', warcVersion: 'WARC/1.1', warcHeaders },
      once(conversion.body),
    );
    const ref = await this.#append(record);
    const headers = { 'content-type': conversion.mediaType };
    this.#index({ ...conversion, headers, status: 200, ref, date, length: this.size - ref.offset });
    return ref;
  }

  #index(line: Omit<IndexLine, 'digest'> & { body: Uint8Array }): void {
    this.#lines.push(indexLine({ ...line, digest: digestOf(line.body) }));
  }

  async #append(record: WARCRecord): Promise<CaptureRef> {
    const bytes = await WARCSerializer.serialize(record, {
      gzip: true,
      digest: { algo: 'sha-256', prefix: 'sha256:' },
    });
    const offset = this.size;
    await onFile(join(this.#dir, this.#name), () => this.#write(bytes, offset));
    this.size += bytes.length;
    this.#dirty = true;
    return { id: record.warcHeader('WARC-Record-ID') ?? '', file: this.#name, offset };
  }

  /** A disk that is nearly full takes a part of what it is given, and says so in the count alone. */
  async #write(bytes: Uint8Array, offset: number): Promise<void> {
    for (let done = 0; done < bytes.length; ) {
      const { bytesWritten } = await this.#handle.write(bytes, done, bytes.length - done, offset + done);
      done += bytesWritten;
    }
  }

  /** Originals first, then the index that points at them. */
  async flush(): Promise<void> {
    if (!this.#dirty) return;
    this.#dirty = false;
    await onFile(join(this.#dir, this.#name), () => this.#handle.sync());
    const path = join(this.#dir, this.#name.replace(/\.warc\.gz$/, '.cdxj'));
    try {
      await writeFile(`${path}.part`, `${this.#lines.toSorted().join('\n')}\n`);
      await rename(`${path}.part`, path);
    } catch (error) {
      await rm(`${path}.part`, { force: true }).catch(() => undefined); // the first trouble is the one to hear of
      throw error;
    }
  }

  async close(): Promise<void> {
    try {
      await this.flush();
    } finally {
      await this.#handle.close();
    }
  }
}

async function* once(body: Uint8Array): AsyncGenerator<Uint8Array> {
  if (body.length > 0) yield body;
}

/** The body is kept unpacked, so the headers must say so; what was there before keeps a name of its own. */
function storedHeaders(original: Original): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(original.headers)) {
    if (name === 'transfer-encoding' || name === 'set-cookie') continue;
    headers[name === 'content-encoding' ? 'x-orig-content-encoding' : name] = value.replace(/[\r\n]+/g, ' ');
  }
  headers['content-length'] = String(original.body.length);
  return headers;
}

function requestRecord(original: Original, concurrentTo: string): WARCRecord {
  const { pathname, search, host } = new URL(original.url);
  return WARCRecord.create(
    {
      url: original.url,
      date: original.capturedAt.toISOString(),
      type: 'request',
      warcVersion: 'WARC/1.1',
      warcHeaders: { 'WARC-Concurrent-To': concurrentTo },
      httpHeaders: { host, ...original.requestHeaders },
      statusline: `GET ${pathname}${search} HTTP/1.1`,
    },
    once(new Uint8Array(0)),
  );
}
