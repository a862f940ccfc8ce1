import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { closeIsolation, readIsolated, readModuleIsolated } from '../../../normalizer/isolation.ts';
import { captureOf, makePdf, outline } from './document-makers.ts';

const misbehaving = new URL('./misbehaving/reader.ts', import.meta.url).href;
const ask = (path: string, limits = {}) =>
  readModuleIsolated('misbehaving', misbehaving, captureOf(new Uint8Array(3), `https://example.no/${path}`), limits);

afterAll(closeIsolation);

describe('the reading worker', () => {
  it('gives the tree, the head and the flags that the reader made', async () => {
    const document = await ask('fine');
    expect(document.$('main p').text()).toBe('3 byte fra https://example.no/fine');
    expect(document).toMatchObject({ format: 'test', bare: true, flags: ['kept'] });
    expect(document.head).toEqual({ title: 'Møtebok', meta: new Map([['a', ['1', '2']]]), jsonLd: [] });
  });

  it('gives what the reader gives in this thread, document after document', async () => {
    const body = readFileSync(new URL('../../fixtures/documents/saksliste-ssu.pdf', import.meta.url));
    const first = await readIsolated('pdf', captureOf(body));
    const second = await readIsolated('pdf', captureOf(body));
    expect(outline(first)[0]).toBe('h1: Saksliste for strategisk samarbeidsutvalg 12. mars 2026');
    expect(second.$.html()).toBe(first.$.html());
    // The caller keeps its bytes.
    expect(body.length).toBeGreaterThan(10_000);
  });

  it('keeps the order of answers to questions asked at once', async () => {
    const documents = await Promise.all(['a', 'b', 'c'].map((path) => ask(path)));
    expect(documents.map((document) => document.$('p').text().at(-1))).toEqual(['a', 'b', 'c']);
  });

  it('C2.12 ends a document that takes too long, whether it computes or waits, and reads the next', async () => {
    expect((await ask('spin', { timeoutMs: 300 })).flags).toEqual(['timeout']);
    expect((await ask('never', { timeoutMs: 300 })).flags).toEqual(['timeout']);
    expect((await ask('fine')).flags).toEqual(['kept']);
  });

  it('C2.12 ends a document that takes too much memory, on the heap or beside it, and reads the next', async () => {
    expect((await ask('heap', { memoryMb: 64 })).flags).toEqual(['crashed', 'out-of-memory']);
    expect((await ask('buffers', { memoryMb: 64 })).flags).toEqual(['crashed', 'out-of-memory']);
    expect((await ask('fine')).flags).toEqual(['kept']);
  });

  it('C2.12 outlives a worker that ends itself or a reader that throws', async () => {
    expect((await ask('exit')).flags).toEqual(['crashed']);
    expect((await ask('throw')).flags).toEqual(['crashed']);
    expect((await ask('late')).flags).toEqual(['kept']);
    expect((await ask('fine')).flags).toEqual(['kept']);
  });

  it('C2.12 has no network to offer', async () => {
    expect((await ask('fetch')).flags).toEqual(['crashed']);
  });

  it('does not hold up this thread while it reads', async () => {
    let ticks = 0;
    const timer = setInterval(() => {
      ticks += 1;
    }, 10);
    await ask('spin', { timeoutMs: 400 });
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(10);
  });

  it('can be closed and starts again', async () => {
    await closeIsolation();
    expect((await ask('fine')).flags).toEqual(['kept']);
  });

  it('flags a reader that does not exist as crashed, and refuses names that are paths', async () => {
    expect((await readIsolated('no-such-format', captureOf(makePdf({ pages: [] })))).flags).toEqual(['crashed']);
    expect(() => readIsolated('../secrets', captureOf(new Uint8Array()))).toThrow('no reader');
  });
});
