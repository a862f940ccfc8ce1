/** Words as people spell them: comparison without letter marks, and with a misprint. */

const PLAIN: Record<string, string> = { æ: 'ae', ø: 'o', å: 'a', đ: 'd', ŧ: 't', ŋ: 'n', ð: 'd', þ: 'th', ß: 'ss' };

const BEYOND_ASCII = /[^\0-~]/;
/** Signs that have neither marks nor parts: nothing happens to them. */
const BEYOND_NORWEGIAN = /[^\0-~æøå«»–’“”…§]/;

/** Lower-case letters without marks: `Årsmøte` -> `arsmote`, as they stand in file names and addresses. */
export function plainLetters(text: string): string {
  const lower = text.toLowerCase();
  if (!BEYOND_ASCII.test(lower)) return lower;
  if (!BEYOND_NORWEGIAN.test(lower)) return lower.replace(/å/g, 'a').replace(/ø/g, 'o').replace(/æ/g, 'ae');
  return lower
    .normalize('NFC')
    .replace(/[æøåđŧŋðþß]/g, (letter) => PLAIN[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}

/** Whether two words are one misprint apart at most: a letter wrong, missing, too many, or two letters swapped. */
export function isNearly(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const restA = a.slice(start);
  const restB = b.slice(start);
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}
