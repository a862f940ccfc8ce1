/** Reads what people write: the communities' files, the municipalities and the site's settings. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { dataFile } from './folders.ts';
import { type Municipality, parseMunicipalities } from './municipalities.ts';
import { type Community, CommunitySchema } from './registry.ts';
import { type Problem, RegistryError } from './registry-error.ts';
import { type SiteSettings, SiteSettingsSchema } from './site-settings.ts';
import { readYamlFile, type YamlFile } from './yaml-file.ts';

/**
 * Every community of `<dataDir>/communities/*.yaml`, sorted by id, with all defaults filled in.
 * Throws a {@link RegistryError} with everything that is wrong in any of the files.
 */
export async function readRegistry(dataDir: string): Promise<Community[]> {
  const files = readCommunityFiles(dataDir);
  const problems = [...files.flatMap((one) => one.problems), ...identityProblems(files)];
  if (problems.length > 0) throw new RegistryError(problems);
  return files.flatMap(({ value }) => value ?? []);
}

/** The communities' files as they were read, sorted by name, for checks that go further. Throws when there are none. */
export function readCommunityFiles(dataDir: string): YamlFile<Community>[] {
  const folder = join(dataDir, 'communities');
  const names = yamlNames(folder);
  if (names.length === 0) {
    throw new RegistryError([{ file: folder, line: 1, message: 'expected at least one <community>.yaml, found none' }]);
  }
  return names.map((name) => readYamlFile(join(folder, name), CommunitySchema));
}

/**
 * The 357 municipalities, sorted by number, of `<dataDir>/municipalities.csv` or the project's own.
 * Throws a {@link RegistryError} that names file and line.
 */
export async function readMunicipalities(dataDir: string): Promise<Municipality[]> {
  const { municipalities, problems } = parseMunicipalities(dataFile(dataDir, 'municipalities.csv'));
  if (problems.length > 0) throw new RegistryError(problems);
  return municipalities;
}

/** `<dataDir>/site.yaml` or the project's own. Throws a {@link RegistryError} that names file and line. */
export async function readSite(dataDir: string): Promise<SiteSettings> {
  const { value, problems } = readYamlFile(dataFile(dataDir, 'site.yaml'), SiteSettingsSchema);
  if (value === undefined) throw new RegistryError(problems);
  return value;
}

function yamlNames(folder: string): string[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new RegistryError([
      { file: folder, line: 1, message: 'expected a folder with one YAML file a community, found none' },
    ]);
  }
  return readdirSync(folder)
    .filter((name) => /^[^.].*\.ya?ml$/.test(name))
    .sort();
}

/** What a single file can't know: that its name is its id, and that no other file has its sources' ids. */
function identityProblems(files: readonly YamlFile<Community>[]): Problem[] {
  const problems: Problem[] = [];
  const seen = new Map<string, string>();
  for (const { file, value, lineOf } of files) {
    if (value && basename(file) !== `${value.id}.yaml`) {
      const message = `id: expected the file's name without .yaml; got "${value.id}" in ${basename(file)}`;
      problems.push({ file, line: lineOf(['id']), message });
    }
    for (const [at, { id }] of value?.sources.entries() ?? []) {
      const line = lineOf(['sources', at, 'id']);
      const first = seen.get(id);
      if (first) problems.push({ file, line, message: `sources[${at}].id: "${id}" is used already at ${first}` });
      else seen.set(id, `${file}:${line}`);
    }
  }
  return problems;
}
