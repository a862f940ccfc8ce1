/** Bytes to text: for finding links and robots rules, where one wrong letter does little harm. */
import { isUtf8 } from 'node:buffer';
import { unicodeByBytes } from './byte-order.ts';

const SNIFFED_BYTES = 2048;

/**
 * Decodes a body: what its bytes show (a mark, UTF-16's zeros, valid UTF-8) goes before what is declared: the header's `charset`, then a
 * declaration inside. What is left is read as windows-1252.
 */
export function decodeText(body: Uint8Array, charset?: string): string {
  const before = decoded.get(body);
  if (before && before.charset === charset) return before.text;
  const text = decode(body, charset);
  decoded.set(body, { charset, text });
  return text;
}

/** An answer is read more than once on its way: by what tells impostors, then for what it leads to. */
const decoded = new WeakMap<Uint8Array, { charset: string | undefined; text: string }>();

function decode(body: Uint8Array, charset: string | undefined): string {
  const shown = unicodeByBytes(body);
  if (shown) return new TextDecoder(shown).decode(body);
  // Unlike a TextDecoder's, this string takes one byte a letter wherever that is enough.
  if (isUtf8(body)) return Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8');
  for (const label of [charset, declared(body)]) {
    try {
      if (label !== undefined) return new TextDecoder(label, { fatal: true }).decode(body);
    } catch {
      // Not what it says, or a name that no decoder knows: the next one.
    }
  }
  // It gives every byte a letter.
  return new TextDecoder('windows-1252').decode(body);
}

function declared(body: Uint8Array): string | undefined {
  const head = Buffer.from(body.subarray(0, SNIFFED_BYTES)).toString('latin1');
  const label = /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)|^\s*<\?xml[^>]+encoding\s*=\s*["']([\w.:-]+)/i.exec(head);
  const name = label?.[1] ?? label?.[2];
  // A declaration that could be read byte by byte isn't UTF-16, whatever it says (WHATWG HTML, prescan).
  return name && /^utf-?16/i.test(name) ? 'utf-8' : name;
}
