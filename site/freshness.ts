/** How fresh the data are, beyond what the published files say: these stand still while sources bring nothing new. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Moments in UTC: when the sources were last looked at, when any and each of them was last read as expected (null: never). */
export interface Freshness {
  lookedAt: string;
  readAt: string | null;
  lastSuccess: Record<string, string | null>;
}

/** The only file of the site that changes when nothing else does (STANDARDS A3.7); pages ask it before they call their data old. */
export const freshnessFile = 'freshness.json';

/** Writes `/data/freshness.json`. */
export function writeFreshness(outDir: string, freshness: Freshness): void {
  writeFileSync(join(outDir, 'data', freshnessFile), `${JSON.stringify(freshness, undefined, 2)}\n`);
}
