import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { onFile } from '../scraper/index.ts';
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
  #trouble: Error | undefined;

  private constructor(folder: string) {
    this.#folder = folder;
    this.#stream = createWriteStream(join(folder, 'drafts.ndjson'));
    // It may come at any moment, also when nobody waits for the stream; the next who does hears of it.
    this.#stream.on('error', (error) => {
      this.#trouble ??= error;
    });
  }

  /** A folder that is the store's alone; what a killed run has left in it is taken away. */
  static async open(folder: string): Promise<DraftStore> {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    return new DraftStore(folder);
  }

  async add(draft: Draft): Promise<DraftRef> {
    const bytes = Buffer.from(`${JSON.stringify(draft)}\n`);
    const ref = { offset: this.#offset, length: bytes.length };
    this.#offset += bytes.length;
    await this.#heard(async () => {
      if (!this.#stream.write(bytes)) await once(this.#stream, 'drain');
    });
    return ref;
  }

  /** No more drafts are added; from now on they can be read. */
  async finish(): Promise<void> {
    await this.#heard(
      () =>
        new Promise<void>((done, failed) =>
          this.#stream.end((error?: Error | null) => (error ? failed(error) : done())),
        ),
    );
    this.#handle = await open(join(this.#folder, 'drafts.ndjson'));
  }

  async read({ offset, length }: DraftRef): Promise<Draft> {
    if (this.#handle === undefined) throw new Error('drafts are read after finish()');
    const handle = this.#handle;
    const { buffer } = await onFile(join(this.#folder, 'drafts.ndjson'), () =>
      handle.read(Buffer.alloc(length), 0, length, offset),
    );
    return JSON.parse(buffer.toString('utf8')) as Draft;
  }

  async #heard(work: () => Promise<unknown>): Promise<void> {
    await onFile(join(this.#folder, 'drafts.ndjson'), async () => {
      if (this.#trouble === undefined) await work();
      if (this.#trouble !== undefined) throw this.#trouble;
    });
  }

  async close(): Promise<void> {
    this.#stream.destroy();
    await this.#handle?.close();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
