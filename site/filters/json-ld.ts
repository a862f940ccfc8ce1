import { type Html, trusted, visibleText } from '../html.ts';

const hex = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * A schema.org block. The signs that could end the script element or a line of it are written as \u escapes
 * (STANDARDS A6.3), so that no title can break out.
 */
export function jsonLd(value: object): Html {
  const text = JSON.stringify(value, (_key, part: unknown) => (typeof part === 'string' ? visibleText(part) : part));
  return trusted(`<script type="application/ld+json">${text.replace(/[<>&\u2028\u2029]/g, hex)}</script>`);
}
