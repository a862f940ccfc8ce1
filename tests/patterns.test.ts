/** C2.11 for every regular expression that stands as a literal in what reads other people's text. In the longer suite: some 700 patterns on many texts. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { patternsBuilt } from './built-patterns.ts';
import { literalPatterns } from './literal-patterns.ts';

const LENGTH = 20_000;
/** What one try may cost: a pattern in line with its text's length stays far below, one in line with its square far above. */
const MOST_MS = 50;
const PIECES = [' ', 'a', '1', '1. ', 'a ', 'Ab ', '-', '(', '[', '.', '\n', '/', '<a ', '"', '1 ', 'møte '];

/** Patterns whose cost grows faster, and what keeps their texts short. */
const SHORT_TEXTS: Record<string, string> = {
  '<[^>]*>': 'titles of an interface',
  '<[^>]*>|\\\\[nrt]': 'titles of an interface',
  '"[^"]*"|\\[[^\\]]*\\]|\\\\.': 'a cell’s number format',
  '\\([^)]*\\)': 'one line of a list',
  '([\\p{L}\\d]+(?:-[\\p{L}\\d]+)*)-$': 'one line of a PDF page',
  '\\s+|[.,;:)]+(?=\\s|$)|\\S+?(?=[.,;:)]*(?:\\s|$))': 'one line of a PDF page',
  '^(.{3,})\\s+[-–—|·»:]+\\s+(.{2,60})$': 'a title',
  '[.!?:\\n•–]\\s*$|^\\s*$': 'three characters',
};
/** Run by hand, with folders of their own. */
const BY_HAND = /language\/(?:gather-text|train|measure)\.ts$/;

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => join(folder, name));
}

function cost(pattern: RegExp, text: string): number {
  const before = process.cpuUsage();
  if (pattern.global) for (const _ of text.matchAll(pattern));
  else if (pattern.sticky) tryEverywhere(pattern, text);
  else pattern.test(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function tryEverywhere(pattern: RegExp, text: string): void {
  for (let at = 0; at < text.length; at += 1) {
    pattern.lastIndex = at;
    pattern.test(text);
  }
}

/** The best of three: what else the machine does must not count. */
function isSlow(pattern: RegExp, piece: string): boolean {
  const text = `${piece.repeat(Math.ceil(LENGTH / piece.length))}\u0002`;
  return [1, 2, 3].every(() => cost(pattern, text) > MOST_MS);
}

const root = join(import.meta.dirname, '..');
const rooms = ['normalizer', 'scraper'];
const files = rooms.flatMap((room) => sources(join(root, room)));
const patterns = files.flatMap((file) =>
  literalPatterns(readFileSync(file, 'utf8')).map((pattern) => ({ file, pattern })),
);

/** A community’s names are made into patterns as well. */
async function loadAll(): Promise<void> {
  for (const file of files) {
    if (/new RegExp\(/.test(readFileSync(file, 'utf8')) && !BY_HAND.test(file)) await import(file);
  }
  const { BodyFinder } = await import('../normalizer/meetings/bodies.ts');
  const { fjordane } = await import('./normalizer/meetings/page-of.ts');
  new BodyFinder(fjordane);
}

function slowOnes(all: readonly { file: string; pattern: RegExp }[]): string[] {
  return all
    .filter(({ pattern }) => !(pattern.source in SHORT_TEXTS))
    .flatMap(({ file, pattern }) =>
      PIECES.filter((piece) => isSlow(pattern, piece)).map(
        (piece) => `${file}: ${pattern} on ${JSON.stringify(piece)}`,
      ),
    );
}

it('a source’s patterns are found, whatever stands round them', () => {
  // The template is put together here, or the linter takes it for one of ours.
  const template = ['`$', "{g.replace(/y/, '/z/')}/w/`"].join('');
  const code = `const a = b / c / d; // no /x/\nf(/[/]\\/'/gu, ${template}, '/v/');`;
  expect(literalPatterns(code).map(String)).toEqual(["/[/]\\/'/gu", '/y/']);
  expect(patterns.length).toBeGreaterThan(500);
});

it('C2.11 no pattern costs more than in line with the length of its text', { timeout: 600_000 }, () => {
  expect(slowOnes(patterns)).toEqual([]);
});

it('C2.11 nor does one that a source builds from words while it is loaded', { timeout: 600_000 }, async () => {
  const built = await patternsBuilt(root, rooms, loadAll);
  expect(built.length).toBeGreaterThan(600);
  expect(built.map(({ file }) => file)).toContain('normalizer/meetings/bodies.ts');
  expect(slowOnes(built)).toEqual([]);
});
