/** Pagefind's files: gzip around a signature and the content. */
import { gunzipSync, gzipSync } from 'node:zlib';

const signature = Buffer.from('pagefind_dcd');

/** What a file holds. */
export function opened(file: Uint8Array): Buffer {
  return gunzipSync(file).subarray(signature.length);
}

/** A file that holds this; the same bytes for the same content. */
export function closed(content: Buffer): Buffer {
  return gzipSync(Buffer.concat([signature, content]), { level: 9 });
}
