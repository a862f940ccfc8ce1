/** What the language model costs before it is of use: time and memory, in a process of its own. */
import { fork } from 'node:child_process';
import type { Line } from './lines.ts';

const MOST_MS = 20;
const MOST_MB = 10;
/** The best of some starts: what else the machine does isn't the model's cost. */
const STARTS = 3;

interface Cost {
  milliseconds: number;
  bytes: number;
}

/** Load time and memory, against what is asked of them. */
export async function languageCost(): Promise<Line[]> {
  const costs: Cost[] = [];
  for (let start = 0; start < STARTS; start += 1) costs.push(await once());
  const ms = Math.min(...costs.map(({ milliseconds }) => milliseconds));
  const mb = Math.max(...costs.map(({ bytes }) => bytes)) / 1e6;
  const work = 'the language model, loaded and used once';
  return [
    { work, who: 'samla', measured: `${ms.toFixed(1)} ms`, target: `< ${MOST_MS} ms`, met: ms < MOST_MS },
    { work, who: 'samla', measured: `${mb.toFixed(1)} MB`, target: `< ${MOST_MB} MB`, met: mb < MOST_MB },
  ];
}

function once(): Promise<Cost> {
  const child = fork(new URL('language-load.ts', import.meta.url), { execArgv: [...process.execArgv, '--expose-gc'] });
  return new Promise((resolve, reject) => {
    child.on('message', (cost) => resolve(cost as Cost));
    child.on('exit', (code) => reject(new Error(`loading the model ended with ${code}`)));
  });
}
