/** What an HTML page links to, in the order of the page, with the words around each link. Nothing here knows a site's class names. */
import { type AnyNode, type Element, isTag, isText } from 'domhandler';
import { canonicalAddress } from './address.ts';
import { parseHtml } from './parse-html.ts';

/** One link. */
export interface Link {
  /** Canonical address. */
  url: string;
  /** The link's own words, or its heading's where the link wraps a whole card; white space folded. */
  text: string;
  /** What else stands in the smallest box that holds this link and no other; '' in menus. */
  beside: string;
  /** A `<time datetime>` or a date in digits beside it, as ISO 8601. */
  date?: string;
  /** The last heading, summary, tab or label before it. */
  label: string;
  rel: string[];
  type?: string;
  /** Stands in navigation, header, footer or another landmark that isn't content. */
  isChrome: boolean;
}

/** What a page says of itself and links to. */
export interface PageLinks {
  title: string;
  links: Link[];
  /** `<link rel=next>` and other links in the head that lead to lists. */
  next: string[];
  feeds: string[];
  /** `<link rel="https://api.w.org/">`: the root of a WordPress interface. */
  api?: string;
  generator: string;
  /** `<meta name=robots>` (also for our own name). */
  nofollow: boolean;
  hasPassword: boolean;
  /** Visible text's length outside landmarks, and how much of it stands in links to other pages. */
  textLength: number;
  linkTextLength: number;
  /** The beginning of the visible text. */
  text: string;
  /** The same outside landmarks that aren't content. */
  ownText: string;
  /** Where a `<meta http-equiv=refresh>` with a short delay sends the reader. */
  refresh?: string;
}

const CHROME_TAGS = new Set(['nav', 'header', 'footer', 'aside']);
const CHROME_ROLES = new Set(['navigation', 'banner', 'contentinfo', 'search', 'complementary']);
const SILENT = new Set(['script', 'style', 'template', 'noscript', 'svg', 'head', 'iframe', 'object']);
const LABELS = /^(h[1-6]|summary|dt|legend|caption|th)$/;
const TEXT_KEPT = 4000;
const LONGEST_LABEL = 200;

/** Reads the links of a page. `url` is the page's own address. */
export function pageLinks(html: string, url: string): PageLinks {
  const before = lately.get(url);
  if (before?.html === html) return before.page;
  const page = readLinks(html, url);
  lately.delete(url);
  lately.set(url, { html, page });
  for (const [oldest] of lately) {
    if (lately.size <= LATELY) break;
    lately.delete(oldest);
  }
  return page;
}

/** Drops what is remembered of a page that nobody will look at again: what lives on for long costs memory twice. */
export function forgetPageLinks(url: string): void {
  lately.delete(url);
}

/** A page is looked at more than once on its way: by what tells impostors, by its platform, by what follows links. Oldest first. */
const lately = new Map<string, { html: string; page: PageLinks }>();
/** While one host's page is stored, the others' are read. */
const LATELY = 16;

function readLinks(html: string, url: string): PageLinks {
  const found: PageLinks = {
    title: '',
    links: [],
    next: [],
    feeds: [],
    generator: '',
    nofollow: false,
    hasPassword: false,
    textLength: 0,
    linkTextLength: 0,
    text: '',
    ownText: '',
  };
  const walk: Walk = { base: url, found, label: '' };
  for (const node of parseHtml(html).children) visit(node, walk, { isChrome: false, inLink: false });
  return found;
}

interface Walk {
  base: string;
  found: PageLinks;
  label: string;
}

interface Where {
  isChrome: boolean;
  inLink: boolean;
}

/** Depth is bounded by the parser's own stack; a page nested deeper than this is read that far. */
const DEEPEST = 400;

