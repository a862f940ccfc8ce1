import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Mention } from '../../normalizer/mention.ts';
import { pageOf, readKnown } from './meetings/page-of.ts';
import { MUTATORS } from './mutants.ts';

const SITES = fileURLToPath(new URL('../../data/sample/sites/', import.meta.url));
const PAGES = fileURLToPath(new URL('../fixtures/pages/', import.meta.url));

interface Original {
  name: string;
  html: string;
}

/** The sample web's pages, filled into their sites' templates. */
function samplePages(): Original[] {
  return readdirSync(SITES).flatMap((site) => {
    const layout = readFileSync(join(SITES, site, 'layout.html'), 'utf8');
    const folder = join(SITES, site, 'pages');
    return readdirSync(folder).map((file) => ({
      name: `${site}/${file}`,
      html: fillIn(layout, readFileSync(join(folder, file), 'utf8')),
    }));
  });
}

function fillIn(layout: string, page: string): string {
  const [, head = '', content = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/u.exec(page) ?? [];
  const values = new Map([...head.matchAll(/^(\w+): "?(.*?)"?$/gmu)].map((hit) => [hit[1] ?? '', hit[2] ?? '']));
  values.set('content', content);
  const kept = layout.replace(/\{\{#(\w+)\}\}([\s\S]*?)\{\{\/\1\}\}/gu, (_, name, part) =>
    values.get(name) ? part : '',
  );
  return kept.replace(/\{\{\{?(\w+)\}?\}\}/gu, (_, name) => values.get(name) ?? '');
}

function fixturePages(): Original[] {
  return readdirSync(PAGES)
    .map((name) => ({ name, file: join(PAGES, name, 'page.html') }))
    .filter(({ file }) => existsSync(file))
    .map(({ name, file }) => ({ name, html: readFileSync(file, 'utf8') }));
}

interface Said {
  published: unknown;
  updated: unknown;
  meetings: string[];
  /** Of each body and day what is told besides: status, clock, place and so on. */
  facts: Map<string, Record<string, string | undefined>>;
}

async function read(html: string): Promise<Said> {
  const known = readKnown(await pageOf(html));
  const mentions = (known.meetings?.value as Mention[] | undefined) ?? [];
  const meetings = mentions.map(({ body, start, end, status, movedFrom }) =>
    [body, start, end, status, movedFrom].filter(Boolean).join(' '),
  );
  return {
    published: known.published?.value ?? null,
    updated: known.updated?.value ?? null,
    meetings: meetings.sort(),
    facts: factsOf(mentions),
  };
}

/** Bodies that meet twice a day are left aside: which is which can't be told by the day. */
function factsOf(mentions: readonly Mention[]): Said['facts'] {
  const facts: Said['facts'] = new Map();
  const twice = new Set<string>();
  for (const { body, start, end, status, movedFrom, place, participants } of mentions) {
    const key = `${body} ${start.slice(0, 10)}`;
    if (facts.has(key)) twice.add(key);
    facts.set(key, {
      status,
      movedFrom,
      clock: start.slice(11) || undefined,
      end,
      place: place?.text ?? undefined,
      mode: place?.mode === 'unknown' ? undefined : place?.mode,
      participants: participants && `${participants.count} ${participants.approximate}`,
    });
  }
  for (const key of twice) facts.delete(key);
  return facts;
}

/** Facts that the mutant tells of a meeting otherwise than the original; what it leaves out is no lie. */
function wrongFacts(original: Said, mutant: Said): string[] {
  return [...mutant.facts].flatMap(([key, told]) =>
    Object.entries(told).flatMap(([field, value]) => {
      const was = original.facts.get(key)?.[field];
      return value === undefined || was === undefined || was === value ? [] : [`${key} ${field}: ${value} for ${was}`];
    }),
  );
}

/** How many facts a reading tells, and how many of them another one of the same page tells as well. */
function countFacts(original: Said, mutant: Said): { told: number; kept: number } {
  const all = [...original.facts].flatMap(([key, facts]) =>
    Object.entries(facts).flatMap(([field, value]) => (value === undefined ? [] : [{ key, field, value }])),
  );
  return {
    told: all.length,
    kept: all.filter(({ key, field }) => mutant.facts.get(key)?.[field] !== undefined).length,
  };
}

const readings = new Map<string, Promise<Said>>();

/** What an original says, read once for all mutators. */
function asItStands(html: string): Promise<Said> {
  const known = readings.get(html) ?? read(html);
  readings.set(html, known);
  return known;
}

function saysAnything({ published, updated, meetings }: Said): boolean {
  return published !== null || updated !== null || meetings.length > 0;
}

/** What the mutant says otherwise than the original; a field that is absent says nothing. */
function wrong(original: Said, mutant: Said): string[] {
  const days = (['published', 'updated'] as const).flatMap((field) =>
    mutant[field] === null || mutant[field] === original[field]
      ? []
      : [`${field}: ${mutant[field]} for ${original[field]}`],
  );
  const day = (meeting: string) => meeting.split(' ').slice(0, 2).join(' ').slice(0, 40).replace(/T.*$/u, '');
  const known = new Set(original.meetings.map(day));
  return [...days, ...mutant.meetings.filter((meeting) => !known.has(day(meeting))), ...wrongFacts(original, mutant)];
}

/** Some ninety pages are read twice; milliseconds, for machines that do other things too. */
const SLOW = 120_000;
const originals = [...samplePages(), ...fixturePages()];

/** So few pages are all broken: a third of them would prove nothing. */
const FEW = 20;

/** Every mutator breaks a third of the pages that it changes, each another third; SAMLA_LONG=1 has all of them break all. */
function shareOf(turn: number, mutate: (html: string) => string): Original[] {
  const touched = originals.filter(({ html }) => mutate(html) !== html);
  if (process.env.SAMLA_LONG === '1' || touched.length <= FEW) return touched;
  return touched.filter((_, at) => (at + turn) % 3 === 0);
}

describe('a page that its owner changes is read as before, or says less, never something else', () => {
  test('there are pages to break', { timeout: SLOW }, async () => {
    const said = [];
    for (const { html } of originals) said.push(await asItStands(html));
    expect(said.filter(saysAnything).length).toBeGreaterThan(40);
  });

  test.each(MUTATORS.map(({ name, ...rest }, turn) => [name, { ...rest, turn }] as const))(
    '%s',
    { timeout: SLOW },
    async (_name, { mutate, effect, turn }) => {
      const changed: string[] = [];
      const lost: string[] = [];
      let told = 0;
      const facts = { told: 0, kept: 0 };
      for (const { name, html } of shareOf(turn, mutate)) {
        const before = await asItStands(html);
        const mutant = mutate(html);
        if (!saysAnything(before)) continue;
        const after = await read(mutant);
        changed.push(...wrong(before, after).map((what) => `${name}: ${what}`));
        told += before.meetings.length + (before.published ? 1 : 0);
        const counted = countFacts(before, after);
        facts.told += counted.told;
        facts.kept += counted.kept;
        lost.push(
          ...before.meetings.filter((meeting) => !after.meetings.includes(meeting)).map((what) => `${name}: ${what}`),
        );
        if (effect === 'keeps' && before.published && !after.published) lost.push(`${name}: published`);
      }
      expect(changed).toEqual([]);
      expect(told).toBeGreaterThan(3);
      // A change of the template alone takes next to nothing away.
      expect(lost.length / told, lost.join('\n')).toBeLessThan(
        effect === 'keeps' ? 0.03 : effect === 'loses' ? 0.2 : 1,
      );
      expect(facts.told).toBeGreaterThan(3);
      expect(facts.kept / facts.told).toBeGreaterThan(effect === 'keeps' ? 0.95 : effect === 'loses' ? 0.8 : 0.3);
    },
  );
});
