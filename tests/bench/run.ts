/**
 * `npm run bench`: how well and how fast Samla understands, side by side with its peers in one process, and the target of each line. Ends with the
 * count of targets that were met. On a machine with other work to do seconds lie, ratios less so.
 */
import { bodyQuality } from './body-quality.ts';
import { languageCost } from './language-cost.ts';
import { languageQuality, languageSpeed } from './language-quality.ts';
import { type Line, tableOf } from './lines.ts';
import { largePageSpeed, smallPageSpeed } from './page-speed.ts';
import { threadLines } from './thread-lines.ts';
import { oneThreadAndTwo } from './threads.ts';

/** Enough for a worker to be worth its start. */
const PAGES = 400;

const PARTS: Record<string, () => Promise<Line[]> | Line[]> = {
  'Titles and texts': bodyQuality,
  'Speed of reading': async () => [...(await smallPageSpeed()), ...(await largePageSpeed())],
  'One thread and two': async () => threadLines(await oneThreadAndTwo(PAGES)),
  'Languages, on text that was held back': async () => [
    ...languageQuality(),
    ...(await languageSpeed()),
    ...(await languageCost()),
  ],
};

const judged: Line[] = [];
for (const [title, measure] of Object.entries(PARTS)) {
  const lines = await measure();
  judged.push(...lines.filter(({ met }) => met !== undefined));
  console.log(`\n${title}\n\n${tableOf(lines)}`);
}
console.log(`\n${judged.filter(({ met }) => met).length} of ${judged.length} targets met`);
