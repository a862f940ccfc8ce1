/** A YAML file that people write, read together with the lines that its values stand on. */
import { readFileSync } from 'node:fs';
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { describeIssues } from './describe-issue.ts';
import type { Problem } from './registry-error.ts';

/** Keys and indexes from the file's top to a value. */
type Path = readonly (string | number)[];

/** What was read of a file: the value where the file is as the schema says, else all that is wrong with it. */
export interface YamlFile<T> {
  file: string;
  value?: T;
  problems: Problem[];
  /** The line that a value or its key stands on, or its nearest container where there is none. */
  lineOf(path: Path): number;
}

/** Reads and validates one file. Never throws for what is in it; every problem says its line. */
export function readYamlFile<T extends z.ZodType>(file: string, schema: T): YamlFile<z.infer<T>> {
  const text = readText(file);
  if (typeof text !== 'string') return { file, problems: [text], lineOf: () => 1 };
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineOf = (path: Path) => lineAt(document, lines, path);
  const broken = [...document.errors, ...document.warnings].map(({ pos, message }) => ({
    file,
    line: lines.linePos(pos[0]).line,
    message: `is not YAML: ${message.replace(/\s+/g, ' ')}`,
  }));
  if (broken.length > 0) return { file, problems: broken, lineOf };
  return validated({ file, lineOf, problems: [] }, document, schema);
}

function readText(file: string): string | Problem {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    // TextDecoder throws a TypeError for bytes that are not UTF-8, the file system its own errors.
    if (!(error instanceof TypeError)) return { file, line: 1, message: `can't be read: ${(error as Error).message}` };
    const message = 'expected UTF-8, got other bytes – was it saved as ISO-8859-1 or Windows-1252?';
    return { file, line: 1, message };
  }
}

function validated<T extends z.ZodType>(
  read: YamlFile<z.infer<T>>,
  document: Document.Parsed,
  schema: T,
): YamlFile<z.infer<T>> {
  const content: unknown = contentOf(document);
  if (content instanceof Error) {
    return { ...read, problems: [{ file: read.file, line: 1, message: `is not YAML: ${content.message}` }] };
  }
  const result = schema.safeParse(content);
  if (result.success) return { ...read, value: result.data };
  const asWritten = (path: Path) => {
    const node = document.getIn(path, true);
    return isScalar(node) && typeof node.value !== 'string' ? node.source : undefined;
  };
  const problems = describeIssues(result.error.issues, { content, asWritten, schema })
    .map(({ path, message }) => ({ file: read.file, line: read.lineOf(path), message }))
    .sort((a, b) => a.line - b.line);
  return { ...read, problems };
}

/** The plain content; the error where aliases point nowhere or multiply beyond measure. */
function contentOf(document: Document.Parsed): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function lineAt(document: Document.Parsed, lines: LineCounter, path: Path): number {
  let offset = offsetOf(document.contents);
  path.forEach((step, depth) => {
    const parent = document.getIn(path.slice(0, depth), true);
    offset = keyOffset(parent, step) ?? offsetOf(document.getIn(path.slice(0, depth + 1), true)) ?? offset;
  });
  return offset === undefined ? 1 : lines.linePos(offset).line;
}

function keyOffset(parent: unknown, key: string | number): number | undefined {
  if (!isMap(parent)) return undefined;
  return offsetOf(parent.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(key))?.key);
}

function offsetOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
