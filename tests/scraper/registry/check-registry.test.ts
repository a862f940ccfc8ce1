import { describe, expect, it } from 'vitest';
import { checkRegistry } from '../../../scraper/check-registry.ts';
import { bundledData } from '../../../scraper/folders.ts';
import { problemLine } from '../../../scraper/registry-error.ts';
import { aDataFolder, FJORDLAND } from './a-registry.ts';

const FILE = 'communities/fjordland.yaml';

async function complaints(files: Record<string, string>, complete = false): Promise<string[]> {
  const folder = aDataFolder(files);
  const problems = await checkRegistry(folder, { complete });
  return problems.map((problem) => problemLine(problem).replaceAll(`${folder}/`, ''));
}

describe('checking the registry', () => {
  it('finds nothing wrong with the project’s own data, complete', async () => {
    expect(await checkRegistry(bundledData(), { complete: true })).toEqual([]);
  });

  it('finds nothing wrong with a single good community', async () => {
    expect(await complaints({ [FILE]: FJORDLAND })).toEqual([]);
  });

  it('says what reading says, and never throws for it', async () => {
    expect(await complaints({ 'site.yaml': 'title: Samla\n' })).toEqual([
      'communities:1: expected a folder with one YAML file a community, found none',
      'site.yaml:1: title: expected a mapping (key: value); got "Samla"',
      'site.yaml:1: expected the key "baseUrl"; it is missing',
      'site.yaml:1: expected the key "operator"; it is missing',
      'site.yaml:1: expected the key "crawler"; it is missing',
    ]);
  });

  it.each([
    [
      'an address that is not canonical',
      'https://www.fjordland.example.no/om/',
      'https://WWW.fjordland.example.no:443/om/?utm_source=epost#topp',
      `${FILE}:30: sources[1] (fjordland-om): expected the canonical form https://www.fjordland.example.no/om/; got https://WWW.fjordland.example.no:443/om/?utm_source=epost#topp`,
    ],
    [
      'a public journal, which is never gathered (B4.4)',
      'https://www.fjordland.example.no/nyheiter/eldre/',
      'https://www.fjordland.example.no/nyheiter/postliste/',
      `${FILE}:21: sources[0] (fjordland-nyheiter): https://www.fjordland.example.no/nyheiter/postliste/ is a public journal or access portal, which is never gathered`,
    ],
    [
      'include that leaves the source’s own address outside',
      'include: [/nyheiter/]',
      'include: [/nyheter/]',
      `${FILE}:22: sources[0] (fjordland-nyheiter): include: expected one of these to begin the source's own path /nyheiter/`,
    ],
    [
      'exclude that shuts the source’s own address out',
      'exclude: [/nyheiter/jobb/]',
      'exclude: [/]',
      `${FILE}:23: sources[0] (fjordland-nyheiter): exclude: / shuts out the source's own path /nyheiter/`,
    ],
    [
      'a delay in milliseconds',
      'delaySeconds: 2',
      'delaySeconds: 2000',
      `${FILE}:25: sources[0] (fjordland-nyheiter): delaySeconds: expected seconds, at most 300; got 2000 (milliseconds?)`,
    ],
    [
      'a name that stands for two bodies',
      'names: [SSU]',
      'names: [SSU, partnarskapsmøte]',
      `${FILE}:12: committees[1].names[1]: "partnarskapsmøte" stands already for partnerskapsmote`,
    ],
    [
      'a number that no municipality has',
      '"1134"',
      '"1199"',
      `${FILE}:9: municipalities[1]: 1199 is no municipality of 2024 in municipalities.csv`,
    ],
    [
      'a municipality twice in one file',
      '"1134"',
      '"1106"',
      `${FILE}:9: municipalities[1]: 1106 Haugesund stands already at ${FILE}:8`,
    ],
  ])('names file and line of %s', async (_, good, bad, expected) => {
    expect(FJORDLAND).toContain(good);
    expect(await complaints({ [FILE]: FJORDLAND.replace(good, bad) })).toEqual([expected]);
  });

  it('finds a municipality that two files claim', async () => {
    const vidda = FJORDLAND.replaceAll('fjordland', 'vidda').replace('"1134"', '"1135"');
    expect(await complaints({ [FILE]: FJORDLAND, 'communities/vidda.yaml': vidda })).toEqual([
      `communities/vidda.yaml:8: municipalities[0]: 1106 Haugesund stands already at ${FILE}:8`,
    ]);
  });

  it('demands all communities and municipalities of complete data only', async () => {
    const files = {
      [FILE]: FJORDLAND,
      'municipalities.csv':
        'number;name;official_name;community;lat;lon\n1106;Haugesund;;fjordland;59;5\n1134;Suldal;;vidda;59;6\n1135;Sauda;;vidda;59;6\n',
    };
    expect(await complaints(files)).toEqual([]);
    expect(await complaints(files, true)).toEqual([
      'communities:1: expected 19 communities, found 1',
      `${FILE}:9: municipalities[1]: 1134 Suldal belongs to vidda in municipalities.csv`,
      'communities/vidda.yaml:1: municipalities: 1135 Sauda is missing',
      'municipalities.csv:1: expected 357 municipalities, found 3',
    ]);
  });
});
