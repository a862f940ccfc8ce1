import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { itemId } from '../../normalizer/identity.ts';
import { normalize } from '../../normalizer/normalize.ts';
import { quarantineReason } from '../../normalizer/quarantine.ts';
import { Takedowns } from '../../normalizer/takedown.ts';
import { RegistryError, scrape } from '../../scraper/index.ts';
import { type MockServer, mockServer } from '../scraper/mock-server.ts';
import { aPage } from './a-page.ts';

/** A number with both check digits right; months from 81 on are the tax administration's synthetic ones, days from 41 on D-numbers. */
function identityNumber(day: string, month: string): string {
  for (let tail = 100; tail < 999; tail += 1) {
    const nine = `${day}${month}90${tail}`;
    const digit = (weights: number[], digits: string) => {
      const rest = 11 - (weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11);
      return rest === 11 ? '0' : rest === 10 ? '' : String(rest);
    };
    const first = digit([3, 7, 6, 1, 8, 9, 4, 5, 2], nine);
    const second = digit([5, 4, 3, 2, 7, 6, 5, 4, 3, 2], nine + first);
    if (first !== '' && second !== '') return nine + first + second;
  }
  throw new Error('no such number');
}

const NUMBER = identityNumber('12', '83');
const folder = mkdtempSync(join(tmpdir(), 'samla-takedown-'));
let server: MockServer;

const shell = (title: string, body: string): string =>
  `<!doctype html><html lang="nb"><title>${title}</title><main><h1>${title}</h1><p>Publisert 03.02.2025</p>${body}</main></html>`;
const TEXT =
  '<p>Kommunene og sykehuset i helsefellesskapet ble enige om hvordan eldre pasienter skal følges opp hjemme.</p>';
const STORY = '<p>Vi fikk høre en historie fra en stue i dalen. Den var lang og sår. Så gikk møtet videre.</p>';

