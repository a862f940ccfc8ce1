/** Work under way side by side whose outcomes are taken in the order in which it was begun. */

/** Begins at most `ahead` pieces of work before the first of them is finished with; the first that fails ends it all. */
export async function inOrder<W, R>(
  work: Iterable<W>,
  ahead: number,
  begin: (one: W) => Promise<R>,
  finish: (one: W, outcome: R) => Promise<void>,
): Promise<void> {
  const begun: { one: W; outcome: Promise<R> }[] = [];
  const finishFirst = async (): Promise<void> => {
    const first = begun.shift();
    if (first !== undefined) await finish(first.one, await first.outcome);
  };
  for (const one of work) {
    const outcome = begin(one);
    // What goes wrong is told when its turn comes.
    outcome.catch(() => undefined);
    begun.push({ one, outcome });
    if (begun.length >= ahead) await finishFirst();
  }
  while (begun.length > 0) await finishFirst();
}
