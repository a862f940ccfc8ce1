/** Writes a source into a community's file: at the end of its sources, everything else in the file byte for byte as it was. */
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { Document, isNode, isSeq, parseDocument, visit, type YAMLSeq } from 'yaml';
import { z } from 'zod';
import { type Source, SourceSchema } from './registry.ts';

/** What a new source states; the rest has its defaults. */
export type NewSource = Pick<Source, 'id' | 'url' | 'publishes' | 'scope'> &
  Partial<Pick<Source, 'platform' | 'render' | 'include'>>;

/** Where a source was written. */
export interface Appended {
  file: string;
  /** The line of its id, from 1. */
  line: number;
}

/**
 * Appends a source to `<dataDir>/communities/<community>.yaml`; a reader sees the old file or the new one. `remark`: one line above it.
 * Throws when the entry isn't a source, or the file can't be read or written; it is then as it was.
 */
export async function appendSource(
  dataDir: string,
  community: string,
  entry: NewSource,
  remark: string,
): Promise<Appended> {
  SourceSchema.parse(entry);
  const file = join(dataDir, 'communities', `${community}.yaml`);
  const before = await readFile(file, 'utf8');
  const after = withEntry(before, entry, remark);
  if (!isDeepStrictEqual(parseDocument(after).toJS(), withSource(parseDocument(before).toJS(), entry)))
    throw new Error(`${file}: ${entry.id} could not be added without changing something else; add it by hand`);
  await replace(file, after);
  return { file, line: lineOf(after, entry.id) };
}

/** An entry as people write it, as an item of a YAML list with no indentation. */
export function entryText(entry: NewSource): string {
  const { id, url, publishes, platform, scope, render, include } = entry;
  const document = new Document([
    {
      id,
      url,
      publishes,
      ...(platform && { platform }),
      scope,
      ...(render && { render }),
      ...(include && { include }),
    },
  ]);
  visit(document, {
    Seq(key, node) {
      if (key !== null) node.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

const Content = z.looseObject({ sources: z.array(z.unknown()).nullish() });

function withSource(content: unknown, entry: NewSource): unknown {
  const community = Content.parse(content);
  return { ...community, sources: [...(community.sources ?? []), entry] };
}

function withEntry(text: string, entry: NewSource, remark: string): string {
  const document = parseDocument(text);
  const sources = document.get('sources', true);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const isList = isSeq(sources) && sources.items.length > 0;
  if (isList && !sources.flow) return spliced(text, sources, { entry, remark, eol });
  const written = block(entry, remark, '  ', eol);
  if (isList) return rewritten(document, sources, entry).replace(/\r?\n/g, eol);
  if (!isNode(sources) || !sources.range) return `${text.replace(/(?<!\s)\s*$/, eol)}sources:${eol}${written}`;
  // `sources: []`, or nothing after the colon: the list begins on the next line.
  const [start, end] = sources.range;
  const key = text.slice(0, start).trimEnd();
  const emptied = `${key}${text.slice(end)}`;
  const at = endOfLine(emptied, key.length);
  const head = emptied.slice(0, at).replace(/(?<![ \t])[ \t]*\r?\n?$/, eol);
  return `${head}${written}${emptied.slice(at)}`;
}

/** A list in brackets has no line to write after: the file is set anew, with its comments. */
function rewritten(document: Document, sources: YAMLSeq, entry: NewSource): string {
  sources.flow = false;
  const node = document.createNode(entry);
  visit(node, {
    Seq(_, list) {
      list.flow = true;
    },
  });
  sources.add(node);
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

interface Insertion {
  entry: NewSource;
  remark: string;
  eol: string;
}

function spliced(text: string, sources: YAMLSeq, { entry, remark, eol }: Insertion): string {
  const last = sources.items.at(-1);
  const [start, end] = isNode(last) && last.range ? last.range : [0, text.length];
  const indent = /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', start) + 1))?.[0] ?? '  ';
  const at = endOfLine(text, end);
  const own = text.slice(0, at);
  const closed = own.endsWith('\n') ? own : `${own}${eol}`;
  const gap = sources.items.length === 1 || hasBlankLines(text, sources) ? eol : '';
  return `${closed}${gap}${block(entry, remark, indent, eol)}${text.slice(at)}`;
}

/** After the line on which a value ends, with the comment that may stand there. */
function endOfLine(text: string, offset: number): number {
  const used = text.slice(0, offset).trimEnd().length;
  const at = text.indexOf('\n', used);
  return at < 0 ? text.length : at + 1;
}

/** Whether the file's entries are parted by blank lines. */
function hasBlankLines(text: string, sources: YAMLSeq): boolean {
  const starts = sources.items.flatMap((item) => (isNode(item) && item.range ? [item.range[0]] : []));
  return /\n[ \t]*\r?\n/.test(text.slice(starts.at(-2), starts.at(-1)));
}

function block(entry: NewSource, remark: string, indent: string, eol: string): string {
  const lines = [`# ${remark}`, ...entryText(entry).trimEnd().split('\n')];
  return lines.map((line) => `${indent}${line}${eol}`).join('');
}

function lineOf(text: string, id: string): number {
  const at = text.split('\n').findLastIndex((line) => new RegExp(`\\bid: ${id}\\b`).test(line));
  return at + 1;
}

async function replace(file: string, text: string): Promise<void> {
  const part = `${file}.part`;
  try {
    const { mode } = await stat(file);
    const handle = await open(part, 'w', mode);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
