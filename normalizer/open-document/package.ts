/** Opens ODF packages and reads their properties and styles. */
import { openArchive } from '../archive.ts';
import { usableTitle } from '../document-title.ts';
import { emptyHead } from '../document-tree.ts';
import { isoDate } from '../office-open.ts';
import type { Head } from '../page.ts';
import { childElement, parseXml } from '../xml.ts';

const wanted = /^(content|styles|meta)\.xml$|^META-INF\/manifest\.xml$/;

/** The parts of a package, or the flag that says why there are none. */
export function openPackage(
  bytes: Uint8Array,
): { parts: Map<string, Uint8Array>; refused?: undefined } | { refused: string } {
  const archive = openArchive(bytes, (name) => wanted.test(name));
  if (archive.refused !== undefined) return archive;
  const manifest = new TextDecoder().decode(archive.parts.get('META-INF/manifest.xml'));
  if (manifest.includes('encryption-data')) return { refused: 'encrypted' };
  return archive.parts.has('content.xml') ? archive : { refused: 'broken' };
}

/** The document's properties: title unless junk, dates as written (local time, seldom with a zone). */
export function packageHead(parts: ReadonlyMap<string, Uint8Array>): Head {
  const $ = parseXml(parts.get('meta.xml'));
  const head = emptyHead();
  const date = (name: string) =>
    isoDate(
      $(name)
        .first()
        .text()
        .replace(/(\.\d{3})\d+/, '$1'),
    );
  const title = usableTitle($('dc\\:title').first().text());
  const created = date('meta\\:creation-date');
  const modified = date('dc\\:date');
  return { ...head, ...(title ? { title } : {}), ...(created ? { created } : {}), ...(modified ? { modified } : {}) };
}

/** What the styles of a package say of paragraphs and lists. */
export interface PackageStyles {
  /** A paragraph style's looks; `level` 1–6 for titles and headings, else 0. */
  looks(style: string | undefined): { level: number; size: number; bold: boolean };
  /** Whether a text style is bold. */
  isBold(style: string | undefined): boolean;
  /** Whether a list style numbers its items at a depth from 1. */
  isNumbered(style: string | undefined, depth: number): boolean;
}

interface RawStyle {
  parent: string | undefined;
  level: number | undefined;
  size: number | undefined;
  bold: boolean | undefined;
}

/** Reads the named styles and the automatic ones of the content. */
export function packageStyles(parts: ReadonlyMap<string, Uint8Array>): PackageStyles {
  const raw = new Map<string, RawStyle>();
  const numbered = new Set<string>();
  for (const part of ['styles.xml', 'content.xml']) {
    const $ = parseXml(parts.get(part));
    for (const element of $('style\\:style').toArray()) {
      const { 'style:name': name, 'style:display-name': shown, 'style:parent-style-name': parent } = element.attribs;
      const text = childElement(element, 'style:text-properties')?.attribs;
      const weight = text?.['fo:font-weight'];
      raw.set(name ?? '', {
        parent,
        level: levelOf(shown ?? name ?? '', element.attribs['style:default-outline-level']),
        size: /pt$/.test(text?.['fo:font-size'] ?? '') ? Number.parseFloat(text?.['fo:font-size'] ?? '') : undefined,
        bold: weight === undefined ? undefined : weight === 'bold' || Number(weight) >= 600,
      });
    }
    for (const level of $('text\\:list-level-style-number').toArray()) {
      const list = level.parent && 'attribs' in level.parent ? level.parent.attribs['style:name'] : '';
      if (level.attribs['style:num-format']) numbered.add(`${list} ${level.attribs['text:level']}`);
    }
  }
  return {
    looks: (style) => resolve(raw, style),
    isBold: (style) => resolve(raw, style).bold,
    isNumbered: (style, depth) => numbered.has(`${style} ${depth}`),
  };
}

function levelOf(name: string, outline: string | undefined): number | undefined {
  if (/^(title|tittel)$/i.test(name)) return 1;
  return outline && /^[1-6]$/.test(outline) ? Number(outline) : undefined;
}

/** Walks up the parents of a style; a ring of them ends after ten steps. */
function resolve(
  raw: ReadonlyMap<string, RawStyle>,
  style: string | undefined,
): { level: number; size: number; bold: boolean } {
  const chain: RawStyle[] = [];
  for (let at = raw.get(style ?? ''); at && chain.length < 10; at = raw.get(at.parent ?? '')) chain.push(at);
  return {
    level: chain.find((each) => each.level !== undefined)?.level ?? 0,
    size: chain.find((each) => each.size !== undefined)?.size ?? 0,
    bold: chain.find((each) => each.bold !== undefined)?.bold ?? false,
  };
}
