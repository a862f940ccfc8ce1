import type { Problem } from '../scraper/index.ts';
import { RegistryError } from '../scraper/index.ts';
import { readDecisions } from './decisions.ts';
import { Takedowns } from './takedown.ts';

/** What is wrong in `takedown.yaml` and `decisions.yaml` of a data folder, with file and line; nothing when they are not there. */
export function checkByHand(dataDir: string): Problem[] {
  return [Takedowns.read, readDecisions].flatMap((read) => {
    try {
      read(dataDir);
      return [];
    } catch (error) {
      // What people wrote wrongly is listed with everything else; anything else is our own fault.
      if (error instanceof RegistryError) return [...error.problems];
      throw error;
    }
  });
}
