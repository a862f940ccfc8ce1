/** What DOCX, PPTX and XLSX share: core properties and relationships between parts. */
import { usableTitle } from './document-title.ts';
import { emptyHead } from './document-tree.ts';
import type { Head } from './page.ts';
import { parseXml } from './xml.ts';

/** A part's link to another part or, when `external`, to an address. Addresses are never asked for. */
export interface Relationship {
  type: string;
  /** The other part's name in the archive, or the address. */
  target: string;
  external: boolean;
}

/** The document's properties: title unless junk, dates as written (UTC). The language is not trusted (STANDARDS, GROUND). */
export function coreHead(parts: ReadonlyMap<string, Uint8Array>): Head {
  const $ = parseXml(parts.get('docProps/core.xml'));
  const head = emptyHead();
  const title = usableTitle($('dc\\:title').first().text());
  const created = isoDate($('dcterms\\:created').first().text());
  const modified = isoDate($('dcterms\\:modified').first().text());
  return { ...head, ...(title ? { title } : {}), ...(created ? { created } : {}), ...(modified ? { modified } : {}) };
}

/** An ISO 8601 date or time as it stands, `undefined` where it is none. */
export function isoDate(text: string): string | undefined {
  const value = text.trim();
  return /^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:?\d\d)?)?$/.test(value) && !Number.isNaN(Date.parse(value))
    ? value
    : undefined;
}

/** The relationships of a part by id; none when it has no list. */
export function relationshipsOf(parts: ReadonlyMap<string, Uint8Array>, part: string): Map<string, Relationship> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const $ = parseXml(parts.get(`${folder}_rels/${part.slice(folder.length)}.rels`));
  const found = new Map<string, Relationship>();
  for (const element of $('Relationship').toArray()) {
    const { Id, Type, Target, TargetMode } = element.attribs;
    if (!Id || !Target) continue;
    const external = TargetMode === 'External';
    const type = (Type ?? '').slice((Type ?? '').lastIndexOf('/') + 1);
    found.set(Id, { type, target: external ? Target : resolvePart(folder, Target), external });
  }
  return found;
}

function resolvePart(folder: string, target: string): string {
  return decodeURI(new URL(target.replace(/%(?![\da-f]{2})/gi, '%25'), `part:///${folder}`).pathname.slice(1));
}
