import { createHash } from 'node:crypto';

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';

/** An item's id: `<community>-<10 base32 characters (RFC 4648, lower case) of SHA-256 of the canonical address>`. */
export function itemId(community: string, url: string): string {
  const hash = createHash('sha256').update(url).digest();
  let bits = 0;
  let value = 0;
  let code = '';
  for (const byte of hash) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5 && code.length < 10) {
      code += BASE32[(value >>> (bits - 5)) & 31];
      bits -= 5;
    }
    value &= (1 << bits) - 1;
    if (code.length === 10) break;
  }
  return `${community}-${code}`;
}
