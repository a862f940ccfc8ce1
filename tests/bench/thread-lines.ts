/** What one thread and two took, as lines of the table. */
import type { Line } from './lines.ts';
import type { NormalizeCost } from './normalize-once.ts';
import type { Threads } from './threads.ts';

/** Two cores must do so much more than one. */
const LEAST_GAIN = 1.7;
const MOST_MB = 400;

/** Pages a second and memory, against what is asked of them, and what the machine would allow at most. */
export function threadLines({ one, two, same, machine }: Threads): Line[] {
  const gain = one.seconds / two.seconds;
  const work = `normalizing ${one.read} pages of 50 kB`;
  return [
    { work, who: 'samla, one thread', measured: speedOf(one) },
    {
      work,
      who: 'samla, a worker beside it',
      measured: `${speedOf(two)}; ${same ? 'the same bytes published' : 'OTHER BYTES PUBLISHED'}`,
      ratio: `${gain.toFixed(2)} × one thread`,
      target: `≥ ${LEAST_GAIN} ×`,
      met: gain >= LEAST_GAIN && same,
    },
    {
      work: 'two processes that only parse, side by side',
      who: 'the machine itself',
      measured: `${machine.toFixed(2)} × one of them alone`,
    },
    memoryLine('samla, one thread', one),
    memoryLine('samla, a worker beside it', two),
  ];
}

function speedOf({ read, seconds, cpu }: NormalizeCost): string {
  // Node compiles and clears memory in threads of its own: one thread alone takes more than one processor.
  const processors = (cpu / seconds).toFixed(1);
  return `${(read / seconds).toFixed(1)} pages/s, ${((1000 * cpu) / read).toFixed(1)} ms of processor time a page (${processors} processors at once)`;
}

function memoryLine(who: string, { whileReading, peak }: NormalizeCost): Line {
  const measured = `${mb(whileReading)} while reading, ${mb(peak)} at all`;
  return { work: 'memory at most', who, measured, target: `< ${MOST_MB} MB`, met: peak < MOST_MB * 1e6 };
}

function mb(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
