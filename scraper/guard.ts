/** The address gate: no request leaves for a private network, another scheme or an odd port (STANDARDS C2.7). */
import { type LookupAddress, lookup as systemLookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

const PRIVATE_V4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const;
/** Loopback, unspecified, mapped, NAT64, discard, Teredo and other special use, documentation, 6to4, local, link-local, multicast. */
const PRIVATE_V6 = [
  ['::', 96],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const;

const blocked4 = new BlockList();
for (const [net, bits] of PRIVATE_V4) blocked4.addSubnet(net, bits, 'ipv4');
const blocked6 = new BlockList();
for (const [net, bits] of PRIVATE_V6) blocked6.addSubnet(net, bits, 'ipv6');

/** Thrown out of a DNS lookup whose answer is a private address; becomes the cause `private-address`. */
export class PrivateAddressError extends Error {
  readonly code = 'SAMLA_PRIVATE_ADDRESS';
}

/** Whether an IP address (v4 or v6, no brackets) is one that the public web doesn't use. */
export function isPrivateAddress(ip: string): boolean {
  const version = isIP(ip.replace(/%.*$/, ''));
  if (version === 4) return blocked4.check(ip, 'ipv4');
  return version === 6 ? blocked6.check(ip.replace(/%.*$/, ''), 'ipv6') : true;
}

/**
 * Why an address must not be asked, or `undefined` when it may. Literal addresses are judged here, in all the spellings that the
 * URL parser knows; names are judged when the connection is made, by {@link guardedLookup}.
 */
export function refusal(address: string, allowPrivate: boolean): string | undefined {
  const url = tryUrl(address);
  if (!url || !/^https?:$/.test(url.protocol)) return `${address}: only http and https are asked`;
  if (allowPrivate) return undefined;
  if (url.port !== '') return `${address}: port ${url.port} is not one of the web's own (80, 443)`;
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/(?<!\.)\.+$/, '');
  if (host === 'localhost' || host.endsWith('.localhost') || host === '') return `${address}: is this machine itself`;
  if (isIP(host) && isPrivateAddress(host)) return `${address}: ${host} is a private address`;
  return undefined;
}

function tryUrl(address: string): URL | undefined {
  try {
    return new URL(address);
  } catch {
    // Not an address at all: the caller refuses it.
    return undefined;
  }
}

/** `dns.lookup` in the form that the guard needs it; tests give one of their own. */
export type Resolve = (
  hostname: string,
  options: { all: true; family?: number; hints?: number },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** A lookup that refuses names with any private address, at the moment of connecting: an answer can't change in between. */
export function guardedLookup(allowPrivate: boolean, resolve: Resolve = systemLookup): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { all: true }, (error, addresses) => {
      const refused = error ?? refusedAnswer(hostname, addresses, allowPrivate);
      if (refused) return callback(refused, '', 0);
      const [first] = addresses;
      if (options.all) callback(null, addresses);
      else callback(null, first?.address ?? '', first?.family);
    });
  };
}

function refusedAnswer(hostname: string, addresses: LookupAddress[], allowPrivate: boolean): Error | undefined {
  if (addresses.length === 0) return Object.assign(new Error(`${hostname}: no address`), { code: 'ENOTFOUND' });
  const inside = allowPrivate ? undefined : addresses.find(({ address }) => isPrivateAddress(address));
  return inside && new PrivateAddressError(`${hostname} leads to the private address ${inside.address}`);
}
