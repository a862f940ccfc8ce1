/** robots.txt after RFC 9309: our own parser and matcher (STANDARDS B1.1–B1.4). */

/** What a robots.txt says to us. */
export interface Robots {
  /** Whether a path with its query may be asked for. */
  isAllowed(url: string): boolean;
  /** Seconds between requests, of the group that holds for us. */
  crawlDelay: number | undefined;
  /** Sitemaps named in it, as written. */
  sitemaps: string[];
}

interface Group {
  agents: string[];
  rules: Rule[];
  delay?: number;
}

interface Rule {
  allow: boolean;
  pattern: string;
}

/** RFC 9309 2.5: at least 500 KiB are read; the rest may be ignored. */
export const ROBOTS_BYTES = 500 * 1024;

/** A longer Crawl-delay is taken for this: one page a day would be none. */
const LONGEST_DELAY_SECONDS = 300;

/** Everything allowed: no robots.txt, or none that counts. */
export const ALLOW_ALL: Robots = { isAllowed: () => true, crawlDelay: undefined, sitemaps: [] };
/** Nothing allowed: robots.txt couldn't be reached or we are kept from it. */
export const DISALLOW_ALL: Robots = { isAllowed: () => false, crawlDelay: undefined, sitemaps: [] };

/** Reads a robots.txt for the product token `agent` (a full User-Agent is cut to its token). */
export function parseRobots(text: string, agent: string): Robots {
  const { groups, sitemaps } = groupsOf(text.slice(0, ROBOTS_BYTES));
  const token = productToken(agent);
  const own = groups.filter((group) => group.agents.includes(token));
  const chosen = own.length > 0 ? own : groups.filter((group) => group.agents.includes('*'));
  const rules = chosen.flatMap((group) => group.rules);
  const delays = chosen.flatMap((group) => group.delay ?? []);
  return {
    isAllowed: (url) => verdict(url, rules),
    crawlDelay: delays.length > 0 ? Math.max(...delays) : undefined,
    sitemaps,
  };
}

/** RFC 9309 2.2.1: letters, `_` and `-` at the start. */
function productToken(agent: string): string {
  return /^[a-z_-]+/i.exec(agent.trim())?.[0].toLowerCase() ?? '';
}

function groupsOf(text: string): { groups: Group[]; sitemaps: string[] } {
  const groups: Group[] = [];
  const sitemaps: string[] = [];
  let collecting = false;
  for (const [key, value] of linesOf(text)) {
    const group = groups.at(-1);
    if (key === 'user-agent') {
      const agent = value === '*' ? '*' : productToken(value);
      if (collecting && group) group.agents.push(agent);
      else groups.push({ agents: [agent], rules: [] });
      collecting = true;
    } else if (key === 'sitemap') {
      // A line of its own: it neither closes a group nor belongs to one.
      sitemaps.push(value);
    } else if (group && (key === 'allow' || key === 'disallow')) {
      collecting = false;
      if (value !== '') group.rules.push({ allow: key === 'allow', pattern: encode(value) });
    } else if (group && key === 'crawl-delay') {
      collecting = false;
      const delay = Number(value.replace(',', '.'));
      if (Number.isFinite(delay) && delay >= 0)
        group.delay = Math.max(group.delay ?? 0, Math.min(delay, LONGEST_DELAY_SECONDS));
    }
  }
  return { groups, sitemaps };
}

function* linesOf(text: string): Generator<[string, string]> {
  // A byte order mark counts for nothing, whether decoded or seen as three Latin-1 letters.
  for (const line of text.replace(/^(\uFEFF|\u00EF\u00BB\u00BF)/, '').split(/\r\n|\r|\n/)) {
    const [, key, value] = /^\s*([\w-]+)\s*:\s*(.*)$/.exec(line.replace(/#.*$/, '')) ?? [];
    if (key !== undefined && value !== undefined) yield [spelling(key.toLowerCase()), value.trim()];
  }
}

/** Misspellings that the large crawlers accept as well. */
function spelling(key: string): string {
  if (/^(dissallow|dissalow|disalow|diasllow|disallaw)$/.test(key)) return 'disallow';
  return key === 'useragent' ? 'user-agent' : key;
}

/** Percent-encodes what isn't ASCII and brings escapes to upper case, so that rules and addresses compare octet by octet. */
function encode(path: string): string {
  return path.replace(/[^\x21-\x7e]+/g, percentEncoded).replace(/%[0-9a-f]{2}/gi, (code) => {
    const character = String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return /[A-Za-z0-9\-._~]/.test(character) ? character : code.toUpperCase();
  });
}

function percentEncoded(text: string): string {
  return [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
}

function verdict(url: string, rules: Rule[]): boolean {
  const { pathname, search } = new URL(url);
  if (pathname === '/robots.txt') return true;
  const path = encode(pathname + search);
  let best: Rule | undefined;
  for (const rule of rules) {
    if (!matches(path, rule.pattern)) continue;
    const longer = rule.pattern.length - (best?.pattern.length ?? -1);
    if (longer > 0 || (longer === 0 && rule.allow)) best = rule;
  }
  return best?.allow ?? true;
}

/** Greedy matching of `*` and a final `$`, in time proportional to path times pattern at worst. */
function matches(path: string, pattern: string): boolean {
  const anchored = pattern.endsWith('$');
  const parts = (anchored ? pattern.slice(0, -1) : pattern).split('*');
  const first = parts.shift() ?? '';
  if (!path.startsWith(first)) return false;
  const last = parts.length > 0 && anchored ? (parts.pop() ?? '') : undefined;
  let at = first.length;
  for (const part of parts) {
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  if (!anchored) return true;
  return last === undefined ? at === path.length : path.length - last.length >= at && path.endsWith(last);
}
