import fc from 'fast-check';
import { toString as textOfTree } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { escapeHtml } from '../../../normalizer/document-tree.ts';
import { toMarkdown } from '../../../normalizer/markdown.ts';
import { parseMarkup } from '../../../normalizer/parse.ts';
import { bodyOf } from '../../../normalizer/pieces.ts';
import { foldSpace } from '../../../normalizer/text.ts';
import { tidy } from '../../../normalizer/tidy.ts';

const parser = unified().use(remarkParse).use(remarkGfm);

function written(markup: string): string {
  const { $, document } = parseMarkup(`<body>${markup}</body>`);
  tidy($, 'https://proven.example.no/a/');
  const body = bodyOf(document);
  return body === undefined ? '' : toMarkdown(body);
}

describe('Markdown', () => {
  it.each([
    ['headings, paragraphs and line ends', '<h2>Plan</h2><p>En linje<br>en til</p>', '## Plan\n\nEn linje\\\nen til'],
    ['lists, nested ones too', '<ul><li>A<ul><li>B</li></ul></li></ul><ol><li>C</li></ol>', '- A\n  - B\n\n1. C'],
    ['links, absolute', '<p><a href="../b">Se</a></p>', '[Se](https://proven.example.no/b)'],
    [
      'marks with their spaces outside',
      '<p><strong>Frist: </strong>1. mai <em>kl. 12</em></p>',
      '**Frist:** 1. mai _kl. 12_',
    ],
    ['no marks inside a word', '<p><b>Hels</b>efellesskap</p>', 'Helsefellesskap'],
    [
      'tables with cells of one line',
      '<table><tr><th>Dato</th><th>Sted</th></tr><tr><td><p>6. mars</p><p>kl. 10</p></td><td>Moss<br>kino</td></tr></table>',
      '| Dato           | Sted      |\n| -------------- | --------- |\n| 6. mars kl. 10 | Moss kino |',
    ],
    [
      'an accordion as a heading below the one above',
      '<h2>Møter</h2><details><summary>2024</summary><p>Mars</p></details>',
      '## Møter\n\n### 2024\n\nMars',
    ],
    ['definition lists', '<dl><dt>Når</dt><dd>6. mars</dd></dl>', '- Når\n\n  6\\. mars'],
    [
      'no pictures, forms or empty links',
      '<p>A<img src="/x.png" alt="alt"><a href="/b"><img src="/y.png" alt="b"></a><input value="x"></p>',
      'A',
    ],
    [
      'no addresses of persons',
      '<p>Skriv til <a href="mailto:a@b.example.no">a@b.example.no</a></p>',
      'Skriv til \\[e-post fjernet]',
    ],
    ['an address split by tags', '<p>post<span>@</span>sted.example.no</p>', '\\[e-post fjernet]'],
  ])('writes %s', (_, markup, markdown) => {
    expect(written(markup)).toBe(markdown);
  });

  it('C2.5 holds no raw HTML and no unsafe address, whatever the page says', () => {
    const attacks = [
      '<a href="javascript:alert(1)">x</a>',
      '<a href="java\tscript:alert(1)">x</a>',
      '<a href="&#1;javascript:alert(1)">x</a>',
      '<a href=" JaVaScRiPt&colon;alert(1)">x</a>',
      '<a href="data:text/html,<script>1</script>">x</a>',
      '<a href="vbscript:x">x</a>',
      '<p>&lt;script&gt;alert(1)&lt;/script&gt; [x](javascript:alert(1)) &lt;javascript:alert(1)&gt;</p>',
      '<svg><script>alert(1)</script></svg><math><mtext><img onerror=alert(1)></mtext></math>',
      '<p>](javascript:alert(1)) ![x](data:image/png,1)</p>',
      '<pre>```\n<script>alert(1)</script></pre>',
      '<p>[ref]: javascript:alert(1)</p><p>[ref]</p>',
    ];
    for (const attack of attacks) {
      visit(parser.parse(written(attack)), (node) => {
        expect(['html', 'image', 'definition', 'imageReference', 'linkReference']).not.toContain(node.type);
        if (node.type === 'link') expect(node.url).toMatch(/^https?:/);
      });
    }
  });

  it('parses back to the text that was written', () => {
    const line = fc
      .string({ unit: fc.constantFrom(...'abø *_[]()#+-.!`<>&|~\\:/1@"\'=–'), minLength: 1, maxLength: 40 })
      .filter((text) => foldSpace(text) !== '' && !/https?:|www\.|@|\d{3}/.test(text));
    fc.assert(
      fc.property(line, fc.constantFrom('p', 'h2', 'li', 'blockquote', 'div'), (text, tag) => {
        const inner = tag === 'li' ? `<ul><li>${escapeHtml(text)}</li></ul>` : `<${tag}>${escapeHtml(text)}</${tag}>`;
        expect(foldSpace(textOfTree(parser.parse(written(inner))))).toBe(foldSpace(text));
      }),
      { numRuns: 300 },
    );
  });
});
