/**
 * Says how good the language model is on text it was not trained on: `node --import tsx normalizer/language/measure.ts FOLDER [.held]`,
 * a folder with `<language><ending>.txt`, one sentence a line. Prints the share that is right at one, five and twenty sentences.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgePassage } from './detect.ts';
import { CODES, type Code, scoresOf } from './weights.ts';

const [folder, ending = ''] = process.argv.slice(2);
if (!folder) throw new Error('expected a folder with <language>.txt');

/** Every run of so many sentences in a row. */
function runs(code: Code, length: number): string[] {
  const file = join(folder ?? '', `${code}${ending}.txt`);
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  return lines.flatMap((_, i) => (i + length <= lines.length ? [lines.slice(i, i + length).join('\n')] : []));
}

function percent(count: number, of: number): string {
  return of === 0 ? '–' : `${((100 * count) / of).toFixed(2)} %`;
}

for (const length of [1, 5, 20]) {
  for (const code of CODES) {
    const texts = runs(code, length);
    const leaning = texts.filter((text) => leans(text) === code).length;
    const sure = texts.map((text) => judgePassage(text).code);
    const right = sure.filter((found) => found === code).length;
    const either = sure.filter((found) => found === undefined).length;
    console.log(
      `${length} ${code}: ${texts.length} runs, nearest ${percent(leaning, texts.length)}; ` +
        `decided ${percent(right, texts.length)} right, ${percent(either, texts.length)} either`,
    );
  }
}

function leans(text: string): Code | undefined {
  const { scores } = scoresOf(text);
  return [...CODES].sort((a, b) => scores[b] - scores[a])[0];
}
