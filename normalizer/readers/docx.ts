/** DOCX -> tree, by way of mammoth. It is handed an archive of our own making that holds checked XML parts and nothing else. */
import { zipSync } from 'fflate';
import { openArchive } from '../archive.ts';
import { documentFrom, emptyDocument, parseTree } from '../document-tree.ts';
import { coreHead } from '../office-open.ts';
import { defineReader } from '../reader.ts';
import { headingStyleMap, markWordHeadings } from '../word/headings.ts';
import { readWordStyles } from '../word/styles.ts';
import { tidyWordHtml } from '../word/tidy.ts';
import { xmlInUtf8, xmlText } from '../xml.ts';

/** The parts with text and its looks: no pictures, no macros, no embedded files. */
const wanted = /^(\[Content_Types\]\.xml|_rels\/\.rels|docProps\/core\.xml|word\/[^/]+\.xml|word\/_rels\/[^/]+\.rels)$/;

export default defineReader({
  mediaTypes: [
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/vnd.ms-word.document.macroenabled.12',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.template',
  ],
  extensions: ['docx', 'docm', 'dotx'],
  isolated: true,
  async read(capture) {
    const archive = openArchive(capture.body, (name) => wanted.test(name));
    if (archive.refused !== undefined) return emptyDocument('docx', [archive.refused]);
    try {
      for (const [name, bytes] of archive.parts) {
        xmlText(bytes);
        archive.parts.set(name, xmlInUtf8(bytes));
      }
    } catch {
      return emptyDocument('docx', ['unsafe']);
    }
    try {
      const head = coreHead(archive.parts);
      const html = await wordHtml(archive.parts);
      const flags = parseTree(html).text().trim() === '' ? ['no-text'] : [];
      return documentFrom('docx', html, head, flags);
    } catch {
      // An archive, but no document that mammoth can follow.
      return emptyDocument('docx', ['broken']);
    }
  },
});

async function wordHtml(parts: ReadonlyMap<string, Uint8Array>): Promise<string> {
  const { default: mammoth } = await import('mammoth');
  const styles = readWordStyles(parts.get('word/styles.xml'));
  const archive = zipSync(Object.fromEntries(parts), { level: 0 });
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(archive) },
    {
      styleMap: headingStyleMap,
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      transformDocument: (document: unknown) => markWordHeadings(document, styles),
    },
  );
  return tidyWordHtml(value);
}
