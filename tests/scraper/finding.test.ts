import { describe, expect, test } from 'vitest';
import { decodeText } from '../../scraper/charset.ts';
import { contentOf, isDocumentAddress, isDocumentLink } from '../../scraper/document-address.ts';
import { readFeed } from '../../scraper/feed-entries.ts';
import { pageLinks } from '../../scraper/page-links.ts';
import { isPagerLink } from '../../scraper/pager.ts';
import { SourceSchema } from '../../scraper/registry.ts';
import { scopeOf } from '../../scraper/scope.ts';
import { readSitemap } from '../../scraper/sitemap.ts';

const site = 'https://example.no';

describe('links of a page', () => {
  const html = `<html><head><title>Nytt</title><base href="/arkiv/"><link rel="next" href="?side=2"></head><body>
    <nav><a href="/om/">Om</a></nav>
    <h2>Vår 2024</h2><ul>
    <li><a href="sak"><h3>Ny avtale</h3><p>Kort om avtalen</p></a> 3.2.2024</li>
    <li>Møtet <time datetime="2024-03-01T10:00">1. mars</time> <a href="/m&oslash;te">Møte&shy;referat</a></li></ul>
    <button aria-expanded="false">2023</button><div hidden><a href="/skjult" type="application/pdf">Skjult</a></div>
    <a href="#topp">Opp</a> <a href="mailto:x@example.no">Post</a> <a href="javascript:void(0)">Nei</a> <a href="http://[feil">Feil</a></body></html>`;
  const page = pageLinks(html, `${site}/nytt/`);

  test('are found against the base, hidden ones too, with words, date and heading', () => {
    expect(page.links.map(({ url }) => url)).toEqual([
      `${site}/om/`,
      `${site}/arkiv/sak`,
      `${site}/m%C3%B8te`,
      `${site}/skjult`,
    ]);
    expect(page.links[1]).toMatchObject({ text: 'Ny avtale', date: '2024-02-03' });
    expect(page.links[1]!.beside).toContain('Kort om avtalen');
    expect(page.links[2]).toMatchObject({
      text: 'Møtereferat',
      label: expect.stringMatching(/./),
      date: '2024-03-01T10:00',
    });
    expect(page.links[3]).toMatchObject({ label: '2023', type: 'application/pdf', isChrome: false });
    expect(page.links[0]!.isChrome).toBe(true);
    expect(page.next).toEqual([`${site}/arkiv/?side=2`]);
  });

  test('C2.11 a hostile page is read in no time', () => {
    const started = performance.now();
    pageLinks('<div>'.repeat(50_000), site);
    pageLinks('<ul><li><a href="/a">x</a>'.repeat(5000), site);
    pageLinks(`<p>${'1.1.'.repeat(50_000)}<a href="/x">x</a></p>`, site);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});

describe('links that turn the page', () => {
  const link = (href: string, text: string, rel: string[] = []) => ({
    url: new URL(href, `${site}/nytt/`).href,
    text,
    rel,
  });

  test.each([
    ['?offset=10', '2', '/nytt/'],
    ['?offset=10', 'Neste', '/nytt/'],
    ['?page=3', '3', '/nytt/?page=2'],
    ['/nytt/page/2/', 'Eldre saker', '/nytt/'],
    ['/nytt/side/2', '»', '/nytt/'],
    ['/nytt/page/3/', '3', '/nytt/page/2/'],
    ['/nytt/', '1', '/nytt/page/2/'],
    ['/page/2/', '2', '/'],
    ['?take=40', 'Vis fleire', '/nytt/'],
    ['?year=2023', '2023', '/nytt/'],
    ['/nytt/2023/', '2023', '/nytt/'],
    ['/nytt/arkiv/', 'Eldre nyheiter', '/nytt/'],
    ['?p=2', '2', '/nytt/'],
  ])('%s «%s» on %s does', (href, text, on) => {
    expect(isPagerLink(link(href, text), site + on)).toBe(true);
  });

  test.each([
    ['/nytt/sak-2/', 'Sak 2', '/nytt/'],
    ['/nytt/neste-mote/', 'Neste møte i utvalget', '/nytt/'],
    ['/annet/?page=2', '2', '/nytt/'],
    ['/nytt/b/', 'Neste', '/nytt/a/'],
    ['/om-oss/', 'Meir', '/'],
    ['?o=vest', 'vest', '/nytt/'],
    ['https://annen.example.no/nytt/?page=2', '2', '/nytt/'],
  ])('%s «%s» on %s does not', (href, text, on) => {
    expect(isPagerLink(link(href, text), site + on)).toBe(false);
  });
});

describe('what belongs to a source', () => {
  const scope = (url: string, more = {}) =>
    scopeOf(SourceSchema.parse({ id: 'a', url: site + url, publishes: ['news'], scope: 'community', ...more }));

  test.each<[string, string, boolean]>([
    ['/nytt/', '/nytt/sak', true],
    ['/nytt/', '/nytt', true],
    ['/nytt/', '/nyttig/', false],
    ['/samhandling', '/samhandling', true],
    ['/samhandling', '/samhandling/', true],
    ['/samhandling', '/samhandling/ssu', true],
    ['/samhandling', '/samhandlingsreform', false],
    ['/moter/utvalg.44101.aspx', '/moter/annet.5.aspx', true],
    ['/moter/utvalg.44101.aspx', '/annet/x.6.aspx', false],
    ['/utvalg.640-42.html', '/utvalg.640-42.html', true],
    ['/utvalg.640-42.html', '/annet.641-42.html', false],
    ['/', '/hva/som/helst', true],
    ['/', '/category/nytt/', false],
    ['/', '/tag/mote/', false],
    ['/', '/?s=mote', false],
    ['/', '/wp-admin/', false],
    ['/', '/2024/03/', false],
    ['/', '/2024/03/mote/', true],
    ['/', '/bilde.PNG', false],
    ['/category/helsefellesskap/', '/category/helsefellesskap/', true],
    ['/category/helsefellesskap/', '/category/helsefellesskap/page/2/', true],
    ['/category/helsefellesskap/', '/category/annet/page/2/', false],
    ['/stikkord/ssu', '/stikkord/ssu/side/2', true],
    ['/stikkord/ssu', '/stikkord/ssu/author/x', false],
  ])('the source %s: %s', (url, path, expected) => {
    expect(scope(url).isPage(site + path)).toBe(expected);
  });

  test('include and exclude go before the path; www and bare are one site; registered addresses are always in', () => {
    const own = scope('/om/', { include: ['/møter/'], exclude: ['/møter/intern/'], start: [`${site}/avtaler/a`] });
    expect(own.isPage('https://www.example.no/m%C3%B8ter/1')).toBe(true);
    expect(own.isPage(`${site}/m%C3%B8ter/intern/1`)).toBe(false);
    expect(own.isPage(`${site}/om/`)).toBe(true);
    expect(own.isPage(`${site}/om/mer`)).toBe(false);
    expect(own.isPage(`${site}/avtaler/a`)).toBe(true);
    expect(own.isDocument(`${site}/filer/x.pdf`)).toBe(true);
    expect(own.isDocument(`${site}/m%C3%B8ter/intern/x.pdf`)).toBe(false);
    expect(own.isDocument('https://annen.example.com/x.pdf')).toBe(false);
  });
});

describe('documents', () => {
  test.each([
    '/a/Referat.PDF',
    '/getfile.php/12.3/Innkalling%20OSS.docx',
    '/_f/p1/i0/saksliste.odt',
    '/last-ned?fil=plan.pptx',
    '/x.xlsx?v=2',
  ])('%s is one', (path) => {
    expect(isDocumentAddress(site + path)).toBe(true);
  });
  test.each(['/pdf/', '/referat.pdf.html', '/a.aspx', '/om-docx'])('%s is none', (path) => {
    expect(isDocumentAddress(site + path)).toBe(false);
  });
  test('are known by the link’s words and by the media type', () => {
    expect(isDocumentLink('Referat 15.09 (pdf, 120 kB)', undefined)).toBe(true);
    expect(isDocumentLink('Referat', 'application/pdf')).toBe(true);
    expect(isDocumentLink('Om pdf-filer', undefined)).toBe(false);
    expect(contentOf('application/octet-stream', `${site}/a.pdf`)).toBe('document');
    expect(contentOf('application/octet-stream', `${site}/a`)).toBe('other');
    expect(contentOf('application/rss+xml', `${site}/a`)).toBe('list');
    expect(contentOf('video/mp4', `${site}/a.pdf`)).toBe('other');
  });
});

describe('sitemaps and feeds', () => {
  test('a sitemap gives addresses and dates, and takes no picture for a page', () => {
    const found = readSitemap(
      '<?xml version="1.0"?><urlset><url><loc> https://example.no/a?x=1&amp;y=2 </loc><lastmod>2025-01-02</lastmod><image:image><image:loc>https://example.no/i.jpg</image:loc></image:image></url><url><loc>mailto:post@example.no</loc></url></urlset>',
      site,
      10,
    );
    expect(found).toEqual({ sitemaps: [], pages: [{ url: `${site}/a?x=1&y=2`, lastmod: '2025-01-02' }] });
    expect(readSitemap('<!doctype html><p>404</p>', site, 10)).toBeUndefined();
    expect(
      readSitemap(`<urlset>${`<url><loc>${site}/a</loc></url>`.repeat(50)}</urlset>`, site, 10)?.pages,
    ).toHaveLength(10);
  });

  test('C2.9 entities of a document’s own are never expanded', () => {
    const laughs = `<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(1000)}"><!ENTITY c SYSTEM "file:///etc/passwd">]><urlset><url><loc>${site}/&b;&c;</loc></url></urlset>`;
    const started = performance.now();
    expect(JSON.stringify(readSitemap(laughs, site, 10) ?? '')).not.toContain('root:');
    expect(performance.now() - started).toBeLessThan(200);
  });

  test.each([
    [
      'RSS',
      '<rss><channel><link>https://example.no/</link><item><title>A &amp; B</title><link>/a</link><pubDate>Mon, 03 Feb 2025 09:00:00 +0100</pubDate><description><![CDATA[<p>Kort <b>om</b></p>]]></description></item></channel></rss>',
    ],
    [
      'Atom',
      '<feed><entry><title>A &amp; B</title><link rel="self" href="/x"/><link href="/a"/><published>2025-02-03T08:00:00.000Z</published><summary>Kort om</summary></entry></feed>',
    ],
    [
      'RDF',
      '<rdf:RDF><item rdf:about="x"><title>A &amp; B</title><link>https://example.no/a</link><dc:date>2025-02-03T08:00:00.000Z</dc:date><description>Kort om</description></item></rdf:RDF>',
    ],
    [
      'JSON Feed',
      '{"version":"https://jsonfeed.org/version/1.1","items":[{"url":"/a","title":"A & B","summary":"Kort om","date_published":"2025-02-03T08:00:00.000Z","__proto__":{"x":1}}]}',
    ],
  ])('%s gives the same entry', (_, text) => {
    expect(readFeed(text, `${site}/feed`)).toEqual([
      { url: `${site}/a`, title: 'A & B', summary: 'Kort om', published: '2025-02-03T08:00:00.000Z', enclosures: [] },
    ]);
  });

  test('what is no feed gives nothing', () => {
    for (const text of ['', '<html></html>', '{"items":[]}', '{"broken', '[1,2]'])
      expect(readFeed(text, site)).toBeUndefined();
  });
});

describe('C1.7 letters', () => {
  const word = 'Møte på Ås, særlig ærend';
  const latin = Buffer.from(word, 'latin1');
  const meta = (charset: string): Buffer => Buffer.from(`<meta charset="${charset}">`);
  test.each<[string, Uint8Array, string | undefined]>([
    ['UTF-8', Buffer.from(word), undefined],
    ['UTF-8 with a mark and a lying header', Buffer.from(`\uFEFF${word}`), 'iso-8859-1'],
    ['UTF-16 with a mark', Buffer.from(`\uFEFF${word}`, 'utf16le'), undefined],
    ['ISO-8859-1 by header', latin, 'iso-8859-1'],
    ['windows-1252 by declaration', Buffer.concat([meta('windows-1252'), latin]), undefined],
    ['ISO-8859-1 undeclared', latin, undefined],
    ['ISO-8859-1 that claims to be UTF-8', Buffer.concat([meta('utf-8'), latin]), 'utf-8'],
    ['an encoding that nobody knows', Buffer.from(word), 'x-norsk'],
    ['UTF-8 that declares UTF-16', Buffer.concat([meta('utf-16'), Buffer.from(word)]), undefined],
  ])('%s keeps æ, ø and å', (_, bytes, charset) => {
    expect(decodeText(bytes, charset)).toContain(word);
  });
});
