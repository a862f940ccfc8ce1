/**
 * What a result shows lies in a file of its own (Pagefind calls it a fragment). Pagefind would put the whole text in there and
 * look for words in everything that is shown; here it holds the card only, under a short name: all names are fetched with the index.
 */
import { createHash } from 'node:crypto';
import { shortText, textAt, valuesAt, withValues } from './cbor.ts';
import { closed, opened } from './pagefind-file.ts';
import type { Card } from './search-records.ts';
import type { IndexFile } from './stable-index.ts';

const fragment = /^fragment\/(.+)\.pf_fragment$/;
/** 1.7 million names: enough to tell one night's cards from the next one's, and little to fetch for all of them. */
const shortest = 4;

/** A name for each content: the end of its digest, longer only for those that would share it. Equal contents share a name. */
export function shortNames(contents: readonly Buffer[]): string[] {
  const digests = contents.map((content) => {
    const hex = createHash('sha256').update(content).digest('hex').slice(0, 24);
    return BigInt(`0x${hex}`).toString(36).padStart(19, '0');
  });
  const sharing = new Map<string, Set<string>>();
  for (const digest of digests) {
    const end = digest.slice(-shortest);
    sharing.set(end, (sharing.get(end) ?? new Set()).add(digest));
  }
  return digests.map((digest) => {
    const end = digest.slice(-shortest);
    return sharing.get(end)?.size === 1 ? end : digest;
  });
}

function cardFile(url: string, card: Card): Buffer {
  return closed(Buffer.from(JSON.stringify({ url, content: '', filters: {}, meta: card, anchors: [] })));
}

function urlOf(content: Uint8Array): string {
  const { url }: { url: string } = JSON.parse(opened(content).toString());
  return url;
}

/** The index with cards for fragments, and what then must be done to its list of pages. */
export interface WithCards {
  files: IndexFile[];
  pages(list: Buffer): Buffer;
}

/** Replaces Pagefind's fragments by cards. */
export function withCards(files: readonly IndexFile[], cards: ReadonlyMap<string, Card>): WithCards {
  const fragments = files.filter(({ path }) => fragment.test(path));
  const contents = fragments.map(({ content }) => {
    const url = urlOf(content);
    return cardFile(url, cards.get(url) ?? {});
  });
  const names = shortNames(contents);
  const renamed = new Map(fragments.map(({ path }, place) => [fragment.exec(path)?.[1], names[place] ?? '']));
  return {
    files: [
      ...files.filter(({ path }) => !fragment.test(path)),
      ...contents.map((content, place) => ({ path: `fragment/${names[place]}.pf_fragment`, content })),
    ],
    pages: (list) =>
      withValues(
        list,
        valuesAt(list, 0).map((page) => withNewName(page, renamed)),
      ),
  };
}

function withNewName(page: Buffer, renamed: ReadonlyMap<string | undefined, string>): Buffer {
  const [name = page, ...rest] = valuesAt(page, 0);
  return withValues(page, [shortText(renamed.get(textAt(name)) ?? textAt(name)), ...rest]);
}
