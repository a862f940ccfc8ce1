/** Run as a child: parses pages for two seconds once it is warm, and sends how many there were. */
import { load } from 'cheerio';
import { realisticPage } from './realistic-pages.ts';

const MS = 2000;
const PAGES = Array.from({ length: 40 }, (_, n) => realisticPage(n));

for (const page of PAGES) load(page);
const started = performance.now();
let count = 0;
for (; performance.now() - started < MS; count += 1) load(PAGES[count % PAGES.length] ?? '');
process.send?.(count);
