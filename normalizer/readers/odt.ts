/** ODT -> tree, from the package's content.xml. */
import { documentFrom, emptyDocument, parseTree } from '../document-tree.ts';
import { openPackage, packageHead, packageStyles } from '../open-document/package.ts';
import { TextWriter } from '../open-document/text.ts';
import { defineReader } from '../reader.ts';
import { parseXml, UnsafeXmlError } from '../xml.ts';

export default defineReader({
  mediaTypes: ['application/vnd.oasis.opendocument.text', 'application/vnd.oasis.opendocument.text-template'],
  extensions: ['odt', 'ott'],
  isolated: true,
  read(capture) {
    const opened = openPackage(capture.body);
    if (opened.refused !== undefined) return emptyDocument('odt', [opened.refused]);
    try {
      const $ = parseXml(opened.parts.get('content.xml'));
      const body = $('office\\:text')[0];
      if (!body) return emptyDocument('odt', ['broken']);
      const html = new TextWriter(packageStyles(opened.parts)).body(body);
      const flags = parseTree(html).text().trim() === '' ? ['no-text'] : [];
      return documentFrom('odt', html, packageHead(opened.parts), flags);
    } catch (error) {
      // What is wrong is in the bytes: XML that no office program writes.
      return emptyDocument('odt', [error instanceof UnsafeXmlError ? 'unsafe' : 'broken']);
    }
  },
});
