import { defineCommand, UsageError } from '../command.ts';
import { option } from '../options.ts';

export const command = defineCommand({
  summary: 'what an address is and what would be gathered from it (comes with the next version)',
  configure: (parser) => parser.argument('<url>').addOption(option.json()),
  run() {
    return Promise.reject(new UsageError('probe is not there yet: it comes with the next version'));
  },
});
