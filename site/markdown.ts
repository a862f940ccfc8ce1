/** Markdown of an item as markup. The sanitiser comes last and nothing runs after it (STANDARDS C2.5). */

import type { Element, Root } from 'hast';
import rehypeSanitize, { type Options } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { type Html, trusted, visibleText } from './html.ts';
import { outwardAddress } from './outward-link.ts';

const schema: Options = {
  tagNames: [
    ...['p', 'ul', 'ol', 'li', 'strong', 'em', 'a', 'h3', 'h4', 'h5', 'blockquote', 'br', 'hr', 'code', 'pre'],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  attributes: { a: ['href', ['rel', 'noopener', 'nofollow', 'external']], ol: ['start'], th: ['align'], td: ['align'] },
  protocols: { href: ['http', 'https'] },
  required: {},
  ancestors: { li: ['ol', 'ul'], tbody: ['table'], td: ['table'], th: ['table'], thead: ['table'], tr: ['table'] },
  strip: ['script', 'style', 'template', 'noscript'],
  allowComments: false,
  allowDoctypes: false,
};

const lower: Record<string, string> = { h1: 'h3', h2: 'h3', h3: 'h4', h4: 'h5', h6: 'h5' };

// The page has its own h1 and h2; links that must not be followed lose their address, not their text.
function fitIntoPage() {
  return (tree: Root): void => {
    visit(tree, 'element', (node: Element) => {
      node.tagName = lower[node.tagName] ?? node.tagName;
      if (node.tagName !== 'a') return;
      const href = outwardAddress(String(node.properties.href ?? ''))?.href;
      node.properties = href === undefined ? {} : { href, rel: ['noopener', 'nofollow', 'external'] };
    });
  };
}

const toHtml = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype)
  .use(fitIntoPage)
  .use(rehypeSanitize, schema)
  .use(rehypeStringify)
  .freeze();

/** Markdown as sanitised markup: raw HTML in it is dropped, links keep http(s) only, headings begin at h3. */
export function renderMarkdown(markdown: string): Html {
  return trusted(String(toHtml.processSync(visibleText(markdown))));
}
