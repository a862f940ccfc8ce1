/** What a page says of itself outside its content. */
import { type Document, type Element, isTag, isText } from 'domhandler';
import type { Head } from './page.ts';
import { foldSpace } from './text.ts';
import { ancestors, attribute, childrenOf, findElements } from './tree.ts';

const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);
const MOST_OBJECTS = 500;

/** Reads title, metadata, canonical address, declared language and JSON-LD of a parsed page. Never throws. */
export function readHead(document: Document, url: string): Head {
  const parts = findElements(document, (element) => PARTS.has(element.name));
  const html = parts.find((element) => element.name === 'html');
  const title = parts.find((element) => element.name === 'title' && !isInDrawing(element));
  const canonical = absolute(linkTo(parts, 'canonical'), url);
  const language = html === undefined ? '' : attribute(html, 'lang') || attribute(html, 'xml:lang');
  const head: Head = { meta: readMeta(parts), jsonLd: readJsonLd(parts) };
  if (title !== undefined && ownText(title) !== '') head.title = ownText(title);
  if (canonical !== undefined) head.canonical = canonical;
  if (language !== '') head.language = language;
  return head;
}

const PARTS = new Set(['html', 'title', 'link', 'meta', 'script']);

function isInDrawing(element: Element): boolean {
  return [...ancestors(element)].some((a) => a.name === 'svg');
}

function ownText(element: Parameters<typeof childrenOf>[0]): string {
  return foldSpace(
    childrenOf(element)
      .map((node) => (isText(node) ? node.data : ''))
      .join(''),
  );
}

function linkTo(parts: readonly Element[], rel: string): string {
  const link = parts.find((e) => e.name === 'link' && attribute(e, 'rel').toLowerCase().split(/\s+/).includes(rel));
  return link === undefined ? '' : attribute(link, 'href');
}

function absolute(href: string, base: string): string | undefined {
  if (href === '' || !URL.canParse(href, base)) return undefined;
  const url = new URL(href, base);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined;
}

function readMeta(parts: readonly Element[]): Map<string, string[]> {
  const meta = new Map<string, string[]>();
  for (const element of parts) {
    if (element.name !== 'meta') continue;
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

function readJsonLd(parts: readonly Element[]): Record<string, unknown>[] {
  const objects: Record<string, unknown>[] = [];
  for (const script of parts) {
    if (script.name !== 'script' || !attribute(script, 'type').toLowerCase().startsWith('application/ld+json'))
      continue;
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
