/** Feeds: RSS, RDF, Atom and JSON Feed. */

import { Parser } from 'htmlparser2';
import { canonicalAddress } from './address.ts';
import { fold, textOf } from './page-links.ts';
import { parseHtml } from './parse-html.ts';

/** One entry. */
export interface FeedEntry {
  url: string;
  title?: string;
  /** Plain text, at most 500 characters. */
  summary?: string;
  /** ISO 8601. */
  published?: string;
  updated?: string;
  /** Documents that the entry carries along. */
  enclosures: string[];
}

/** Reads a feed; `undefined` when the text is none. */
export function readFeed(text: string, base: string): FeedEntry[] | undefined {
  const head = text.slice(0, 2000);
  if (/^\s*\{/.test(head)) return jsonFeed(text, base);
  return /<(rss|feed|rdf:RDF)\b/i.test(head) ? xmlFeed(text, base) : undefined;
}

type Raw = Record<string, string>;

function xmlFeed(text: string, base: string): FeedEntry[] {
  const entries: FeedEntry[] = [];
  let raw: Raw | undefined;
  let enclosures: string[] = [];
  const open: string[] = [];
  const parser = new Parser(
    {
      onopentag(name, attribs) {
        const tag = name.toLowerCase();
        open.push(tag);
        if (tag === 'item' || tag === 'entry') [raw, enclosures] = [{}, []];
        if (raw && tag === 'enclosure' && attribs.url) enclosures.push(attribs.url);
        if (raw && tag === 'link' && attribs.href) readLink(raw, attribs, enclosures);
      },
      ontext(data) {
        const tag = open.at(-1);
        const parent = open.at(-2);
        if (raw && tag && (parent === 'item' || parent === 'entry')) raw[tag] = (raw[tag] ?? '') + data;
      },
      onclosetag(name) {
        open.pop();
        if (!raw || !/^(item|entry)$/i.test(name)) return;
        const entry = toEntry(raw, enclosures, base);
        if (entry) entries.push(entry);
        raw = undefined;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  return entries;
}

function readLink(raw: Raw, attribs: Record<string, string>, enclosures: string[]): void {
  const rel = attribs.rel ?? 'alternate';
  if (rel === 'enclosure' && attribs.href) enclosures.push(attribs.href);
  if (rel === 'alternate') raw.href ??= attribs.href ?? '';
}

function toEntry(raw: Raw, enclosures: string[], base: string): FeedEntry | undefined {
  const guid = /^https?:\/\//.test(raw.guid ?? raw.id ?? '') ? (raw.guid ?? raw.id) : undefined;
  const url = canonicalAddress(raw.href || raw.link?.trim() || guid || '', base);
  if (!url) return undefined;
  return {
    url,
    ...optional('title', plain(raw.title)),
    ...optional('summary', plain(raw.description ?? raw.summary)?.slice(0, 500)),
    ...optional('published', isoDate(raw.pubdate ?? raw.published ?? raw['dc:date'])),
    ...optional('updated', isoDate(raw.updated ?? raw['atom:updated'] ?? raw['dcterms:modified'])),
    enclosures: enclosures.flatMap((address) => canonicalAddress(address, base) ?? []),
  };
}

function jsonFeed(text: string, base: string): FeedEntry[] | undefined {
  const feed = tryJson(text);
  if (!isRecord(feed) || !String(feed.version ?? '').includes('jsonfeed.org') || !Array.isArray(feed.items))
    return undefined;
  return feed.items.filter(isRecord).flatMap((item) => {
    const raw: Raw = {};
    for (const [key, value] of Object.entries(item)) if (typeof value === 'string') raw[key] = value;
    const files = Array.isArray(item.attachments)
      ? item.attachments.filter(isRecord).map((file) => String(file.url ?? ''))
      : [];
    const renamed: Raw = {
      href: raw.url ?? raw.external_url ?? '',
      title: raw.title ?? '',
      summary: raw.summary ?? '',
    };
    const entry = toEntry(
      { ...renamed, published: raw.date_published ?? '', updated: raw.date_modified ?? '' },
      files,
      base,
    );
    return entry ? [entry] : [];
  });
}

/** `JSON.parse` that gives `undefined` for what is no JSON. */
export function tryJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    // HTML where JSON was promised is an everyday thing.
    return undefined;
  }
}

/** Whether a value is a plain object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function plain(html: string | undefined): string | undefined {
  return html === undefined ? undefined : fold(parseHtml(html).children.map(textOf).join(' '));
}

/** A date of RSS (RFC 822) or ISO 8601. ISO stays as it is given; `undefined` for what is no date. */
function isoDate(value: string | undefined): string | undefined {
  const text = value?.trim() ?? '';
  if (/^\d{4}-\d{2}-\d{2}/.test(text)) return text;
  const at = /^([A-Z][a-z]{2,8},? )?\d{1,2} [A-Z][a-z]{2,8} \d{4}/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}

function optional<K extends string>(key: K, value: string | undefined): { [P in K]?: string } {
  return (value ? { [key]: value } : {}) as { [P in K]?: string };
}
