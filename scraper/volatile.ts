/**
 * What of an HTML page changes by itself: comments, scripts and styles, nonces, tokens in hidden inputs, generated ids, cache-busting queries. Two
 * answers that differ only there are the same page, and the second is not stored.
 */
import { createHash, type Hash } from 'node:crypto';
import { Parser } from 'htmlparser2';
import { DEEPEST_NESTING, TooDeepError } from './parse-html.ts';

/** Elements whose content no reader of the page sees. JSON-LD is a script, but speaks of the page. */
const SILENT = new Set(['script', 'style', 'template', 'noscript', 'svg', 'iframe']);
/** Attributes that hold looks, wiring or one-time values. Ids are generated more often than linked to. */
const UNSTEADY =
  /^(id|for|style|nonce|integrity|crossorigin|srcset|sizes|width|height|src|action|on\w+|aria-(controls|labelledby|describedby|owns|activedescendant)|data-.*(id|token|nonce|csrf|hash|time|timestamp|session|request|cache|key|version|src|style|settings).*)$/;
const UNSTEADY_META =
  /csrf|token|nonce|session|request-?id|trace|generat|version|build|cache|expires|msapplication|theme-color/i;
/** Links in the head that say what the page is; the others load its looks. */
const STEADY_LINK = /\b(canonical|alternate|next|prev|shortlink)\b/i;
const UNSTEADY_QUERY =
  /^(_|cb|nocache|cachebuster?|rnd|rand|random|nonce|_wpnonce|token|csrf\w*|__\w+|sid|session\w*|phpsessid|jsessionid|ts|timestamp)$/i;

/** A digest of what a reader or a machine can learn from a page. `html` may be broken; unclosed silent elements hide the rest of it. */
export function steadyDigest(html: string): string {
  const hash = createHash('sha256');
  let silent = 0;
  let isData = false;
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1;
        if (depth > DEEPEST_NESTING) throw new TooDeepError();
        isData = name === 'script' && /^application\/ld\+json/i.test(attributes.type ?? '');
        if (SILENT.has(name) && !isData) silent += 1;
        else if (silent === 0) addTag(hash, name, attributes);
      },
      ontext(text) {
        if (silent === 0) addText(hash, text);
      },
      onclosetag(name) {
        depth -= 1;
        if (SILENT.has(name) && !isData) silent = Math.max(0, silent - 1);
        else if (silent === 0 && !isData) hash.update(`</${name}>`);
        if (name === 'script') isData = false;
      },
    },
    { decodeEntities: true },
  );
  try {
    parser.end(html);
  } catch (error) {
    if (!(error instanceof TooDeepError)) throw error;
    // No honest page: its very bytes are compared.
    hash.update(html);
  }
  return hash.digest('hex');
}

function addTag(hash: Hash, name: string, attributes: Record<string, string>): void {
  if (name === 'input' && /^hidden$/i.test(attributes.type ?? '')) return;
  if (name === 'link' && !STEADY_LINK.test(attributes.rel ?? '')) return;
  if (name === 'meta' && UNSTEADY_META.test(attributes.name ?? attributes.property ?? attributes['http-equiv'] ?? ''))
    return;
  const kept = Object.entries(attributes)
    .filter(([key]) => !UNSTEADY.test(key))
    .map(([key, value]) => `${key}=${key === 'href' ? steadyAddress(value) : value}`);
  hash.update(`<${[name, ...kept].join('\u0000')}>`);
}

/** White space is looks, but a space between words isn't none. */
function addText(hash: Hash, text: string): void {
  const folded = text.replace(/\s+/g, ' ');
  if (folded !== ' ') hash.update(folded.trim());
}

function steadyAddress(href: string): string {
  const [path = '', query] = href.split('?', 2);
  if (query === undefined) return href;
  const kept = query.split('&').filter((pair) => !UNSTEADY_QUERY.test(pair.split('=', 1)[0] ?? ''));
  return `${path}?${kept.join('&')}`;
}
