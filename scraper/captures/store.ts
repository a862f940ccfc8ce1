/** Writes originals as WARC 1.1: one file a run, one gzip member a record, an index by address beside it. */
import { randomUUID } from 'node:crypto';
import { appendFile, type FileHandle, mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onFile } from '../disk-trouble.ts';
import type { CaptureRef } from '../known-page.ts';
import { type IndexLine, indexLine } from './index-line.ts';
import { digestOf, httpHead, type PackedRecord, packRecord, recordId, type WarcRecord } from './warc-record.ts';

export { digestOf };

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
  /** Several records may be packed at once; they are written in the order in which they were given. */
  const add = (packing: Promise<Packed>): Promise<CaptureRef> => {
    packing.catch(() => undefined); // heard of below, when its turn has come
    return inTurn(async (to) => to.add(await packing));
  };
  return {
    store: (original) => add(packResponse(original)),
    storeConversion: (conversion) => add(packConversion(conversion)),
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

/** Records that belong together, with the index line of the first. */
interface Packed {
  records: PackedRecord[];
  line: Omit<IndexLine, 'ref' | 'length'>;
}

class WarcFile {
  size = 0;
  readonly #name: string;
  readonly #dir: string;
  readonly #handle: FileHandle;
  readonly #lines: string[] = [];
  /** How many of the lines the index on disk holds. */
  #indexed = 0;

  constructor(dir: string, name: string, handle: FileHandle) {
    this.#dir = dir;
    this.#name = name;
    this.#handle = handle;
  }

  static async create(dir: string, software: string): Promise<WarcFile> {
    const date = new Date();
    const name = `samla-${date.toISOString().replace(/[-:]|\.\d+/g, '')}-${randomUUID().slice(0, 8)}.warc.gz`;
    const file = new WarcFile(dir, name, await open(join(dir, name), 'wx'));
    try {
      await file.#append([await packRecord(infoRecord(name, software, date))]);
    } catch (error) {
      await file.#handle.close();
      await rm(join(dir, name), { force: true }).catch(() => undefined); // the first trouble is the one to hear of
      throw error;
    }
    return file;
  }

  async add({ records, line }: Packed): Promise<CaptureRef> {
    const offset = this.size;
    await this.#append(records);
    const ref = { id: records[0]?.id ?? '', file: this.#name, offset };
    this.#lines.push(indexLine({ ...line, ref, length: records[0]?.length ?? 0 }));
    return ref;
  }

  async #append(records: PackedRecord[]): Promise<void> {
    const pieces = records.flatMap((record) => record.pieces);
    const length = records.reduce((sum, record) => sum + record.length, 0);
    await onFile(join(this.#dir, this.#name), () => this.#write(pieces, length));
    this.size += length;
  }

  /** A disk that is nearly full takes a part of what it is given, and says so in the count alone. */
  async #write(pieces: Uint8Array[], length: number): Promise<void> {
    const { bytesWritten } = await this.#handle.writev(pieces, this.size);
    for (let done = bytesWritten, rest = Buffer.alloc(0); done < length; ) {
      if (rest.length === 0) rest = Buffer.concat(pieces);
      const more = await this.#handle.write(rest, done, length - done, this.size + done);
      done += more.bytesWritten;
    }
  }

  /** Originals first, then what the index says of them. It grows at its end, in the order of storing. */
  async flush(): Promise<void> {
    if (this.#indexed === this.#lines.length) return;
    await onFile(join(this.#dir, this.#name), () => this.#handle.sync());
    const fresh = this.#lines.slice(this.#indexed);
    await appendFile(this.#index, `${fresh.join('\n')}\n`);
    this.#indexed = this.#lines.length;
  }

  /** A finished index is sorted by address. That of a run that was killed is not, and its last line may be cut off. */
  async close(): Promise<void> {
    try {
      await this.flush();
      if (this.#lines.length > 0) await this.#sortIndex();
    } finally {
      await this.#handle.close();
    }
  }

  async #sortIndex(): Promise<void> {
    const part = `${this.#index}.part`;
    try {
      await writeFile(part, `${this.#lines.toSorted().join('\n')}\n`);
      await rename(part, this.#index);
    } catch (error) {
      await rm(part, { force: true }).catch(() => undefined); // the first trouble is the one to hear of
      throw error;
    }
  }

  get #index(): string {
    return join(this.#dir, this.#name.replace(/\.warc\.gz$/, '.cdxj'));
  }
}

function infoRecord(name: string, software: string, date: Date): WarcRecord {
  const about = `software: ${software}\r\nformat: WARC File Format 1.1\r\nconformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n`;
  const headers = { 'WARC-Filename': name };
  return { type: 'warcinfo', date, headers, contentType: 'application/warc-fields', payload: Buffer.from(about) };
}

/** A response, and the request that brought it. */
async function packResponse(original: Original): Promise<Packed> {
  const { url, status, body, headers, capturedAt: date } = original;
  const { href, pathname, search, host } = new URL(url);
  const answer: WarcRecord = {
    type: 'response',
    date,
    headers: { 'WARC-Target-URI': href },
    contentType: 'application/http; msgtype=response',
    head: httpHead(`HTTP/1.1 ${status}`, storedHeaders(original)),
    payload: body,
  };
  const id = recordId(answer);
  const response = packRecord(answer, id);
  const request = packRecord({
    type: 'request',
    date,
    headers: { 'WARC-Target-URI': href, 'WARC-Concurrent-To': id },
    contentType: 'application/http; msgtype=request',
    head: httpHead(`GET ${pathname}${search} HTTP/1.1`, { host, ...original.requestHeaders }),
    payload: new Uint8Array(0),
  });
  const line = { url, date: date.toISOString(), status, headers, digest: digestOf(body) };
  return { records: await Promise.all([response, request]), line };
}

async function packConversion({ url, mediaType, body, capturedAt, from }: Conversion): Promise<Packed> {
  const headers = { 'WARC-Target-URI': new URL(url).href, ...(from && { 'WARC-Refers-To': from.id }) };
  const record = await packRecord({
    type: 'conversion',
    date: capturedAt,
    headers,
    contentType: mediaType,
    payload: body,
  });
  const about = { status: 200, headers: { 'content-type': mediaType }, digest: digestOf(body) };
  return { records: [record], line: { url, date: capturedAt.toISOString(), ...about } };
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
