import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { defineOutput, type Records } from '../output.ts';
import { communityFolder } from '../per-community.ts';
import { csvLine, EXCEL, STANDARD } from '../published-tables/cells.ts';
import type { Table, Value } from '../published-tables/table.ts';
import { TABLES } from '../published-tables.ts';
import { TextFiles } from '../text-files.ts';

const BOM = '\ufeff';

/**
 * `<table>.csv` as RFC 4180 has it, and `<table>-excel.csv` as Excel opens it in Norway; of items and meetings also one of each for every
 * community. Texts that look like formulas are made harmless.
 */
export default defineOutput({
  async write(records, folder) {
    const files = new TextFiles();
    for (const { id } of records.communities) await mkdir(join(folder, communityFolder(id)), { recursive: true });
    for (const table of TABLES) await writeTable({ table, records, folder, files });
    files.close();
  },
});

interface Sheet {
  table: Table;
  records: Records;
  folder: string;
  files: TextFiles;
}

async function writeTable({ table, records, folder, files }: Sheet): Promise<void> {
  const shown = table.columns.flatMap(({ onlyInDatabases }, at) => (onlyInDatabases ? [] : [at]));
  const header = shown.map((at) => table.columns[at]?.name ?? '');
  const own = isPerCommunity(table) ? records.communities.map(({ id }) => communityFolder(id)) : [];
  const add = (place: string, row: readonly Value[]) => {
    files.add(join(folder, place, `${table.name}.csv`), csvLine(row, STANDARD));
    files.add(join(folder, place, `${table.name}-excel.csv`), csvLine(row, EXCEL));
  };
  for (const place of ['.', ...own]) {
    files.add(join(folder, place, `${table.name}-excel.csv`), BOM);
    add(place, header);
  }
  const community = table.columns.findIndex(({ name }) => name === 'community');
  const places = new Set(own);
  for await (const row of table.rows(records, folder)) {
    const cells = shown.map((at) => row[at] ?? null);
    const place = communityFolder(String(row[community]));
    for (const one of places.has(place) ? ['.', place] : ['.']) add(one, cells);
  }
}

function isPerCommunity({ name }: Table): boolean {
  return name === 'items' || name === 'meetings';
}
