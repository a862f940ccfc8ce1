/** XML parts of office documents as cheerio trees, tag names with their prefixes (`w:p`, `text:h`). */
import { type CheerioAPI, load } from 'cheerio';
import type { Element } from 'domhandler';

/** Thrown for a part with a document type or entity declaration: no office program writes one (STANDARDS C2.9). */
export class UnsafeXmlError extends Error {}

/** Parses a part; a missing one gives an empty tree. Throws UnsafeXmlError. */
export function parseXml(bytes: Uint8Array | undefined): CheerioAPI {
  return load(xmlText(bytes), { xml: true });
}

/** A part's text by its byte order mark (UTF-8 without one). Throws UnsafeXmlError. */
export function xmlText(bytes: Uint8Array | undefined): string {
  const [first, second] = bytes ?? [];
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  const text = new TextDecoder(encoding).decode(bytes);
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw new UnsafeXmlError('expected XML without a document type, got one');
  return text;
}

/** The child elements, those of one name where it is given. */
export function childElements(node: Element, name?: string): Element[] {
  return node.children.filter((child): child is Element => child.type === 'tag' && (!name || child.name === name));
}

/** The first child element of a name. */
export function childElement(node: Element | undefined, name: string): Element | undefined {
  return node && childElements(node, name)[0];
}
