import { describe, expect, it } from 'vitest';
import { didYouMean } from '../../../scraper/did-you-mean.ts';
import { bundledData } from '../../../scraper/folders.ts';
import { readMunicipalities, readRegistry, readSite } from '../../../scraper/read-registry.ts';
import { RegistryError } from '../../../scraper/registry-error.ts';
import { aDataFolder, FJORDLAND } from './a-registry.ts';

describe('reading the registry', () => {
  it('fills in what a source leaves out', async () => {
    const folder = aDataFolder({ 'communities/fjordland.yaml': FJORDLAND });
    const [community] = await readRegistry(folder);
    expect(community?.sources[1]).toEqual({
      id: 'fjordland-om',
      url: 'https://www.fjordland.example.no/om/',
      publishes: ['about'],
      scope: 'community',
      render: 'http',
      start: [],
      exclude: [],
      maxPages: 500,
      delaySeconds: 1,
      enabled: true,
    });
  });

  it('gives the communities by id, whatever else lies in the folder', async () => {
    const folder = aDataFolder({
      'communities/vidda.yaml': FJORDLAND.replaceAll('fjordland', 'vidda'),
      'communities/fjordland.yaml': FJORDLAND,
      'communities/.fjordland.yaml.swp': 'ikke yaml: [',
      'communities/README.md': '# Les meg\n',
    });
    expect((await readRegistry(folder)).map(({ id }) => id)).toEqual(['fjordland', 'vidda']);
  });

  it('reads the 19 communities that come with the project', async () => {
    const communities = await readRegistry(bundledData());
    expect(communities).toHaveLength(19);
    expect(communities.flatMap(({ municipalities }) => municipalities)).toHaveLength(357);
  });

  it('switches every unverified address of the project off and says why', async () => {
    const sources = (await readRegistry(bundledData())).flatMap((community) => community.sources);
    const off = sources.filter(({ enabled }) => !enabled);
    expect(off.length).toBeGreaterThan(0);
    for (const { note } of off) expect(note).toMatch(/^unverified/);
    for (const { enabled, note } of sources) if (note?.startsWith('unverified')) expect(enabled).toBe(false);
  });
});

describe('reading the municipalities', () => {
  const header = 'number;name;official_name;community;lat;lon\n';

  it('falls back on the project’s own table of 357', async () => {
    const municipalities = await readMunicipalities(aDataFolder({ 'communities/x.yaml': '' }));
    expect(municipalities).toHaveLength(357);
    expect(municipalities.find(({ number }) => number === '5610')).toEqual({
      number: '5610',
      name: 'Karasjok',
      officialName: 'Kárášjohka - Karasjok',
      community: 'finnmark',
      lat: expect.closeTo(69.3, 0),
      lon: expect.closeTo(25.3, 0),
    });
  });

  it('reads a table of the folder’s own, with or without byte order mark, and sorts it', async () => {
    const rows =
      '\uFEFFnumber;name;official_name;community;lat;lon\r\n1134;Suldal;;fonna;59.5;6.5\r\n1106;Haugesund;;fonna;59.4;5.3\r\n';
    const municipalities = await readMunicipalities(aDataFolder({ 'municipalities.csv': rows }));
    expect(municipalities.map(({ number, officialName }) => [number, officialName])).toEqual([
      ['1106', null],
      ['1134', null],
    ]);
  });

  it.each([
    [
      'a number of five digits',
      `${header}11060;Haugesund;;fonna;59.4;5.3\n`,
      '2: number: expected four digits; got "11060"',
    ],
    [
      'a number that stands twice',
      `${header}1106;A;;fonna;59;5\n1106;B;;fonna;59;5\n`,
      '3: number: 1106 stands already on line 2',
    ],
    [
      'degrees with a comma',
      `${header}1106;A;;fonna;59,4;5.3\n`,
      '2: lat: expected degrees north between 57 and 82; got "59,4"',
    ],
    [
      'degrees that were swapped',
      `${header}1106;A;;fonna;5.3;59.4\n`,
      '2: lat: expected degrees north between 57 and 82; got "5.3"',
    ],
    [
      'a community that is no id',
      `${header}1106;A;;Helse Fonna;59;5\n`,
      '2: community: expected an id; got "Helse Fonna"',
    ],
    [
      'another header',
      'nummer;navn\n1106;A\n',
      '1: expected the header number;name;official_name;community;lat;lon; got nummer;navn',
    ],
    ['nothing at all', '', '1: expected the header number;name;official_name;community;lat;lon; got nothing'],
  ])('names the line of %s', async (_, text, expected) => {
    const folder = aDataFolder({ 'municipalities.csv': text });
    await expect(readMunicipalities(folder)).rejects.toThrow(`${folder}/municipalities.csv:${expected}`);
  });
});

describe('reading the site’s settings', () => {
  const site = `title: {nb: Prøve, nn: Prøve}
baseUrl: https://samla.example.no
operator: {name: Etaten, organisation: null, contact: https://samla.example.no/om/}
crawler: {contact: https://samla.example.no/robot/}
`;

  it('publishes whole texts and is no sample unless told otherwise', async () => {
    const settings = await readSite(aDataFolder({ 'site.yaml': site }));
    expect(settings).toMatchObject({ publish: { body: 'full' }, sample: false, operator: { organisation: null } });
  });

  it('falls back on the project’s own', async () => {
    expect(await readSite(aDataFolder({}))).toEqual(await readSite(bundledData()));
  });

  it('names file and line of a setting that is wrong', async () => {
    const folder = aDataFolder({ 'site.yaml': `${site}publish: {body: exerpt}\n` });
    const expected = `${folder}/site.yaml:5: publish.body: expected one of full, excerpt; got "exerpt" – did you mean "excerpt"?`;
    await expect(readSite(folder)).rejects.toThrow(new RegistryError([{ ...split(expected) }]));
  });

  function split(line: string) {
    const [, file = '', number = '', message = ''] = /^(.*?):(\d+): (.*)$/.exec(line) ?? [];
    return { file, line: Number(number), message };
  }
});

describe('guessing what was meant', () => {
  it.each([
    ['topcial', ['community', 'topical'], 'topical'],
    ['COMMUNITY', ['community', 'topical'], 'community'],
    ['comm', ['community', 'topical'], 'community'],
    ['delayseconds', ['delaySeconds', 'maxPages'], 'delaySeconds'],
    ['delay', ['delaySeconds', 'maxPages'], 'delaySeconds'],
    ['x', ['community', 'topical'], undefined],
    ['', ['community'], undefined],
    ['anything', [], undefined],
  ])('takes "%s" of %j for %s', (word, options, expected) => {
    expect(didYouMean(word, options)).toBe(expected);
  });
});
