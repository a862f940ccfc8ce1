/** Times several ways of doing the same work by turns, so that whatever else the machine does hits all of them alike. */

/** Does one round of the work; rounds differ, so that nothing can be remembered from one to the next. */
export type Run = (round: number) => Promise<void> | void;

/** Milliseconds that a round took: the median of all rounds, by contender. A first round warms up and isn't counted. */
export async function race<Who extends string>(runs: Record<Who, Run>, rounds: number): Promise<Record<Who, number>> {
  const contenders = Object.entries(runs) as [Who, Run][];
  const times = new Map(contenders.map(([who]) => [who, [] as number[]]));
  for (let round = 0; round <= rounds; round += 1) {
    // Who begins changes, so that nobody always runs on another's rubbish.
    const turn = contenders.map((_, at) => contenders[(at + round) % contenders.length]);
    for (const one of turn) if (one) await timed(one, round, times.get(one[0]));
  }
  return Object.fromEntries([...times].map(([who, all]) => [who, median(all)])) as Record<Who, number>;
}

async function timed([, run]: [string, Run], round: number, into: number[] | undefined): Promise<void> {
  const started = performance.now();
  await run(round);
  if (round > 0) into?.push(performance.now() - started);
  await new Promise(setImmediate); // loops that never yield let heaps grow
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
