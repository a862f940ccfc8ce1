/** The shapes that readers make, clean-ups tidy and rules read. */
import type { CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';
import type { Community, Hint, Source } from '../scraper/index.ts';

/** What a document says of itself outside its content. */
export interface Head {
  /** `<title>`, or a document's own title property. */
  title?: string;
  /** `<meta>` by lower-case name or property; every value in order. */
  meta: Map<string, string[]>;
  /** `<link rel=canonical>`, absolute. */
  canonical?: string;
  /** As declared; a hint at most. */
  language?: string;
  /** Every object of every JSON-LD block, `@graph` flattened. */
  jsonLd: Record<string, unknown>[];
  /** Dates of a document's own properties or of an interface, ISO 8601. */
  created?: string;
  modified?: string;
}

/** What a reader makes of bytes: an HTML-shaped tree, whatever the format was. */
export interface ReadDocument {
  /** `html`, `pdf`, `docx` … as published in an item's `format`. */
  format: string;
  /**
   * The whole document as a tree of HTML elements. Formats other than HTML are given as
   * `<body><main>` with `h1`–`h6`, `p`, `ul`/`ol`, `table`; a PDF page or a slide is a
   * `<section data-anchor="page-3">` (`slide-3`, `sheet-…`).
   */
  $: CheerioAPI;
  head: Head;
  /** True when there is no chrome round the content (documents, interface answers): clean-ups that look for chrome rest. */
  bare: boolean;
  /** Kebab-case: `encrypted`, `no-text`, `truncated`, `broken` … */
  flags: string[];
}

/** Something that a clean-up took out, and why. */
export interface Removal {
  /** The clean-up's file name. */
  cleanup: string;
  /** One readable clause. */
  reason: string;
  /** The text that went, white space folded, at most 500 characters. */
  text: string;
}

/** A link in the content. */
export interface Link {
  /** Absolute and canonical. */
  url: string;
  text: string;
}

/** Where a block stands in a table. Spanning cells are repeated, so that every row has all its columns. */
export interface Cell {
  table: number;
  row: number;
  column: number;
  /** The texts of the column's and the row's header cells; '' where there is none. */
  columnHeader: string;
  rowHeader: string;
}

/** One piece of the content in reading order: the unit in which rules look for things. */
export interface Block {
  index: number;
  kind: 'heading' | 'summary' | 'paragraph' | 'item' | 'term' | 'definition' | 'cell' | 'caption' | 'quote' | 'time';
  /** NFC, white space folded, lines of `<br>` joined by `\n`. */
  text: string;
  /** A heading’s level 1–6 (7: a short bold paragraph that acts as one), a list item’s depth from 1; else 0. */
  level: number;
  /** The headings above it (accordion summaries too), outermost first. */
  trail: string[];
  links: Link[];
  /** `<time datetime>` inside it. */
  times: { datetime: string; text: string }[];
  cell?: Cell;
  /** The term that a definition belongs to. */
  term?: string;
  /** `page-3`, `slide-2` in documents. */
  anchor?: string;
  /** Words that are struck through: they held once. */
  struck?: string[];
  /** What each element says where a line is made of elements and nothing else: a day, a name, a place. */
  parts?: string[];
}

/** A captured page, read and cleaned: what every rule is handed. */
export interface Page {
  /** The address that answered, canonical. */
  url: string;
  /** The addresses that lead to it, sorted. */
  aliases: string[];
  source: Source;
  community: Community;
  /** True when gathering used it as a listing. */
  listing: boolean;
  mediaType: string;
  format: string;
  /** UTC. Never a stand-in for a date that the page does not say. */
  capturedAt: string;
  head: Head;
  /** The tree after the clean-ups. */
  $: CheerioAPI;
  /** The element that holds the content. */
  content: Element;
  /** The content in reading order, title and lead included where they stand in it. */
  blocks: Block[];
  /** What the clean-ups took out (date lines and bylines are among it), in document order. */
  removed: Removal[];
  hints: Hint[];
  /** Formats of fetched documents by addresses that don't tell them; see captured-documents.ts. */
  documents?: ReadonlyMap<string, string>;
  /** Flags of the reader and the clean-ups. */
  flags: string[];
}
