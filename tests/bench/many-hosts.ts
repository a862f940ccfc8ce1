/** A process of its own that serves pages on ten ports of loopback, so that the measured one has its processor to itself. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const HOSTS = 10;
const [pages = 2000, bytes = 50_000] = process.argv.slice(2).map(Number);
const perHost = Math.ceil(pages / HOSTS);

/** A menu as sites have it, the same on every page. */
const menu = Array.from(
  { length: 60 },
  (_, n) => `<li class="menu__item"><a href="/om/side-${n}/">Om side ${n}</a></li>`,
).join('');

/** Prose with headings, lists, a few links and a date; every page a little different, so that nothing is too easy to pack. */
function article(host: number, n: number): string {
  let body = '';
  for (let part = 0; body.length < bytes - menu.length - 600; part += 1) {
    const seed = (host * 7919 + n * 104_729 + part * 1_299_709) % 100_003;
    const link = part % 6 === 0 ? `<a href="/nytt/vedlegg-${seed}/">Vedlegg ${seed}</a>` : seed.toString(36).repeat(6);
    body += `<h2 class="heading">Punkt ${part + 1} på saklisten</h2><p>Utvalget drøftet sak ${seed} og ba om en ny gjennomgang innen ${1 + (seed % 28)}. juni. Kommunene og sykehuset skal følge opp ${seed % 977} tiltak, og sekretariatet legger fram en plan for arbeidet på neste møte.</p><ul><li>${link}</li></ul>`;
  }
  const head = `<meta charset="utf-8"><title>Sak ${n}</title><link rel="stylesheet" href="/a.css">`;
  return `<!doctype html><html lang="nb"><head>${head}</head><body><nav><ul>${menu}</ul></nav><main><h1>Sak ${n}</h1>${body}</main></body></html>`;
}

for (let host = 0; host < HOSTS; host += 1) {
  const articles = Array.from({ length: perHost }, (_, n) => Buffer.from(article(host, n)));
  const items = articles.map((_, n) => `<li><a href="/nytt/${n}/">Sak nummer ${n} om samarbeidet</a></li>`).join('');
  const list = Buffer.from(`<html lang="nb"><main><h1>Nytt</h1><ul>${items}</ul></main></html>`);
  const server = createServer((request, response) => {
    const n = /^\/nytt\/(\d+)\/$/.exec(request.url ?? '')?.[1];
    const body = request.url === '/nytt/' ? list : n === undefined ? undefined : articles[Number(n)];
    response.writeHead(body ? 200 : 404, {
      'content-type': 'text/html; charset=utf-8',
      'content-length': body?.length ?? 0,
    });
    response.end(body);
  });
  server.listen(0, '127.0.0.1', () => process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
}
