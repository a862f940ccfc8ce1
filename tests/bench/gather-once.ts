/** Run as a child: gathers what `process.argv` names (data folder, how many pages there are) and sends what it took. */
import { join } from 'node:path';
import { scrape } from '../../scraper/scrape.ts';

const [dataDir = '', pages] = process.argv.slice(2);
const base = process.memoryUsage().rss;
const started = performance.now();
const used = process.cpuUsage();
const { sources } = await scrape({
  dataDir,
  capturesDir: join(dataDir, 'captures'),
  allowPrivate: true,
  limits: { concurrency: 10 },
});
const { user, system } = process.cpuUsage(used);
const stored = sources.reduce((sum, { pages: live }) => sum + live, 0);
if (stored !== Number(pages)) throw new Error(`expected ${pages} pages, got ${stored}`);
// maxRSS is the highest so far, in kB.
const peak = process.resourceUsage().maxRSS * 1024;
const seconds = (performance.now() - started) / 1000;
process.send?.({ seconds, cpu: (user + system) / 1e6, peak, base }, () => process.exit(0));
