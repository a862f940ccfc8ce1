/** Markup to a tree: htmlparser2 once, in its fast mode, with a bound on depth. */

import type { CheerioAPI } from 'cheerio';
import { load } from 'cheerio/slim';
import { type AnyNode, type Document, DomHandler, isTag } from 'domhandler';
import { Parser } from 'htmlparser2';
import { childrenOf, elementsOf, findElement, insertAt, makeElement } from './tree.ts';

const DEEPEST = 256;
const MOST_SKIPPED = 20_000;
const MOST_CHARACTERS = 12_000_000;

/** A tree and whether the markup was so deep or so long that something was left out. */
export interface Parsed {
  $: CheerioAPI;
  document: Document;
  flags: string[];
}

/**
 * Parses markup, whole page or fragment. The tree always has one `<body>`; elements deeper than 256 are flattened
 * into their ancestor (flag `too-deep`); text after 12 million characters is left out (flag `truncated`).
 */
export function parseMarkup(markup: string): Parsed {
  const handler = new BoundedHandler();
  const parser = new Parser(handler, { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true });
  const flags: string[] = [];
  try {
    parser.write(markup.length > MOST_CHARACTERS ? markup.slice(0, MOST_CHARACTERS) : markup);
    parser.end();
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    handler.onend(); // what was read until then stands
  }
  if (handler.everSkipped) flags.push('too-deep');
  if (markup.length > MOST_CHARACTERS) flags.push('truncated');
  ensureBody(handler.root);
  return { $: load(handler.root), document: handler.root, flags };
}

class TooDeep extends Error {}

/** Keeps the tree shallow: real pages are 30 deep, hostile ones 100,000. */
class BoundedHandler extends DomHandler {
  private skipped = 0;
  everSkipped = false;

  constructor() {
    super(undefined, { withStartIndices: true });
  }

  override onopentag(name: string, attribs: Record<string, string>): void {
    if (this.skipped === 0 && this.tagStack.length <= DEEPEST) {
      super.onopentag(name, attribs);
      return;
    }
    this.everSkipped = true;
    this.skipped += 1;
    if (this.skipped > MOST_SKIPPED) throw new TooDeep();
  }

  override onclosetag(): void {
    if (this.skipped > 0) this.skipped -= 1;
    else super.onclosetag();
  }
}

const HEAD_ONLY = new Set(['head', 'title', 'meta', 'link', 'base', 'html']);

/** A page without `<body>` (old templates, fragments) gets one round all that isn't head. */
function ensureBody(document: Document): void {
  if (findElement(document, (element) => element.name === 'body') !== undefined) return;
  const html = elementsOf(document).find((element) => element.name === 'html');
  const top = html ?? document;
  const nodes = childrenOf(top).filter((node) => !isTag(node) || !HEAD_ONLY.has(node.name));
  const body = makeElement('body', {}, nodes as AnyNode[]);
  insertAt(top, top.children.length, [body]);
}
