import { InvalidArgumentError, Option } from 'commander';
import { defineCommand, EXIT } from '../command.ts';
import { existingFolder, option } from '../options.ts';

const DAY_MS = 24 * 3600 * 1000;

export const command = defineCommand({
  summary: 'when the last night was worked through; fails when that is too long ago',
  configure: (parser) =>
    parser
      .addOption(option.data())
      .addOption(new Option('--within <days>', 'how old it may be').argParser(days).default(3))
      .addOption(new Option('--push <remote>', 'ask this remote for its heartbeat first')),
  async run(options, terminal) {
    const { lastHeartbeat } = await import('../rebuild/heartbeat.ts');
    const remote = typeof options['push'] === 'string' ? options['push'] : undefined;
    const beat = await lastHeartbeat(existingFolder(options, 'data', 'communities/'), remote);
    if (beat === undefined) {
      terminal.say('no night has been worked through by `samla rebuild` yet');
      return EXIT.ok;
    }
    const age = (Date.now() - Date.parse(beat.at)) / DAY_MS;
    terminal.result(`${beat.at}: ended ${beat.ended}`);
    if (age <= Number(options['within'])) return EXIT.ok;
    terminal.say(
      `expected a night within ${options['within']} days, the last was ${Math.floor(age)} days ago: is the schedule still on?`,
    );
    return EXIT.failed;
  },
});

function days(value: string): number {
  const number = Number(value);
  if (!(number > 0)) throw new InvalidArgumentError('expected a number of days.');
  return number;
}
