/** One small site for each platform, built the way such sites are built. */
import { page, type SourceEntry, TEXT } from './gather.ts';
import type { Reply } from './mock-server.ts';

/** A site, its source, and what gathering it must bring. */
export interface PlatformSite {
  source: Omit<SourceEntry, 'id' | 'url'> & { path: string };
  pages: Record<string, Reply>;
  /** Paths that must be live afterwards, sorted; nothing else may be. */
  live: string[];
  /** Paths of lists, if any. */
  listings?: string[];
}

const pdf: Reply = { headers: { 'content-type': 'application/pdf' }, body: '%PDF-1.4 prove' };
const xml = (body: string): Reply => ({ headers: { 'content-type': 'application/xml' }, body });
const json = (value: unknown, headers: Record<string, string> = {}, status = 200): Reply => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(value),
});
const article = (title: string, more = ''): string =>
  page(title, `<p class="x">Publisert 03.02.2025</p>${TEXT}${more}`);
const card = (href: string, title: string, date: string): string =>
  `<div class="kort"><h3><a href="${href}">${title}</a></h3><time datetime="${date}">en dag</time><p>${title}, og hva det betyr for kommunene.</p></div>`;

const post = (id: number, slug: string, title: string, content: string): Record<string, unknown> => ({
  id,
  date: '2025-02-03T10:00:00',
  date_gmt: '2025-02-03T09:00:00',
  modified: '2025-02-04T10:00:00',
  modified_gmt: '2025-02-04T09:00:00',
  slug,
  status: 'publish',
  type: 'post',
  link: `{origin}/${slug}/`,
  title: { rendered: title },
  content: { rendered: content },
  author: 3,
  _links: { self: [{ href: 'x' }] },
});

