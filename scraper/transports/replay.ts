/** A WARC file as the network: every address answers with what was stored, nothing is asked outside. */
import { dirname } from 'node:path';
import { canonicalAddress } from '../address.ts';
import { openCaptures, placesIn } from '../captures/read.ts';
import type { CaptureRef } from '../known-page.ts';
import { failure, type Transport } from '../transport.ts';

/** Reads the addresses of a WARC (gzip a record). The last answer of an address counts. Throws when the file can't be read. */
export async function replayTransport(file: string): Promise<Transport> {
  const reader = await openCaptures(dirname(file));
  const places = new Map<string, CaptureRef>();
  for await (const place of placesIn(file)) {
    const url = canonicalAddress(place.url);
    if (url && place.type === 'response') places.set(url, place.ref);
  }
  if (places.size === 0) throw new Error(`${file}: expected a WARC file with response records, found none`);
  return {
    name: 'replay',
    async get(request) {
      const ref = places.get(canonicalAddress(request.url) ?? request.url);
      const capture = ref && (await reader.read(ref));
      if (!capture) return failure(request.url, 'not-archived', `${request.url}: is not in ${file}`);
      const { status, headers, body } = capture;
      return { kind: 'response', url: request.url, status, headers, body, wireBytes: body.length, requestHeaders: {} };
    },
    close: () => reader.close(),
  };
}
