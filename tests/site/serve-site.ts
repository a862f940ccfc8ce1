/** Serves a built site on loopback for the tests. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';

/** A running server; `address` ends in a slash. */
export interface ServedSite {
  address: string;
  close(): Promise<void>;
}

/** Serves a folder on a free port. */
export async function serveSite(folder: string): Promise<ServedSite> {
  const files = sirv(folder, { dev: true, dotfiles: true });
  const server = createServer((request, response) => {
    files(request, response, () => {
      response.statusCode = 404;
      response.end();
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
