import { describe, expect, it } from 'vitest';
import { readRegistry } from '../../../scraper/read-registry.ts';
import { aDataFolder, FJORDLAND } from './a-registry.ts';

const FILE = 'communities/fjordland.yaml';

/** Every line that reading these files complains of, with paths inside the data folder. */
async function complaints(files: Record<string, string | Uint8Array>): Promise<string[]> {
  const folder = aDataFolder(files);
  try {
    await readRegistry(folder);
    return [];
  } catch (error) {
    return (error as Error).message.replaceAll(`${folder}/`, '').split('\n');
  }
}

/** What is wrong · what stands in the good file · what stands there instead · the lines that must be said. */
const BROKEN: [string, string, string, string[]][] = [
  [
    'a word that is none of the known ones',
    'scope: topical',
    'scope: topicall',
    [`${FILE}:18: sources[0].scope: expected one of community, topical; got "topicall" – did you mean "topical"?`],
  ],
  [
    'a word that is near to none of the known ones',
    'scope: topical',
    'scope: alt',
    [`${FILE}:18: sources[0].scope: expected one of community, topical; got "alt"`],
  ],
  [
    'a misspelt optional key',
    'maxPages: 200',
    'maxpage: 200',
    [`${FILE}:24: sources[0]: unknown key "maxpage" – did you mean "maxPages"?`],
  ],
  [
    'a misspelt required key, said once and not again as a missing one',
    '    scope: topical\n',
    '    skope: topical\n',
    [`${FILE}:18: sources[0]: unknown key "skope" – did you mean "scope"?`],
  ],
  [
    'a key that is near to none',
    'region: Helse Vest',
    'region: Helse Vest\nowner: staten',
    [
      `${FILE}:5: unknown key "owner"; known keys: id, name, aliases, region, trusts, municipalities, committees, sources`,
    ],
  ],
  [
    'a required key that is missing, at the line of what lacks it',
    '    scope: community\n',
    '',
    [`${FILE}:29: sources[1]: expected the key "scope"; it is missing`],
  ],
  [
    'a key without a value',
    'url: https://www.fjordland.example.no/om/',
    'url:',
    [`${FILE}:30: sources[1].url: expected an address that begins with https:// or http://; got nothing`],
  ],
  [
    'a municipality number without quotes, shown as it stands',
    '"1134"',
    '0301',
    [`${FILE}:9: municipalities[1]: expected text; got 0301 – put it in quotes`],
  ],
  [
    'a municipality number with three digits',
    '"1134"',
    '"134"',
    [`${FILE}:9: municipalities[1]: expected a four-digit municipality number in quotes; got "134"`],
  ],
  [
    'an organisation number whose check digit is wrong',
    '"983974694"',
    '"983974695"',
    [
      `${FILE}:6: trusts[0].organisation: expected an organisation number: nine digits with a valid mod-11 check digit; got "983974695"`,
    ],
  ],
  [
    'an organisation number without quotes',
    '"983974694"',
    '983974694',
    [`${FILE}:6: trusts[0].organisation: expected text; got 983974694 – put it in quotes`],
  ],
  [
    'an address without a scheme',
    'url: https://www.fjordland.example.no/om/',
    'url: www.fjordland.example.no/om/',
    [
      `${FILE}:30: sources[1].url: expected an address that begins with https:// or http://; got "www.fjordland.example.no/om/"`,
    ],
  ],
  [
    'an address of another scheme',
    'https://www.fjordland.example.no/nyheiter/eldre/',
    'ftp://www.fjordland.example.no/nyheiter/',
    [
      `${FILE}:21: sources[0].start[0]: expected an address that begins with https:// or http://; got "ftp://www.fjordland.example.no/nyheiter/"`,
    ],
  ],
  [
    'an id that is not kebab-case',
    'id: fjordland-om',
    'id: Fjordland om',
    [
      `${FILE}:29: sources[1].id: expected kebab-case: lower-case letters a–z, digits and single hyphens; got "Fjordland om"`,
    ],
  ],
  [
    'a path prefix without its slash',
    'include: [/nyheiter/]',
    'include: [nyheiter/]',
    [`${FILE}:22: sources[0].include[0]: expected a path that begins with /; got "nyheiter/"`],
  ],
  [
    'one word where a list belongs',
    'publishes: [about]',
    'publishes: about',
    [`${FILE}:31: sources[1].publishes: expected a list; got "about"`],
  ],
  [
    'an empty list where something must stand',
    'publishes: [about]',
    'publishes: []',
    [`${FILE}:31: sources[1].publishes: expected at least 1 entry; got an empty list`],
  ],
  [
    'a list where one value belongs',
    'region: Helse Vest',
    'region: [Helse Vest, Helse Nord]',
    [`${FILE}:4: region: expected one of Helse Nord, Helse Midt-Norge, Helse Vest, Helse Sør-Øst; got a list`],
  ],
  [
    'a region in ASCII',
    'region: Helse Vest',
    'region: Helse Sor-Ost',
    [
      `${FILE}:4: region: expected one of Helse Nord, Helse Midt-Norge, Helse Vest, Helse Sør-Øst; got "Helse Sor-Ost" – did you mean "Helse Sør-Øst"?`,
    ],
  ],
  [
    'yes for true',
    'enabled: true',
    'enabled: yes',
    [`${FILE}:26: sources[0].enabled: expected true or false; got "yes"`],
  ],
  [
    'half a page',
    'maxPages: 200',
    'maxPages: 0.5',
    [`${FILE}:24: sources[0].maxPages: expected a whole number; got 0.5`],
  ],
  ['no page at all', 'maxPages: 200', 'maxPages: 0', [`${FILE}:24: sources[0].maxPages: expected at least 1; got 0`]],
  [
    'a thirteenth month',
    'newestWithinDays: 120, quietMonths: [7]',
    'newestWithinDays: 120, quietMonths: [13]',
    [`${FILE}:27: sources[0].expects.quietMonths[0]: expected at most 12; got 13`],
  ],
  [
    'a body that nobody knows',
    'body: ssu',
    'body: ssv',
    [
      `${FILE}:12: committees[1].body: expected one of partnerskapsmote, ssu, fsu, lsu, samarbeidsstyre, dialogmote, fellesmote, konferanse, other; got "ssv" – did you mean "ssu"?`,
    ],
  ],
  [
    'a name in one written standard only',
    ', nn: Helsefellesskapet Fjordland}',
    '}',
    [`${FILE}:2: name: expected the key "nn"; it is missing`],
  ],
  [
    'a source that is only a word',
    'sources:\n',
    'sources:\n  - fjordland.example.no\n',
    [`${FILE}:14: sources[0]: expected a mapping (key: value); got "fjordland.example.no"`],
  ],
  [
    'two sources of one id',
    'id: fjordland-om',
    'id: fjordland-nyheiter',
    [`${FILE}:29: sources[1].id: "fjordland-nyheiter" is used already at ${FILE}:14`],
  ],
  [
    'an id that is not the file’s name',
    'id: fjordland\n',
    'id: fjordlandet\n',
    [`${FILE}:1: id: expected the file's name without .yaml; got "fjordlandet" in fjordland.yaml`],
  ],
];

