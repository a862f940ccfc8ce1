/** Which addresses and media types are documents, and which are nothing that we gather. */
import { safeDecode } from './address.ts';
import { REMEMBERED, remembered } from './memo.ts';

const DOCUMENT_NAME = /\.(pdf|docx?|pptx?|ppsx|odt|odp|ods|xlsx?|rtf)$/i;
const DOCUMENT_TYPES = new Set([
  'application/pdf',
  'application/msword',
  'application/vnd.ms-powerpoint',
  'application/vnd.ms-excel',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.openxmlformats-officedocument.presentationml.slideshow',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.presentation',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/rtf',
  'text/rtf',
]);
/** Sent for documents by servers that don't know better. */
const VAGUE_TYPES = new Set([
  '',
  'application/octet-stream',
  'application/force-download',
  'application/x-download',
  'binary/octet-stream',
  'application/download',
]);
const PAGE_TYPES = new Set(['text/html', 'application/xhtml+xml']);
const LIST_TYPES = /^(application|text)\/(([\w.-]+\+)?(xml|json)|rss|atom)$/;
const ASSET =
  /\.(css|m?js|map|png|jpe?g|gif|svg|webp|avif|ico|bmp|tiff?|woff2?|ttf|otf|eot|mp[34]|m4[av]|mov|avi|wmv|webm|ogg|wav|zip|rar|7z|gz|exe|dmg|ics|vcf|kml)$/i;

/** Whether an address names a document: in its last part, in an earlier one (`getfile.php/…/Referat.pdf`), or in its query. */
export const isDocumentAddress = remembered(REMEMBERED, (address): boolean => {
  const url = new URL(address);
  const parts = [...url.pathname.split('/').slice(1), ...url.searchParams.values()];
  return parts.some((part) => DOCUMENT_NAME.test(safeDecode(part)));
});

/** Whether a link's words or its `type` say that a document lies behind it. */
export function isDocumentLink(text: string, type: string | undefined): boolean {
  return (
    DOCUMENT_TYPES.has(type?.split(';', 1)[0]?.trim().toLowerCase() ?? '') ||
    DOCUMENT_NAME.test(text.trim()) ||
    /[([](pdf|docx?|pptx?|xlsx?|odt|odp)\b[^)\]]{0,20}[)\]]\s*$/i.test(text)
  );
}

/** Whether an address is an image, a script or another thing that holds no text for us. */
export function isAsset(address: string): boolean {
  return ASSET.test(safeDecode(new URL(address).pathname));
}

/** What stands behind a media type: a page, a document, a machine-readable list, or nothing for us. */
export function contentOf(mediaType: string, address: string): 'page' | 'document' | 'list' | 'other' {
  if (PAGE_TYPES.has(mediaType)) return 'page';
  if (DOCUMENT_TYPES.has(mediaType)) return 'document';
  if (VAGUE_TYPES.has(mediaType)) return isDocumentAddress(address) ? 'document' : mediaType === '' ? 'page' : 'other';
  if (LIST_TYPES.test(mediaType)) return 'list';
  return mediaType === 'text/plain' ? 'list' : 'other';
}
