import { defineCommand } from '../command.ts';
import { option } from '../options.ts';

export const command = defineCommand({
  summary: 'show: build the site from the published data',
  configure: (parser) => parser.addOption(option.data()).addOption(option.out()).addOption(option.baseUrl()),
  run: async (options, terminal) => (await import('../stages.ts')).show(options, terminal),
});
