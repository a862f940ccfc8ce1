import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Option } from 'commander';
import { defineCommand, EXIT, type ExitCode, type Terminal } from '../command.ts';
import { option } from '../options.ts';
import { serveFolder } from '../serve-folder.ts';
import { untilStopped } from '../until-stopped.ts';

export const command = defineCommand({
  summary: 'the whole pipeline on the bundled sample web',
  configure: (parser) =>
    parser
      .addOption(option.out())
      .addOption(option.port())
      .addOption(new Option('--no-serve', 'end when the site is built')),
  async run(options, terminal) {
    const { ensureChromium } = await import('../../scraper/index.ts');
    await ensureChromium((line) => terminal.say(line));
    const work = await mkdtemp(join(tmpdir(), 'samla-demo-'));
    try {
      const code = await gatherSample({ ...options, data: work, captures: join(work, 'captures') }, terminal);
      if (options['serve'] === false) return code;
      const served = await serveFolder(String(options['out']), options['port'] as number | undefined);
      terminal.result(served.address);
      terminal.say('Ctrl+C stops');
      await untilStopped(terminal.signal);
      await served.close();
      return EXIT.ok;
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  },
});

async function gatherSample(options: Record<string, unknown>, terminal: Terminal): Promise<ExitCode> {
  const { serveSampleWeb } = await import('../sample-web.ts');
  const { runAll } = await import('../stages.ts');
  const web = await serveSampleWeb({ dataDir: String(options['data']) });
  terminal.say(`the sample web: ${Object.keys(web.sites).length} sites on loopback`);
  try {
    return await runAll({ ...options, allowPrivate: true }, terminal);
  } finally {
    await web.close();
  }
}
