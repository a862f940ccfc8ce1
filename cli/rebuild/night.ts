/** Contract: one step of a rebuild. */
import type { ExitCode, Terminal } from '../command.ts';
import type { NightReport } from './summary.ts';

/** What all steps of a night share. */
export interface Night {
  /** The command's options, as the stages take them. */
  options: Record<string, unknown>;
  terminal: Terminal;
  dataDir: string;
  /** The repository that the data folder is in, if any. */
  repository: string | undefined;
  /** Where branches are pushed to, if anywhere. */
  remote: string | undefined;
  /** The names of all steps of this night. */
  steps: readonly string[];
  now(): Date;
  report: NightReport;
}

/** One step. */
export interface Step {
  /** Worked through even when a step before it failed, unless that one is named here. */
  evenAfterFailure?: { unless: readonly string[] };
  /** Left out unless it is asked for by name. */
  onlyWhenNamed?: true;
  /** What has to be done again when it failed, for it took that back. */
  takesBack?: readonly string[];
  /** Throws when it failed; what was published then stays. */
  run(night: Night): Promise<ExitCode>;
}
