/** NFC, every run of white space (no-break spaces too) one space, no zero-width or control characters, trimmed. */
export function foldSpace(text: string): string {
  const trimmed = text.trim();
  return NEEDS_FOLDING.test(trimmed) ? fold(trimmed) : trimmed;
}

/** Most text is letters with single spaces: then there is nothing to do. */
const NEEDS_FOLDING = /[^ -~æøåÆØÅ«»–]| {2}/;

/** Anything but letters, signs and white space of the plainest kinds. */
const NEEDS_CLEANING = /[^\t\n\r -~\u00a0æøåÆØÅ«»–]/;

function fold(text: string): string {
  if (!NEEDS_CLEANING.test(text)) return text.replace(/[\t\n\r\u00a0 ]{2,}|[\t\n\r\u00a0]/g, ' ').trim();
  return text
    .normalize('NFC')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[\s\u0085\u00a0\u2028\u2029]+/g, ' ')
    .trim();
}
