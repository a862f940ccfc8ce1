/** One night: the steps in their order under one lock, going on where a killed night stopped, and never leaving less than there was. */
import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { takeLock } from '../../scraper/index.ts';
import { EXIT, type ExitCode, type Terminal, UsageError } from '../command.ts';
import { existingFolder } from '../options.ts';
import { repositoryOf } from './git.ts';
import { forgetSteps, type Journal, noteStep, openJournal } from './journal.ts';
import type { Night, Step } from './night.ts';
import { STEPS, type StepName } from './steps.ts';
import { summaryOf } from './summary.ts';

/** Works through a night. `now`: for tests. Throws what the first failed step threw, once everything that may still be done is done. */
export async function rebuild(
  options: Record<string, unknown>,
  terminal: Terminal,
  now: () => Date = () => new Date(),
): Promise<ExitCode> {
  const dataDir = existingFolder(options, 'data', 'communities/');
  const steps = chosenSteps(options['steps']);
  await mkdir(join(dataDir, 'state'), { recursive: true });
  const release = await takeLock(dataDir, 'rebuild.lock');
  try {
    const remote = typeof options['push'] === 'string' ? options['push'] : undefined;
    const repository = await repositoryOf(dataDir);
    if (remote !== undefined && repository === undefined)
      throw new UsageError(`--push ${remote}: expected ${dataDir} to be in a git repository`);
    const report = { day: now().toISOString().slice(0, 10), steps: [] };
    const night: Night = { options, terminal, dataDir, repository, remote, steps, now, report };
    return await workThrough(night, steps, await openJournal(dataDir, steps, now()));
  } finally {
    await release();
  }
}

function chosenSteps(wanted: unknown): StepName[] {
  const all = Object.keys(STEPS) as StepName[];
  if (!Array.isArray(wanted)) return all.filter((name) => (STEPS[name] as Step).onlyWhenNamed !== true);
  const unknown = wanted.find((name) => !(name in STEPS));
  if (unknown !== undefined) throw new UsageError(`--steps ${unknown}: expected some of ${all.join(', ')}`);
  return all.filter((name) => wanted.includes(name));
}

async function workThrough(night: Night, steps: readonly StepName[], journal: Journal): Promise<ExitCode> {
  const { terminal, report, dataDir } = night;
  const resumed = steps.filter((name) => journal.done[name] !== undefined);
  if (resumed.length > 0)
    terminal.say(`going on with the night begun at ${journal.began}: ${resumed.join(', ')} done already`);
  let code: ExitCode = EXIT.ok;
  let failure: { step: StepName; error: unknown } | undefined;
  for (const name of steps) {
    const known = journal.done[name];
    if (failure && !isStillDue(STEPS[name], failure.step)) continue;
    try {
      const ended = known ?? (await runStep(name, night));
      if (known === undefined && !failure) await noteStep(dataDir, journal, name, ended);
      report.steps.push({ name, ended: ended === EXIT.partly ? 'partly' : 'well' });
      if (ended === EXIT.partly) code = EXIT.partly;
    } catch (error) {
      terminal.say(`${name} failed; what may still be done is done, what was published before stays`);
      report.steps.push({ name, ended: 'failed' });
      failure ??= { step: name, error };
      await forgetSteps(dataDir, journal, (STEPS[name] as Step).takesBack ?? []);
      report.failure ??= `${name}: ${error instanceof Error ? error.message : String(error)}`;
    }
  }
  await writeSummary(summaryOf(report), terminal);
  if (failure) throw failure.error;
  return code;
}

/** Somebody who stops it wants it stopped, at the end of a step. */
async function runStep(name: StepName, night: Night): Promise<ExitCode> {
  if (night.terminal.signal.aborted) throw new Error('stopped; the next rebuild goes on from here');
  night.terminal.say(`== ${name}`);
  const code = await STEPS[name].run(night);
  if (name === 'scrape' && night.terminal.signal.aborted) throw new Error('stopped; what was gathered so far is kept');
  return code;
}

function isStillDue(step: Step, failed: StepName): boolean {
  return step.evenAfterFailure !== undefined && !step.evenAfterFailure.unless.includes(failed);
}

/** GitHub shows what stands in its file beside the job. */
async function writeSummary(markdown: string, terminal: Terminal): Promise<void> {
  for (const line of markdown.trimEnd().split('\n')) terminal.result(line);
  const file = process.env['GITHUB_STEP_SUMMARY'];
  if (file) await appendFile(file, markdown);
}
