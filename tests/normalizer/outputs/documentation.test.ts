import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, it } from 'vitest';
import { publishedFolder, someRecords } from './published.ts';

const dataFile = (name: string) => readFileSync(new URL(`../../../data/${name}`, import.meta.url), 'utf8');
const blocks = (language: string) =>
  [...dataFile('EXAMPLES.md').matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    ([, code = '']) => code.trim(),
  );

/** A machine with nothing but Node lacks some of the programs that the examples are for; `.ci/run` has them all. */
const PROGRAMS = ['jq', 'sqlite3', 'sha256sum'].filter((program) => isThere(program));

function isThere(program: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

let folder: string;
beforeAll(async () => {
  folder = await publishedFolder(await someRecords());
});

describe('the documentation of the data', () => {
  it.each(blocks('sql').map((sql, at) => [at + 1, sql] as const))(
    'has an example for DuckDB that finds something (%i)',
    async (_at, sql) => {
      const instance = await DuckDBInstance.create(':memory:');
      const connection = await instance.connect();
      try {
        await connection.run(`SET file_search_path = '${folder}'`);
        const result = await connection.runAndReadAll(sql);
        expect(result.getRowsJson().length).toBeGreaterThan(0);
      } finally {
        connection.closeSync();
        instance.closeSync();
      }
    },
  );

  it.each(blocks('sh').filter((line) => PROGRAMS.some((program) => line.startsWith(program))))(
    'has an example for the shell that finds something: %s',
    (line) => {
      expect(execFileSync('sh', ['-euc', line], { cwd: folder, encoding: 'utf8' })).toMatch(/\S/);
    },
  );

  it('has examples for each of the programs that it speaks of', () => {
    expect(blocks('sql').length).toBeGreaterThan(4);
    for (const program of ['jq', 'sqlite3', 'sha256sum'])
      expect(
        blocks('sh').some((line) => line.startsWith(program)),
        program,
      ).toBe(true);
    expect([...blocks('python'), ...blocks('r')]).toHaveLength(2);
  });

  it('names columns in its examples for pandas and R that the files have', () => {
    const header = readFileSync(`${folder}/items.csv`, 'utf8').split('\r\n')[0]?.split(',') ?? [];
    const dates = /parse_dates=\[(.*?)\]/.exec(blocks('python')[0] ?? '')?.[1]?.match(/\w+/g) ?? [];
    expect(dates.length).toBeGreaterThan(3);
    for (const column of [...dates, 'municipalities', 'topics']) expect(header).toContain(column);
  });
});
