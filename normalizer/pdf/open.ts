/** Opens a PDF with pdf.js (by way of unpdf) so that nothing in it is run, fetched, drawn or decoded but its text. */
import type { PDFDocumentProxy, PDFPageProxy } from 'unpdf/pdfjs';

/** A PDF that could not be opened, and why. */
export type Unopened = 'encrypted' | 'broken';

/** pdf.js hands fonts over with a method that Node has from version 21 on; here a copy does as well. */
function provideTransfer(): void {
  if ('transferToFixedLength' in ArrayBuffer.prototype) return;
  Object.defineProperty(ArrayBuffer.prototype, 'transferToFixedLength', {
    configurable: true,
    writable: true,
    value(this: ArrayBuffer, length: number = this.byteLength): ArrayBuffer {
      const copy = new Uint8Array(length);
      copy.set(new Uint8Array(this, 0, Math.min(length, this.byteLength)));
      return copy.buffer;
    },
  });
}

/** Opens the bytes; a document that asks for a password or is no PDF gives the reason. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy | Unopened> {
  const { getDocumentProxy } = await import('unpdf');
  provideTransfer();
  try {
    return await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      // Every picture is larger than this, so that none is decoded.
      maxImageSize: 1,
      enableXfa: false,
      disableFontFace: true,
      useSystemFonts: false,
      useWorkerFetch: false,
      useWasm: false,
    });
  } catch (error) {
    return error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'broken';
  }
}

/** The names of fonts in the document whose letters are bold, filled in page by page. */
export class BoldFonts {
  readonly #bold = new Map<string, boolean>();

  /** Looks the fonts of a page up. pdf.js tells their names only after going through the page's drawing operators. */
  async learn(page: PDFPageProxy, fonts: Iterable<string>): Promise<void> {
    const unknown = [...fonts].filter((font) => !this.#bold.has(font));
    if (unknown.length === 0) return;
    try {
      await page.getOperatorList({ annotationMode: 0 });
    } catch {
      // Broken drawing operators: the text stands, only its weight stays unknown.
    }
    // The fonts are filed in a later turn than the one that the operators came in.
    await new Promise((resolve) => setImmediate(resolve));
    for (const font of unknown) this.#bold.set(font, isBoldFont(page, font));
  }

  has(font: string): boolean {
    return this.#bold.get(font) ?? false;
  }
}

function isBoldFont(page: PDFPageProxy, font: string): boolean {
  if (!page.commonObjs.has(font)) return false;
  const { name, bold, black } = page.commonObjs.get(font) as { name?: string; bold?: boolean; black?: boolean };
  return Boolean(bold || black) || /bold|black|heavy|[-, ]bd(mt)?\b|demi/i.test(name ?? '');
}
