/**
 * Understanding many pages: one thread against two, in time and memory, and whether what is published is the same.
 * `npm run bench:normalize -- [pages]`.
 */
import { tableOf } from './lines.ts';
import { threadLines } from './thread-lines.ts';
import { oneThreadAndTwo } from './threads.ts';

const [pages = 1000] = process.argv.slice(2).map(Number);
console.log(tableOf(threadLines(await oneThreadAndTwo(pages))));
