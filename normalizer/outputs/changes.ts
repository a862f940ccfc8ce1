import { join } from 'node:path';
import { compare } from '../changes/compare.ts';
import { writeLog } from '../changes/log.ts';
import { defineOutput } from '../output.ts';

/**
 * `changes.ndjson`: what became of each record since the release before, one entry a line, numbered; entries of earlier years are in
 * `changes/<year>.ndjson`. Written with the records in one step, so that they can't disagree.
 */
export default defineOutput({
  async write({ previous, lookedAt }, folder) {
    async function* differences() {
      yield* compare('item', join(previous, 'items.ndjson'), join(folder, 'items.ndjson'));
      yield* compare('meeting', join(previous, 'meetings.ndjson'), join(folder, 'meetings.ndjson'));
    }
    await writeLog({ previous, folder, at: lookedAt }, differences());
  },
});
