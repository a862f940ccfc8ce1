import { createHash } from 'node:crypto';

const reserved = new Set(['con', 'nul', 'prn', 'aux', 'index', 'data', 'api', 'assets', 'nn']);
const tidy = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * A published id as one folder name of [a-z0-9-]. Our own ids already are that and stay as they are; anything
 * else is cut down to those characters and gets eight hex digits of its hash, so that two ids never share a folder
 * and none can leave the output folder (STANDARDS C2.3).
 */
export function slug(id: string): string {
  if (id.length <= 100 && tidy.test(id) && !reserved.has(id)) return id;
  const hash = createHash('sha256').update(id).digest('hex').slice(0, 8);
  const kept = id
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '');
  return kept === '' ? hash : `${kept}-${hash}`;
}
