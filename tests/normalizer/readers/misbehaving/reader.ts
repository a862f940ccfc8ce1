/** A reader that does what the capture's address says: for proving the limits of the isolation. */
import { documentFrom, emptyHead } from '../../../../normalizer/document-tree.ts';
import { defineReader } from '../../../../normalizer/reader.ts';

export default defineReader({
  mediaTypes: ['application/x-misbehaving'],
  extensions: [],
  isolated: true,
  async read(capture) {
    switch (new URL(capture.url).pathname) {
      case '/spin':
        for (;;);
      case '/never':
        return new Promise(() => undefined);
      case '/heap': {
        const hoard: unknown[] = [];
        for (;;) hoard.push(new Array(10_000).fill({ at: hoard.length }));
      }
      case '/buffers': {
        const hoard: Uint8Array[] = [];
        for (;;) hoard.push(new Uint8Array(8 * 1024 * 1024).fill(1));
      }
      case '/exit':
        process.exit(7);
        break;
      case '/throw':
        throw new Error('a bug of ours');
      case '/late':
        void Promise.reject(new Error('a leftover'));
        break;
      case '/fetch':
        await fetch(capture.url);
    }
    const head = { ...emptyHead(), title: 'Møtebok', meta: new Map([['a', ['1', '2']]]) };
    return documentFrom('test', `<p>${capture.body.length} byte fra ${capture.url}</p>`, head, ['kept']);
  },
});
