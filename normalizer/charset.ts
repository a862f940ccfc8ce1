/** Bytes to text: what a page declares of its encoding is a hint, what the bytes are decides. */

import { unicodeByBytes } from '../scraper/index.ts';

const MARK = /charset\s{0,9}=\s{0,9}["']?\s{0,9}([a-z0-9_:.-]{2,40})/i;
/** Two UTF-8 bytes of a Latin letter that were read as windows-1252. */
const MOJIBAKE = /[ÂÃ][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â[€„][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ¢]/g;
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * Decodes a page. A byte order mark, or the zeros of UTF-16, wins; bytes that are valid UTF-8 are UTF-8 whatever was declared; then the
 * server's `charset`, the page's own `<meta>`, and windows-1252 as the web's old default. Text that was encoded
 * twice ("mÃ¸te") is mended.
 */
export function decodeText(bytes: Uint8Array, declared?: string): string {
  const text = mendMojibake(decode(bytes, declared));
  return text.includes('\u0000') ? text.replaceAll('\u0000', '') : text;
}

const strict = new TextDecoder('utf-8', { fatal: true });

function decode(bytes: Uint8Array, declared: string | undefined): string {
  const mark = unicodeByBytes(bytes);
  if (mark !== undefined) return new TextDecoder(mark).decode(bytes);
  try {
    return strict.decode(bytes);
  } catch {
    return decodeAsDeclared(bytes, [declared, declaredInside(bytes)]); // not UTF-8: ask what was declared
  }
}

function declaredInside(bytes: Uint8Array): string | undefined {
  return MARK.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 4096)))?.[1];
}

function decodeAsDeclared(bytes: Uint8Array, labels: (string | undefined)[]): string {
  for (const label of labels) {
    const decoder = label === undefined ? undefined : decoderFor(label);
    if (decoder === undefined || decoder.encoding === 'utf-8') continue;
    return withPunctuation(decoder.decode(bytes));
  }
  return fewerHoles(bytes);
}

/** Node 20 decodes windows-1252 as if it were ISO 8859-1: dashes and quotation marks come out as control characters. */
function withPunctuation(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (letter) => WINDOWS_1252[letter.charCodeAt(0) - 0x80] ?? letter);
}

/** Broken UTF-8 (a cut-off character) or an old encoding that nobody declared: the one with less lost. */
function fewerHoles(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-8').decode(bytes);
  const holes = text.split('\ufffd').length - 1;
  const letters = text.match(/[\u0080-\uffef]/g)?.length ?? 0;
  return holes * 2 <= letters ? text : withPunctuation(new TextDecoder('windows-1252').decode(bytes));
}

function decoderFor(label: string): TextDecoder | undefined {
  try {
    return new TextDecoder(label.trim());
  } catch {
    return undefined; // a name that no standard knows says nothing
  }
}

function mendMojibake(text: string): string {
  if (!text.includes('Ã') && !text.includes('Â') && !text.includes('â')) return text;
  const broken = text.match(MOJIBAKE)?.length ?? 0;
  if (broken < 2 || broken <= (text.match(/[æøåÆØÅ]/g)?.length ?? 0)) return text;
  return text.replace(MOJIBAKE, (run) => {
    const bytes = Uint8Array.from(run, byteOf);
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      return run; // three letters that only looked like it
    }
  });
}

function byteOf(letter: string): number {
  const at = WINDOWS_1252.indexOf(letter);
  return at >= 0 ? 0x80 + at : (letter.codePointAt(0) ?? 0) & 0xff;
}
