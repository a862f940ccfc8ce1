import { mkdir, mkdtemp, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnyRecord, applyChanges } from '../../../normalizer/changes/apply.ts';
import { compare } from '../../../normalizer/changes/compare.ts';
import { readLog, withdrawnSequences, writeLog } from '../../../normalizer/changes/log.ts';
import { checkChanges } from '../../../normalizer/check-changes.ts';
import { type Change, ChangeSchema } from '../../../normalizer/model.ts';

type Records = Record<string, Record<string, unknown>>;

/** Releases on disk, one after the other, as publishing makes them. */
class Releases {
  readonly #root: string;
  #number = 0;

  private constructor(root: string) {
    this.#root = root;
  }

  static async start(): Promise<Releases> {
    return new Releases(await mkdtemp(join(tmpdir(), 'samla-changes-')));
  }

  get folder(): string {
    return join(this.#root, String(this.#number));
  }

  async publish(items: Records, at: string, meetings: Records = {}): Promise<Change[]> {
    const previous = this.folder;
    this.#number += 1;
    const { folder } = this;
    await mkdir(folder);
    await writeFile(join(folder, 'items.ndjson'), linesOf(items));
    await writeFile(join(folder, 'meetings.ndjson'), linesOf(meetings));
    async function* differences() {
      yield* compare('item', join(previous, 'items.ndjson'), join(folder, 'items.ndjson'));
      yield* compare('meeting', join(previous, 'meetings.ndjson'), join(folder, 'meetings.ndjson'));
    }
    await writeLog({ previous, folder, at }, differences());
    return this.log();
  }

  log(): Promise<Change[]> {
    return collect(readLog(join(this.folder, 'changes.ndjson')));
  }

  bytes(): Promise<string> {
    return readFile(join(this.folder, 'changes.ndjson'), 'utf8');
  }
}

async function collect<T>(all: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const one of all) found.push(one);
  return found;
}

function recordsOf(records: Records): AnyRecord[] {
  return Object.keys(records)
    .sort()
    .map((id) => ({ id, ...records[id] }));
}

function linesOf(records: Records): string {
  return recordsOf(records)
    .map((record) => `${JSON.stringify(record)}\n`)
    .join('');
}

const night = (number: number) => new Date(Date.UTC(2026, 0, number, 3)).toISOString();
const meeting = (more: Record<string, unknown> = {}) => ({
  community: 'fjordland',
  body: 'ssu',
  localName: 'SSU',
  start: '2026-03-05',
  end: null,
  precision: 'day',
  movedFrom: null,
  sequence: 2,
  title: 'Møte om hemmeligheten',
  ...more,
});

const release = fc.dictionary(
  fc.constantFrom('a-1', 'a-2', 'b-1', 'b-2', 'b-3'),
  fc.record(
    { title: fc.constantFrom('x', 'y', 'z'), place: fc.string({ maxLength: 3 }), sequence: fc.nat(2) },
    { requiredKeys: ['title', 'place'] },
  ),
);

const meetingsOf = (records: Records): Records =>
  Object.fromEntries(Object.entries(records).map(([id, record]) => [id, meeting(record)]));

