import { defineCommand } from '../command.ts';
import { option } from '../options.ts';

export const command = defineCommand({
  summary: 'understand: read the originals and publish items and meetings',
  configure: (parser) => parser.addOption(option.data()).addOption(option.captures()),
  run: async (options, terminal) => (await import('../stages.ts')).understand(options, terminal),
});
