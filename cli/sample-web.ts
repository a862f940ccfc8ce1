/**
 * The sample web: the sites of `data/sample/`, served on loopback for `samla demo` and for the tests, and gathered from
 * there like any other. Its content is invented; see `data/sample/README.md`.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { bundledData } from '../scraper/index.ts';
import { validated } from './sample-web/answer.ts';
import { answerOf } from './sample-web/routes.ts';
import { readSampleSite, type SampleSite } from './sample-web/sample-site.ts';
import { fillAddresses } from './sample-web/template.ts';

/** Where the sample web is to be served and who shall know of it. */
export interface SampleWebOptions {
  /** The data folder that gets `communities/*.yaml`, `site.yaml` and `web.json` (site id -> address). */
  dataDir: string;
  /** The address to listen at; loopback when left out. */
  host?: string;
  /** The folder of the sites; the bundled one when left out. */
  sitesDir?: string;
  /** Answers in a site's place, to let it fail; says whether it did. */
  instead?: (site: string, request: IncomingMessage, response: ServerResponse) => boolean;
}

/** A sample web that runs: where each of its sites is, and how to end it. */
export interface SampleWeb {
  sites: Record<string, string>;
  /** Reads the sites' folder again: what was changed there is served from now on. */
  reload(): void;
  close(): Promise<void>;
}

/** Where the sample web's own files lie. */
export function sampleFolder(): string {
  return join(bundledData(), 'sample');
}

/**
 * Serves every site of the sample web on a port of its own and writes the registry that points at them into `dataDir`.
 * Each site asks for its own fixed port first, so that addresses stay the same from run to run, and takes any free one else.
 */
export async function serveSampleWeb(options: SampleWebOptions): Promise<SampleWeb> {
  const { dataDir, host = '127.0.0.1', sitesDir = join(sampleFolder(), 'sites'), instead } = options;
  const sites = new Map<string, SampleSite>();
  const reload = (): void => {
    for (const id of readdirSync(sitesDir).sort()) sites.set(id, readSampleSite(join(sitesDir, id)));
  };
  reload();
  const addresses: Record<string, string> = {};
  const servers: Server[] = [];
  for (const { id, port } of sites.values()) {
    const server = createServer((request, response) => {
      const site = sites.get(id);
      if (site && !instead?.(id, request, response)) respond(site, addresses, request, response);
    });
    server.keepAliveTimeout = 0; // a busy client must not find its connection closed under its hands
    servers.push(server);
    addresses[id] = `http://${host}:${await listen(server, port, host)}`;
  }
  writeRegistry(dataDir, addresses);
  return { sites: addresses, reload, close: () => closeAll(servers) };
}

function respond(site: SampleSite, sites: Record<string, string>, request: IncomingMessage, response: ServerResponse) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  const url = new URL(`${sites[site.id]}${request.url}`);
  const { status, headers, body } = validated(site, answerOf(site, url, sites), request.headers);
  response.writeHead(status, status === 304 ? headers : { ...headers, 'content-length': String(body.length) });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Listens at `port`, or at a free one when that is taken; gives the port. */
async function listen(server: Server, port: number, host: string): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') return reject(error);
      server.once('error', reject);
      server.listen(0, host);
    });
    server.listen(port, host);
  });
  return (server.address() as AddressInfo).port;
}

function writeRegistry(dataDir: string, sites: Record<string, string>): void {
  const source = join(sampleFolder(), 'communities');
  mkdirSync(join(dataDir, 'communities'), { recursive: true });
  for (const name of readdirSync(source)) {
    const text = fillAddresses(readFileSync(join(source, name), 'utf8'), sites);
    writeFileSync(join(dataDir, 'communities', name), text);
  }
  writeOthers(dataDir);
  writeFileSync(join(dataDir, 'site.yaml'), readFileSync(join(sampleFolder(), 'site.yaml'), 'utf8'));
  writeFileSync(join(dataDir, 'web.json'), `${JSON.stringify(sites, null, 2)}\n`);
}

/** The communities that the sample web has no site for, without their real sources: the overview shows all 19. */
function writeOthers(dataDir: string): void {
  const folder = join(bundledData(), 'communities');
  const sampled = new Set(readdirSync(join(dataDir, 'communities')));
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.yaml') && !sampled.has(file))) {
    const document = parseDocument(readFileSync(join(folder, name), 'utf8'));
    document.set('sources', []);
    writeFileSync(join(dataDir, 'communities', name), document.toString());
  }
}

async function closeAll(servers: Server[]): Promise<void> {
  await Promise.all(
    servers.map((server) => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    }),
  );
}
