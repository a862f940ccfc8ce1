import { Option } from 'commander';
import { defineCommand, EXIT } from '../command.ts';
import { existingFolder, option, text } from '../options.ts';

export const command = defineCommand({
  summary: 'write a source into the registry after a probe',
  configure: (parser) =>
    parser
      .argument('<url>')
      .requiredOption('--community <id>', 'the community it belongs to')
      .addOption(new Option('--id <source>', 'its id; made of host and path when left out'))
      .addOption(option.data())
      .addOption(option.allowPrivate()),
  async run(options, terminal, [argument]) {
    const { appendSource, entryText, readRegistry } = await import('../../scraper/index.ts');
    const { addressOf, communityNamed, refuseId, refuseKnown } = await import('../registry-place.ts');
    const url = addressOf(argument);
    const dataDir = existingFolder(options, 'data', 'communities/');
    const communities = await readRegistry(dataDir);
    const community = communityNamed(text(options, 'community'), communities);
    const { id } = options;
    if (typeof id === 'string') refuseId(id, communities);
    refuseKnown([url], communities);
    const allowPrivate = options['allowPrivate'] === true;
    const { tryAddress, UnreadableError } = await import('../trial.ts');
    try {
      const { probe, pages, suggestion } = await tryAddress(
        { url, dataDir, communities, community, allowPrivate },
        terminal,
      );
      refuseKnown([probe.url], communities);
      const entry = typeof id === 'string' ? { ...suggestion.entry, id } : suggestion.entry;
      const { file, line } = await appendSource(
        dataDir,
        community.id,
        entry,
        'Seen: written by `samla add` after a probe.',
      );
      for (const one of entryText(entry).trimEnd().split('\n')) terminal.result(one);
      const published = pages.filter(({ leftOut }) => leftOut === null).length;
      terminal.say(`written to ${file}:${line}; scope ${entry.scope}: ${suggestion.why}`);
      terminal.say(`${published} of ${pages.length} pages and documents that were read would be published`);
      terminal.say(`next: look at it, then samla scrape --only ${entry.id}`);
      return EXIT.ok;
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      terminal.say(`samla: ${error.message}; nothing was written`);
      return EXIT.failed;
    }
  },
});
