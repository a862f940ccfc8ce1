import { mkdir, mkdtemp, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mendPublished, publish } from '../../normalizer/publish.ts';

const folder = () => mkdtemp(join(tmpdir(), 'samla-publish-'));
const write = (text: string) => async (into: string) => {
  await mkdir(join(into, 'schema'));
  await writeFile(join(into, 'items.ndjson'), text);
  await writeFile(join(into, 'schema', 'item.json'), '{}');
};

describe('publishing', () => {
  it('replaces the whole folder and leaves nothing beside it', async () => {
    const data = await folder();
    await publish(data, write('old\n'));
    await publish(data, async (into) => writeFile(join(into, 'items.ndjson'), 'new\n'));
    expect(await readdir(data)).toEqual(['published']);
    expect(await readdir(join(data, 'published'))).toEqual(['items.ndjson']);
    expect(await readFile(join(data, 'published', 'items.ndjson'), 'utf8')).toBe('new\n');
  });

  it('does not touch a file when all bytes would be the same', async () => {
    const data = await folder();
    await publish(data, write('same\n'));
    const before = await stat(join(data, 'published', 'items.ndjson'));
    await publish(data, write('same\n'));
    const after = await stat(join(data, 'published', 'items.ndjson'));
    expect(after.ino).toBe(before.ino);
  });

  it('keeps what was published when writing fails half-way', async () => {
    const data = await folder();
    await publish(data, write('good\n'));
    const failing = publish(data, async (into) => {
      await writeFile(join(into, 'items.ndjson'), 'half');
      throw new Error('disk full');
    });
    await expect(failing).rejects.toThrow('disk full');
    expect(await readFile(join(data, 'published', 'items.ndjson'), 'utf8')).toBe('good\n');
  });

  it('C1.2 brings the last good data back when a run was killed between the two renames', async () => {
    const data = await folder();
    await publish(data, write('good\n'));
    await rename(join(data, 'published'), join(data, '.published-last'));
    await mendPublished(data);
    expect(await readFile(join(data, 'published', 'items.ndjson'), 'utf8')).toBe('good\n');
  });
});
