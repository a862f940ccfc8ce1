/** Addresses in one canonical form, so that one page is one page however it was linked to. */

import { REMEMBERED, remembered } from './memo.ts';

/** Query parameters that say who clicked or in which session, never what to show. */
const TRACKING =
  /^(utm_\w+|ns_\w+|mtm_\w+|pk_\w+|piwik_\w+|hsa_\w+|_hs\w+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|igshid|mc_cid|mc_eid|_ga|_gl|tve|uid|sessionid|session_id|phpsessid|jsessionid|aspxerrorpath)$/i;
const SESSION_IN_PATH = /;jsessionid=[^/?#]*/gi;
/** Longer addresses are refused (STANDARDS C1.6). */
const LONGEST = 2083;

/**
 * The canonical form of an address, or `undefined` when it is none that can be gathered (another scheme, no host, too long).
 * Idempotent. Keeps what may tell pages apart: scheme, www, the slash at the end, case of the path, order of the query.
 */
export function canonicalAddress(url: string, base?: string): string | undefined {
  // What begins at the root is the same on every page of a site, and stands on all of them.
  if (base === undefined || /^https?:\/\/[^?#\\]*$/i.test(url)) return canonical(url);
  const root = /^\/(?![/\\])/.test(url) ? rootOf(base) : undefined;
  return root === undefined ? canonicalise(url, base) : canonical(`${root}${url}`);
}

/** Scheme and host of an address, as written. */
const rootOf = remembered(REMEMBERED, (base) => /^https?:\/\/[^/?#\\\s@]+/i.exec(base)?.[0]);

const canonical = remembered(REMEMBERED, (url) => canonicalise(url));

function canonicalise(url: string, base?: string): string | undefined {
  let address = tidied(url, base);
  // What a step takes away may leave something for the step before it (`..;jsessionid=1`): until nothing changes.
  for (let round = 0; address !== undefined && round < 4; round += 1) {
    const again = tidied(address);
    if (again === address) return address.length <= LONGEST ? address : undefined;
    address = again;
  }
  return undefined;
}

function tidied(url: string, base?: string): string | undefined {
  const parsed = parse(url, base);
  if (!parsed || !/^https?:$/.test(parsed.protocol)) return undefined;
  const host = parsed.hostname.replace(/(?<!\.)\.+$/, '');
  if (host === '') return undefined;
  const path = normalisePercent(parsed.pathname.replace(SESSION_IN_PATH, '')) || '/';
  return `${parsed.protocol}//${host}${parsed.port && `:${parsed.port}`}${path}${keptQuery(parsed.search)}`;
}

function parse(url: string, base?: string): URL | undefined {
  try {
    return new URL(url.trim(), base);
  } catch {
    // Authors write impossible addresses; such a link leads nowhere.
    return undefined;
  }
}

function keptQuery(search: string): string {
  const kept = search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !TRACKING.test(safeDecode(pair.split('=', 1)[0] ?? '')));
  return kept.length ? `?${normalisePercent(kept.join('&'))}` : '';
}

/** RFC 3986 6.2.2: hex digits in upper case, unreserved characters unescaped. */
function normalisePercent(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => {
    const character = String.fromCharCode(Number.parseInt(hex, 16));
    return /[A-Za-z0-9\-._~]/.test(character) ? character : `%${hex.toUpperCase()}`;
  });
}

/** `decodeURIComponent` that leaves malformed escapes as they are. */
export function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone % or bytes that aren't UTF-8: the raw text is all there is.
    return text;
  }
}

/** Host and port, the unit that politeness counts by. */
export function hostOf(url: string): string {
  return new URL(url).host;
}

/** Host without a leading `www.`, with its port: the same for addresses of one site. */
export function siteOf(url: string): string {
  return hostOf(url).replace(/^www\./, '');
}

/** Scheme, host and port, without a slash at the end. */
export function originOf(url: string): string {
  return new URL(url).origin;
}
