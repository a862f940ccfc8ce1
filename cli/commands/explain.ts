import { defineCommand, EXIT } from '../command.ts';
import { existingFolder, option, text } from '../options.ts';

export const command = defineCommand({
  summary: 'what was made of a gathered address, and why',
  configure: (parser) =>
    parser
      .argument('<url>', 'an address that was gathered')
      .addOption(option.data())
      .addOption(option.captures())
      .addOption(option.json()),
  async run(options, terminal, [argument = '']) {
    const { addressOf } = await import('../registry-place.ts');
    const { explain } = await import('../../normalizer/index.ts');
    const url = addressOf(argument);
    const dataDir = existingFolder(options, 'data', 'communities/');
    const explanation = await explain(url, { dataDir, capturesDir: text(options, 'captures') });
    if (explanation === undefined) {
      terminal.say(`samla: ${url}: expected an address that was gathered, none of the sources in ${dataDir} knows it`);
      return EXIT.failed;
    }
    const { explainLines } = await import('../explain-report.ts');
    if (options['json'] === true) terminal.result(JSON.stringify(explanation, null, 2));
    else for (const { text: line, style } of explainLines(explanation)) terminal.result(line, style);
    return EXIT.ok;
  },
});
