import { defineCommand, EXIT } from '../command.ts';
import { existingFolder, option } from '../options.ts';

export const command = defineCommand({
  summary: 'the health of every source',
  configure: (parser) => parser.addOption(option.data()).addOption(option.json()),
  async run(options, terminal) {
    const { readRegistry, readSourceOutcomes } = await import('../../scraper/index.ts');
    const dataDir = existingFolder(options, 'data', 'communities/');
    const outcomes = new Map((await readSourceOutcomes(dataDir)).map((outcome) => [outcome.source, outcome]));
    const communities = await readRegistry(dataDir);
    if (options['json'] === true) {
      const known = communities.flatMap(({ id, sources }) =>
        sources.map((source) => outcomes.get(source.id) ?? { source: source.id, community: id, state: null }),
      );
      terminal.result(JSON.stringify(known, null, 2));
      return EXIT.ok;
    }
    const { statusLines } = await import('../status-report.ts');
    const lines = statusLines({ communities, outcomes, now: new Date(), width: terminal.width });
    for (const { text, style } of lines) terminal.result(text, style);
    return EXIT.ok;
  },
});
