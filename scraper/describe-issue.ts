/** Schema errors in words for the people who write the files: what was expected, what came, what was likely meant. */
import { z } from 'zod';
import { didYouMean } from './did-you-mean.ts';

type Issue = z.core.$ZodIssue;
type Path = (string | number)[];

/** What describing an issue needs to know of the file. */
export interface Context {
  /** The parsed content. */
  content: unknown;
  /** A number or a boolean as it stands in the file (`0301`, not 301); `undefined` for anything else. */
  asWritten(path: Path): string | undefined;
  schema: z.ZodType;
}

/** One thing to say, and the path to the value or key that it is said of. */
export interface Described {
  path: Path;
  message: string;
}

const KINDS: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping (key: value)',
};

/**
 * Says all issues of one file, each in a line such as `sources[0].scope: expected one of community, topical; got "topicall" –
 * did you mean "topical"?`. A required key that is missing because it is misspelt is said once, at the misspelling.
 */
export function describeIssues(issues: readonly Issue[], context: Context): Described[] {
  const unknown = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? unknownKeys(issue.keys, issue.path as Path, context) : [],
  );
  const meant = new Set(unknown.map(({ path, meant }) => pathText([...path.slice(0, -1), meant ?? ''])));
  const others = issues
    .filter((issue) => issue.code !== 'unrecognized_keys')
    .map((issue) => ({ path: issue.path as Path, message: sentence(issue, context) }))
    .filter(({ path }) => !(valueAt(context.content, path) === undefined && meant.has(pathText(path))));
  return [...unknown.map(({ path, message }) => ({ path, message })), ...others];
}

function unknownKeys(keys: readonly string[], parent: Path, context: Context) {
  const known = keysAt(context.schema, parent);
  return keys.map((key) => {
    const meant = didYouMean(key, known);
    const hint = meant ? ` – did you mean "${meant}"?` : `; known keys: ${known.join(', ')}`;
    return { path: [...parent, key], meant, message: prefixed(parent, `unknown key "${key}"${hint}`) };
  });
}

function sentence(issue: Issue, context: Context): string {
  const path = issue.path as Path;
  const value = valueAt(context.content, path);
  if (value === undefined)
    return prefixed(path.slice(0, -1), `expected the key "${String(path.at(-1))}"; it is missing`);
  const came = shown(value, context.asWritten(path));
  return prefixed(path, `${expectation(issue)}; got ${came}${hint(issue, value)}`);
}

function expectation(issue: Issue): string {
  // The schema's own words, where it has some.
  if (issue.message.startsWith('expected')) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return `expected ${KINDS[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `expected ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return `expected ${amount(issue.origin, Number(issue.minimum), 'at least')}`;
    case 'too_big':
      return `expected ${amount(issue.origin, Number(issue.maximum), 'at most')}`;
    default:
      return issue.message;
  }
}

function amount(origin: string, bound: number, words: 'at least' | 'at most'): string {
  if (origin === 'string') return words === 'at least' ? 'text' : `at most ${bound} characters`;
  if (origin === 'array') return `${words} ${bound} ${bound === 1 ? 'entry' : 'entries'}`;
  return `${words} ${bound}`;
}

function hint(issue: Issue, value: unknown): string {
  if (issue.code === 'invalid_type' && issue.expected === 'string' && typeof value === 'number') {
    return ' – put it in quotes';
  }
  if (issue.code !== 'invalid_value' || typeof value !== 'string') return '';
  const meant = didYouMean(value, issue.values.map(String));
  return meant ? ` – did you mean "${meant}"?` : '';
}

function shown(value: unknown, written: string | undefined): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return 'a mapping';
  if (typeof value === 'string') return JSON.stringify(value.length > 80 ? `${value.slice(0, 80)}…` : value);
  return written ?? String(value);
}

/** `sources[0].scope` */
export function pathText(path: readonly (string | number)[]): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');
}

function prefixed(path: Path, message: string): string {
  return path.length === 0 ? message : `${pathText(path)}: ${message}`;
}

function valueAt(content: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[step] : undefined,
    content,
  );
}

/** The keys that the schema knows at a path; none where it is no object there. */
function keysAt(schema: z.core.$ZodType, path: Path): string[] {
  const bare = unwrapped(schema);
  const [step, ...rest] = path;
  if (bare instanceof z.ZodArray) return keysAt(bare.element, rest);
  if (!(bare instanceof z.ZodObject)) return [];
  if (step === undefined) return Object.keys(bare.shape);
  const next = (bare.shape as Record<string, z.core.$ZodType>)[step];
  return next ? keysAt(next, rest) : [];
}

function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable) {
    return unwrapped(schema.def.innerType);
  }
  return schema;
}
