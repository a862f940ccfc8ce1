import { defineCommand } from '../command.ts';
import { option } from '../options.ts';
import { understand } from '../stages.ts';

export const command = defineCommand({
  summary: 'understand: read the originals and publish items and meetings',
  configure: (parser) => parser.addOption(option.data()).addOption(option.captures()),
  run: understand,
});
