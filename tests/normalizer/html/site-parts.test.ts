/** What systems set round a text goes, what only looks like it stays, whether a site marks its landmarks or builds of boxes. */
import { describe, expect, it } from 'vitest';
import { chromeParts } from './chrome-parts.ts';
import { contentParts } from './content-parts.ts';
import { fieldsOf, readMarkup } from './read.ts';
import { frames, KEPT, pageWith, type SitePart } from './site-parts.ts';

async function readPart(part: SitePart, frame: string): Promise<string> {
  const { lead, body, attachments } = fieldsOf(await readMarkup(pageWith(part, frame)));
  return `${lead}\n${body}\n${JSON.stringify(attachments)}`;
}

const inFrames = (parts: SitePart[]) =>
  parts.flatMap((part) => Object.keys(frames).map((frame) => ({ name: part.name, frame, part })));

describe('what a site sets round its text goes', () => {
  it.each(inFrames(chromeParts))('$name, in $frame', async ({ part, frame }) => {
    const text = await readPart(part, frame);
    expect(part.goes?.filter((words) => text.includes(words))).toEqual([]);
    expect(KEPT.filter((words) => !text.includes(words))).toEqual([]);
  });
});

describe('what only looks like it stays', () => {
  it.each(inFrames(contentParts))('$name, in $frame', async ({ part, frame }) => {
    const text = await readPart(part, frame);
    expect([...(part.stays ?? []), ...KEPT].filter((words) => !text.includes(words))).toEqual([]);
  });
});
