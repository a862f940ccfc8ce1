/** What a link to a document looks like, before anything behind it is read. */

import { type AnyNode, type Element, isTag } from 'domhandler';
import { untilChanged } from './measures.ts';
import { linksIn } from './tags.ts';
import { attribute, textOf } from './tree.ts';

const FORMATS = new Map(
  Object.entries({
    pdf: 'pdf',
    doc: 'doc',
    docx: 'docx',
    dotx: 'docx',
    docm: 'docx',
    ppt: 'ppt',
    pptx: 'pptx',
    ppsx: 'pptx',
    pps: 'ppt',
    xls: 'xls',
    xlsx: 'xlsx',
    xlsm: 'xlsx',
    odt: 'odt',
    odp: 'odp',
    ods: 'ods',
    rtf: 'rtf',
    csv: 'csv',
    zip: 'zip',
    epub: 'epub',
  }),
);
const NAMED = /\(\s{0,3}(pdf|docx?|pptx?|xlsx?|odt|odp|ods|word|excel|powerpoint)\b/i;
const AT_END =
  /\b(pdf|docx|pptx|xlsx)\s{0,3}[).]?(?:\s{0,3}[,(]?\s{0,3}\d[\d.,]{0,6}\s{0,3}(?:kb|mb)\s{0,3}\)?)?\s{0,3}$/i;
const PROGRAMS: Record<string, string> = { word: 'docx', excel: 'xlsx', powerpoint: 'pptx' };
const PICTURES = /\.(?:jpe?g|png|gif|webp|svg|avif|mp4|mp3)$/i;

/** Hardly any link has an ending or a word of documents: the others need no closer look. */
const MAY_NAME = new RegExp(`\\.(?:${[...FORMATS.keys()].join('|')})(?:[?#&]|$)|[%\\s\\\\]`, 'i');
const MAY_SAY = /pdf|docx?|pptx?|xlsx?|od[tps]|word|excel|powerpoint/i;

/**
 * The format of the document that a link leads to (`pdf`, `docx` …), from the address' ending, its query (`?file=x.pdf`),
 * or from what the link says ("(PDF, 2 MB)"). `undefined` for links to pages and pictures.
 */
export function documentFormat(url: string, text: string): string | undefined {
  if (!(MAY_NAME.test(url) || MAY_SAY.test(text)) || !URL.canParse(url)) return undefined;
  const { pathname, search } = new URL(url);
  const format =
    ending(pathname) ?? [...new URLSearchParams(search).values()].map(ending).find((value) => value !== undefined);
  if (format !== undefined) return format;
  if (PICTURES.test(pathname)) return undefined;
  const said = (NAMED.exec(text) ?? AT_END.exec(text.slice(-60)))?.[1]?.toLowerCase();
  return said === undefined ? undefined : (PROGRAMS[said] ?? FORMATS.get(said));
}

function ending(name: string): string | undefined {
  return FORMATS.get(/\.([a-z]{3,4})$/i.exec(name.slice(-200))?.[1]?.toLowerCase() ?? '');
}

/** Whether some nodes are or hold a link to a document: whatever its words are, it is content. */
export function leadsToDocument(nodes: readonly AnyNode[]): boolean {
  return nodes.some(
    (node) =>
      isTag(node) && [node, ...linksIn(node)].some((e) => e.name === 'a' && hasDocumentAddress(attribute(e, 'href'))),
  );
}

/** Judged by the address alone: "Last ned som PDF" may lead to the page itself. */
function hasDocumentAddress(href: string): boolean {
  return documentFormat(href, '') !== undefined;
}

/** A link to a document. */
export interface DocumentLink {
  element: Element;
  url: string;
  text: string;
  format: string;
}

/** The links to documents below an element, in document order. */
export const documentLinks: (root: Element) => readonly DocumentLink[] = untilChanged((root: Element) => {
  const links = linksIn(root);
  return links.length === 0 ? NONE : links.flatMap(asDocument);
});

const NONE: readonly DocumentLink[] = [];

const asDocument = untilChanged((element: Element): readonly DocumentLink[] => {
  const url = attribute(element, 'href');
  const text = textOf(element);
  const format = documentFormat(url, text);
  return format === undefined ? NONE : [{ element, url, text, format }];
});
