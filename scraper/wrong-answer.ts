/** Tells content from everything else that servers answer with. */
import type { Cause } from './causes.ts';
import { decodeText } from './charset.ts';
import { contentOf } from './document-address.ts';
import { impostor } from './impostor.ts';
import { charsetOf, mediaTypeOf, type Response } from './transport.ts';

/** Why an answer isn't content. */
export function wrongAnswer(response: Response): Cause | undefined {
  const { status, headers, body } = response;
  const mediaType = mediaTypeOf(headers);
  const content = contentOf(mediaType, response.url);
  const text = content === 'page' || mediaType === '' ? decodeText(body, charsetOf(headers)) : '';
  const posing = impostor(text, response.url, headers);
  if (posing) return posing;
  if (status === 401 || status === 403 || status === 451) return 'forbidden';
  if (status === 404) return 'not-found';
  if (status === 410) return 'gone';
  if (status === 429) return 'rate-limited';
  if (status >= 500) return 'server-error';
  if (status < 200 || status >= 300) return 'client-error';
  if (content === 'other') return 'unwanted-type';
  return body.length === 0 || (content === 'page' && text.trim() === '') ? 'broken-body' : undefined;
}

/** The end of a sentence that begins with the address. */
export function describeWrong(cause: Cause, status: number): string {
  if (cause === 'challenge') return 'shows a robot check instead of the page';
  if (cause === 'login') return 'asks for a password';
  if (cause === 'parked') return 'is a parked domain';
  if (cause === 'unwanted-type') return 'holds neither a page nor a document';
  return cause === 'broken-body' ? 'is empty' : `answers ${status}`;
}
