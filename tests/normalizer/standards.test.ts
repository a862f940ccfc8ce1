/** What STANDARDS asks of understanding, by its numbers, where no other test bears the number. */
import { describe, expect, it, test } from 'vitest';
import { z } from 'zod';
import { excerptOf } from '../../normalizer/excerpt.ts';
import type { Mention } from '../../normalizer/mention.ts';
import { ItemSchema, MeetingSchema } from '../../normalizer/model.ts';
import { readFields } from '../../normalizer/rules.ts';
import { pageOf } from './meetings/page-of.ts';

const read = async (html: string) => readFields(await pageOf(html));
const meetingsIn = async (html: string) => ((await read(html)).meetings?.value ?? []) as Mention[];

describe('A3.5 days are told as the page tells them', () => {
  test('when it was put out, when it was changed and when people met are three days', async () => {
    const known = await read(
      '<h1>Fullt hus på partnerskapsmøtet</h1><p>Partnerskapsmøtet ble holdt 15. februar 2024 i Førde.</p><p>Publisert 21.04.2023</p><p>Sist oppdatert 25.04.2024</p>',
    );
    expect(known.published?.value).toBe('2023-04-21');
    expect(known.updated?.value).toBe('2024-04-25');
    expect(((known.meetings?.value ?? []) as Mention[]).map(({ start }) => start)).toEqual(['2024-02-15']);
  });

  test.each(['Partnerskapsmøtet holdes i mai 2026.', 'Partnarskapsmøtet blir halde i mai 2026.'])(
    'a month is never its first day: %s',
    async (text) => {
      const starts = (await meetingsIn(`<h1>Møte</h1><p>${text}</p>`)).map(({ start }) => start);
      expect(starts.filter((start) => start.startsWith('2026-05-'))).toEqual([]);
    },
  );
});

describe('A9.4 the language is told of each text, with how sure that is', () => {
  test.each([
    ['nb', 'Kommunene og sykehuset skal sammen følge opp pasientene, og de har ikke bestemt hvordan det gjøres.'],
    [
      'nn',
      'Kommunane og sjukehuset skal saman følgje opp pasientane, og dei har ikkje bestemt korleis det vert gjort.',
    ],
  ])('%s', async (language, text) => {
    const { language: found } = await read(`<h1>Oppfølging</h1><p>${text}</p>`);
    expect(found?.value).toBe(language);
    expect(found?.evidence?.text).toMatch(/\d+ %/);
  });

  test('a text that says nothing in any language is not guessed at', async () => {
    expect((await read('<h1>2026</h1><p>12 34 56</p>')).language?.value ?? 'und').toBe('und');
  });
});

test('A9.5 words stand as they were written: misspelt, in either standard and in both', async () => {
  const text = 'Helsefelleskapet i Fjordane er ikkje nytt, og Partnarskapsmøtet vedtok tilskotet sammen med kommunene.';
  const known = await read(`<h1>Helsefelleskap for alle</h1><p>${text}</p>`);
  expect(known.title?.value).toBe('Helsefelleskap for alle');
  expect(`${known.lead?.value ?? ''} ${known.body?.value ?? ''}`).toContain(text);
});

describe('A10.3 bodies are known by their names in both standards', () => {
  it.each([
    ['partnerskapsmote', 'Partnerskapsmøtet', 'Partnarskapsmøtet'],
    ['ssu', 'Strategisk samarbeidsutvalg', 'Strategisk samarbeidsutval'],
    ['fsu', 'Faglig samarbeidsutvalg', 'Fagleg samarbeidsutval'],
    ['lsu', 'Lokalt samarbeidsutvalg', 'Lokalt samarbeidsutval'],
    ['dialogmote', 'Dialogmøtet', 'Dialogmøtet'],
  ])('%s', async (body, bokmål, nynorsk) => {
    for (const name of [bokmål, nynorsk])
      expect(
        (await meetingsIn(`<h1>Nytt</h1><p>${name} møttes 3. mars 2026.</p>`)).map((one) => one.body),
        name,
      ).toEqual([body]);
  });
});

test('B4.1 neither items nor meetings have a field for persons', () => {
  const names = JSON.stringify([z.toJSONSchema(ItemSchema), z.toJSONSchema(MeetingSchema)]).match(/"\w+":/g) ?? [];
  expect(names.length).toBeGreaterThan(40);
  expect(names.filter((name) => /person|navn|namn|speaker|attendee|author/i.test(name))).toEqual([]);
});

test('B4.9 what a machine said of a picture is in no excerpt', async () => {
  const known = await read(
    '<h1>Møte</h1><img src="/a.jpg" alt="En mann med lilla hår som poserer"><p>Utvalget drøftet hvordan kommunene og sykehuset kan dele på ansvaret når pasienter skal hjem.</p>',
  );
  const excerpt = excerptOf((known.lead?.value as string | undefined) ?? null, String(known.body?.value ?? ''));
  expect(excerpt).toContain('Utvalget drøftet');
  expect(excerpt).not.toContain('lilla');
});
