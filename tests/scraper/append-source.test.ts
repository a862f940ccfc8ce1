import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appendSource, entryText, type NewSource } from '../../scraper/append-source.ts';
import { readRegistry } from '../../scraper/read-registry.ts';

const ENTRY: NewSource = {
  id: 'vidda-nyheter',
  url: 'https://www.vidda.example.no/nyheter/?o=øst',
  publishes: ['news', 'meetings'],
  platform: 'helseforetak',
  scope: 'topical',
  include: ['/nyheter/', '/arkiv/'],
};

const HEAD = `# Helsefellesskapet Prøve: said with care.
id: prove
name: {nb: Helsefellesskapet Prøve, nn:   Helsefellesskapet Prøve}   # two forms
region: Helse Nord
trusts: [{name: Prøve HF, organisation: "983974910"}]
municipalities: # numbers of 2024, in quotes
  - "1804" # Bodø
`;
const FIRST = `  # Seen.
  - id: prove-om
    url: https://www.prove.example.no/om/
    publishes: [about]
    scope: community # all of it
`;
const SECOND = `  - id: prove-moter
    url: https://www.prove.example.no/moter/
    publishes: [meetings]
    scope: community
    note: >-
      moved here
      in 2024
`;
const ADDED = `  # Seen.
  - id: vidda-nyheter
    url: https://www.vidda.example.no/nyheter/?o=øst
    publishes: [news, meetings]
    platform: helseforetak
    scope: topical
    include: [/nyheter/, /arkiv/]
`;

async function added(text: string, entry = ENTRY): Promise<{ text: string; line: number; ids: string[]; dir: string }> {
  const dir = await mkdtemp(join(tmpdir(), 'samla-append-'));
  await mkdir(join(dir, 'communities'));
  const file = join(dir, 'communities', 'prove.yaml');
  await writeFile(file, text);
  const { line } = await appendSource(dir, 'prove', entry, 'Seen.');
  const [community] = await readRegistry(dir);
  return { text: await readFile(file, 'utf8'), line, ids: community!.sources.map(({ id }) => id), dir };
}

describe('a source that is added', () => {
  it('stands after a blank line, and not a byte before it has changed', async () => {
    const before = `${HEAD}sources:\n${FIRST}`;
    const { text, line, ids } = await added(before);
    expect(text).toBe(`${before}\n${ADDED}`);
    expect(text.split('\n')[line - 1]).toBe('  - id: vidda-nyheter');
    expect(ids).toEqual(['prove-om', 'vidda-nyheter']);
  });

  it('stands close when the file’s entries do, also after a text of several lines', async () => {
    const before = `${HEAD}sources:\n${FIRST}${SECOND}`;
    expect((await added(before)).text).toBe(`${before}${ADDED}`);
  });

  it('stands before what follows the sources', async () => {
    const tail = '\n# The end of the sources.\naliases: [Prøve]\n';
    const { text, ids } = await added(`${HEAD}sources:\n${FIRST}${tail}`);
    expect(text).toBe(`${HEAD}sources:\n${FIRST}\n${ADDED}${tail}`);
    expect(ids).toHaveLength(2);
  });

  it.each([
    ['an empty list', 'sources: []\n'],
    ['an empty list with a remark', 'sources: [] # none yet\n'],
    ['nothing after the colon', 'sources:\n'],
    ['no key at all', ''],
  ])('is the first where there was %s', async (_, sources) => {
    const { text, ids } = await added(`${HEAD}${sources}`);
    const remark = sources.includes('#') ? ' # none yet' : '';
    expect(text).toBe(`${HEAD}sources:${remark}\n${ADDED}`);
    expect(ids).toEqual(['vidda-nyheter']);
  });

  it('is understood after a list in brackets, whose comments stay', async () => {
    const list = 'sources: [{id: prove-om, url: "https://prove.example.no/om/", publishes: [about], scope: topical}]\n';
    const { text, ids } = await added(`${HEAD}${list}`);
    expect(ids).toEqual(['prove-om', 'vidda-nyheter']);
    for (const remark of ['# Helsefellesskapet Prøve: said with care.', '# two forms', '# Bodø'])
      expect(text).toContain(remark);
    expect(text).toContain('publishes: [news, meetings]');
  });

  it('keeps the line ends of a file from Windows, and a file without a last one', async () => {
    const before = `${HEAD}sources:\n${FIRST}`.trimEnd().replaceAll('\n', '\r\n');
    const { text } = await added(before);
    expect(text).toBe(`${before}\r\n\r\n${ADDED.replaceAll('\n', '\r\n')}`);
  });

  it('keeps the indentation of the others', async () => {
    const flat = `${HEAD}sources:\n${FIRST.replaceAll(/^ {2}/gm, '')}`;
    expect((await added(flat)).text).toBe(`${flat}\n${ADDED.replaceAll(/^ {2}/gm, '')}`);
  });

  it('leaves nothing beside the file, and the file alone when the entry is none', async () => {
    const { dir, text } = await added(`${HEAD}sources:\n${FIRST}`);
    await expect(appendSource(dir, 'prove', { ...ENTRY, id: 'Not An Id' }, 'x')).rejects.toThrow('kebab-case');
    expect(await readdir(join(dir, 'communities'))).toEqual(['prove.yaml']);
    expect(await readFile(join(dir, 'communities', 'prove.yaml'), 'utf8')).toBe(text);
  });

  it('is quoted where YAML would take its words for something else', () => {
    const text = entryText({ ...ENTRY, url: 'https://vidda.example.no/a#: b', include: ['/a, b/', '/[c]/'] });
    expect(text).toContain('url: "https://vidda.example.no/a#: b"');
    expect(text).toContain('include: ["/a, b/", "/[c]/"]');
  });
});
