import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { UsageError } from './command.ts';

/** A folder served on loopback. */
export interface Served {
  /** `http://127.0.0.1:<port>` */
  address: string;
  close(): Promise<void>;
}

const USUAL_PORT = 8080;

/**
 * Serves a folder on 127.0.0.1, `index.html` for folders and `404.html` for what is not there.
 * Port 0 takes any free one; without a port it is 8080, or any free one when that is taken.
 * Throws a UsageError when the port that was asked for is taken.
 */
export async function serveFolder(folder: string, port: number | undefined): Promise<Served> {
  const notFound = await readFile(join(folder, '404.html')).catch(() => Buffer.from('404'));
  const files = sirv(folder, { dev: true, dotfiles: false });
  const server = createServer((request, response) =>
    files(request, response, () => {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
      response.end(request.method === 'HEAD' ? undefined : notFound);
    }),
  );
  try {
    await listen(server, port ?? USUAL_PORT);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    if (port !== undefined) throw new UsageError(`--port ${port}: expected a free port, this one is taken`);
    await listen(server, 0);
  }
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((done, failed) => {
    server.once('error', failed).listen(port, '127.0.0.1', () => {
      server.off('error', failed);
      done();
    });
  });
}
