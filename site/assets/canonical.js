// One spelling for the many that mean the same. Used when the index is made and again in the reader's browser.

const signs = { æ: 'ae', ø: 'o', å: 'a', ö: 'o', ä: 'ae', đ: 'd', ŋ: 'n', ŧ: 't' };
// What is left of letters with marks when the marks are taken off.
const marks = /\p{M}/gu;

// "møte", "moete" and "mote"; "helsefellesskap" and "helsefelleskap"; "utval" and "utvalg"; "fagleg" and "faglig".
function plain(word) {
  return word
    .replace(/[æøåöäđŋŧ]/g, (sign) => signs[sign])
    .normalize('NFD')
    .replace(marks, '')
    .normalize('NFC')
    .replace(/oe/g, 'o')
    .replace(/aa/g, 'a')
    .replace(/(\p{L})\1+/gu, '$1')
    .replace(/utval(?!g)/g, 'utvalg')
    .replace(/(?<=.{3})leg(?=(?:e|t|ere|ast)?$)/, 'lig');
}

// Texts say the same words again and again.
const mostKnown = 50000;
let known = new Map();
let knownFor;

/** The word as it is indexed and asked for; `spellings` are pairs of what stands in a word and what it is read as. */
export function canonicalWord(word, spellings) {
  if (knownFor !== spellings || known.size > mostKnown) {
    known = new Map();
    knownFor = spellings;
  }
  let read = known.get(word);
  if (read === undefined) {
    read = plain(word.toLowerCase());
    for (const [from, to] of spellings) if (read.includes(from)) read = read.replaceAll(from, to);
    known.set(word, read);
  }
  return read;
}

/** All words of a text in one spelling. */
export function canonicalWords(text, spellings) {
  const words = text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((word) => canonicalWord(word, spellings));
}

/** The same with single blanks between them. */
export function canonicalText(text, spellings) {
  return canonicalWords(text, spellings).join(' ');
}
