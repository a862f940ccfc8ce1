import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonLd } from '../../site/filters/json-ld.ts';
import { slug } from '../../site/filters/slug.ts';
import { escapeHtml, html, visibleText } from '../../site/html.ts';
import { renderMarkdown } from '../../site/markdown.ts';
import { outwardLink, shownHost } from '../../site/outward-link.ts';
import { relative } from '../../site/paths.ts';
import { escapeXml } from '../../site/xml.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 200 });

describe('markup', () => {
  it('C2.4 whatever is put into a template is escaped, in text and in attributes', () => {
    const hostile = `"><script>alert('x')</script>&`;
    expect(html`<p title="${hostile}">${hostile}</p>`.markup).not.toContain('<script');
    fc.assert(fc.property(anyText, (text) => !/[<>"']/.test(escapeHtml(text))));
  });

  it('C2.4 what is no text, number or markup is refused instead of printed', () => {
    const intruder = { markup: '<b>x</b>' } as unknown as string;
    expect(() => html`<p>${intruder}</p>`).toThrow('expected text');
  });

  it('C2.21 bidi controls, zero-width signs, tag characters and lone surrogates are not shown', () => {
    expect(visibleText('M\u202Eøte\u200B\u2066 \u{E0041}i\uD800 dag\u0000\r')).toBe('Møte i dag');
    expect(visibleText('Guovdageaidnu – Kautokeino\n«æøå»')).toBe('Guovdageaidnu – Kautokeino\n«æøå»');
  });

  it('A6.3 no title can end the JSON-LD block', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const block = jsonLd({ headline: `</script><script>${text}` }).markup;
        const inside = block.replace('<script type="application/ld+json">', '').replace(/<\/script>$/, '');
        return !/[<>\u2028\u2029]/.test(inside) && JSON.parse(inside).headline.startsWith('</script>');
      }),
    );
  });

  it('A8.3 XML text holds no raw sign and no character that XML forbids', () => {
    fc.assert(fc.property(anyText, (text) => !/[<>"'\u0000-\u0008\u000b\u000c\ufffe\uffff]/.test(escapeXml(text))));
  });
});

describe('folder names', () => {
  it('C2.3 an id of ours stays as it is', () => {
    expect(slug('vest-viken-abcdefgh23')).toBe('vest-viken-abcdefgh23');
    expect(slug('vest-viken-ssu-2024-03-01-2')).toBe('vest-viken-ssu-2024-03-01-2');
  });

  it.each(['../../x', '.', '..', '', 'con', 'index', 'Å', 'a/b', 'a\\b', 'x'.repeat(300), '-a', 'a--b'])(
    'C2.3 %j becomes a safe name of its own',
    (id) => {
      expect(slug(id)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(slug(id)).not.toBe(id);
    },
  );

  it('C2.3 no id leaves the folder, and two ids never share one', () => {
    fc.assert(fc.property(anyText, (id) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug(id)) && slug(id).length <= 100));
    fc.assert(fc.property(anyText, anyText, (a, b) => a === b || slug(a) !== slug(b)));
  });

  it('links between pages lead there from any depth', () => {
    const at = (from: string, to: string) => new URL(relative(from, to), `https://x.no${from}`).pathname;
    expect(at('/', '/')).toBe('/');
    expect(at('/nn/', '/')).toBe('/');
    expect(at('/nn/sak/a/', '/assets/samla.css')).toBe('/assets/samla.css');
    expect(at('/sak/a/', '/nn/sak/a/')).toBe('/nn/sak/a/');
  });
});

describe('links out of the site', () => {
  it.each([
    'javascript:alert(1)',
    ' \u0001javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'https://helse.no@ond.example.no/',
    '/relativ',
    '',
  ])('C2.20 %j is text, never a link', (address) => {
    expect(outwardLink(address, 'Les mer').markup).not.toContain('href');
  });

  it('C2.20 the host is shown, punycode as punycode', () => {
    expect(shownHost('https://www.hеlse.no/a')).toMatch(/^xn--/);
    expect(outwardLink('https://www.helse.example.no/a?b="c"', 'Les').markup).toBe(
      '<a href="https://www.helse.example.no/a?b=%22c%22" rel="noopener nofollow external">Les</a> <span class="host">helse.example.no</span>',
    );
  });
});

describe('Markdown', () => {
  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '![bilde](https://ond.example.no/x.png)',
    '[x](javascript:alert(1))',
    '[x](JaVa\tScRiPt:alert(1))',
    '[x](&#106;avascript:alert(1))',
    '[x](data:text/html;base64,PHNjcmlwdD4=)',
    '<svg><animate onbegin=alert(1) attributeName=x></svg>',
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
    '<template><script>alert(1)</script></template>',
    '<a href="vbscript:x" style="color:red" id="menu" name="body">x',
    '<iframe srcdoc="<script>alert(1)</script>">',
    '<form action=https://ond.example.no><input name=x>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    'javascript:alert(1) <javascript:alert(1)>',
  ])('C2.5 nothing of %j runs or loads', (markdown) => {
    const { markup } = renderMarkdown(markdown);
    expect(markup).not.toMatch(/<(script|img|svg|math|style|iframe|form|input|template|noscript|animate)/i);
    expect(markup).not.toMatch(/<[^>]*\s(on\w+|style|srcdoc|id|name)=/i);
    expect(markup).not.toMatch(/href="(?!https?:)/i);
  });

  it('C2.5 ordinary text keeps headings below the page’s own, lists, tables and links', () => {
    const { markup } = renderMarkdown('# Sak\n\n- **a**\n\n[b](https://x.example.no)\n\n| c |\n|---|\n| d |');
    expect(markup).toContain('<h3>Sak</h3>');
    expect(markup).toContain('<strong>a</strong>');
    expect(markup).toContain('<a href="https://x.example.no/" rel="noopener nofollow external">b</a>');
    expect(markup).toContain('<td>d</td>');
  });
});
