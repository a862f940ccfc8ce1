import { InvalidArgumentError, Option } from 'commander';
import { defineCommand } from '../command.ts';
import { option, withGathering } from '../options.ts';

export const command = defineCommand({
  summary: 'one night unattended: scrape, normalize, check, publish the data, build, raise alarms',
  configure: (parser) =>
    withGathering(parser.addOption(option.data()).addOption(option.captures()))
      .addOption(option.out())
      .addOption(option.baseUrl())
      .addOption(new Option('--steps <names>', 'these steps alone, with commas between').argParser(names))
      .addOption(new Option('--push <remote>', 'push the branches of data and heartbeat there'))
      .addOption(new Option('--issues', 'tell of sick sources in GitHub issues, through gh'))
      .addOption(new Option('--accept-losses', 'publish even when much is gone')),
  run: async (options, terminal) => (await import('../rebuild/rebuild.ts')).rebuild(options, terminal),
});

function names(value: string): string[] {
  const wanted = value.split(',').map((name) => name.trim());
  if (wanted.some((name) => !/^[a-z]+$/.test(name)))
    throw new InvalidArgumentError('expected names with commas between.');
  return wanted;
}
