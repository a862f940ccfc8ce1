import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { belongs } from '../../normalizer/belongs.ts';
import kind from '../../normalizer/rules/kind.ts';
import municipalities from '../../normalizer/rules/municipalities.ts';
import topics from '../../normalizer/rules/topics.ts';
import { aPage, knownOf } from './a-page.ts';

interface ShortText {
  title: string;
  text: string;
  path?: string;
  format?: string;
  topics?: string[];
  kind?: string;
  municipalities?: string[];
  belongs?: boolean;
}

const all = parse(readFileSync(new URL('../fixtures/short-texts.yaml', import.meta.url), 'utf8')) as ShortText[];

async function read({ title, text, path, format }: ShortText) {
  const paragraphs = text.split('\n\n').map((one) => `<p>${one}</p>`);
  const page = await aPage(`<h1>${title}</h1>${paragraphs.join('')}`, {
    ...(path !== undefined && { url: `https://eksempel.example.no${path}` }),
    ...(format !== undefined && { format }),
  });
  return { page, known: knownOf(page) };
}

/** The texts read otherwise than a careful reader would, as lines that say how; and the number asked about. */
async function misses(field: keyof ShortText, of: (one: ShortText) => Promise<unknown>) {
  const asked = all.filter((one) => one[field] !== undefined);
  const lines: string[] = [];
  for (const one of asked) {
    const found = JSON.stringify(await of(one));
    if (found !== JSON.stringify(one[field])) lines.push(`“${one.title}”: ${found}, not ${JSON.stringify(one[field])}`);
  }
  return { lines, of: asked.length };
}

function expectMost({ lines, of }: { lines: string[]; of: number }): void {
  expect(lines.length, lines.join('\n')).toBeLessThanOrEqual(Math.floor(of * 0.03));
}

describe('short texts as coordinators write them are read as a careful reader would, 97 in 100', () => {
  test('topics', async () => {
    const found = await misses('topics', async (one) => {
      const { page, known } = await read(one);
      const order = one.topics ?? [];
      const value = topics.read(page, known)?.value ?? [];
      return [...value].sort((a, b) => order.indexOf(a) - order.indexOf(b));
    });
    expectMost(found);
  });

  test('kind', async () => {
    expectMost(
      await misses('kind', async (one) => {
        const { page, known } = await read(one);
        return kind.read(page, known)?.value;
      }),
    );
  });

  test('municipalities', async () => {
    expectMost(
      await misses('municipalities', async (one) => municipalities.read((await read(one)).page, {})?.value ?? []),
    );
  });

  test('whether it belongs', async () => {
    expectMost(
      await misses('belongs', async (one) => {
        const { page, known } = await read(one);
        return belongs(page, known).belongs;
      }),
    );
  });
});
