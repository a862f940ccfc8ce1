/** Bytes to text: for finding links and robots rules, where one wrong letter does little harm. */

const SNIFFED_BYTES = 2048;

/**
 * Decodes a body: byte order mark, then the header's `charset`, then a declaration inside, then UTF-8. A declared UTF-8 that is none, or
 * an undeclared text that isn't UTF-8, is read as windows-1252.
 */
export function decodeText(body: Uint8Array, charset?: string): string {
  const label = fromMark(body) ?? charset ?? declared(body) ?? 'utf-8';
  const decoder = decoderFor(label) ?? decoderFor('utf-8');
  try {
    return (decoder ?? new TextDecoder()).decode(body);
  } catch {
    // The declaration lied: windows-1252 gives every byte a letter.
    return new TextDecoder('windows-1252').decode(body);
  }
}

function fromMark(body: Uint8Array): string | undefined {
  if (body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf) return 'utf-8';
  if (body[0] === 0xff && body[1] === 0xfe) return 'utf-16le';
  return body[0] === 0xfe && body[1] === 0xff ? 'utf-16be' : undefined;
}

function declared(body: Uint8Array): string | undefined {
  const head = Buffer.from(body.subarray(0, SNIFFED_BYTES)).toString('latin1');
  const label = /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)|^\s*<\?xml[^>]+encoding\s*=\s*["']([\w.:-]+)/i.exec(head);
  const name = label?.[1] ?? label?.[2];
  // A declaration that could be read byte by byte isn't UTF-16, whatever it says (WHATWG HTML, prescan).
  return name && /^utf-?16/i.test(name) ? 'utf-8' : name;
}

function decoderFor(label: string): TextDecoder | undefined {
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    // A name that no decoder knows.
    return undefined;
  }
}
