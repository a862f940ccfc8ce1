/**
 * Loaded before anything else (`node --import`): lets one chosen call of the file system fail, for runs that are to be hurt on purpose.
 * Only calls that touch the folder under test count, so that loading modules goes on as usual. `globalThis.failingFs` is the handle.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const plan = { folder: undefined, at: 0, code: 'pick', onwards: false, count: 0, hit: undefined };
globalThis.failingFs = plan;

/** What each kind of call may fail with in the real world. */
const CODES = {
  open: ['EMFILE', 'EIO', 'ENFILE'],
  create: ['ENOSPC', 'EMFILE', 'EROFS', 'EIO'],
  write: ['ENOSPC', 'EIO', 'EDQUOT'],
  change: ['EROFS', 'EIO', 'ENOSPC'],
  read: ['EIO'],
};
const WORDS = {
  ENOSPC: 'no space left on device',
  EIO: 'i/o error',
  EMFILE: 'too many open files',
  ENFILE: 'file table overflow',
  EROFS: 'read-only file system',
  EDQUOT: 'disk quota exceeded',
};
const LASTING = {
  ENOSPC: ['create', 'write'],
  EDQUOT: ['create', 'write'],
  EROFS: ['create', 'change'],
  EMFILE: ['open', 'create'],
  ENFILE: ['open', 'create'],
  EIO: [],
};

function isWatched(path) {
  return plan.folder !== undefined && typeof path === 'string' && path.startsWith(plan.folder);
}

/** The error that this call is to fail with, or `undefined`. */
function fate(kind, syscall, path, isOpen = false) {
  plan.count += 1;
  const lasts = plan.onwards && plan.hit && LASTING[plan.hit.code].includes(kind);
  if (plan.count !== plan.at && !lasts) return undefined;
  const codes = CODES[kind];
  const code = plan.hit?.code ?? codes[plan.turn % codes.length];
  plan.hit ??= { code, syscall, path, kind };
  // Node says the path of calls that were given one; those on an open file know none.
  const place = isOpen ? {} : { path };
  const message = `${code}: ${WORDS[code]}, ${syscall}${isOpen ? '' : ` '${path}'`}`;
  return Object.assign(new Error(message), { code, syscall, errno: -1, ...place });
}

function kindOf(name, args) {
  if (/^open/.test(name)) return /[wa+x]/.test(String(args[1] ?? 'r')) ? 'create' : 'open';
  if (/^(write|append|copy|cp)/.test(name)) return 'create';
  if (/^(mkdir|rename|rm|unlink|utimes|truncate|symlink|link|chmod)/.test(name)) return 'change';
  return /^(readFile|readdir|opendir)/.test(name) ? 'open' : 'read';
}

const PATHS = [
  'open',
  'readFile',
  'writeFile',
  'appendFile',
  'copyFile',
  'cp',
  'rename',
  'mkdir',
  'mkdtemp',
  'rm',
  'unlink',
  'rmdir',
  'readdir',
  'stat',
  'lstat',
  'utimes',
  'access',
  'truncate',
  'opendir',
];
const descriptors = new Map();
const handles = new WeakMap();

for (const name of PATHS) {
  const asked = fs.promises[name];
  fs.promises[name] = async (...args) => {
    if (!isWatched(args[0])) return asked(...args);
    const wrong = fate(kindOf(name, args), name, args[0]);
    if (wrong) throw wrong;
    const result = await asked(...args);
    if (name === 'open') {
      watchHandles(result);
      handles.set(result, args[0]);
    }
    return result;
  };
  const called = fs[name];
  if (typeof called === 'function')
    fs[name] = Object.assign((...args) => {
      const done = args.at(-1);
      if (!isWatched(args[0]) || typeof done !== 'function') return called(...args);
      const wrong = fate(kindOf(name, args), name, args[0]);
      if (wrong) return void process.nextTick(done, wrong);
      if (name !== 'open') return called(...args);
      return called(...args.slice(0, -1), (error, fd) => {
        if (!error) descriptors.set(fd, args[0]);
        done(error, fd);
      });
    }, called);
  const sync = fs[`${name}Sync`];
  if (typeof sync === 'function')
    fs[`${name}Sync`] = Object.assign((...args) => {
      const wrong = isWatched(args[0]) ? fate(kindOf(name, args), name, args[0]) : undefined;
      if (wrong) throw wrong;
      return sync(...args);
    }, sync);
}

/** Streams read and write by descriptor. */
for (const [name, kind] of [
  ['read', 'read'],
  ['write', 'write'],
  ['writev', 'write'],
  ['fsync', 'write'],
]) {
  const called = fs[name];
  fs[name] = Object.assign((...args) => {
    const path = descriptors.get(args[0]);
    const wrong = path === undefined || !isWatched(path) ? undefined : fate(kind, name, path, true);
    if (wrong) return void process.nextTick(args.at(-1), wrong);
    return called(...args);
  }, called);
}
const close = fs.close;
fs.close = Object.assign((fd, ...more) => {
  descriptors.delete(fd);
  return close(fd, ...more);
}, close);

/** File handles have one prototype, which the first of them shows. */
let prototype;
function watchHandles(handle) {
  if (prototype) return;
  prototype = Object.getPrototypeOf(handle);
  for (const [name, kind] of [
    ['read', 'read'],
    ['readFile', 'read'],
    ['write', 'write'],
    ['writev', 'write'],
    ['writeFile', 'write'],
    ['sync', 'write'],
    ['stat', 'read'],
  ]) {
    const asked = prototype[name];
    prototype[name] = async function (...args) {
      const path = handles.get(this);
      const wrong =
        path === undefined || !isWatched(path) ? undefined : fate(kind, name === 'sync' ? 'fsync' : name, path, true);
      if (wrong) throw wrong;
      return asked.apply(this, args);
    };
  }
}

syncBuiltinESMExports();
