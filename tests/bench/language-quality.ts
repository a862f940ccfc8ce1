/** How well languages are told apart on text that was held back, by Samla and its peers, and how fast. */
import { DETECTORS, type Detector } from './detectors.ts';
import { type Code, runsOf, TEXTS } from './held-back-text.ts';
import { type Line, percent } from './lines.ts';
import { race } from './race.ts';

const STANDARDS = ['nb', 'nn'] as const;
/** So many sentences in a row, and how often Bokmål and Nynorsk must be told from each other there. */
const LENGTHS = [
  { length: 1, target: 95 },
  { length: 5, target: 99.8 },
  { length: 20, target: 100 },
];
const SHORT = 5;
/** Of five sentences, so many in a hundred may be taken for Danish, or Danish for Norwegian. */
const MOST_CONFUSED = 1;
const ROUNDS = 5;

/** Bokmål against Nynorsk, Danish confusion, and Northern Sámi and English told apart. */
export function languageQuality(): Line[] {
  return Object.entries(TEXTS).flatMap(([name, sentences]) => [
    ...LENGTHS.flatMap(({ length, target }) => standards(name, sentences, length, target)),
    ...danish(name, sentences),
    ...others(name, sentences),
  ]);
}

type Sentences = (code: Code) => string[];

function lines(
  work: string,
  count: (detector: Detector) => [number, number],
  isMet: (share: number) => boolean,
  target: string,
): Line[] {
  return Object.entries(DETECTORS).map(([who, detector]) => {
    const [part, of] = count(detector);
    const line = { work: `${work} (${of} runs)`, who, measured: percent(part, of) };
    return who === 'samla' ? { ...line, target, met: isMet((100 * part) / of) } : line;
  });
}

function standards(name: string, sentences: Sentences, length: number, target: number): Line[] {
  const texts = STANDARDS.flatMap((code) => runsOf(sentences(code), length).map((text) => ({ code, text })));
  const right = (detector: Detector) => texts.filter(({ code, text }) => detector(text) === code).length;
  const work = `Bokmål or Nynorsk, ${name}, ${length} in a row`;
  return lines(
    work,
    (detector) => [right(detector), texts.length],
    (share) => share >= target,
    `≥ ${target} %`,
  );
}

/** Norwegian taken for something else than Norwegian, or Danish for Norwegian. */
function danish(name: string, sentences: Sentences): Line[] {
  const isNorwegian = (found: string) => found === 'nb' || found === 'nn' || found === 'mixed';
  const norwegian = STANDARDS.flatMap((code) => runsOf(sentences(code), SHORT));
  const foreign = runsOf(sentences('da'), SHORT);
  const confused = (detector: Detector): [number, number] => [
    norwegian.filter((text) => !isNorwegian(detector(text))).length +
      foreign.filter((text) => isNorwegian(detector(text))).length,
    norwegian.length + foreign.length,
  ];
  const work = `confused with Danish, ${name}, ${SHORT} in a row`;
  return lines(work, confused, (share) => share <= MOST_CONFUSED, `≤ ${MOST_CONFUSED} %`);
}

function others(name: string, sentences: Sentences): Line[] {
  const texts = (['se', 'en'] as const).flatMap((code) =>
    runsOf(sentences(code), SHORT).map((text) => ({ code, text })),
  );
  const right = (detector: Detector) => texts.filter(({ code, text }) => detector(text) === code).length;
  const work = `Northern Sámi or English, ${name}, ${SHORT} in a row`;
  return lines(
    work,
    (detector) => [right(detector), texts.length],
    (share) => share >= 100,
    '100 %',
  );
}

/** Texts of five sentences a second. */
export async function languageSpeed(): Promise<Line[]> {
  const texts = STANDARDS.flatMap((code) =>
    runsOf(
      Object.values(TEXTS).flatMap((text) => text(code)),
      SHORT,
    ),
  ).slice(0, 200);
  const runs = Object.entries(DETECTORS).map(([who, detector]): [string, () => void] => [
    who,
    () => {
      for (const text of texts) detector(text);
    },
  ]);
  const times = await race(Object.fromEntries(runs), ROUNDS);
  return Object.entries(times).map(([who, ms]) => ({
    work: `${texts.length} texts of ${SHORT} sentences`,
    who,
    measured: `${Math.round((1000 * texts.length) / ms)} texts/s`,
    ...(who === 'samla' ? {} : { ratio: `${(ms / (times['samla'] ?? 0)).toFixed(2)} × as fast` }),
  }));
}