function visit(node: AnyNode, walk: Walk, where: Where, depth = 0): void {
  if (isText(node)) addText(node.data, walk, where);
  if (!isTag(node) || depth > DEEPEST) return;
  if (node.name === 'head') readHead(node, walk);
  if (SILENT.has(node.name)) return;
  const isNew = (!where.isChrome && isChrome(node)) || (!where.inLink && node.name === 'a');
  const inside = isNew
    ? { isChrome: where.isChrome || isChrome(node), inLink: where.inLink || node.name === 'a' }
    : where;
  if (node.name === 'base' || node.name === 'meta' || node.name === 'link') readHeadElement(node, walk);
  if (node.name === 'input' && node.attribs.type?.toLowerCase() === 'password') walk.found.hasPassword = true;
  if (isLabelElement(node)) walk.label = fold(textOf(node)).slice(0, LONGEST_LABEL) || walk.label;
  const href = node.name === 'a' || node.name === 'area' ? node.attribs.href : undefined;
  if (href !== undefined) addLink(node, href, walk, inside);
  for (const child of node.children) visit(child, walk, inside, depth + 1);
}

function addText(data: string, walk: Walk, where: Where): void {
  const { found } = walk;
  const text = fold(data);
  if (text === '') return;
  if (found.text.length < TEXT_KEPT) found.text += `${text} `;
  if (where.isChrome) return;
  if (found.ownText.length < TEXT_KEPT) found.ownText += `${text} `;
  found.textLength += text.length;
  if (where.inLink) found.linkTextLength += text.length;
}

function isChrome(node: Element): boolean {
  // A header or footer inside an article is the article's own.
  if (node.name === 'header' || node.name === 'footer') return !hasAncestor(node, /^(article|main|section|li)$/);
  return CHROME_TAGS.has(node.name) || CHROME_ROLES.has(node.attribs.role ?? '');
}

function hasAncestor(node: Element, names: RegExp): boolean {
  for (let at = node.parent; at; at = at.parent) if (isTag(at) && names.test(at.name)) return true;
  return false;
}

function isLabelElement(node: Element): boolean {
  if (LABELS.test(node.name) || node.attribs.role === 'heading' || node.attribs.role === 'tab') return true;
  return 'aria-expanded' in node.attribs || 'aria-controls' in node.attribs;
}

function readHead(head: Element, walk: Walk): void {
  for (const child of head.children) {
    if (!isTag(child)) continue;
    if (child.name === 'title') walk.found.title ||= fold(textOf(child));
    else readHeadElement(child, walk);
  }
}

function readHeadElement(node: Element, walk: Walk): void {
  const { attribs } = node;
  if (node.name === 'base' && attribs.href) walk.base = canonicalAddress(attribs.href, walk.base) ?? walk.base;
  if (node.name === 'meta') readMeta(attribs, walk);
  if (node.name !== 'link' || !attribs.href) return;
  const rel = (attribs.rel ?? '').toLowerCase().split(/\s+/);
  const url = canonicalAddress(attribs.href, walk.base);
  if (!url) return;
  if (rel.includes('https://api.w.org/')) walk.found.api = url;
  if (rel.includes('next')) walk.found.next.push(url);
  if (rel.includes('alternate') && /^application\/(rss|atom|feed)\+(xml|json)/i.test(attribs.type ?? ''))
    walk.found.feeds.push(url);
}

