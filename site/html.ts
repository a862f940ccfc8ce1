/**
 * One tagged template for all markup: whatever is put into it is escaped, unless it is markup made here.
 * Scraped text can therefore never become markup (STANDARDS C2.4).
 */

const brand = Symbol.for('samla.html');

/** Markup that was made by {@link html} or {@link trusted}; nothing else passes unescaped. */
export interface Html {
  readonly [brand]: true;
  readonly markup: string;
}

/** What may stand in a template's holes; `null`, `undefined` and `false` print nothing. */
export type Hole = Html | string | number | null | undefined | false | readonly Hole[];

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

// Controls, zero-width signs, bidi controls and tag characters can make a text look like another one (C2.21).
const unseen =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Cs}]/gu;

/** A text without characters that cannot be seen but change how it is read. Line breaks and tabs stay. */
export function visibleText(text: string): string {
  return text.replace(unseen, '');
}

/** A text made safe for element content and for quoted attributes. */
export function escapeHtml(text: string): string {
  return visibleText(text).replace(/[&<>"']/g, (sign) => marks[sign] ?? '');
}

/** Markup from a sanitiser or a serialiser of ours. Never call it with text from elsewhere. */
export function trusted(markup: string): Html {
  return { [brand]: true, markup };
}

function isHtml(hole: object): hole is Html {
  return brand in hole;
}

function print(hole: Hole): string {
  if (typeof hole === 'string') return escapeHtml(hole);
  if (typeof hole === 'number') return String(hole);
  if (hole === null || hole === undefined || hole === false) return '';
  if (Array.isArray(hole)) return hole.map(print).join('');
  if (typeof hole === 'object' && isHtml(hole)) return hole.markup;
  throw new TypeError(`a template's hole holds ${typeof hole}, expected text, a number or markup`);
}

/** Markup from a template literal; every hole is escaped. Attribute values must be quoted in the literal. */
export function html(literals: TemplateStringsArray, ...holes: readonly Hole[]): Html {
  let markup = literals[0] ?? '';
  holes.forEach((hole, index) => {
    markup += print(hole) + (literals[index + 1] ?? '');
  });
  return trusted(markup);
}

/** Markup pieces with `separator` between them; empty ones are left out. */
export function joined(pieces: readonly Hole[], separator: Hole): Html {
  return trusted(
    pieces
      .map(print)
      .filter((piece) => piece !== '')
      .join(print(separator)),
  );
}
