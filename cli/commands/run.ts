import { defineCommand } from '../command.ts';
import { option, withGathering } from '../options.ts';

export const command = defineCommand({
  summary: 'scrape, normalize and build',
  configure: (parser) =>
    withGathering(parser.addOption(option.data()).addOption(option.captures()))
      .addOption(option.out())
      .addOption(option.baseUrl()),
  run: async (options, terminal) => (await import('../stages.ts')).runAll(options, terminal),
});