describe('a registry file with one mistake', () => {
  it.each(BROKEN)('names file, line and expectation for %s', async (_, good, bad, expected) => {
    expect(FJORDLAND).toContain(good);
    expect(await complaints({ [FILE]: FJORDLAND.replace(good, bad) })).toEqual(expected);
  });

  it('says every mistake of every file at once, in the order of the lines', async () => {
    const broken = FJORDLAND.replace('region: Helse Vest', 'region: Vest').replace('[about]', '[abuot]');
    const other = FJORDLAND.replaceAll('fjordland', 'vidda').replace('"1134"', '1134');
    expect(await complaints({ [FILE]: broken, 'communities/vidda.yaml': other })).toEqual([
      `${FILE}:4: region: expected one of Helse Nord, Helse Midt-Norge, Helse Vest, Helse Sør-Øst; got "Vest"`,
      `${FILE}:31: sources[1].publishes[0]: expected one of news, meetings, minutes, agreements, plans, about, documents; got "abuot" – did you mean "about"?`,
      'communities/vidda.yaml:9: municipalities[1]: expected text; got 1134 – put it in quotes',
    ]);
  });
});

describe('a registry file that is no YAML', () => {
  it.each([
    ['a tab for indentation', FJORDLAND.replace('  - id: fjordland-om', '\t- id: fjordland-om'), 29],
    ['a bracket that nobody closes', FJORDLAND.replace('[about]', '[about'), 32],
    ['a key twice', FJORDLAND.replace('region:', 'id: annet\nregion:'), 4],
    ['a tag of another program', FJORDLAND.replace('Helse Vest', '!!python/object:os.system Helse Vest'), 4],
  ])('names the line of %s', async (_, text, line) => {
    const [first] = await complaints({ [FILE]: text });
    expect(first).toMatch(new RegExp(`^${FILE}:${line}: is not YAML: \\S`));
  });

  it('refuses aliases that multiply beyond measure', async () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c]\n`;
    expect(await complaints({ [FILE]: bomb })).toEqual([expect.stringMatching(/:1: is not YAML: .*alias/i)]);
  });

  it('says so when the file is empty', async () => {
    expect(await complaints({ [FILE]: '# tom\n' })).toEqual([
      `${FILE}:1: expected a mapping (key: value); got nothing`,
    ]);
  });

  it('says so when the file was saved in another encoding', async () => {
    const latin1 = Buffer.from(FJORDLAND, 'latin1');
    expect(await complaints({ [FILE]: latin1 })).toEqual([
      `${FILE}:1: expected UTF-8, got other bytes – was it saved as ISO-8859-1 or Windows-1252?`,
    ]);
  });
});

describe('a folder without a registry', () => {
  it('gives one clear line when communities/ is missing', async () => {
    expect(await complaints({ 'site.yaml': '' })).toEqual([
      'communities:1: expected a folder with one YAML file a community, found none',
    ]);
  });

  it('gives one clear line when communities/ is empty', async () => {
    expect(await complaints({ 'communities/README.md': '# Tomt\n' })).toEqual([
      'communities:1: expected at least one <community>.yaml, found none',
    ]);
  });

  it('gives one clear line when a file ends in .yml', async () => {
    expect(await complaints({ 'communities/fjordland.yml': FJORDLAND })).toEqual([
      'communities/fjordland.yml:1: id: expected the file\'s name without .yaml; got "fjordland" in fjordland.yml',
    ]);
  });
});