function readMeta(attribs: Record<string, string>, walk: Walk): void {
  const name = (attribs.name ?? attribs['http-equiv'] ?? '').toLowerCase();
  const content = attribs.content ?? '';
  if (name === 'generator') walk.found.generator ||= content;
  if ((name === 'robots' || name === 'samla') && /\b(nofollow|none)\b/i.test(content)) walk.found.nofollow = true;
  const refresh = name === 'refresh' ? /^\s*(\d+)[\s;,]*url\s*=\s*["']?([^"']+)/i.exec(content) : undefined;
  const target = refresh && Number(refresh[1]) <= 10 ? canonicalAddress(refresh[2] ?? '', walk.base) : undefined;
  if (target) walk.found.refresh = target;
}

function addLink(node: Element, href: string, walk: Walk, where: Where): void {
  if (/^\s*(#|mailto:|tel:|javascript:|data:)/i.test(href)) return;
  const url = canonicalAddress(href, walk.base);
  if (!url) return;
  const whole = fold(textOf(node));
  const text = headingIn(node) || whole || fold(node.attribs['aria-label'] ?? node.attribs.title ?? '');
  // A menu says nothing of where it leads, and stands on every page of a site.
  const { beside, date } = where.isChrome ? { beside: '' } : besideOf(node, text);
  walk.found.links.push({
    url,
    text: text.slice(0, 300),
    beside: beside.slice(0, 500),
    ...(date && { date }),
    label: walk.label === text ? '' : walk.label,
    rel: (node.attribs.rel ?? '').toLowerCase().split(/\s+/).filter(Boolean),
    ...(node.attribs.type && { type: node.attribs.type }),
    isChrome: where.isChrome,
  });
}

/** What else stands in the link's box, and the date in it. */
function besideOf(node: Element, text: string): { beside: string; date?: string | undefined } {
  const box = boxOf(node);
  const beside = fold(textOf(box)).replace(text, '').trim();
  return { beside, date: dateIn(box, beside) };
}

/** The largest box around a link that holds no link to elsewhere; a few steps up at most. */
function boxOf(link: Element): Element {
  let box = link;
  for (let step = 0; step < 5; step += 1) {
    const { parent } = box;
    if (!parent || !isTag(parent) || /^(body|main|ul|ol|table|tbody|section|html)$/.test(parent.name)) break;
    if (hasOtherLink(parent, link.attribs.href ?? '')) break;
    box = parent;
    if (/^(li|article|tr|dd)$/.test(box.name)) break;
  }
  return box;
}

function hasOtherLink(box: Element, href: string): boolean {
  const open: AnyNode[] = [...box.children];
  for (let at = open.pop(), seen = 0; at; at = open.pop(), seen += 1) {
    if (!isTag(at)) continue;
    if (seen > 200 || (at.name === 'a' && at.attribs.href !== undefined && at.attribs.href !== href)) return true;
    open.push(...at.children);
  }
  return false;
}

function headingIn(node: Element): string {
  for (const child of node.children) {
    if (!isTag(child)) continue;
    const text = /^h[1-6]$/.test(child.name) ? fold(textOf(child)) : headingIn(child);
    if (text) return text;
  }
  return '';
}

const DATE_IN_DIGITS = /(?<![\d.])(0?[1-9]|[12]\d|3[01])\.(0?[1-9]|1[0-2])\.((?:19|20)\d\d)(?![\d.]\d)/;

function dateIn(box: Element, beside: string): string | undefined {
  const machine = timeIn(box);
  if (machine) return machine;
  const [, day, month, year] = DATE_IN_DIGITS.exec(beside) ?? [];
  return day && month && year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : undefined;
}

function timeIn(node: Element): string | undefined {
  for (const child of node.children) {
    if (!isTag(child)) continue;
    const value = child.name === 'time' ? child.attribs.datetime?.trim() : timeIn(child);
    if (value && /^\d{4}-\d{2}-\d{2}/.test(value)) return value;
  }
  return undefined;
}

/** The text of an element with a space at every border. */
export function textOf(node: AnyNode): string {
  if (isText(node)) return node.data;
  if (!('children' in node) || (isTag(node) && SILENT.has(node.name) && node.name !== 'head')) return '';
  return node.children.map(textOf).join(' ');
}

/** Anything that folding would change beside the ends. */
const UNTIDY = /\u00AD|\s\s|[^\S ]/;

/** White space folded, soft hyphens dropped. */
export function fold(text: string): string {
  if (!UNTIDY.test(text)) return text.trim();
  return text
    .replace(/\u00AD/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
