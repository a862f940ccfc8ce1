/** Reads a body while counting what comes out of decompression, and stops at the bound: a bomb never gets to unfold. */
import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import type { Cause } from './causes.ts';
import { LARGE_BYTES } from './large-bodies.ts';

/** What a body may cost. `limit` in bytes after decompression; 0 leaves the body unread. */
export interface BodyBounds {
  limit: number;
  ratio: number;
  /** Waited for when a body passes {@link LARGE_BYTES}. */
  onLarge?: (() => Promise<void>) | undefined;
}

/** A body that was read to its end, or why it was not. */
export type BodyRead = { body: Uint8Array; wireBytes: number } | { cause: Cause; message: string };

/** Below this size a high ratio is only a page that repeats itself. */
const RATIO_COUNTS_FROM = 1024 * 1024;

/** Reads and unpacks. Throws only what the connection throws. */
export async function bodyOf(source: Readable, headers: Record<string, string>, bounds: BodyBounds): Promise<BodyRead> {
  if (bounds.limit <= 0) return unread(source);
  if (Number(headers['content-length'] ?? 0) > bounds.limit) return refuse(source, tooLarge(bounds.limit));
  const unpack = unpacker(headers['content-encoding']);
  if (unpack === 'unknown') {
    return refuse(source, { cause: 'broken-body', message: `unknown encoding ${headers['content-encoding']}` });
  }
  let wireBytes = 0;
  source.on('data', (chunk: Buffer) => {
    wireBytes += chunk.length;
  });
  // The callback form, because an error belongs to the reading loop below and not to an event that nobody hears.
  const stream: Readable = unpack ? pipeline(source, unpack(), () => undefined) : source;
  const chunks = new Chunks(unpack ? 0 : Number(headers['content-length'] ?? 0));
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > bounds.limit) return refuse(source, tooLarge(bounds.limit));
    if (unpack && size > RATIO_COUNTS_FROM && size > wireBytes * bounds.ratio)
      return refuse(source, bomb(size, wireBytes));
    if (size > LARGE_BYTES && size - chunk.length <= LARGE_BYTES) await bounds.onLarge?.();
    chunks.add(chunk);
  }
  return { body: chunks.whole(), wireBytes };
}

/** A body as it grows. A large one whose length was told gets its place at once: put together at the end it would be there twice. */
class Chunks {
  readonly #promised: number;
  #list: Buffer[] = [];
  #place: Buffer | undefined;
  #size = 0;

  constructor(promised: number) {
    this.#promised = promised;
  }

  add(chunk: Buffer): void {
    const end = this.#size + chunk.length;
    if (this.#place === undefined && end > LARGE_BYTES && end <= this.#promised) this.#settle();
    if (this.#place && end > this.#place.length) {
      // More came than was promised.
      this.#list = [this.#place.subarray(0, this.#size)];
      this.#place = undefined;
    }
    if (this.#place) chunk.copy(this.#place, this.#size);
    else this.#list.push(chunk);
    this.#size = end;
  }

  #settle(): void {
    this.#place = Buffer.allocUnsafeSlow(this.#promised);
    let at = 0;
    for (const chunk of this.#list) at += chunk.copy(this.#place, at);
    this.#list = [];
  }

  whole(): Buffer {
    return this.#place?.subarray(0, this.#size) ?? Buffer.concat(this.#list);
  }
}

function unpacker(encoding: string | undefined): (() => NodeJS.ReadWriteStream & Readable) | undefined | 'unknown' {
  const name = (encoding ?? '').trim().toLowerCase();
  if (name === '' || name === 'identity') return undefined;
  if (name === 'gzip' || name === 'x-gzip') return createGunzip;
  return name === 'br' ? createBrotliDecompress : 'unknown';
}

function unread(source: Readable): BodyRead {
  refuse(source, undefined);
  return { body: new Uint8Array(0), wireBytes: 0 };
}

function refuse<T>(source: Readable, result: T): T {
  // Ending the connection makes undici complain on the stream; it was our own wish.
  source.on('error', () => undefined);
  source.destroy();
  return result;
}

function tooLarge(limit: number): BodyRead {
  return { cause: 'too-large', message: `the answer is larger than ${Math.round(limit / 1024)} kB` };
}

function bomb(size: number, wireBytes: number): BodyRead {
  return { cause: 'too-large', message: `${wireBytes} bytes unpack to more than ${size}: a compression bomb` };
}
