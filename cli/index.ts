/** The command line: arguments -> command -> exit code. */
import { readdir, readFile } from 'node:fs/promises';
import { CommanderError, Command as Parser } from 'commander';
import { type Command, EXIT, type ExitCode, type Terminal, UsageError } from './command.ts';
import { diskSentence } from './disk-sentence.ts';
import { createTerminal } from './terminal.ts';

/** Runs `samla` with the given arguments; never throws for what a person got wrong. */
export async function main(args: string[]): Promise<ExitCode> {
  const stop = stopOnSignals();
  const terminal = createTerminal(stop.signal);
  let code: ExitCode = EXIT.ok;
  try {
    const parser = await createParser(terminal, (exit) => {
      code = exit;
    });
    if (args.length === 0) {
      terminal.say(parser.helpInformation());
      return EXIT.usage;
    }
    await parser.parseAsync(args, { from: 'user' });
    return stop.says(code);
  } catch (error) {
    return stop.says(await explain(error, terminal));
  } finally {
    stop.forget();
  }
}

async function createParser(terminal: Terminal, done: (exit: ExitCode) => void): Promise<Parser> {
  const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  const parser = new Parser('samla')
    .description("Gathers, understands and shows what Norway's 19 helsefellesskap publish")
    .version(version)
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  for (const [name, command] of await loadCommands()) {
    const own = command.configure(parser.command(name).description(command.summary)).exitOverride();
    own.configureOutput({ writeErr: () => undefined });
    own.action(async () => done(await command.run(own.opts(), terminal, own.args)));
  }
  return parser;
}

/** Every file in `commands/`, in the order in which the work is done. */
async function loadCommands(): Promise<[string, Command][]> {
  const folder = new URL('./commands/', import.meta.url);
  const order = [
    'run',
    'rebuild',
    'scrape',
    'merge',
    'normalize',
    'build',
    'serve',
    'check',
    'status',
    'probe',
    'add',
    'demo',
  ];
  const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  const names = (await readdir(folder)).filter((file) => file.endsWith('.ts')).map((file) => file.slice(0, -3));
  names.sort((a, b) => rank(a) - rank(b) || a.localeCompare(b));
  return Promise.all(
    names.map(
      async (name): Promise<[string, Command]> => [
        name,
        ((await import(new URL(`${name}.ts`, folder).href)) as { command: Command }).command,
      ],
    ),
  );
}

async function explain(error: unknown, terminal: Terminal): Promise<ExitCode> {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return EXIT.ok;
    terminal.say(`samla: ${error.message.replace(/^error: /, '').replace(/\s*\n\s*/g, ' ')}; see samla --help`);
    return EXIT.usage;
  }
  // The rooms are loaded by the commands that need them, so that help and wrong flags are answered at once.
  const { isDiskTrouble, RegistryError, UnknownSourceError } = await import('../scraper/index.ts');
  if (error instanceof RegistryError) {
    for (const { file, line, message } of error.problems) terminal.say(`samla: ${file}:${line}: ${message}`);
    return EXIT.usage;
  }
  terminal.say(
    `samla: ${isDiskTrouble(error) ? diskSentence(error) : error instanceof Error ? error.message : String(error)}`,
  );
  if (error instanceof UsageError || error instanceof UnknownSourceError) return EXIT.usage;
  if (process.env['SAMLA_DEBUG'] !== undefined && error instanceof Error) terminal.say(error.stack ?? '');
  return EXIT.failed;
}

/** The first signal asks for an orderly end, the second ends at once. */
function stopOnSignals(): { signal: AbortSignal; says(code: ExitCode): ExitCode; forget(): void } {
  const controller = new AbortController();
  let stopped: ExitCode | undefined;
  const onSignal = (name: NodeJS.Signals) => {
    stopped = name === 'SIGINT' ? EXIT.interrupted : EXIT.terminated;
    if (controller.signal.aborted) process.exit(stopped);
    controller.abort();
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  return {
    signal: controller.signal,
    // What ended well in spite of it, or is ended by signals alone, ended well.
    says: (code) => (stopped !== undefined && (code === EXIT.failed || code === EXIT.partly) ? stopped : code),
    forget: () => void process.off('SIGINT', onSignal).off('SIGTERM', onSignal),
  };
}
