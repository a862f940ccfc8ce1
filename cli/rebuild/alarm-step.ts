/** The step that raises and ends alarms, and the file that remembers them between nights. */
import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readRegistry, readSourceOutcomes, StateError } from '../../scraper/index.ts';
import { EXIT, type ExitCode } from '../command.ts';
import { type Alarms, nextAlarms } from './alarms.ts';
import { githubTracker } from './issue-tracker.ts';
import type { Night } from './night.ts';
import { healthOf, looksOf } from './sick-source.ts';
import { lineOf, tellAlarms } from './tell-alarms.ts';

/** Where alarms are remembered. */
export function alarmsFile(dataDir: string): string {
  return join(dataDir, 'state', 'alarms.json');
}

/** Looks at what the last run made of each source; tells GitHub with `--issues`, the log without. What could not be told counts as a part that failed. */
export async function alarm({ dataDir, options, repository, now, terminal, report }: Night): Promise<ExitCode> {
  const communities = await readRegistry(dataDir);
  const health = healthOf(communities, await readSourceOutcomes(dataDir));
  const known = new Set(
    communities.flatMap(({ sources }) => sources.filter(({ enabled }) => enabled).map(({ id }) => id)),
  );
  const day = now().toISOString().slice(0, 10);
  const before = await readAlarms(dataDir);
  const { alarms, actions } = nextAlarms(before, looksOf(health), { day, known });
  Object.assign(report, { health, actions });
  if (options['issues'] !== true) {
    for (const action of actions) terminal.say(`${lineOf(action)} (--issues would tell GitHub)`);
    await writeAlarms(dataDir, alarms);
    return EXIT.ok;
  }
  const told = await tellAlarms({ before, alarms, actions, health, day }, githubTracker(repository ?? dataDir));
  for (const line of told.lines) terminal.say(line);
  await writeAlarms(dataDir, told.alarms);
  return told.failed > 0 ? EXIT.partly : EXIT.ok;
}

/** What is remembered; throws `StateError` for a file that can't be read. */
export async function readAlarms(dataDir: string): Promise<Alarms> {
  const file = alarmsFile(dataDir);
  if (!existsSync(file)) return {};
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Alarms;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new StateError(`${file}: expected a JSON object of alarms; restore the file or delete it`);
  }
}

async function writeAlarms(dataDir: string, alarms: Alarms): Promise<void> {
  const file = alarmsFile(dataDir);
  await writeFile(`${file}.part`, `${JSON.stringify(alarms, null, 1)}\n`, { flush: true });
  await rename(`${file}.part`, file);
}
