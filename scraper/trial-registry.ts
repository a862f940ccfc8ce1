import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Community, Source } from './registry.ts';

/** Makes a folder's registry one community with one source, so that what was gathered on trial can be understood like everything else. */
export async function writeTrialRegistry(workDir: string, community: Community, source: Source): Promise<void> {
  const folder = join(workDir, 'communities');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${community.id}.yaml`), stringify({ ...community, sources: [source] }));
}
