import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Draft } from './draft.ts';

/** Where a draft lies in the store. */
export interface DraftRef {
  offset: number;
  length: number;
}

/** Drafts on disk between the two halves of a run, so that memory holds an index alone. */
export class DraftStore {
  readonly #folder: string;
  readonly #stream: WriteStream;
  #offset = 0;
  #handle: FileHandle | undefined;

  private constructor(folder: string) {
    this.#folder = folder;
    this.#stream = createWriteStream(join(folder, 'drafts.ndjson'));
  }

  static async open(): Promise<DraftStore> {
    return new DraftStore(await mkdtemp(join(tmpdir(), 'samla-drafts-')));
  }

  async add(draft: Draft): Promise<DraftRef> {
    const bytes = Buffer.from(`${JSON.stringify(draft)}\n`);
    const ref = { offset: this.#offset, length: bytes.length };
    this.#offset += bytes.length;
    if (!this.#stream.write(bytes)) await once(this.#stream, 'drain');
    return ref;
  }

  /** No more drafts are added; from now on they can be read. */
  async finish(): Promise<void> {
    await new Promise<void>((done, failed) => this.#stream.once('error', failed).end(done));
    this.#handle = await open(join(this.#folder, 'drafts.ndjson'));
  }

  async read({ offset, length }: DraftRef): Promise<Draft> {
    if (this.#handle === undefined) throw new Error('drafts are read after finish()');
    const { buffer } = await this.#handle.read(Buffer.alloc(length), 0, length, offset);
    return JSON.parse(buffer.toString('utf8')) as Draft;
  }

  async close(): Promise<void> {
    this.#stream.destroy();
    await this.#handle?.close();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
