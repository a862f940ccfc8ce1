import { decodeText } from '../charset.ts';
import { readHead } from '../head.ts';
import { parseMarkup } from '../parse.ts';
import { defineReader } from '../reader.ts';

/** Web pages, in whatever encoding they really are. */
export default defineReader({
  mediaTypes: ['text/html', 'application/xhtml+xml'],
  extensions: ['html', 'htm', 'xhtml', 'aspx', 'php', 'cfm', 'jsp'],
  isolated: false,
  read(capture, charset) {
    const { $, document, flags } = parseMarkup(decodeText(capture.body, charset));
    return { format: 'html', $, head: readHead(document, capture.url), bare: false, flags };
  },
});
