/** What `samla check` says of the registry beyond what reading it already demands. */
import { canonicalAddress } from './address.ts';
import { checkCoverage, type SoundFile } from './check-coverage.ts';
import { isDenied } from './denied.ts';
import { readCommunityFiles, readMunicipalities, readRegistry, readSite } from './read-registry.ts';
import type { Source } from './registry.ts';
import { type Problem, RegistryError } from './registry-error.ts';

/** `complete`: demand all 19 communities and all 357 municipalities, as of the project's own data. */
export interface CheckOptions {
  complete: boolean;
}

/** Everything that is wrong with registry, municipalities and site settings, by file and line. Throws for nothing in them. */
export async function checkRegistry(dataDir: string, { complete }: CheckOptions): Promise<Problem[]> {
  const problems = [
    ...(await problemsOf(() => readRegistry(dataDir))),
    ...(await problemsOf(() => readMunicipalities(dataDir))),
    ...(await problemsOf(() => readSite(dataDir))),
  ];
  const files = soundFiles(dataDir);
  problems.push(...files.flatMap((one) => [...sourceProblems(one), ...committeeProblems(one)]));
  // Counting what is covered makes sense only when every file could be read.
  if (problems.length === 0) {
    const municipalities = await readMunicipalities(dataDir);
    problems.push(...checkCoverage({ dataDir, files, municipalities }, complete));
  }
  return problems.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}

async function problemsOf(read: () => Promise<unknown>): Promise<readonly Problem[]> {
  try {
    await read();
    return [];
  } catch (error) {
    if (error instanceof RegistryError) return error.problems;
    throw error;
  }
}

function soundFiles(dataDir: string): SoundFile[] {
  try {
    return readCommunityFiles(dataDir).flatMap(({ file, value, lineOf }) =>
      value ? [{ file, community: value, lineOf }] : [],
    );
  } catch (error) {
    // A missing folder was said by readRegistry already.
    if (error instanceof RegistryError) return [];
    throw error;
  }
}

function sourceProblems({ file, community, lineOf }: SoundFile): Problem[] {
  return community.sources.flatMap((source, at) => {
    const told = [...addressProblems(source), ...boundProblems(source)];
    return told.map(({ path, message }) => ({
      file,
      line: lineOf(['sources', at, ...path]),
      message: `sources[${at}] (${source.id}): ${message}`,
    }));
  });
}

type Told = { path: (string | number)[]; message: string };

function addressProblems(source: Source): Told[] {
  const all = [
    { path: ['url'], address: source.url },
    ...source.start.map((address, at) => ({ path: ['start', at], address })),
  ];
  return all.flatMap(({ path, address }) => {
    const canonical = canonicalAddress(address);
    if (canonical === undefined) return [{ path, message: `expected an address that can be gathered; got ${address}` }];
    if (canonical !== address) return [{ path, message: `expected the canonical form ${canonical}; got ${address}` }];
    if (isDenied(address))
      return [{ path, message: `${address} is a public journal or access portal, which is never gathered` }];
    return [];
  });
}

function boundProblems(source: Source): Told[] {
  const told: Told[] = [];
  const path = new URL(source.url).pathname;
  if (source.include && !source.include.some((prefix) => path.startsWith(prefix))) {
    told.push({ path: ['include'], message: `include: expected one of these to begin the source's own path ${path}` });
  }
  const shut = source.exclude.find((prefix) => path.startsWith(prefix));
  if (shut) told.push({ path: ['exclude'], message: `exclude: ${shut} shuts out the source's own path ${path}` });
  if (source.delaySeconds > 300) {
    const message = `delaySeconds: expected seconds, at most 300; got ${source.delaySeconds} (milliseconds?)`;
    told.push({ path: ['delaySeconds'], message });
  }
  return told;
}

/** A name must tell which body is meant: not two in one community. */
function committeeProblems({ file, community, lineOf }: SoundFile): Problem[] {
  const problems: Problem[] = [];
  const seen = new Map<string, string>();
  for (const [at, { body, names }] of community.committees.entries()) {
    for (const [place, name] of names.entries()) {
      const first = seen.get(name.toLowerCase());
      const line = lineOf(['committees', at, 'names', place]);
      const message = `committees[${at}].names[${place}]: "${name}" stands already for ${first}`;
      if (first) problems.push({ file, line, message });
      else seen.set(name.toLowerCase(), body);
    }
  }
  return problems;
}
