/** One run of normalizing for `normalize.ts`: tells what it took, and sends its seconds to who started it. */
import { normalize } from '../../normalizer/normalize.ts';

const [dataDir = '', capturesDir = '', workers = '0'] = process.argv.slice(2);
let peak = 0;
let whileReading = 0;
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
}, 50);
const [started, before] = [performance.now(), process.cpuUsage()];
const { read, items } = await normalize({
  dataDir,
  capturesDir,
  workers: Number(workers),
  onProgress: () => {
    whileReading = Math.max(whileReading, process.memoryUsage.rss());
  },
});
const seconds = (performance.now() - started) / 1000;
const cpu = process.cpuUsage(before);
clearInterval(watch);
const mb = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;
const rate = `${(read / seconds).toFixed(0)} pages/s, ${((cpu.user + cpu.system) / 1000 / read).toFixed(1)} ms of processor a page`;
console.log(
  `${workers} workers: ${read} read, ${items} published, ${rate}, at most ${mb(whileReading)} while reading, ${mb(peak)} at all`,
);
process.send?.(seconds);
