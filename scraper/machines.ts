/** Which hosts share a machine or a vendor: what is polite to each of them alone may be too much for what stands behind them (STANDARDS B2.2, D5). */
import { lookup } from 'node:dns';
import { isIP } from 'node:net';
import { hostOf } from './address.ts';
import { isPrivateAddress, type Resolve } from './guard.ts';
import type { Source } from './registry.ts';

/** The name of what a host (with its port) shares with others: the registry's `group`, else its public IP address, else the host itself. */
export function machinesOf(sources: readonly Source[], resolve: Resolve = lookup): (host: string) => Promise<string> {
  const groups = new Map(
    sources.flatMap(({ group, url, start }) =>
      group ? [url, ...start].map((at) => [hostOf(at), group] as const) : [],
    ),
  );
  const known = new Map<string, Promise<string>>();
  return (host) => {
    const before = known.get(host) ?? machineOf(host, groups.get(host), resolve);
    known.set(host, before);
    return before;
  };
}

async function machineOf(host: string, group: string | undefined, resolve: Resolve): Promise<string> {
  if (group !== undefined) return `group ${group}`;
  const name = host.replace(/:\d+$/, '').replace(/^\[|\]$/g, '');
  const found = isIP(name) ? [name] : await addressesOf(name, resolve);
  // Addresses in one's own net say nothing: everything that is tried out stands on one machine.
  const [first] = found.filter((address) => !isPrivateAddress(address)).sort();
  return first ?? host;
}

/** None where the name leads nowhere: asking will say so. */
function addressesOf(name: string, resolve: Resolve): Promise<string[]> {
  return new Promise((done) => {
    resolve(name, { all: true }, (error, found) => done(error ? [] : found.map(({ address }) => address)));
  });
}
