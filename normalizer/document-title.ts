/** Tells titles that somebody wrote from those that programs leave in a document's properties. */

/** What office programs call a document that nobody named. */
const programMade =
  /^(microsoft (office )?(word|powerpoint|excel)\b.*|(power ?point[- ]?)?(presentasjon|presentation|lysbildefremvisning)\s*\d*|(dokument|document|bok|book|arbeidsbok|regneark|ark|sheet)\s*\d*|untitled.*|uten (navn|tittel|namn)\s*\d*|utan (namn|tittel)\s*\d*|ingen tittel|no title|(slide|lysbilde|side|page)\s*\d+|tit(le|tel)|mal|template|scan(ned)?\b.*|skannet\b.*|print|layout \d+)$/i;

const fileEnding =
  /\.(docx?|docm|dotx?|rtf|odt|ott|pdf|pptx?|potx?|ppsx?|odp|xlsx?|xlsm|ods|indd|pages|key|txt|html?)$/i;

/**
 * A document's own title property, or `undefined` where it is junk: empty, a program's default
 * ("PowerPoint-presentasjon", "Microsoft Word - …"), a file name, or without letters.
 */
export function usableTitle(title: string | undefined): string | undefined {
  const text = (title ?? '').replace(/\s+/g, ' ').trim();
  if (text.length < 3 || text.length > 300 || !/\p{L}{2}/u.test(text)) return undefined;
  if (programMade.test(text) || fileEnding.test(text) || looksLikeFileName(text)) return undefined;
  // Bytes that were never text: a replacement character, or two decodings of one letter.
  if (/\ufffd|Ã[\u0080-\u00bf]/.test(text)) return undefined;
  return text;
}

/** One "word" with the joints of a file name: referat_ssu_2024, 20240308-Referat-SSU, SSU-referat-v2. */
function looksLikeFileName(text: string): boolean {
  if (/\s/.test(text)) return false;
  return text.includes('_') || (text.match(/-/g) ?? []).length >= 2 || /\d{6,}/.test(text) || /[\\/]/.test(text);
}
