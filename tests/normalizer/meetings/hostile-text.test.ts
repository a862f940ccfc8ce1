import { describe, expect, test } from 'vitest';
import { findGluedLine } from '../../../normalizer/dates/date-line.ts';
import { findDates } from '../../../normalizer/dates/find-dates.ts';
import { BodyFinder } from '../../../normalizer/meetings/bodies.ts';
import { readParticipants } from '../../../normalizer/meetings/participants.ts';
import { readPlace } from '../../../normalizer/meetings/place.ts';
import { refusal } from '../../../normalizer/meetings/refusal.ts';
import { splitSentences } from '../../../normalizer/meetings/sentences.ts';
import { readStatus } from '../../../normalizer/meetings/status.ts';
import { fjordane } from './page-of.ts';

const finder = new BodyFinder(fjordane);
const [span] = findDates('3. mai 2024');

/** Processor time in milliseconds, the best of three. */
function cost(work: () => unknown): number {
  const times = [0, 1, 2].map(() => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

describe('20 KB sentences made to slow readers down take time in line with their length', () => {
  test.each([
    ['venues', 'på Hotell '],
    ['names', 'i Aa Bb '],
    ['names with commas', 'i Aa, Bb, '],
    ['capitals', 'AAAA '],
    ['venue words', 'Hotell hotell '],
    ['counts', 'om lag 100 '],
    ['counts and words', '100 aaaa bbbb '],
    ['bodies', 'strategisk '],
    ['committees', 'FSU for '],
    ['acronyms', 'SSU ('],
    ['full stops', 'A. B. '],
    ['verbs', 'ble ble holdt '],
    ['moves', 'flyttet til '],
    ['labels', 'Publisert 0'],
    ['spaces', ' '],
    ['one word', 'a'],
  ])('%s', (_, piece) => {
    const text = piece.repeat(Math.ceil(20_000 / piece.length));
    const readers: (() => unknown)[] = [
      () => readPlace(text),
      () => readParticipants(text),
      () => readStatus(text),
      () => splitSentences(text),
      () => finder.find(text),
      () => finder.findPlain(text),
      () => finder.isForeign(text),
      () => refusal(text, span!, () => false),
      () => findGluedLine(text),
    ];
    // Thousands of hits may each take their time; anything worse than linear would take minutes.
    for (const reader of readers) expect(cost(reader)).toBeLessThan(400);
  });
});
