/**
 * Run as a child with a small heap: gathers what `process.argv` names (data folder, captures folder) and prints what each source came to and
 * the highest resident memory, as one line of JSON.
 */
import { scrape } from '../../scraper/scrape.ts';
import { QUICK } from './gather.ts';

const [dataDir = '', capturesDir = ''] = process.argv.slice(2);
const before = process.memoryUsage().rss;
const { sources } = await scrape({
  dataDir,
  capturesDir,
  allowPrivate: true,
  limits: { ...QUICK, totalMs: 30_000, bodyMs: 10_000 },
});
// maxRSS is the highest so far, in kB.
const peak = process.resourceUsage().maxRSS * 1024;
console.log(
  JSON.stringify({ before, peak, causes: sources.map(({ source, cause, pages }) => [source, cause, pages]) }),
);
