import { defineCommand } from '../command.ts';
import { option, withGathering } from '../options.ts';

export const command = defineCommand({
  summary: 'gather: fetch what is new from every source and keep the originals',
  configure: (parser) => withGathering(parser.addOption(option.data()).addOption(option.captures())),
  run: async (options, terminal) => (await import('../stages.ts')).gather(options, terminal),
});