beforeAll(async () => {
  const links = ['enige', 'historien', 'nummeret', 'twin'].map(
    (one) => `<li><a href="/nytt/${one}/">Om ${one} i helsefellesskapet</a> 03.02.2025</li>`,
  );
  server = await mockServer({
    '/nytt/': `<!doctype html><title>Nytt</title><main><h1>Nytt</h1><ul>${links.join('')}</ul></main>`,
    '/nytt/enige/': shell('Helsefellesskapet er enige', TEXT.repeat(3)),
    '/nytt/historien/': shell('Helsefellesskapet lyttet', TEXT + STORY + TEXT),
    '/nytt/nummeret/': shell('Helsefellesskapet delte ut skjema', `${TEXT}<p>Skjemaet gjelder ${NUMBER}.</p>`),
    '/nytt/twin/': shell(
      'Helsefellesskapet i vekst',
      `${TEXT.repeat(2)}<p><a href="/nytt/twin/plan.doc">Plan (Word)</a></p><p><a href="/nytt/twin/bilder.ppt">Presentasjon</a></p>`,
    ),
  });
  mkdirSync(join(folder, 'communities'), { recursive: true });
  writeFileSync(
    join(folder, 'communities', 'prove.yaml'),
    stringify({
      id: 'prove',
      name: { nb: 'Helsefellesskapet Prøve', nn: 'Helsefellesskapet Prøve' },
      region: 'Helse Nord',
      trusts: [{ name: 'Prøve HF', organisation: '983974910' }],
      municipalities: ['1804'],
      sources: [
        {
          id: 'prove-nytt',
          url: `${server.origin}/nytt/`,
          platform: 'generic',
          publishes: ['news'],
          scope: 'community',
          delaySeconds: 0,
        },
      ],
    }),
  );
  await gather();
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const dirs = { dataDir: folder, capturesDir: join(folder, 'captures') };
const gather = () => scrape({ ...dirs, allowPrivate: true });
const takeDown = (removals: object[]) => writeFileSync(join(folder, 'takedown.yaml'), stringify({ removals }));
const everything = (under: string): string =>
  readdirSync(join(folder, under), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
const today = { date: '2026-11-21', reason: 'privacy' };

describe('what was taken down stays down', () => {
  test('B4.6 an item taken down by id is in no published file, and does not come back with the next gathering', async () => {
    takeDown([]);
    await normalize(dirs);
    expect(everything('published')).toContain('Helsefellesskapet er enige');
    takeDown([{ item: itemId('prove', `${server.origin}/nytt/enige/`), ...today }]);
    await normalize(dirs);
    expect(everything('published')).not.toContain('Helsefellesskapet er enige');
    await gather();
    await normalize(dirs);
    expect(everything('published')).not.toContain('Helsefellesskapet er enige');
    expect(everything('published')).toContain('Helsefellesskapet i vekst');
    expect(readFileSync(join(folder, 'state', 'left-out.ndjson'), 'utf8')).toContain(
      'taken down on 2026-11-21 (privacy)',
    );
  });

  test('B4.6 an item whose original is lost is taken down too, though what was published of lost originals stays', async () => {
    takeDown([]);
    await normalize(dirs);
    const lost = { ...dirs, capturesDir: join(folder, 'nothing-here') };
    mkdirSync(lost.capturesDir, { recursive: true });
    await normalize(lost);
    expect(everything('published')).toContain('Helsefellesskapet er enige');
    takeDown([{ address: `${server.origin}/nytt/enige/`, ...today }]);
    await normalize(lost);
    expect(everything('published')).not.toContain('Helsefellesskapet er enige');
  });

  test('B4.6 a passage goes from body and excerpt, and the rest of the item stays', async () => {
    takeDown([
      { address: `${server.origin}/nytt/hist*`, passage: { from: 'Vi fikk høre', to: 'lang og sår.' }, ...today },
    ]);
    await normalize(dirs);
    const published = everything('published');
    expect(published).not.toMatch(/lang og sår|stue i dalen/);
    expect(published).toContain('Så gikk møtet videre');
  });

  test.each([
    ['https://a.example.no/sak/*', 'https://www.a.example.no/sak/12/', true],
    ['https://www.a.example.no/sak', 'http://a.example.no/sak/', true],
    ['https://a.example.no/*/privat/*.pdf', 'https://a.example.no/x/privat/y.pdf', true],
    ['https://a.example.no/sak', 'https://a.example.no/sak/12', false],
    ['https://a.example.no/sak/*', 'https://b.example.no/sak/12', false],
  ])('%s and %s', (address, url, expected) => {
    const takedowns = new Takedowns([{ address, date: '2026-11-21', reason: 'rights' }]);
    expect(takedowns.reasonFor({ community: 'prove', urls: [url] }) !== undefined).toBe(expected);
  });

  test('a removal and a decision that nothing answers to are told of; one that met a page is not', async () => {
    takeDown([
      { address: `${server.origin}/nytt/twin/`, ...today },
      { address: `${server.origin}/nytt/tvin/`, ...today },
    ]);
    const misprint = join(folder, 'decisions.yaml');
    writeFileSync(misprint, stringify({ meetings: [{ join: ['prove-ssu-2025-01-01', 'prove-ssu-2025-01-02'] }] }));
    const told = (await normalize(dirs)).remarks.join('\n');
    rmSync(misprint);
    expect(told).toMatch(/takedown\.yaml: .*\/tvin\/ .*matches no page/);
    expect(told).not.toContain('/twin/');
    expect(told).toContain('decisions.yaml: prove-ssu-2025-01-01 matches nothing');
    takeDown([]);
  });

  test('documents of formats that are not read are linked and counted with their source', async () => {
    takeDown([]);
    await normalize(dirs);
    const [source] = JSON.parse(readFileSync(join(folder, 'published', 'sources.json'), 'utf8')) as {
      unreadDocuments?: number;
    }[];
    expect(source?.unreadDocuments).toBe(2);
  });

  test('a wrong list stops the run with file and line, before anything is published', async () => {
    writeFileSync(
      join(folder, 'takedown.yaml'),
      'removals:\n  - item: prove-abcdefghij\n    date: 2026-11-21\n    reason: angry\n',
    );
    const error = await normalize(dirs).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(RegistryError);
    expect((error as RegistryError).message).toMatch(/takedown\.yaml:4: .*reason/);
    writeFileSync(join(folder, 'takedown.yaml'), 'removals:\n  - date: 2026-11-21\n    reason: law\n');
    await expect(normalize(dirs)).rejects.toThrow(/takedown\.yaml:2: .*either item or address/);
    takeDown([]);
  });
});

describe('national identity numbers', () => {
  test('B4.3 a page that holds one is not published, the alarm is raised and the number stands nowhere but in the original', async () => {
    takeDown([]);
    const { remarks } = await normalize(dirs);
    expect(remarks.join('\n')).toMatch(/\/nytt\/nummeret\/: quarantined \(identity-number\)/);
    for (const text of [everything('published'), everything('state'), remarks.join('\n')])
      expect(text).not.toContain(NUMBER);
    expect(everything('published')).not.toContain('delte ut skjema');
    expect(existsSync(join(folder, 'captures'))).toBe(true);
  });

  test.each([
    ['a fødselsnummer', `Gjelder ${identityNumber('12', '03')} i mai.`, true],
    ['a D-number', `Gjelder ${identityNumber('52', '03')} i mai.`, true],
    ['a synthetic number with a space', `Gjelder ${NUMBER.slice(0, 6)} ${NUMBER.slice(6)} i mai.`, true],
    ['figures after “f.nr.”', 'Pasienten, f.nr. 120390, kom inn.', true],
    ['a patient’s number', 'Journalnr: 4455667 er sendt.', true],
    ['a wrong check digit', `Gjelder ${NUMBER.slice(0, 10)}${(Number(NUMBER[10]) + 1) % 10} i mai.`, false],
    ['a case number', 'Journalnr. 2024/1234 er lagt fram.', false],
    ['an organisation number', 'Prøve HF, org.nr. 983 974 910, eier bygget.', false],
    ['an account number', 'Betal til konto 1234.56.78903 innen fredag.', false],
    ['the word alone', 'Oppgi aldri fødselsnummer i e-post.', false],
  ])('B4.3 %s', async (_, text, expected) => {
    const page = await aPage(`<h1>Møte</h1><p>${text} Kommunene og sykehuset er enige.</p>`);
    const reason = quarantineReason(page);
    expect(reason !== undefined).toBe(expected);
    expect(reason ?? '').not.toMatch(/\d{5}/);
  });
});
