/** Options that several commands share, and reading them safely. */
import { existsSync, statSync } from 'node:fs';
import { InvalidArgumentError, Option, type Command as Parser } from 'commander';
import type { Shard } from '../scraper/index.ts';
import { UsageError } from './command.ts';

export const option = {
  data: () => new Option('--data <dir>', 'registry, vocabulary and published data').default('data'),
  captures: () => new Option('--captures <dir>', 'where originals are kept').default('.captures'),
  out: () => new Option('--out <dir>', 'where the site is written').default('_site'),
  baseUrl: () => new Option('--base-url <url>', "the site's own address").argParser(httpAddress),
  port: () =>
    new Option('--port <n>', 'port on 127.0.0.1 (8080 when free); 0 takes any free one').argParser(portNumber),
  allowPrivate: () => new Option('--allow-private', 'private and loopback addresses too'),
  json: () => new Option('--json', 'for scripts'),
};

/** The options of `scrape`, shared with `run`. */
export function withGathering(parser: Parser): Parser {
  return parser
    .addOption(new Option('--only <sources>', 'these sources alone, by id with commas between').argParser(list))
    .addOption(new Option('--shard <i/n>', 'this share of the hosts alone: 2/5 is the second of five').argParser(share))
    .addOption(new Option('--replay <file>', 'a WARC as the network'))
    .addOption(new Option('--full', 'every page that is known, also those that are not due'))
    .addOption(
      new Option('--accept <sources>', 'what these show is right: lets through what was held back').argParser(list),
    )
    .addOption(option.allowPrivate())
    .addOption(new Option('--max-pages <n>', 'at most so many pages a source').argParser(positive));
}

/** A string option; {@link option} gives all of them defaults. */
export function text(options: Record<string, unknown>, name: string): string {
  const value = options[name];
  if (typeof value !== 'string' || value === '') throw new UsageError(`--${name}: expected a value`);
  return value;
}

/** A folder that must be there. Throws a UsageError that says so. */
export function existingFolder(options: Record<string, unknown>, name: string, holds: string): string {
  const folder = text(options, name);
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new UsageError(`--${name} ${folder}: expected a folder that holds ${holds}, found none`);
  return folder;
}

function list(value: string): string[] {
  const ids = value
    .split(',')
    .map((id) => id.trim())
    .filter(Boolean);
  if (ids.length === 0) throw new InvalidArgumentError('expected source ids with commas between.');
  return ids;
}

function share(value: string): Shard {
  const [, index = 0, of = 0] = /^(\d{1,4})\/(\d{1,4})$/.exec(value)?.map(Number) ?? [];
  if (index < 1 || index > of) throw new InvalidArgumentError('expected i/n with i from 1 to n, as 2/5.');
  return { index, of };
}

function positive(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('expected a whole number from 1.');
  return number;
}

function portNumber(value: string): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || number > 65_535) throw new InvalidArgumentError('expected a port from 0 to 65535.');
  return number;
}

function httpAddress(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol))
    throw new InvalidArgumentError('expected an address that begins with https:// or http://.');
  return value;
}
