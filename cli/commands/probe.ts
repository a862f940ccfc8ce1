import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Option } from 'commander';
import { defineCommand, EXIT } from '../command.ts';
import { existingFolder, option } from '../options.ts';

export const command = defineCommand({
  summary: 'what an address is, and what would be gathered and published from it',
  configure: (parser) =>
    parser
      .argument('<url>')
      .addOption(option.data())
      .addOption(new Option('--community <id>', 'whose it is; found by its site when left out'))
      .addOption(option.allowPrivate())
      .addOption(option.json()),
  async run(options, terminal, [argument]) {
    const { bundledData, readRegistry } = await import('../../scraper/index.ts');
    const { addressOf, communityNamed } = await import('../registry-place.ts');
    const url = addressOf(argument);
    // An address can be looked at from anywhere; only a folder that was named must be there.
    const isHere = options['data'] !== 'data' || existsSync(join('data', 'communities'));
    const dataDir = isHere ? existingFolder(options, 'data', 'communities/') : bundledData();
    const communities = await readRegistry(dataDir);
    const { community: id } = options;
    const community = typeof id === 'string' ? communityNamed(id, communities) : undefined;
    const allowPrivate = options['allowPrivate'] === true;
    const { probeJson, probeLines } = await import('../probe-report.ts');
    const { tryAddress, UnreadableError } = await import('../trial.ts');
    try {
      const trial = await tryAddress(
        { url, dataDir, communities, allowPrivate, ...(community && { community }) },
        terminal,
      );
      if (options['json'] === true) terminal.result(JSON.stringify(probeJson(trial), null, 2));
      else for (const { text, style } of probeLines(trial, terminal.width)) terminal.result(text, style);
      return EXIT.ok;
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      terminal.say(`samla: ${error.message}`);
      return EXIT.failed;
    }
  },
});
