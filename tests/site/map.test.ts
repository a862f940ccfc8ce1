import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundledData, readRegistry } from '../../scraper/index.ts';
import { regions } from '../../site/_includes/map.ts';

describe('the map', () => {
  it('has an area for each of the 19 helsefellesskap', async () => {
    const communities = await readRegistry(bundledData());
    expect(Object.keys(regions.paths).sort()).toEqual(communities.map(({ id }) => id).sort());
    for (const path of Object.values(regions.paths)) expect(path.length).toBeGreaterThan(30);
    expect(Object.values(regions.paths).join('').length).toBeLessThan(16_000);
  });

  it('is drawn from the municipalities as they are now: else run site/map/draw-regions.ts', () => {
    const digest = createHash('sha256')
      .update(readFileSync(join(bundledData(), 'municipalities.csv')))
      .digest('hex');
    expect(regions.of).toBe(digest);
  });
});
