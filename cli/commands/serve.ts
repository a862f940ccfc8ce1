import { defineCommand, EXIT } from '../command.ts';
import { existingFolder, option } from '../options.ts';
import { serveFolder } from '../serve-folder.ts';
import { untilStopped } from '../until-stopped.ts';

export const command = defineCommand({
  summary: 'serve the built site on 127.0.0.1',
  configure: (parser) => parser.addOption(option.out()).addOption(option.port()),
  async run(options, terminal) {
    const served = await serveFolder(
      existingFolder(options, 'out', 'a built site'),
      options['port'] as number | undefined,
    );
    terminal.result(served.address);
    terminal.say('Ctrl+C stops');
    await untilStopped(terminal.signal);
    await served.close();
    return EXIT.ok;
  },
});
