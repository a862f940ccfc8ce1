import { defineCommand } from '../command.ts';
import { option, withGathering } from '../options.ts';
import { runAll } from '../stages.ts';

export const command = defineCommand({
  summary: 'scrape, normalize and build',
  configure: (parser) =>
    withGathering(parser.addOption(option.data()).addOption(option.captures()))
      .addOption(option.out())
      .addOption(option.baseUrl()),
  run: runAll,
});
