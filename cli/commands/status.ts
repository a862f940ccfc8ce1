import type { SourceOutcome } from '../../scraper/index.ts';
import { defineCommand, EXIT } from '../command.ts';
import { existingFolder, option } from '../options.ts';

export const command = defineCommand({
  summary: 'the health of every source',
  configure: (parser) => parser.addOption(option.data()).addOption(option.json()),
  async run(options, terminal) {
    const { readRegistry, readSourceOutcomes } = await import('../../scraper/index.ts');
    const dataDir = existingFolder(options, 'data', 'communities/');
    const outcomes = new Map((await readSourceOutcomes(dataDir)).map((outcome) => [outcome.source, outcome]));
    const rows = (await readRegistry(dataDir)).flatMap((community) =>
      community.sources.map((source) => ({ community: community.id, source, outcome: outcomes.get(source.id) })),
    );
    if (options['json'] === true) {
      const known = rows.map(
        ({ community, source, outcome }) => outcome ?? { source: source.id, community, state: null },
      );
      terminal.result(JSON.stringify(known, null, 2));
      return EXIT.ok;
    }
    const table = rows.map(({ community, source, outcome }) => row(community, source.id, outcome));
    for (const line of columns([['community', 'source', 'state', 'since', 'last good', 'pages', 'what'], ...table]))
      terminal.result(line);
    return EXIT.ok;
  },
});

function row(community: string, source: string, outcome: SourceOutcome | undefined): string[] {
  if (outcome === undefined) return [community, source, 'never run', '', '', '', ''];
  const { state, since, lastSuccess, pages, message, cause } = outcome;
  return [
    community,
    source,
    state,
    since.slice(0, 10),
    lastSuccess?.slice(0, 10) ?? 'never',
    String(pages),
    message ?? cause ?? '',
  ];
}

/** Columns as wide as their widest cell, two spaces between. */
function columns(rows: string[][]): string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0))) ?? [];
  return rows.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