/** Sites by platform name; wordpress has two, one with its interface closed. */
export const SITES: Record<string, PlatformSite> = {
  helseforetak: {
    source: { path: '/nyheter/' },
    pages: {
      '/nyheter/': page(
        'Nyheter',
        `${card('/nyheter/a/', 'Nytt møte', '2025-02-03')}${card('/nyheter/b', 'Ny avtale', '2025-01-03')}${card('/nyheter/c/', 'Nye tall', '2024-12-03')}
        <nav><span>1</span> <a href="/nyheter/?offset=3">2</a> <a href="/nyheter/?offset=3">Neste</a></nav>`,
        '<link rel="icon" href="/4af2c1/globalassets/i.png">',
      ),
      '/nyheter/?offset=3': page(
        'Nyheter',
        `${card('/nyheter/d/', 'Gammelt møte', '2023-02-03')}<nav><a href="/nyheter/">Forrige</a> <a href="/nyheter/">1</a> <span>2</span></nav>`,
      ),
      '/nyheter/a/': article(
        'Nytt møte',
        '<h2>Papirer</h2><a href="/4af2c1/contentassets/ab/referat.pdf">Referat (PDF)</a> <a href="/jobb/stilling/">Jobb hos oss</a> <img src="/4af2c1/globalassets/m.png">',
      ),
      '/nyheter/b': article(
        'Ny avtale',
        '<details><summary>Avtaler</summary><a href="/4af2c1/siteassets/avtale.docx">Avtalen</a></details>',
      ),
      '/nyheter/c/': article('Nye tall'),
      '/nyheter/d/': article('Gammelt møte'),
      '/nyheter/e/': article('Bare i nettstedskartet'),
      '/jobb/stilling/': article('Stilling'),
      '/4af2c1/contentassets/ab/referat.pdf': pdf,
      '/4af2c1/siteassets/avtale.docx': { headers: { 'content-type': 'application/octet-stream' }, body: 'PK prove' },
      '/sitemap.xml': xml('<sitemapindex><sitemap><loc>{origin}/kart-1.xml</loc></sitemap></sitemapindex>'),
      '/kart-1.xml': xml(
        '<urlset><url><loc>{origin}/nyheter/e/</loc><lastmod>2025-02-01</lastmod></url><url><loc>{origin}/jobb/stilling/</loc></url></urlset>',
      ),
    },
    live: [
      '/4af2c1/contentassets/ab/referat.pdf',
      '/4af2c1/siteassets/avtale.docx',
      '/nyheter/a/',
      '/nyheter/b',
      '/nyheter/c/',
      '/nyheter/d/',
      '/nyheter/e/',
    ],
    listings: ['/nyheter/', '/nyheter/?offset=3'],
  },
  wordpress: {
    source: { path: '/' },
    pages: {
      '/': page(
        'Samarbeidet',
        `${card('/mote/', 'Møte', '2025-02-03')}<a href="/category/nytt/">Nytt</a> <a href="/wp-content/uploads/2025/02/plan.pdf">Plan</a>`,
        '<meta name="generator" content="WordPress 6.4">',
      ).replace('<body>', '<body class="home blog wp-embed-responsive">'),
      '/wp-json/wp/v2/posts': (request, response) => {
        const second = request.url?.includes('page=2') === true;
        const origin = `http://${request.headers.host}`;
        response.writeHead(200, { 'content-type': 'application/json', 'x-wp-totalpages': '2' });
        const posts = second
          ? [post(2, 'avtale', 'Avtale', '<p>Ny avtale.</p>')]
          : [
              post(
                1,
                'mote',
                'Møte',
                '<p>Se <a href="/wp-content/uploads/2025/02/referat.pdf">referatet</a> og <a href="/arkiv.html">arkivet</a>.</p>',
              ),
            ];
        response.end(JSON.stringify(posts).replaceAll('{origin}', origin));
      },
      '/wp-json/wp/v2/pages': (request, response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'x-wp-totalpages': '1' });
        response.end(
          JSON.stringify([post(9, 'om-oss', 'Om oss', '<p>Om samarbeidet.</p>')]).replaceAll(
            '{origin}',
            `http://${request.headers.host}`,
          ),
        );
      },
      '/arkiv.html': article('Arkiv'),
      '/mote/': () => {
        throw new Error('what the interface gives is not asked for as a page');
      },
      '/wp-content/uploads/2025/02/referat.pdf': pdf,
      '/wp-content/uploads/2025/02/plan.pdf': pdf,
    },
    listings: ['/'],
    live: [
      '/arkiv.html',
      '/avtale/',
      '/mote/',
      '/om-oss/',
      '/wp-content/uploads/2025/02/plan.pdf',
      '/wp-content/uploads/2025/02/referat.pdf',
    ],
  },
  'wordpress, interface closed': {
    source: { path: '/', platform: 'wordpress' },
    pages: {
      '/robots.txt': {
        headers: { 'content-type': 'text/plain' },
        body: 'User-agent: *\nDisallow: /wp-admin/\nSitemap: {origin}/sitemap_index.xml',
      },
      '/': page(
        'Samarbeidet',
        `${card('/2024/01/02/mote/', 'Møte', '2024-01-02')}<a href="/2024/01/">januar 2024</a> <a href="/author/kari/">Forfatter</a> <a href="/page/2/">Eldre innlegg</a> <a href="/wp-admin/">Logg inn</a><img src="/wp-content/uploads/a.png">`,
      ),
      '/page/2/': page('Samarbeidet', card('/2021/05/06/gammelt/', 'Gammelt', '2021-05-06')),
      '/wp-json/wp/v2/posts': json({ code: 'rest_forbidden' }, {}, 401),
      '/wp-json/wp/v2/pages': json({ code: 'rest_forbidden' }, {}, 401),
      '/2024/01/02/mote/': article('Møte'),
      '/2021/05/06/gammelt/': article('Gammelt'),
      '/i-feed/': article('I feeden'),
      '/om-oss/': article('Om oss'),
      '/feed/': xml(
        '<rss version="2.0"><channel><title>x</title><item><title>I feeden</title><link>{origin}/i-feed/</link><pubDate>Mon, 03 Feb 2025 09:00:00 +0000</pubDate></item></channel></rss>',
      ),
      '/sitemap_index.xml': xml(
        '<sitemapindex><sitemap><loc>{origin}/page-sitemap.xml</loc></sitemap><sitemap><loc>{origin}/category-sitemap.xml</loc></sitemap></sitemapindex>',
      ),
      '/page-sitemap.xml': xml('<urlset><url><loc>{origin}/om-oss/</loc></url></urlset>'),
      '/category-sitemap.xml': xml('<urlset><url><loc>{origin}/category/nytt/</loc></url></urlset>'),
    },
    live: ['/2021/05/06/gammelt/', '/2024/01/02/mote/', '/i-feed/', '/om-oss/'],
    listings: ['/', '/page/2/'],
  },
  acos: {
    source: { path: '/moter/partnerskapsmotet.44101.aspx', publishes: ['meetings'] },
    pages: {
      '/moter/partnerskapsmotet.44101.aspx': page(
        'Partnerskapsmøtet',
        `${TEXT}<a href="/moter/utvalget.44102.aspx?o=vest">vest</a> <a href="/moter/utvalget.44102.aspx?o=ost">øst</a> <a href="?print=1">Skriv ut</a>
        <a href="/annet/parkering.1.aspx">Parkering</a> <a href="/innsyn.aspx">Innsyn</a>`,
      ),
      '/moter/utvalget.44102.aspx?o=vest': article('Vest', '<a href="/_f/p1/i0-1/protokoll.pdf">Protokoll</a>'),
      '/moter/utvalget.44102.aspx?o=ost': article('Øst'),
      '/_f/p1/i0-1/protokoll.pdf': pdf,
      '/annet/parkering.1.aspx': article('Parkering'),
    },
    live: [
      '/_f/p1/i0-1/protokoll.pdf',
      '/moter/partnerskapsmotet.44101.aspx',
      '/moter/utvalget.44102.aspx?o=ost',
      '/moter/utvalget.44102.aspx?o=vest',
    ],
  },
  custompublish: {
    source: { path: '/' },
    pages: {
      '/': page(
        'Regionrådet',
        `<ul><li><a href="/skifte.6417618-42.html">Skifte av leder i utvalget</a></li><li><a href="/veg.650-42.html">Feiing av veger i sentrum</a></li><li><a href="/om.640-42.html">Om samarbeidet i regionen</a></li></ul>`,
      ),
      '/skifte.6417618-42.html': article('Skifte'),
      '/veg.650-42.html': article('Veg', '<a href="/veg.650-42.html?template=print">Utskrift</a>'),
      '/om.640-42.html': article('Om', '<a href="/getfile.php/5120.12/Innkalling%20OSS.pdf">Innkalling</a>'),
      '/getfile.php/5120.12/Innkalling%20OSS.pdf': pdf,
    },
    live: ['/getfile.php/5120.12/Innkalling OSS.pdf', '/om.640-42.html', '/skifte.6417618-42.html', '/veg.650-42.html'],
    listings: ['/'],
  },
  feed: {
    source: { path: '/nytt.atom', include: ['/'] },
    pages: {
      '/nytt.atom': {
        headers: { 'content-type': 'application/atom+xml' },
        body: `<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title>
          <entry><title>Møte</title><link href="{origin}/saker/1"/><published>2025-02-03T09:00:00Z</published><summary type="html">&lt;p&gt;Kort.&lt;/p&gt;</summary></entry>
          <entry><title>Avtale</title><link rel="alternate" href="/saker/2"/><link rel="enclosure" href="/saker/avtale.pdf"/><updated>2025-02-04T09:00:00Z</updated></entry></feed>`,
      },
      '/saker/1': article('Møte'),
      '/saker/2': article('Avtale'),
      '/saker/avtale.pdf': pdf,
    },
    live: ['/saker/1', '/saker/2', '/saker/avtale.pdf'],
  },
  generic: {
    source: { path: '/samhandling', publishes: ['about', 'minutes'] },
    pages: {
      '/samhandling': page(
        'Samhandling',
        `${TEXT}<ul><li><a href="/samhandling/ssu">SSU</a></li><li><a href="/samhandlingsreform">Noe annet</a></li><li><a href="/samhandling/lagret?id=4">Avtalen (pdf)</a></li></ul>`,
      ),
      '/samhandling/ssu': page(
        'SSU',
        `${TEXT}<p>Årene: <a href="/samhandling/ssu?year=2024">2024</a> <a href="/samhandling/ssu?year=2023">2023</a></p>`,
      ),
      '/samhandling/ssu?year=2024': page(
        'SSU',
        `${TEXT}<div hidden><a href="/filer/referat-2024.pdf">Referat</a></div>`,
      ),
      '/samhandling/ssu?year=2023': page('SSU', `${TEXT}<a href="/filer/referat-2023.odt">Referat</a>`),
      '/samhandling/lagret?id=4': pdf,
      '/filer/referat-2024.pdf': pdf,
      '/filer/referat-2023.odt': { headers: { 'content-type': 'application/vnd.oasis.opendocument.text' }, body: 'PK' },
      '/samhandlingsreform': article('Noe annet'),
    },
    live: ['/filer/referat-2023.odt', '/filer/referat-2024.pdf', '/samhandling', '/samhandling/lagret?id=4'],
  },
};
