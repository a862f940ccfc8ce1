/** Issue 4, point 10: pages whose template changes overnight are read as before, or say less, never something else. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../normalizer/charset.ts';
import { fieldsOf, readMarkup } from './read.ts';
import { mutate, mutators } from './template-mutants.ts';

const folder = join(import.meta.dirname, '../../fixtures/pages');
const pages = readdirSync(folder).map((name) => ({
  name,
  markup: decodeText(readFileSync(join(folder, name, 'page.html'))).replace(
    /charset=(["']?)[\w-]+/i,
    'charset=$1utf-8',
  ),
  expected: JSON.parse(readFileSync(join(folder, name, 'expected.json'), 'utf8')) as {
    title: string;
    lead: string | null;
    includes: string[];
    excludes: string[];
  },
}));

/** Words alone: what a level of heading or a kind of list is written as aside. */
function plain(text: string): string {
  return text
    .replaceAll('\\', '')
    .replace(/[#*|_]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

describe.each(Object.entries(mutators))('every template with %s', (_, mutator) => {
  const read = Promise.all(
    pages.map(async ({ name, markup, expected }) => {
      const page = await readMarkup(mutate(markup, mutator));
      const fields = fieldsOf(page);
      return {
        name,
        expected,
        fields,
        flags: page.flags,
        all: plain([fields.title, fields.lead, fields.body].join(' ')),
      };
    }),
  );

  it('keeps its title', async () => {
    const wrong = (await read).filter(({ fields, expected }) => fields.title !== expected.title);
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it('loses no content', async () => {
    const lost = (await read).flatMap(({ name, all, expected }) =>
      expected.includes.filter((text) => !all.includes(plain(text))).map((text) => `${name}: ${text}`),
    );
    expect(lost).toEqual([]);
  });

  it('gives the same lead, or leaves it in the text', async () => {
    const silent = (await read).filter(({ fields, all, expected }) => {
      if (fields.lead === expected.lead) return false;
      return expected.lead === null || !all.includes(plain(expected.lead));
    });
    expect(silent.map(({ name, fields }) => `${name}: ${fields.lead}`)).toEqual([]);
  });

  it('lets in at most three in a hundred pieces of chrome', async () => {
    const of = pages.flatMap(({ expected }) => expected.excludes).length;
    const held = (await read).flatMap(({ all, expected }) =>
      expected.excludes.filter((text) => all.includes(plain(text))),
    );
    expect(held.length / of, held.join(' · ')).toBeLessThan(0.03);
  });
});
