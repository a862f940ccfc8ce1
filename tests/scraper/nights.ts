import { scrape } from '../../scraper/scrape.ts';
import { type Workshop, workshop } from './gather.ts';
import { type MockServer, mockServer, type Reply } from './mock-server.ts';

/** What many nights over one source came to. */
export interface Nights {
  /** Bodies of pages answered, by night; listings, sitemaps and robots.txt left out. */
  bodies: number[];
  /** The longest time that a page went unasked, in nights. */
  longest: number;
}

/** Gathers a site of so many pages once, then night after night while nothing changes. No validator is given, as on most real sites. */
export async function manyNights(pages: number, nights: number, perList = 100): Promise<Nights> {
  const lastAsked = new Map<string, number>();
  let night = 0;
  let longest = 0;
  let bodies = 0;
  const { server, shop } = await siteOf(pages, perList, (path) => {
    longest = Math.max(longest, night - (lastAsked.get(path) ?? night));
    lastAsked.set(path, night);
    bodies += 1;
  });
  const counts: number[] = [];
  try {
    for (; night <= nights; night += 1) {
      bodies = 0;
      const now = new Date(Date.UTC(2026, 0, 1 + night, 3));
      await scrape({ ...shop, allowPrivate: true, now: () => now });
      if (night > 0) counts.push(bodies);
    }
    for (const last of lastAsked.values()) longest = Math.max(longest, nights - last);
    if (lastAsked.size !== pages) throw new Error(`${lastAsked.size} of ${pages} pages were ever asked for`);
    return { bodies: counts, longest };
  } finally {
    await server.close();
    await shop.remove();
  }
}

async function siteOf(
  pages: number,
  perList: number,
  onPage: (path: string) => void,
): Promise<{ server: MockServer; shop: Workshop }> {
  const replies: Record<string, Reply> = {};
  const lists = Math.ceil(pages / perList);
  for (let list = 0; list < lists; list += 1) {
    const numbers = Array.from({ length: Math.min(perList, pages - list * perList) }, (_, n) => list * perList + n);
    for (const n of numbers)
      replies[`/nytt/sak-${n}/`] = (request, response) => {
        onPage(request.url ?? '');
        response.setHeader('content-type', 'text/html; charset=utf-8');
        response.end(`<main><h1>Sak ${n}</h1><p>Utvalget ble enige om sak ${n}.</p></main>`);
      };
    const items = numbers.map((n) => `<li><a href="/nytt/sak-${n}/">Sak nummer ${n} om samarbeidet</a></li>`).join('');
    const next = list + 1 < lists ? `<a rel="next" href="/nytt/?page=${list + 1}">Neste</a>` : '';
    replies[list === 0 ? '/nytt/' : `/nytt/?page=${list}`] = `<main><h1>Nytt</h1><ul>${items}</ul>${next}</main>`;
  }
  const server = await mockServer(replies);
  const shop = await workshop({ id: 'nytt', url: `${server.origin}/nytt/`, platform: 'generic', maxPages: pages + 10 });
  return { server, shop };
}
