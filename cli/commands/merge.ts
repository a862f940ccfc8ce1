import { defineCommand, EXIT, UsageError } from '../command.ts';
import { existingFolder, option, text } from '../options.ts';

export const command = defineCommand({
  summary: 'bring what several machines have gathered into one folder',
  configure: (parser) => parser.argument('<dirs...>').addOption(option.data()).addOption(option.captures()),
  async run(options, terminal, dirs) {
    const { MergeInputError, mergeFolders } = await import('../../scraper/index.ts');
    const dataDir = existingFolder(options, 'data', 'communities/');
    try {
      const merged = await mergeFolders({ dataDir, capturesDir: text(options, 'captures'), from: dirs });
      terminal.say(
        `merged ${dirs.length} folders into ${dataDir}: ${merged.sources} sources, ${merged.originals} files of originals new here`,
      );
      return EXIT.ok;
    } catch (error) {
      if (error instanceof MergeInputError) throw new UsageError(error.message);
      throw error;
    }
  },
});
