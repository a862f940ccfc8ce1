/** Documents whose addresses don't say that they are any: "/fil/91" was a PDF when it was fetched. */
import type { KnownPage } from '../scraper/index.ts';
import { documentFormat } from './document-link.ts';
import { readerFor } from './readers.ts';

/** Addresses (aliases too) of fetched documents, with the format in which each came. Those that their address tells are left out. */
export function capturedDocuments(known: readonly KnownPage[]): [url: string, format: string][] {
  return known.flatMap(({ role, url, aliases, mediaType }) => {
    const format = role === 'document' ? readerFor(mediaType ?? '', url)?.name : undefined;
    if (format === undefined || format === 'html') return [];
    return [url, ...aliases].flatMap((one): [string, string][] =>
      documentFormat(one, '') === undefined ? [[one, format]] : [],
    );
  });
}
