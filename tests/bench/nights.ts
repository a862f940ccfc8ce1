/** Sixty nights over many pages that never change: what the revisit policy asks for. `node --import tsx tests/bench/nights.ts [pages] [nights]` */
import { manyNights } from '../scraper/nights.ts';

const [pages = 10_000, nights = 60] = process.argv.slice(2).map(Number);
const { bodies, longest } = await manyNights(pages, nights, 500);
const sum = bodies.reduce((total, one) => total + one, 0);
const share = (count: number): string => `${((100 * count) / pages).toFixed(2)} %`;
console.log(
  `${pages} known pages, ${nights} nights: ${share(sum / nights)} a night with a body, at most ${share(Math.max(...bodies))}`,
);
console.log(`the longest that a page went unasked: ${longest} nights`);
