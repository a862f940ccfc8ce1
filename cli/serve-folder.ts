import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';

/** A folder served on loopback. */
export interface Served {
  /** `http://127.0.0.1:<port>` */
  address: string;
  close(): Promise<void>;
}

/**
 * Serves a folder on 127.0.0.1, `index.html` for folders and `404.html` for what is not there.
 * Port 0 takes any free one. Throws when the port is taken.
 */
export async function serveFolder(folder: string, port: number): Promise<Served> {
  const notFound = await readFile(join(folder, '404.html')).catch(() => Buffer.from('404'));
  const files = sirv(folder, { dev: true, dotfiles: false });
  const server = createServer((request, response) =>
    files(request, response, () => {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
      response.end(request.method === 'HEAD' ? undefined : notFound);
    }),
  );
  await new Promise<void>((done, failed) => server.once('error', failed).listen(port, '127.0.0.1', done));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
