/** The three stages as commands use them: what is said meanwhile, and which exit code each deserves. */
import { normalize } from '../normalizer/index.ts';
import { type SourceOutcome, scrape } from '../scraper/index.ts';
import { buildSite } from '../site/index.ts';
import { EXIT, type ExitCode, type Terminal } from './command.ts';
import { gatheringProgress } from './gathering-progress.ts';
import { existingFolder, text } from './options.ts';

type Options = Record<string, unknown>;

/** Gathers. A source that failed is named with its cause; the others are done all the same. */
export async function gather(options: Options, terminal: Terminal): Promise<ExitCode> {
  const started = Date.now();
  const report = await scrape({
    dataDir: existingFolder(options, 'data', 'communities/'),
    capturesDir: text(options, 'captures'),
    allowPrivate: options['allowPrivate'] === true,
    signal: terminal.signal,
    ...(Array.isArray(options['only']) && { only: options['only'] as string[] }),
    ...(typeof options['replay'] === 'string' && { replay: options['replay'] }),
    ...(typeof options['maxPages'] === 'number' && { maxPages: options['maxPages'] }),
    onProgress: gatheringProgress(terminal),
  });
  for (const outcome of report.sources) if (isSick(outcome)) terminal.say(sentence(outcome));
  const sum = (pick: (outcome: SourceOutcome) => number) => report.sources.reduce((total, one) => total + pick(one), 0);
  const sick = report.sources.filter(isSick).length;
  terminal.say(
    `gathered ${report.sources.length - sick} of ${report.sources.length} sources in ${seconds(started)}: ` +
      `${sum((one) => one.receipt.requests)} requests, ${sum((one) => one.receipt.notModified)} not modified, ` +
      `${sum((one) => one.receipt.stored)} stored, ${(sum((one) => one.receipt.bytes) / 1e6).toFixed(1)} MB`,
  );
  return sick > 0 ? EXIT.partly : EXIT.ok;
}

/** Understands what was gathered and publishes it. */
export async function understand(options: Options, terminal: Terminal): Promise<ExitCode> {
  const started = Date.now();
  const report = await normalize({
    dataDir: existingFolder(options, 'data', 'communities/'),
    capturesDir: text(options, 'captures'),
    onProgress: ({ source, done, of }) => terminal.progress(`${source}: ${done} of ${of} pages`),
  });
  for (const remark of report.remarks) terminal.say(remark);
  terminal.say(
    `understood ${report.read} pages in ${seconds(started)}: ${report.items} items and ${report.meetings} meetings published, ` +
      `${report.leftOut} pages left out`,
  );
  return EXIT.ok;
}

/** Builds the site from the published files. */
export async function show(options: Options, terminal: Terminal): Promise<ExitCode> {
  const started = Date.now();
  const out = text(options, 'out');
  const { pages } = await buildSite({
    dataDir: existingFolder(options, 'data', 'published/'),
    outDir: out,
    ...(typeof options['baseUrl'] === 'string' && { baseUrl: options['baseUrl'] }),
  });
  terminal.say(`built ${pages} pages in ${seconds(started)}: ${out}`);
  return EXIT.ok;
}

/** All three. Sources that failed don't hold the others back: the code says 3 at the end. */
export async function runAll(options: Options, terminal: Terminal): Promise<ExitCode> {
  const gathered = await gather(options, terminal);
  if (terminal.signal.aborted) throw new Error('stopped; what was gathered so far is kept');
  await understand(options, terminal);
  await show(options, terminal);
  return gathered;
}

function isSick({ state }: SourceOutcome): boolean {
  return !['ok', 'unchanged', 'disabled'].includes(state);
}

function sentence({ source, state, message, cause }: SourceOutcome): string {
  return `${state}: ${message ?? `${source}: ${cause ?? 'for a reason not known'}`}`;
}

function seconds(since: number): string {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}
