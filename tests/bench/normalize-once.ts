/** Run as a child: normalizes the data folder that `process.argv` names with so many workers, and sends what it took. */
import { join } from 'node:path';
import { normalize } from '../../normalizer/normalize.ts';

/** What normalizing took. */
export interface NormalizeCost {
  read: number;
  items: number;
  seconds: number;
  /** Processor seconds of all threads. */
  cpu: number;
  /** Bytes in memory at most while pages were read, and at all. */
  whileReading: number;
  peak: number;
}

const [dataDir = '', workers = '0'] = process.argv.slice(2);
let [peak, whileReading] = [0, 0];
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
}, 50);
const [started, before] = [performance.now(), process.cpuUsage()];
const { read, items } = await normalize({
  dataDir,
  capturesDir: join(dataDir, 'captures'),
  workers: Number(workers),
  onProgress: () => {
    whileReading = Math.max(whileReading, process.memoryUsage.rss());
  },
});
const seconds = (performance.now() - started) / 1000;
const { user, system } = process.cpuUsage(before);
clearInterval(watch);
const cost: NormalizeCost = { read, items, seconds, cpu: (user + system) / 1e6, whileReading, peak };
process.send?.(cost);
