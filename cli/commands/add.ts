import { defineCommand, UsageError } from '../command.ts';

export const command = defineCommand({
  summary: 'write a source into the registry after a probe (comes with the next version)',
  configure: (parser) => parser.argument('<url>').requiredOption('--community <id>', 'the community it belongs to'),
  run() {
    return Promise.reject(
      new UsageError('add is not there yet: write the source into data/communities/ by hand (see CONTRIBUTING.md)'),
    );
  },
});
