/** A small web server on loopback that can also misbehave in all the ways that real ones do. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Answers one request. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** A page's HTML, a full answer, or code. */
export type Reply =
  | string
  | { status?: number; headers?: Record<string, string | string[]>; body?: string | Uint8Array }
  | Handler;

/** One request as the server saw it. */
export interface Seen {
  at: number;
  path: string;
  headers: IncomingMessage['headers'];
  /** Requests under way when this one came, itself included. */
  concurrency: number;
}

/** A running server. */
export interface MockServer {
  origin: string;
  seen: Seen[];
  /** Paths asked for, robots.txt left out. */
  paths(): string[];
  /** Pages may be added, changed and taken away while it runs. */
  pages: Record<string, Reply>;
  /** Answers every path but robots.txt in the pages' place, as long as it is there. */
  instead: ((path: string) => Reply) | undefined;
  close(): Promise<void>;
}

/** Serves `pages` by path with query, else by path; 404 for the rest. `{origin}` in texts stands for the server's own address. */
export async function mockServer(
  pages: Record<string, Reply> = {},
  tls?: { key: string; cert: string },
): Promise<MockServer> {
  const seen: Seen[] = [];
  let active = 0;
  let origin = '';
  const handler: Handler = (request, response) => {
    const path = request.url ?? '/';
    active += 1;
    response.on('close', () => {
      active -= 1;
    });
    seen.push({ at: Date.now(), path, headers: request.headers, concurrency: active });
    const own = path === '/robots.txt' ? undefined : served.instead?.(path);
    const reply = own ?? pages[path] ?? pages[path.split('?')[0]!];
    if (typeof reply === 'function') return reply(request, response);
    send(response, reply, origin);
  };
  const server: Server = tls
    ? (createTlsServer(tls, handler) as unknown as Server)
    : createServer({ maxHeaderSize: 1 << 20 }, handler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `${tls ? 'https' : 'http'}://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const served: MockServer = {
    origin,
    seen,
    pages,
    instead: undefined,
    paths: () => seen.map(({ path }) => path).filter((path) => path !== '/robots.txt'),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return served;
}

function send(response: ServerResponse, reply: Exclude<Reply, Handler> | undefined, origin: string): void {
  const {
    status = 200,
    headers = {},
    body = '',
  } = typeof reply === 'string' ? { body: reply } : (reply ?? { status: 404, body: '<h1>404</h1>' });
  const filled = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replaceAll('{origin}', origin) : value,
    ]),
  );
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...filled });
  response.end(typeof body === 'string' ? body.replaceAll('{origin}', origin) : body);
}

/** A page that answers 304 to its own validators. */
export function validated(body: string, etag: string, type = 'text/html; charset=utf-8'): Handler {
  return (request, response) => {
    const same = request.headers['if-none-match'] === etag;
    response.writeHead(same ? 304 : 200, { etag, 'content-type': type });
    response.end(same ? undefined : body);
  };
}

const html = { 'content-type': 'text/html; charset=utf-8' };
/** Made beforehand: the server shares its process with the test. */
const GZIP_BOMB = gzipSync(Buffer.alloc(24 * 1024 * 1024, 'a'), { level: 1 });
const BROTLI_BOMB = brotliCompressSync(Buffer.alloc(24 * 1024 * 1024, 'a'), {
  params: { [constants.BROTLI_PARAM_QUALITY]: 1 },
});
const SMALL_BOMB = gzipSync(Buffer.alloc(4 * 1024 * 1024, 'a'));
const zeros = (bytes: number): Buffer => Buffer.alloc(bytes, 'a');

/** The ways to misbehave. Each is served under `/<name>`. */
export const HOSTILE: Record<string, Handler> = {
  'hang-before-headers': () => undefined,
  'hang-after-headers': (_, response) => {
    response.writeHead(200, html);
    response.flushHeaders();
  },
  'slow-drip': (_, response) => {
    response.writeHead(200, html);
    const drip = setInterval(() => response.write('a'), 20);
    response.on('close', () => clearInterval(drip));
  },
  'endless-body': (_, response) => {
    response.writeHead(200, html);
    const more = (): void => {
      while (!response.destroyed && response.write(zeros(64 * 1024)));
      if (!response.destroyed) response.once('drain', more);
    };
    more();
  },
  drop: (request) => request.socket.destroy(),
  'drop-mid-body': (request, response) => {
    response.writeHead(200, { ...html, 'content-length': '10000' });
    response.write('<p>half');
    setTimeout(() => request.socket.destroy(), 20);
  },
  'wrong-length': (request) => {
    request.socket.end(
      'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 500\r\nConnection: close\r\n\r\n<p>short',
    );
  },
  'large-length': (_, response) => {
    response.writeHead(200, { ...html, 'content-length': String(10 ** 9) });
    response.write('<p>');
  },
  'broken-chunks': (request) => {
    request.socket.end(
      'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\nnot hex\r\n',
    );
  },
  'no-http': (request) => {
    request.socket.end('220 ftp.example.no ready\r\n');
  },
  'truncated-gzip': (_, response) => {
    const whole = gzipSync(Buffer.from('<p>hei</p>'.repeat(500)));
    response.writeHead(200, { ...html, 'content-encoding': 'gzip' });
    response.end(whole.subarray(0, whole.length - 12));
  },
  'not-gzip': (_, response) => {
    response.writeHead(200, { ...html, 'content-encoding': 'gzip' });
    response.end('<p>plain</p>');
  },
  'gzip-bomb': (_, response) => {
    response.writeHead(200, { ...html, 'content-encoding': 'gzip' });
    response.end(GZIP_BOMB);
  },
  'brotli-bomb': (_, response) => {
    response.writeHead(200, { ...html, 'content-encoding': 'br' });
    response.end(BROTLI_BOMB);
  },
  'small-bomb': (_, response) => {
    // Inside the size limit, but unpacked far beyond any honest page's ratio.
    response.writeHead(200, { ...html, 'content-encoding': 'gzip' });
    response.end(SMALL_BOMB);
  },
  'six-encodings': (_, response) => {
    response.writeHead(200, { ...html, 'content-encoding': 'gzip, gzip, gzip, gzip, gzip, gzip' });
    response.end('x');
  },
  'huge-header': (request) => {
    request.socket.end(`HTTP/1.1 200 OK\r\nX-Big: ${'a'.repeat(200_000)}\r\nContent-Length: 2\r\n\r\nhi`);
  },
  'set-cookie': (_, response) => {
    response.writeHead(200, { ...html, 'set-cookie': 'a=b' });
    response.end('<p>kjeks</p>');
  },
  'redirect-loop': (_, response) => {
    response.writeHead(302, { location: '/redirect-loop' });
    response.end();
  },
  'redirect-further': (request, response) => {
    const hop = Number(/hop=(\d+)/.exec(request.url ?? '')?.[1] ?? 0);
    response.writeHead(302, { location: `/redirect-further?hop=${hop + 1}` });
    response.end();
  },
  'redirect-private': (_, response) => {
    response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' });
    response.end();
  },
  'redirect-nowhere': (_, response) => {
    response.writeHead(302, { location: 'http://[' });
    response.end();
  },
  'redirect-script': (_, response) => {
    response.writeHead(302, { location: 'javascript:alert(1)' });
    response.end();
  },
  'odd-status': (request) => {
    request.socket.end('HTTP/1.1 999 Request denied\r\nContent-Length: 2\r\n\r\nhi');
  },
  'two-lengths': (request) => {
    request.socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 5\r\n\r\nhi');
  },
  'bad-header': (request) => {
    request.socket.end('HTTP/1.1 200 OK\r\nX-\u0000Bad: 1\r\nContent-Length: 2\r\n\r\nhi');
  },
  'many-headers': (request) => {
    const many = Array.from({ length: 5000 }, (_, n) => `X-Many-${n}: ${'a'.repeat(20)}\r\n`).join('');
    request.socket.end(`HTTP/1.1 200 OK\r\n${many}Content-Length: 2\r\n\r\nhi`);
  },
  'deflate-bomb': (_, response) => {
    response.writeHead(200, { ...html, 'content-encoding': 'deflate' });
    response.end('x');
  },
  'truncated-brotli': (_, response) => {
    const whole = brotliCompressSync(Buffer.from('<p>hei</p>'.repeat(500)));
    response.writeHead(200, { ...html, 'content-encoding': 'br' });
    response.end(whole.subarray(0, whole.length - 4));
  },
  casino: (_, response) => {
    response.writeHead(200, html);
    const games = Array.from({ length: 9 }, (_, n) => `<li><a href="/slots/${n}/">Lucky slots ${n}, play now</a></li>`);
    response.end(`<title>Best Online Casino</title><h1>Casino bonus 500%</h1><ul>${games.join('')}</ul>`);
  },
  'redirect-file': (_, response) => {
    response.writeHead(302, { location: 'file:///etc/passwd' });
    response.end();
  },
};
