/** XML parts of office documents as cheerio trees, tag names with their prefixes (`w:p`, `text:h`). */
import { type CheerioAPI, load } from 'cheerio';
import type { Element } from 'domhandler';

/** Thrown for a part with a document type or entity declaration: no office program writes one (STANDARDS C2.9). */
export class UnsafeXmlError extends Error {}

/** Parses a part; a missing one gives an empty tree. Throws UnsafeXmlError. */
export function parseXml(bytes: Uint8Array | undefined): CheerioAPI {
  return load(xmlText(bytes), { xml: true });
}

/** A part's text by its byte order mark, else by what it declares (UTF-8 where it doesn't). Throws UnsafeXmlError. */
export function xmlText(bytes: Uint8Array | undefined): string {
  const text = new TextDecoder(encodingOf(bytes ?? new Uint8Array())).decode(bytes);
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw new UnsafeXmlError('expected XML without a document type, got one');
  return text;
}

/** The part in UTF-8, without a declaration: for libraries that know no other. Throws UnsafeXmlError. */
export function xmlInUtf8(bytes: Uint8Array): Uint8Array {
  if (encodingOf(bytes) === 'utf-8') return bytes;
  return new TextEncoder().encode(xmlText(bytes).replace(/^\s*<\?xml[^>]*\?>/, ''));
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const opening = Buffer.from(bytes.subarray(0, 120)).toString('latin1');
  const declared = /^(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding=["']([\w-]{2,20})["']/.exec(opening)?.[1]?.toLowerCase();
  return declared && SINGLE_BYTE.test(declared) ? declared : 'utf-8';
}

/** Encodings of one byte a letter that older programs declare. Those of two bytes have their mark. */
const SINGLE_BYTE = /^(?:iso-8859-(?:1|15)|windows-1252)$/;

/** The child elements, those of one name where it is given. */
export function childElements(node: Element, name?: string): Element[] {
  return node.children.filter((child): child is Element => child.type === 'tag' && (!name || child.name === name));
}

/** The first child element of a name. */
export function childElement(node: Element | undefined, name: string): Element | undefined {
  return node && childElements(node, name)[0];
}
