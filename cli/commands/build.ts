import { defineCommand } from '../command.ts';
import { option } from '../options.ts';
import { show } from '../stages.ts';

export const command = defineCommand({
  summary: 'show: build the site from the published data',
  configure: (parser) => parser.addOption(option.data()).addOption(option.out()).addOption(option.baseUrl()),
  run: show,
});