describe('the log of changes', () => {
  it('A3.7 applied to any earlier release gives the newest one, whatever came and went', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(release, release.map(meetingsOf)), { minLength: 2, maxLength: 5 }),
        async (nights) => {
          const releases = await Releases.start();
          const ends: number[] = [];
          for (const [at, [items, meetings]] of nights.entries())
            ends.push((await releases.publish(items, night(at + 1), meetings)).at(-1)?.seq ?? 0);
          const log = await releases.log();
          const [lastItems, lastMeetings] = nights.at(-1)!;
          for (const [at, [items, meetings]] of nights.entries()) {
            const from = { items: recordsOf(items), meetings: recordsOf(meetings) };
            const later = log.filter(({ seq }) => seq > ends[at]!);
            expect(applyChanges(from, later)).toEqual({
              items: recordsOf(lastItems),
              meetings: recordsOf(lastMeetings),
            });
          }
          expect(log.map(({ seq }) => seq)).toEqual(log.map((_, at) => at + 1));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('names the fields that changed, and writes entries as the schema says', async () => {
    const releases = await Releases.start();
    await releases.publish({ 'a-1': { title: 'Gammel', body: 'tekst' } }, night(1));
    await releases.publish({ 'a-1': { title: 'Ny', body: 'tekst' }, 'a-2': { title: 'To' } }, night(2));
    const lines = (await releases.bytes()).trimEnd().split('\n');
    expect(lines.map((line) => ChangeSchema.parse(JSON.parse(line)))).toEqual([
      { seq: 1, at: night(1), type: 'added', record: 'item', id: 'a-1', fields: [] },
      { seq: 2, at: night(2), type: 'changed', record: 'item', id: 'a-1', fields: ['title'], values: { title: 'Ny' } },
      {
        seq: 3,
        at: night(2),
        type: 'added',
        record: 'item',
        id: 'a-2',
        fields: [],
        values: { id: 'a-2', title: 'To' },
      },
    ]);
  });

  it('is the same to the byte after a night without changes', async () => {
    const releases = await Releases.start();
    await releases.publish({ 'a-1': { title: 'En' } }, night(1));
    await releases.publish({ 'a-1': { title: 'To' } }, night(2));
    const before = await releases.bytes();
    await releases.publish({ 'a-1': { title: 'To' } }, night(900));
    expect(await releases.bytes()).toBe(before);
  });

  it('leaves a tombstone of a withdrawn meeting that calendars can cancel, without its words', async () => {
    const releases = await Releases.start();
    await releases.publish({}, night(1), { 'm-1': meeting() });
    await releases.publish({}, night(2), { 'm-1': meeting({ title: 'Møte om hemmeligheten i går' }) });
    await releases.publish({}, night(3), {});
    const [tombstone] = (await releases.log()).slice(-1);
    expect(tombstone).toMatchObject({ type: 'withdrawn', record: 'meeting', id: 'm-1', fields: [] });
    expect(tombstone?.last).toMatchObject({ body: 'ssu', start: '2026-03-05', sequence: 3 });
    expect(await releases.bytes()).not.toContain('hemmeligheten');
    expect(await withdrawnSequences(releases.folder)).toEqual(new Map([['m-1', 3]]));
    await releases.publish({}, night(4), { 'm-1': meeting({ sequence: 4 }) });
    expect(await withdrawnSequences(releases.folder)).toEqual(new Map());
  });

  it('B4.6 keeps only the id of an item that was taken down, and nothing of a passage that was', async () => {
    const releases = await Releases.start();
    await releases.publish({}, night(1));
    await releases.publish({ 'a-1': { body: 'Fru Hemmelig' }, 'a-2': { body: 'Herr Hemmelig', title: 'T' } }, night(2));
    await releases.publish({ 'a-2': { body: '', title: 'T' } }, night(3));
    expect(await releases.bytes()).not.toContain('Hemmelig');
    expect((await releases.log()).map(({ type, id }) => `${type} ${id}`)).toEqual([
      'added a-1',
      'added a-2',
      'changed a-2',
      'withdrawn a-1',
    ]);
  });

  it('tells an item that is found at another address, and a meeting that has another day, from what went', async () => {
    const releases = await Releases.start();
    const at = (...urls: string[]) => ({ urls });
    await releases.publish({ 'a-1': at('http://x/1') }, night(1), { 'm-1': meeting() });
    const later = { 'm-1': meeting({ start: '2026-03-12', movedFrom: '2026-03-05' }) };
    await releases.publish({ 'a-9': at('http://x/9', 'http://x/1') }, night(2), later);
    const moved = (await releases.log()).filter(({ type }) => type === 'moved');
    expect(moved.map(({ id, to, fields }) => ({ id, to, fields }))).toEqual([
      { id: 'a-1', to: 'a-9', fields: [] },
      { id: 'm-1', to: undefined, fields: ['start', 'movedFrom'] },
    ]);
  });

  it('lets values go after 90 days, and moves old entries to the archive of their year', async () => {
    const releases = await Releases.start();
    await releases.publish({ 'a-1': { title: 'En' } }, night(1));
    await releases.publish({ 'a-1': { title: 'To' } }, night(2));
    await releases.publish({ 'a-1': { title: 'To', body: 'b' } }, night(100));
    expect((await releases.log()).map(({ values }) => values)).toEqual([undefined, undefined, { body: 'b' }]);
    await releases.publish({ 'a-1': { title: 'To', body: 'c' } }, night(403));
    const archived = await collect(readLog(join(releases.folder, 'changes', '2026.ndjson')));
    expect(archived.map(({ seq }) => seq)).toEqual([1, 2]);
    expect((await releases.log()).map(({ seq }) => seq)).toEqual([3, 4]);
    await releases.publish({ 'a-1': { title: 'To', body: 'd' } }, night(900));
    expect(await readdir(join(releases.folder, 'changes'))).toEqual(['2026.ndjson', '2027.ndjson']);
  });

  it('says to start from a whole release where values are gone', async () => {
    const releases = await Releases.start();
    const log = await releases.publish({ 'a-1': { title: 'En' } }, night(1));
    expect(() => applyChanges({ items: [], meetings: [] }, log)).toThrow('entry 1: its values are not kept any more');
  });

  it('never goes back in time or in number, also where the clock of the data or a line of the log is broken', async () => {
    const releases = await Releases.start();
    await releases.publish({ 'a-1': { title: 'En' } }, night(5));
    await rename(join(releases.folder, 'changes.ndjson'), join(releases.folder, 'sound'));
    const sound = await readFile(join(releases.folder, 'sound'), 'utf8');
    await writeFile(join(releases.folder, 'changes.ndjson'), `${sound}{"seq":2,"at`);
    const log = await releases.publish({ 'a-1': { title: 'To' } }, night(3));
    expect(log.map(({ seq, at }) => [seq, at])).toEqual([
      [1, night(5)],
      [2, night(5)],
    ]);
  });

  it('is checked against the records that are published', async () => {
    const releases = await Releases.start();
    await releases.publish({ 'a-1': { title: 'En' }, 'a-2': { title: 'To' } }, night(1));
    await releases.publish({ 'a-1': { title: 'En' } }, night(2));
    const check = async (...items: string[]) =>
      (await checkChanges(releases.folder, { items: new Set(items), meetings: new Set() })).map(
        ({ message }) => message,
      );
    expect(await check('a-1')).toEqual([]);
    expect(await check('a-1', 'a-2')).toEqual(['"a-2" is published, but no entry added it']);
    expect(await check()).toEqual(['"a-1" is not published, but no entry withdrew it']);
    await writeFile(
      join(releases.folder, 'changes.ndjson'),
      `${await releases.bytes()}${(await releases.bytes()).split('\n')[0]}\nx\n`,
    );
    expect((await check('a-1')).slice(0, 2)).toEqual(['seq: 1 stands after 3', 'expected one JSON object']);
  });
});
