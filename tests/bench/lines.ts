/** What a bench prints: a line for each thing measured, with the target that it must meet where there is one. */

/** One line of the table. */
export interface Line {
  /** What was done, on what. */
  work: string;
  /** Whose figure it is; Samla's or a peer's. */
  who: string;
  measured: string;
  /** How many times as fast Samla is, where that says something. */
  ratio?: string;
  /** What Samla's figure must be; peers have none. */
  target?: string;
  met?: boolean;
}

const HEAD: readonly string[] = ['work', 'who', 'measured', 'Samla against it', 'target', ''];

/** The lines as one table in Markdown, columns in line; a line whose work is that of the one above doesn't repeat it. */
export function tableOf(lines: readonly Line[]): string {
  const rows = lines.map((line, at) => [
    line.work === lines[at - 1]?.work ? '' : line.work,
    line.who,
    line.measured,
    line.ratio ?? '',
    line.target ?? '',
    line.met === undefined ? '' : line.met ? 'met' : 'NOT MET',
  ]);
  const widths = HEAD.map((name, at) => Math.max(name.length, 3, ...rows.map((row) => row[at]?.length ?? 0)));
  const rule = widths.map((width) => '-'.repeat(width));
  return [HEAD, rule, ...rows]
    .map((row) => `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`)
    .join('\n');
}

/** A share in per cent with one decimal. */
export function percent(part: number, of: number): string {
  return of === 0 ? '–' : `${((100 * part) / of).toFixed(1)} %`;
}
