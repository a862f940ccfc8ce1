/** The three stages as commands use them: what is said meanwhile, and which exit code each deserves. */
import { normalize } from '../normalizer/index.ts';
import { readRegistry, type Shard, type SourceOutcome, scrape } from '../scraper/index.ts';
import { buildSite } from '../site/index.ts';
import { EXIT, type ExitCode, type Terminal } from './command.ts';
import { freshnessOf } from './freshness.ts';
import { gatheringProgress } from './gathering-progress.ts';
import { existingFolder, text } from './options.ts';
import { receiptLines } from './receipt.ts';
import { isSick } from './source-health.ts';

type Options = Record<string, unknown>;

/** Gathers. A source that failed is named with its cause; the others are done all the same. */
export async function gather(options: Options, terminal: Terminal): Promise<ExitCode> {
  const started = Date.now();
  const dataDir = existingFolder(options, 'data', 'communities/');
  const show = gatheringProgress(terminal);
  const done: SourceOutcome[] = [];
  await scrape({
    dataDir,
    capturesDir: text(options, 'captures'),
    allowPrivate: options['allowPrivate'] === true,
    full: options['full'] === true,
    signal: terminal.signal,
    ...(Array.isArray(options['only']) && { only: options['only'] as string[] }),
    ...(options['shard'] !== undefined && { shard: options['shard'] as Shard }),
    ...(Array.isArray(options['accept']) && { accept: options['accept'] as string[] }),
    ...(typeof options['replay'] === 'string' && { replay: options['replay'] }),
    ...(typeof options['maxPages'] === 'number' && { maxPages: options['maxPages'] }),
    ...(typeof options['now'] === 'function' && { now: options['now'] as () => Date }),
    onProgress(event) {
      if (event.kind === 'source-finished') done.push(event.outcome);
      show(event);
    },
  });
  const sick = done.filter(isSick);
  for (const outcome of sick) terminal.say(sentence(outcome));
  const sources = (await readRegistry(dataDir)).flatMap((community) => community.sources);
  const hosts = new Map(sources.map(({ id, url }) => [id, new URL(url).host]));
  for (const line of receiptLines(done, (source) => hosts.get(source) ?? source)) terminal.say(line);
  const stored = done.reduce((sum, { receipt }) => sum + receipt.stored, 0);
  terminal.say(
    `gathered ${done.length - sick.length} of ${done.length} sources in ${seconds(started)}: ${stored} originals stored`,
  );
  return sick.length > 0 ? EXIT.partly : EXIT.ok;
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
  const dataDir = existingFolder(options, 'data', 'published/');
  const freshness = await freshnessOf(dataDir);
  const { pages } = await buildSite({
    dataDir,
    outDir: out,
    ...(freshness !== undefined && { freshness }),
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

function sentence({ source, state, message, cause }: SourceOutcome): string {
  return `${state}: ${message ?? `${source}: ${cause ?? 'for a reason not known'}`}`;
}

function seconds(since: number): string {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}
