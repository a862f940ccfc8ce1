import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';

/** A community file with every key in it; the tests below count on its lines. */
export const FJORDLAND = `id: fjordland
name: {nb: Helsefellesskapet Fjordland, nn: Helsefellesskapet Fjordland}
aliases: [Fjordland helsefellesskap]
region: Helse Vest
trusts:
  - {name: Helse Fjordland HF, organisation: "983974694"}
municipalities:
  - "1106" # Haugesund
  - "1134"
committees:
  - {body: partnerskapsmote, names: [Partnarskapsmøte, Partnerskapsmøte], expected: {perYear: 1, quietMonths: [7]}}
  - {body: ssu, names: [SSU]}
sources:
  - id: fjordland-nyheiter
    url: https://www.fjordland.example.no/nyheiter/
    publishes: [news]
    platform: helseforetak
    scope: topical
    render: http
    start:
      - https://www.fjordland.example.no/nyheiter/eldre/
    include: [/nyheiter/]
    exclude: [/nyheiter/jobb/]
    maxPages: 200
    delaySeconds: 2
    enabled: true
    expects: {minItems: 10, newestWithinDays: 120, quietMonths: [7]}
    note: flytta hit i 2024
  - id: fjordland-om
    url: https://www.fjordland.example.no/om/
    publishes: [about]
    scope: community
`;

const folders: string[] = [];

/** A data folder that goes when the test ends, with these files in it (paths inside the folder). */
export function aDataFolder(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), 'samla-registry-'));
  folders.push(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});
