/** `municipalities.csv`: Norway's municipalities of 2024, each with its community and the rounded centre of its area. */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Problem } from './registry-error.ts';

/** One line of the file. */
export interface Municipality {
  /** Four digits. */
  number: string;
  name: string;
  /** The official name with its parallel names in Sámi or Kven; `null` where it is the same as `name`. */
  officialName: string | null;
  /** The id of the helsefellesskap that it belongs to. */
  community: string;
  /** Degrees, WGS 84. */
  lat: number;
  lon: number;
}

const HEADER = ['number', 'name', 'official_name', 'community', 'lat', 'lon'];

/** Reads the file (semicolons, a header line). All problems are returned with their lines; what is right is returned too. */
export function parseMunicipalities(file: string): { municipalities: Municipality[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const municipalities: Municipality[] = [];
  const lines = new Map<string, number>();
  for (const { record, line } of records(file, problems)) {
    const wrong = wrongIn(record) ?? repeated(record[0] ?? '', lines);
    if (wrong) problems.push({ file, line, message: wrong });
    else municipalities.push(asMunicipality(record));
    if (record[0] && !lines.has(record[0])) lines.set(record[0], line);
  }
  municipalities.sort((a, b) => (a.number < b.number ? -1 : 1));
  return { municipalities, problems };
}

function records(file: string, problems: Problem[]): { record: string[]; line: number }[] {
  try {
    const rows = parse(readFileSync(file), { delimiter: ';', bom: true, info: true, skip_empty_lines: true });
    const [header, ...rest] = (rows as unknown as { record: string[]; info: { lines: number } }[]).map(
      ({ record, info }) => ({ record, line: info.lines }),
    );
    if (header?.record.join(';') === HEADER.join(';')) return rest;
    const message = `expected the header ${HEADER.join(';')}; got ${header?.record.join(';') ?? 'nothing'}`;
    problems.push({ file, line: 1, message });
  } catch (error) {
    const { message, lines } = error as Error & { lines?: number };
    problems.push({ file, line: lines ?? 1, message: `can't be read: ${message}` });
  }
  return [];
}

function wrongIn([number = '', name = '', , community = '', lat = '', lon = '']: string[]): string | undefined {
  if (!/^\d{4}$/.test(number)) return `number: expected four digits; got "${number}"`;
  if (name === '') return 'name: expected text; got ""';
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(community)) return `community: expected an id; got "${community}"`;
  if (!within(lat, 57, 82)) return `lat: expected degrees north between 57 and 82; got "${lat}"`;
  if (!within(lon, 4, 32)) return `lon: expected degrees east between 4 and 32; got "${lon}"`;
  return undefined;
}

function within(text: string, least: number, most: number): boolean {
  return /^\d+(\.\d+)?$/.test(text) && Number(text) >= least && Number(text) <= most;
}

function repeated(number: string, lines: ReadonlyMap<string, number>): string | undefined {
  const first = lines.get(number);
  return first === undefined ? undefined : `number: ${number} stands already on line ${first}`;
}

function asMunicipality([number = '', name = '', officialName = '', community = '', lat, lon]: string[]): Municipality {
  return { number, name, officialName: officialName || null, community, lat: Number(lat), lon: Number(lon) };
}
