/** All matches of a pattern without the copy of it that `matchAll` makes each time, and without trying it where it can't begin. */

/** All matches of a global pattern, in order. */
export function hitsOf(text: string, pattern: RegExp): RegExpExecArray[] {
  const hits: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let hit = pattern.exec(text); hit !== null; hit = pattern.exec(text)) hits.push(hit);
  return hits;
}

/** All matches of a sticky pattern, tried only where the cheap global pattern `starts` matches; none overlaps another. */
export function hitsFrom(text: string, starts: RegExp, pattern: RegExp): RegExpExecArray[] {
  const hits: RegExpExecArray[] = [];
  starts.lastIndex = 0;
  for (let start = starts.exec(text); start !== null; start = starts.exec(text)) {
    pattern.lastIndex = start.index;
    const hit = pattern.exec(text);
    if (hit === null) continue;
    hits.push(hit);
    starts.lastIndex = Math.max(starts.lastIndex, pattern.lastIndex);
  }
  return hits;
}
