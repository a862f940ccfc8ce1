/** What a second processor of this machine is worth: pages that two processes parse side by side, against one alone. */
import { fork } from 'node:child_process';

const ROUNDS = 3;

/** Two against one by turns, so that whatever else the machine does hits both. */
export async function twoProcessesAgainstOne(): Promise<number> {
  let [alone, together] = [0, 0];
  for (let round = 0; round < ROUNDS; round += 1) {
    alone += await parsed();
    const [left, right] = await Promise.all([parsed(), parsed()]);
    together += left + right;
  }
  return together / alone;
}

/** Pages that a fresh process parses in a given time. */
function parsed(): Promise<number> {
  const child = fork(new URL('parse-for-a-while.ts', import.meta.url));
  return new Promise((resolve, reject) => {
    child.on('message', (count) => resolve(count as number));
    child.on('exit', (code) => reject(new Error(`parsing ended with ${code}`)));
  });
}
