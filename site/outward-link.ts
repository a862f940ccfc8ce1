/** Links that leave the site: only http(s), never with credentials, and the host is shown (STANDARDS C2.20). */
import { type Hole, type Html, html } from './html.ts';

/** An address parsed for linking; undefined unless it is plain http(s) without user name or password. */
export function outwardAddress(address: string): URL | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  const plain = (url.protocol === 'https:' || url.protocol === 'http:') && url.username === '' && url.password === '';
  return plain && url.hostname !== '' ? url : undefined;
}

/** The host as people should see it: punycode stays punycode, `www.` goes. Empty when the address is no link. */
export function shownHost(address: string): string {
  return outwardAddress(address)?.host.replace(/^www\./, '') ?? '';
}

/** Options of {@link outwardLink}. */
export interface OutwardLinkOptions {
  /** Extra attributes, made by us. */
  attributes?: Html;
  /** Print the host after the text; default true. */
  host?: boolean;
}

/** A link out of the site with its host behind it; only the text when the address must not be linked. */
export function outwardLink(address: string, text: Hole, options: OutwardLinkOptions = {}): Html {
  const url = outwardAddress(address);
  if (!url) return html`<span>${text}</span>`;
  const host = options.host === false ? html`` : html` <span class="host">${shownHost(address)}</span>`;
  return html`<a href="${url.href}" rel="noopener nofollow external"${options.attributes}>${text}</a>${host}`;
}
