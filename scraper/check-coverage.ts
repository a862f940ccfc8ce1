/** Whether every community and every municipality is in the registry once. */
import { join } from 'node:path';
import { dataFile } from './folders.ts';
import type { Municipality } from './municipalities.ts';
import type { Community } from './registry.ts';
import type { Problem } from './registry-error.ts';
import type { YamlFile } from './yaml-file.ts';

/** A registry file that was read without a problem. */
export interface SoundFile {
  file: string;
  community: Community;
  lineOf: YamlFile<Community>['lineOf'];
}

/** Norway's helsefellesskap: one for each hospital area since 2020. */
const COMMUNITIES = 19;

/** Norway's municipalities since 1 January 2024. */
const MUNICIPALITIES = 357;

/** What a check of coverage looks at. */
export interface Registry {
  dataDir: string;
  files: readonly SoundFile[];
  municipalities: readonly Municipality[];
}

/** Municipalities that stand twice or are none; when `complete`, also those in another community than the table says, and all that is missing. */
export function checkCoverage(registry: Registry, complete: boolean): Problem[] {
  const { problems, claimed } = claims(registry, complete);
  return complete ? [...problems, ...missing(registry, claimed)] : problems;
}

function claims({ files, municipalities }: Registry, complete: boolean) {
  const problems: Problem[] = [];
  const claimed = new Map<string, string>();
  const known = new Map(municipalities.map((one) => [one.number, one]));
  for (const { file, community, lineOf } of files) {
    for (const [at, number] of community.municipalities.entries()) {
      const line = lineOf(['municipalities', at]);
      const expected = known.get(number);
      const wrong =
        wrongNumber(number, expected, claimed.get(number)) ??
        (complete ? wrongPlace(community.id, expected) : undefined);
      if (wrong) problems.push({ file, line, message: `municipalities[${at}]: ${wrong}` });
      if (!claimed.has(number)) claimed.set(number, `${file}:${line}`);
    }
  }
  return { problems, claimed };
}

function wrongNumber(number: string, known: Municipality | undefined, first: string | undefined): string | undefined {
  if (!known) return `${number} is no municipality of 2024 in municipalities.csv`;
  return first && `${number} ${known.name} stands already at ${first}`;
}

function wrongPlace(community: string, known: Municipality | undefined): string | undefined {
  if (!known || known.community === community) return undefined;
  return `${known.number} ${known.name} belongs to ${known.community} in municipalities.csv`;
}

function missing({ dataDir, files, municipalities }: Registry, claimed: ReadonlyMap<string, string>): Problem[] {
  const folder = join(dataDir, 'communities');
  const table = dataFile(dataDir, 'municipalities.csv');
  const problems: Problem[] = [];
  const say = (file: string, message: string) => problems.push({ file, line: 1, message });
  if (files.length !== COMMUNITIES) say(folder, `expected ${COMMUNITIES} communities, found ${files.length}`);
  if (municipalities.length !== MUNICIPALITIES) {
    say(table, `expected ${MUNICIPALITIES} municipalities, found ${municipalities.length}`);
  }
  for (const { number, name, community } of municipalities) {
    if (!claimed.has(number)) say(join(folder, `${community}.yaml`), `municipalities: ${number} ${name} is missing`);
  }
  return problems;
}
