/** Text as Markdown. Most of it holds no sign that means anything there; the rest is escaped by remark. */
import type { Parents, Text } from 'mdast';
import type { Options } from 'remark-stringify';

type Handlers = NonNullable<Options['handlers']>;
type WriteText = NonNullable<Handlers['text']>;

/** Begins with a letter, and has none of the signs in it that mean something anywhere. */
const PLAIN = /^[0-9A-Za-zÀ-ÿ «“”–][^\t\r\n#&*+<=>@[\\\]_`|~]*$/;
/** What means something in some places: lists at the beginning of a line, `www.`, `http:/`, a picture that a link follows. */
const MEANS_SOMETHING = /^\d+[.)]|[Ww]\.|[ps]:\/|!$/;
const LINE_END = /[\r\n]/;

/** The handler of text for remark-stringify. */
export const writeText: WriteText = (node: Text, parent: Parents | undefined, state, info) => {
  const { value } = node;
  if (PLAIN.test(value) && !MEANS_SOMETHING.test(value) && !hasSpaceAtLineEnd(value, info)) return value;
  const siblings = parent?.children ?? [];
  const at = state.indexStack.at(-1) ?? 0;
  return state.safe(value, { ...info, afterNode: siblings[at + 1], beforeNode: siblings[at - 1] });
};

function hasSpaceAtLineEnd(value: string, { before, after }: { before: string; after: string }): boolean {
  return (value.startsWith(' ') && LINE_END.test(before)) || (value.endsWith(' ') && LINE_END.test(after));
}
