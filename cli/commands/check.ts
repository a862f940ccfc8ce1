import { resolve } from 'node:path';
import { defineCommand, EXIT } from '../command.ts';
import { existingFolder, option } from '../options.ts';

export const command = defineCommand({
  summary: 'check registry and published data; lists what is wrong',
  configure: (parser) => parser.addOption(option.data()),
  async run(options, terminal) {
    const { bundledData, checkRegistry } = await import('../../scraper/index.ts');
    const { checkByHand, checkPublished } = await import('../../normalizer/index.ts');
    const dataDir = existingFolder(options, 'data', 'communities/');
    const complete = resolve(dataDir) === resolve(bundledData());
    const problems = [
      ...(await checkRegistry(dataDir, { complete })),
      ...checkByHand(dataDir),
      ...(await checkPublished(dataDir)),
    ];
    for (const { file, line, message } of problems) terminal.result(`${file}:${line}: ${message}`);
    terminal.say(problems.length === 0 ? 'all right' : `${problems.length} problems`);
    return problems.length === 0 ? EXIT.ok : EXIT.failed;
  },
});
