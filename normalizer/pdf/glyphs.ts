/** What fonts do to characters, undone: ligatures, symbol fonts' bullets, soft hyphens, private-use signs. */

const ligatures: Record<string, string> = {
  '\ufb00': 'ff',
  '\ufb01': 'fi',
  '\ufb02': 'fl',
  '\ufb03': 'ffi',
  '\ufb04': 'ffl',
  '\ufb05': 'st',
  '\ufb06': 'st',
};

/** Text as it was meant: ligatures as letters, every sign from a symbol font as "•" (U+F0B7 and its like), NFC. */
export function mendGlyphs(text: string): string {
  return text
    .replace(/[\ufb00-\ufb06]/g, (ligature) => ligatures[ligature] ?? ligature)
    .replace(/[\ue000-\uf8ff]/g, '•')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u200b-\u200f\ufeff\ufffd]/g, '')
    .normalize('NFC');
}

const bullet = /^([•‣▪▫■□●○◦◆◇►▶➢➤✓✔❖∙·⁃]|[–—-](?=\s))\s*/u;

/** The bullet at a line's start, or `undefined`. A dash is one only with a space after it. */
export function bulletOf(text: string): string | undefined {
  return bullet.exec(text)?.[0];
}

/** Text that is only a list's marker: a bullet, "1.", "a)". */
export function isMarker(text: string): boolean {
  return /^([•‣▪▫■□●○◦◆◇►▶➢➤✓✔❖∙·⁃–—\-o]|\(?(\d{1,3}|[a-zæøå])[.)]|(\d{1,2}\.){1,4}\d{0,2})\s*$/iu.test(text.trim());
}

/** True for lines that begin with a number or letter of a list, or of a numbered heading. */
export function startsNumbered(text: string): boolean {
  return /^(\(?\d{1,3}[.)]|\(?[a-zæøå]\)|\d{1,2}(\.\d{1,2}){1,3}\.?|§+)\s*\S/iu.test(text);
}
