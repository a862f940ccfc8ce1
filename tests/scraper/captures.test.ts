import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCaptures, placesIn } from '../../scraper/captures/read.ts';
import { digestOf, openStore } from '../../scraper/captures/store.ts';
import type { CaptureRef } from '../../scraper/known-page.ts';

let dir: string;
let refs: CaptureRef[];
let warc: string;
const body = (n: number): Uint8Array => new TextEncoder().encode(`<p>Møte nummer ${n}</p>`.repeat(n));
const at = new Date('2026-11-21T20:00:00.123Z');

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'samla-captures-'));
  const store = await openStore(dir, 'Samla/1.0');
  const original = (n: number) =>
    store.store({
      url: `https://example.no/${n}?a=ø`,
      status: 200,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-encoding': 'gzip',
        'transfer-encoding': 'chunked',
        'set-cookie': 'a=b',
        etag: '"x"',
      },
      body: body(n),
      requestHeaders: { 'user-agent': 'Samla/1.0' },
      capturedAt: at,
    });
  refs = await Promise.all([1, 2, 300].map(original));
  refs.push(
    await store.storeConversion({
      url: 'https://example.no/post/',
      mediaType: 'application/vnd.samla.wordpress-post+json',
      body: new TextEncoder().encode('{"id":1}'),
      capturedAt: at,
      from: refs[0],
    }),
  );
  await store.close();
  warc = join(dir, refs[0]!.file);
});
afterAll(() => rm(dir, { recursive: true }));

test('an original comes back as it was, found by its place alone', async () => {
  const reader = await openCaptures(dir);
  for (const [index, n] of [1, 2, 300].entries()) {
    const capture = await reader.read(refs[index]!);
    expect(capture).toMatchObject({
      status: 200,
      capturedAt: at.toISOString(),
      headers: { 'content-type': 'text/html; charset=utf-8', etag: '"x"' },
    });
    expect(Buffer.from(capture!.body).equals(Buffer.from(body(n)))).toBe(true);
    expect(capture!.headers['set-cookie']).toBeUndefined();
    expect(capture!.headers['content-encoding']).toBeUndefined();
  }
});

test('a record of an interface comes back with its own media type', async () => {
  const capture = await (await openCaptures(dir)).read(refs[3]!);
  expect(capture).toMatchObject({
    url: 'https://example.no/post/',
    status: 200,
    headers: { 'content-type': 'application/vnd.samla.wordpress-post+json' },
  });
  expect(new TextDecoder().decode(capture!.body)).toBe('{"id":1}');
});

test('the file is WARC 1.1: info, response and request records, one gzip member each, with digests', async () => {
  const bytes = await readFile(warc);
  const places = [];
  for await (const place of placesIn(warc)) places.push(place);
  expect(places.map(({ type }) => type)).toEqual([
    'warcinfo',
    'response',
    'request',
    'response',
    'request',
    'response',
    'request',
    'conversion',
  ]);
  for (const { ref } of places) expect(bytes.subarray(ref.offset, ref.offset + 2)).toEqual(Buffer.from([0x1f, 0x8b]));
  const text = gunzipSync(bytes).toString();
  expect(text.startsWith('WARC/1.1\r\n')).toBe(true);
  expect(text).toContain(`WARC-Payload-Digest: ${digestOf(body(300))}`);
  expect(text).toMatch(/WARC-Concurrent-To: <urn:uuid:/);
  expect(text).toContain('GET /1?a=%C3%B8 HTTP/1.1');
  expect(text).not.toContain('set-cookie');
});

test('an index by address lies beside it, sorted', async () => {
  const index = (await readFile(warc.replace('.warc.gz', '.cdxj'), 'utf8')).trim().split('\n');
  expect(index).toHaveLength(4);
  expect(index).toEqual([...index].sort());
  expect(index[0]).toMatch(/^no,example\)\/\S* 20261121200000 \{"url":"https:\/\/example\.no\//);
  expect((await readdir(dir)).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('what is cut off, damaged, missing or asked for with a wrong name is simply not there', async () => {
  const copy = join(dir, 'kopi.warc.gz');
  const reader = await openCaptures(dir);
  const whole = await readFile(warc);
  await writeFile(copy, whole);
  await truncate(copy, refs[2]!.offset + 60);
  const cut = (index: number): CaptureRef => ({ ...refs[index]!, file: 'kopi.warc.gz' });
  expect(await reader.read(cut(2))).toBeUndefined();
  expect(await reader.read(cut(3))).toBeUndefined();
  expect(await reader.read(cut(0))).toBeDefined();
  const places = [];
  for await (const place of placesIn(copy)) places.push(place);
  expect(places.length).toBeGreaterThanOrEqual(5);
  await writeFile(copy, Buffer.from(whole).fill(7, refs[0]!.offset + 20, refs[0]!.offset + 80));
  expect(await reader.read(cut(0))).toBeUndefined();
  expect(await reader.read({ ...refs[0]!, id: '<urn:uuid:feil>' })).toBeUndefined();
  expect(await reader.read({ ...refs[0]!, file: 'finst-ikkje.warc.gz' })).toBeUndefined();
  expect(await reader.read({ ...refs[0]!, file: '../../etc/passwd' })).toBeUndefined();
});

test('nothing stored leaves no file', async () => {
  const empty = join(dir, 'tom');
  const store = await openStore(empty, 'Samla');
  await store.flush();
  await store.close();
  expect(await readdir(empty)).toEqual([]);
});
