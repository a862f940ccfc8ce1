/** What a page says of itself outside its content. */
import { type Document, isTag, isText } from 'domhandler';
import type { Head } from './page.ts';
import { byTag, firstByTag } from './tags.ts';
import { foldSpace } from './text.ts';
import { ancestors, attribute, childrenOf, findElement } from './tree.ts';

const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);
const MOST_OBJECTS = 500;

/** Reads title, metadata, canonical address, declared language and JSON-LD of a parsed page. Never throws. */
export function readHead(document: Document, url: string): Head {
  const html = firstByTag(document, 'html');
  const title = byTag(document, 'title').find((element) => ![...ancestors(element)].some((a) => a.name === 'svg'));
  const canonical = absolute(linkTo(document, 'canonical'), url);
  const language = html === undefined ? '' : attribute(html, 'lang') || attribute(html, 'xml:lang');
  const head: Head = { meta: readMeta(document), jsonLd: readJsonLd(document) };
  if (title !== undefined && ownText(title) !== '') head.title = ownText(title);
  if (canonical !== undefined) head.canonical = canonical;
  if (language !== '') head.language = language;
  return head;
}

function ownText(element: Parameters<typeof childrenOf>[0]): string {
  return foldSpace(
    childrenOf(element)
      .map((node) => (isText(node) ? node.data : ''))
      .join(''),
  );
}

function linkTo(document: Document, rel: string): string {
  const link = findElement(
    document,
    (e) => e.name === 'link' && attribute(e, 'rel').toLowerCase().split(/\s+/).includes(rel),
  );
  return link === undefined ? '' : attribute(link, 'href');
}

function absolute(href: string, base: string): string | undefined {
  if (href === '' || !URL.canParse(href, base)) return undefined;
  const url = new URL(href, base);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined;
}

function readMeta(document: Document): Map<string, string[]> {
  const meta = new Map<string, string[]>();
  for (const element of byTag(document, 'meta')) {
    const name = ['name', 'property', 'itemprop', 'http-equiv']
      .map((key) => attribute(element, key))
      .find((v) => v !== '');
    const value = foldSpace(attribute(element, 'content'));
    if (name === undefined || value === '') continue;
    const key = name.toLowerCase();
    meta.set(key, [...(meta.get(key) ?? []), value]);
  }
  return meta;
}

function readJsonLd(document: Document): Record<string, unknown>[] {
  const objects: Record<string, unknown>[] = [];
  for (const script of byTag(document, 'script')) {
    if (!attribute(script, 'type').toLowerCase().startsWith('application/ld+json')) continue;
    flatten(
      parseLoosely(
        childrenOf(script)
          .map((node) => (isText(node) ? node.data : ''))
          .join(''),
      ),
      objects,
      0,
    );
  }
  return objects;
}

/** Broken JSON says nothing; keys that could reach a prototype are dropped while reading. */
function parseLoosely(text: string): unknown {
  const json = text
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>)\s*$/, '');
  try {
    return JSON.parse(json, (key, value: unknown) => (FORBIDDEN_KEYS.has(key) ? undefined : value));
  } catch {
    return undefined; // pages with broken JSON-LD are many; the visible page is read all the same
  }
}

function flatten(value: unknown, objects: Record<string, unknown>[], depth: number): void {
  if (objects.length >= MOST_OBJECTS || depth > 8 || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const member of value) flatten(member, objects, depth + 1);
    return;
  }
  const object = value as Record<string, unknown>;
  if (Object.keys(object).some((key) => key !== '@context' && key !== '@graph')) objects.push(object);
  flatten(object['@graph'], objects, depth + 1);
  flatten(object.mainEntity, objects, depth + 1);
  flatten(object.mainEntityOfPage, objects, depth + 1);
}

/** True for elements that only belong in a page's head. */
export function isHeadElement(node: Parameters<typeof childrenOf>[0]): boolean {
  return isTag(node) && ['head', 'title', 'meta', 'link', 'base'].includes(node.name);
}
