import fc from 'fast-check';
import type { ElementContent, Root } from 'hast';
import rehypeRemark from 'rehype-remark';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { toMdast } from '../../../normalizer/to-mdast.ts';
import { writeText } from '../../../normalizer/write-text.ts';

const library = unified().use(rehypeRemark).freeze();
const element = (tagName: string, children: ElementContent[]): ElementContent => ({
  type: 'element',
  tagName,
  properties: tagName === 'a' ? { href: 'https://example.no/' } : {},
  children,
});
const words = fc.constantFrom(' ', 'Ord', ' ord ', 'to  ord', '\n ', 'slutt.', ' og');
const text = words.map((value): ElementContent => ({ type: 'text', value }));
const { line, block } = fc.letrec<{ line: ElementContent; block: ElementContent }>((tie) => ({
  line: fc.oneof(
    { maxDepth: 3 },
    text,
    fc.constant(element('br', [])),
    fc
      .tuple(fc.constantFrom('strong', 'em', 'del', 'a'), fc.array(tie('line'), { maxLength: 3 }))
      .map(([tag, children]) => element(tag, children)),
  ),
  block: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.constant(element('hr', [])),
    fc
      .tuple(fc.constantFrom('p', 'h2', 'h5', 'li', 'div'), fc.array(tie('line'), { maxLength: 4 }))
      .map(([tag, children]) => element(tag, children)),
    fc
      .tuple(fc.constantFrom('div', 'ul', 'ol', 'li', 'blockquote', 'h3'), fc.array(tie('block'), { maxLength: 4 }))
      .map(([tag, children]) => element(tag, children)),
    fc
      .tuple(fc.constantFrom('thead', 'tbody'), fc.array(fc.array(tie('line'), { maxLength: 6 }), { maxLength: 3 }))
      .map(([part, rows]) => tableFrom(part, rows)),
  ),
}));

/** Every row but the first has cells of one piece; a space stands between the rows, as in most markup. */
function tableFrom(part: string, rows: ElementContent[][]): ElementContent {
  const cells = rows.map((row, at) => row.map((cell) => element(at === 0 ? 'th' : 'td', [cell])));
  const lines = cells.flatMap((row) => [element('tr', row), { type: 'text', value: ' ' } as ElementContent]);
  return element('table', [element(part, lines)]);
}

describe('the mdast tree', () => {
  it('is what rehype-remark makes, node for node', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(line, block), { maxLength: 5 }), (children) => {
        const root: Root = { type: 'root', children: children as Root['children'] };
        expect(toMdast(root)).toEqual(library.runSync(root));
      }),
      { numRuns: 1500 },
    );
  });

  it.each(['pre', 'dl', 'caption', 'td'])('leaves <%s> where it stands to the library', (tag) => {
    expect(toMdast({ type: 'root', children: [element(tag, []) as never] })).toBeUndefined();
  });
});

describe('text in Markdown', () => {
  it('is escaped as remark escapes it, wherever it stands', () => {
    const part = fc.constantFrom(
      'ord',
      ' ',
      '1. ',
      '12) ',
      '- ',
      '+',
      '*',
      '_',
      '[',
      ']',
      '(',
      '#',
      '!',
      'www.',
      '://',
      '|',
      '~',
      '@',
      '&amp;',
      '`',
      '.',
      'x',
    );
    const paragraph = fc.array(
      fc.oneof(
        part.map((value) => ({ type: 'text' as const, value })),
        fc.constant({ type: 'break' as const }),
      ),
      { minLength: 1, maxLength: 6 },
    );
    const own = unified()
      .use(remarkStringify, { handlers: { text: writeText } })
      .freeze();
    const plain = unified().use(remarkStringify).freeze();
    fc.assert(
      fc.property(paragraph, (children) => {
        const tree = { type: 'root' as const, children: [{ type: 'paragraph' as const, children }] };
        expect(own.stringify(tree)).toBe(plain.stringify(tree));
      }),
      { numRuns: 1500 },
    );
  });
});
