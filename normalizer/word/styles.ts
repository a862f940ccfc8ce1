/** What a DOCX's paragraph styles say: heading level, size and weight, inherited from the styles they are based on. */
import { childElement, parseXml } from '../xml.ts';

/** A paragraph style resolved. */
export interface WordStyle {
  /** 1–6 for headings and titles, else 0. */
  level: number;
  /** Points, 0 when not said. */
  size: number;
  bold: boolean;
}

interface RawStyle {
  basedOn: string | undefined;
  level: number | undefined;
  size: number | undefined;
  bold: boolean | undefined;
}

/** The paragraph styles by id; `''` is what paragraphs without a style get. */
export function readWordStyles(part: Uint8Array | undefined): Map<string, WordStyle> {
  const $ = parseXml(part);
  const raw = new Map<string, RawStyle>();
  let standard = '';
  for (const element of $('w\\:style[w\\:type="paragraph"]').toArray()) {
    const id = element.attribs['w:styleId'] ?? '';
    const val = (name: string) => childElement(element, name)?.attribs['w:val'];
    const text = childElement(element, 'w:rPr');
    const outline = childElement(childElement(element, 'w:pPr'), 'w:outlineLvl')?.attribs['w:val'];
    const weight = childElement(text, 'w:b');
    raw.set(id, {
      basedOn: val('w:basedOn'),
      level: /^(title|tittel)$/i.test(val('w:name') ?? '') ? 1 : namedLevel(val('w:name'), outline),
      size: halfPoints(childElement(text, 'w:sz')?.attribs['w:val']),
      bold: weight && !/^(0|false|off)$/.test(weight.attribs['w:val'] ?? ''),
    });
    if (element.attribs['w:default'] === '1') standard = id;
  }
  const usual = halfPoints($('w\\:docDefaults w\\:rPrDefault w\\:sz').first().attr('w:val')) ?? 0;
  const resolved = new Map([...raw.keys()].map((id) => [id, resolve(raw, id, usual)] as const));
  return resolved.set('', resolved.get(standard) ?? { level: 0, size: usual, bold: false });
}

function namedLevel(name: string | undefined, outline: string | undefined): number | undefined {
  const named = /^(?:heading|overskrift)\s*([1-6])$/i.exec(name ?? '')?.[1];
  if (named) return Number(named);
  // Outline level 9 is body text.
  return outline && /^\d$/.test(outline) ? (Number(outline) < 6 ? Number(outline) + 1 : 0) : undefined;
}

function halfPoints(value: string | undefined): number | undefined {
  return value && /^\d+$/.test(value) ? Number(value) / 2 : undefined;
}

/** Walks up the styles that a style is based on; a ring of them ends after ten steps. */
function resolve(raw: ReadonlyMap<string, RawStyle>, id: string, usual: number): WordStyle {
  const chain: RawStyle[] = [];
  for (let at = raw.get(id); at && chain.length < 10; at = at.basedOn ? raw.get(at.basedOn) : undefined) chain.push(at);
  const first = <K extends keyof RawStyle>(key: K) => chain.find((style) => style[key] !== undefined)?.[key];
  return { level: first('level') ?? 0, size: first('size') ?? usual, bold: first('bold') ?? false };
}
