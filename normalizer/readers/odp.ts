/** ODP -> tree: a section a slide. Notes stay out, a flag tells of them. */
import type { Element } from 'domhandler';
import { documentFrom, emptyDocument } from '../document-tree.ts';
import { openPackage, packageHead, packageStyles } from '../open-document/package.ts';
import { TextWriter } from '../open-document/text.ts';
import type { ReadDocument } from '../page.ts';
import { defineReader } from '../reader.ts';
import { readOpenDocumentSlide } from '../slides/open-document-slide.ts';
import { slidesHtml } from '../slides/slide.ts';
import { parseXml, UnsafeXmlError } from '../xml.ts';

/** Slides beyond these are left out, with the flag `truncated`. */
const mostSlides = 300;

export default defineReader({
  mediaTypes: [
    'application/vnd.oasis.opendocument.presentation',
    'application/vnd.oasis.opendocument.presentation-template',
  ],
  extensions: ['odp', 'otp'],
  isolated: true,
  read(capture) {
    const opened = openPackage(capture.body);
    if (opened.refused !== undefined) return emptyDocument('odp', [opened.refused]);
    try {
      return readDeck(opened.parts);
    } catch (error) {
      // What is wrong is in the bytes: XML that no office program writes.
      return emptyDocument('odp', [error instanceof UnsafeXmlError ? 'unsafe' : 'broken']);
    }
  },
});

function readDeck(parts: ReadonlyMap<string, Uint8Array>): ReadDocument {
  const $ = parseXml(parts.get('content.xml'));
  const deck = $('office\\:presentation > draw\\:page').toArray();
  if (deck.length === 0) return emptyDocument('odp', ['broken']);
  const styles = packageStyles(parts);
  const hidden = new Set(
    $('style\\:drawing-page-properties[presentation\\:visibility="hidden"]')
      .toArray()
      .map((properties) => (properties.parent as Element | null)?.attribs['style:name']),
  );
  const flags = deck.length > mostSlides ? ['truncated'] : [];
  if ($('presentation\\:notes text\\:p').text().trim() !== '') flags.push('has-notes');
  const isHidden = (page: Element) => hidden.has(page.attribs['draw:style-name']);
  if (deck.some(isHidden)) flags.push('has-hidden-slides');
  const writer = new TextWriter(styles);
  const shown = deck
    .slice(0, mostSlides)
    .map((page, index) => ({ page, number: index + 1 }))
    .filter(({ page }) => !isHidden(page))
    .map(({ page, number }) => ({ number, slide: readOpenDocumentSlide(page, writer) }));
  const html = slidesHtml(shown);
  return documentFrom('odp', html, packageHead(parts), html === '' ? [...flags, 'no-text'] : flags);
}
