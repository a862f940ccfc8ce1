/** PPTX -> tree: a section a slide, in the presentation's order. Notes may hold what was said in confidence: they stay out, a flag tells of them. */
import { openArchive } from '../archive.ts';
import { documentFrom, emptyDocument } from '../document-tree.ts';
import { coreHead, relationshipsOf } from '../office-open.ts';
import type { ReadDocument } from '../page.ts';
import { defineReader } from '../reader.ts';
import { readOpenSlide } from '../slides/open-slide.ts';
import { type Slide, slidesHtml } from '../slides/slide.ts';
import { parseXml, UnsafeXmlError } from '../xml.ts';

const wanted =
  /^(docProps\/core\.xml|ppt\/(_rels\/)?presentation\.xml(\.rels)?|ppt\/(slides|notesSlides|diagrams)\/(_rels\/)?[^/]+\.(xml|rels))$/;
/** Slides beyond these are left out, with the flag `truncated`. */
const mostSlides = 300;

type Parts = ReadonlyMap<string, Uint8Array>;

export default defineReader({
  mediaTypes: [
    'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    'application/vnd.openxmlformats-officedocument.presentationml.slideshow',
    'application/vnd.openxmlformats-officedocument.presentationml.template',
    'application/vnd.ms-powerpoint.presentation.macroenabled.12',
  ],
  extensions: ['pptx', 'ppsx', 'potx', 'pptm'],
  isolated: true,
  read(capture) {
    const archive = openArchive(capture.body, (name) => wanted.test(name));
    if (archive.refused !== undefined) return emptyDocument('pptx', [archive.refused]);
    try {
      return readDeck(archive.parts);
    } catch (error) {
      // What is wrong is in the bytes: XML that no office program writes, or parts that lead nowhere.
      return emptyDocument('pptx', [error instanceof UnsafeXmlError ? 'unsafe' : 'broken']);
    }
  },
});

function readDeck(parts: Parts): ReadDocument {
  const all = slideParts(parts);
  if (all.length === 0) return emptyDocument('pptx', [parts.has('ppt/presentation.xml') ? 'no-text' : 'broken']);
  const flags = all.length > mostSlides ? ['truncated'] : [];
  const shown: { number: number; slide: Slide }[] = [];
  for (const [index, part] of all.slice(0, mostSlides).entries()) {
    const $ = parseXml(parts.get(part));
    const relationships = relationshipsOf(parts, part);
    if (hasNotes(parts, [...relationships.values()].find(({ type }) => type === 'notesSlide')?.target))
      flags.push('has-notes');
    if (['0', 'false'].includes($('p\\:sld').attr('show') ?? '')) {
      flags.push('has-hidden-slides');
      continue;
    }
    const diagramTexts = (name: string) => textsOfDiagram(parts, name);
    shown.push({ number: index + 1, slide: readOpenSlide($('p\\:spTree')[0], { relationships, diagramTexts }) });
  }
  const html = slidesHtml(shown);
  return documentFrom('pptx', html, coreHead(parts), html === '' ? [...flags, 'no-text'] : flags);
}

/** The slides' parts in the order of the presentation's own list. */
function slideParts(parts: Parts): string[] {
  const $ = parseXml(parts.get('ppt/presentation.xml'));
  const relationships = relationshipsOf(parts, 'ppt/presentation.xml');
  return $('p\\:sldIdLst > p\\:sldId')
    .toArray()
    .map((element) => relationships.get(element.attribs['r:id'] ?? '')?.target)
    .filter((part): part is string => part !== undefined && parts.has(part));
}

function hasNotes(parts: Parts, part: string | undefined): boolean {
  const bytes = part ? parts.get(part) : undefined;
  if (!bytes) return false;
  const $ = parseXml(bytes);
  // The slide's picture, date and number are on every notes page: text elsewhere is somebody's.
  const standing = '[type="sldImg"], [type="hdr"], [type="ftr"], [type="dt"], [type="sldNum"]';
  const own = $('p\\:sp').filter((_, shape) => $(shape).find('p\\:ph').filter(standing).length === 0);
  return own.find('a\\:t').text().trim() !== '';
}

function textsOfDiagram(parts: Parts, part: string): string[] {
  const $ = parseXml(parts.get(part));
  return $('dgm\\:pt')
    .toArray()
    .map((point) =>
      $(point)
        .find('a\\:t')
        .toArray()
        .map((text) => $(text).text())
        .join(' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((text) => text !== '');
}
