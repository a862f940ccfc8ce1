/** Pages of templates that no rule was written for: each folder of fixtures/pages has a page and what must be read from it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fieldsOf, readMarkup } from './read.ts';

interface Expected {
  title: string;
  lead: string | null;
  includes: string[];
  excludes: string[];
  attachments?: string[];
}

const folder = join(import.meta.dirname, '../../fixtures/pages');

/** Markdown without its escapes and table padding. */
function plain(markdown: string): string {
  return markdown.replaceAll('\\', '').replace(/ +/g, ' ');
}

describe.each(readdirSync(folder))('the template %s', (name) => {
  const expected = JSON.parse(readFileSync(join(folder, name, 'expected.json'), 'utf8')) as Expected;
  const read = async () => fieldsOf(await readMarkup(readFileSync(join(folder, name, 'page.html'))));

  it('gives title and lead as published', async () => {
    const fields = await read();
    expect({ title: fields.title, lead: fields.lead }).toEqual({ title: expected.title, lead: expected.lead });
  });

  it('keeps all content', async () => {
    const body = plain((await read()).body);
    expect(expected.includes.filter((text) => !body.includes(text))).toEqual([]);
  });

  it('loses all chrome', async () => {
    const { title, lead, body } = await read();
    const all = [title, lead, plain(body)].join('\n');
    expect(expected.excludes.filter((text) => all.includes(text))).toEqual([]);
  });

  it('finds the documents that it links to', async () => {
    const urls = (await read()).attachments.map((attachment) => attachment.url);
    expect((expected.attachments ?? []).filter((end) => !urls.some((url) => url.endsWith(end)))).toEqual([]);
  });
});
