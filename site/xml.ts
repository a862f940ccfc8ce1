/** Text for XML files: feeds and the sitemap (STANDARDS A8.3). */
import { visibleText } from './html.ts';

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** A text made safe for XML 1.0: signs escaped once, characters that XML does not allow removed. */
export function escapeXml(text: string): string {
  return visibleText(text)
    .replace(/[\ufffe\uffff]/g, '')
    .replace(/[&<>"']/g, (sign) => marks[sign] ?? '');
}
