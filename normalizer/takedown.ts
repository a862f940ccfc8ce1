/** `data/takedown.yaml`: what must not be published any more, however often it is gathered (STANDARDS B4.6). */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { RegistryError, readYamlFile } from '../scraper/index.ts';
import type { Draft } from './draft.ts';
import { excerptOf, wordCount } from './excerpt.ts';
import { itemId } from './identity.ts';

/** Why something is taken down. Names, wishes and letters stay out of the file. */
export const TAKEDOWN_REASONS = ['privacy', 'rights', 'error', 'request', 'law'] as const;

const Passage = z.strictObject({ from: z.string().min(3), to: z.string().min(1) });
const Removal = z
  .strictObject({
    item: z
      .string()
      .regex(/^[a-z0-9-]+-[a-z2-7]{10}$/)
      .optional(),
    address: z
      .string()
      .regex(/^https?:\/\/[^/\s]+\//)
      .optional(),
    passage: Passage.optional(),
    date: z.string().regex(/^\d{4}-\d\d-\d\d$/),
    reason: z.enum(TAKEDOWN_REASONS),
  })
  .refine(({ item, address }) => (item === undefined) !== (address === undefined), {
    message: 'expected either item or address, one of them',
  });
const Takedown = z.strictObject({ removals: z.array(Removal) });

type Removal = z.infer<typeof Removal>;

/** A page as a takedown sees it: its community, and every address that it was seen at. */
export interface TakedownSubject {
  community: string;
  urls: readonly string[];
}

/** The removals of a data folder; none when it has no `takedown.yaml`. Throws `RegistryError` with file and line. */
export class Takedowns {
  readonly #removals: readonly Removal[];
  /** Those that some page was found for. */
  readonly #met = new Set<Removal>();

  constructor(removals: readonly Removal[]) {
    this.#removals = removals;
  }

  static read(dataDir: string): Takedowns {
    const file = join(dataDir, 'takedown.yaml');
    if (!existsSync(file)) return new Takedowns([]);
    const { value, problems } = readYamlFile(file, Takedown);
    if (value === undefined) throw new RegistryError(problems);
    return new Takedowns(value.removals);
  }

  /** Why a whole item is taken down, as a readable clause; `undefined` when it is not. */
  reasonFor(subject: TakedownSubject): string | undefined {
    const found = this.#of(subject).find(({ passage }) => passage === undefined);
    return found && `taken down on ${found.date} (${found.reason})`;
  }

  /** A draft without the passages that are to go from it. */
  withoutPassages(draft: Draft): Draft {
    const { community, url } = draft.item;
    const passages = this.#of({ community, urls: [url, ...draft.aliases] }).flatMap(({ passage }) => passage ?? []);
    return passages.length === 0 ? draft : passages.reduce(withoutPassage, draft);
  }

  /** Removals that no page asked about so far is meant by, as clauses to read: a slip of the pen takes nothing down. */
  unmet(): string[] {
    const left = this.#removals.filter((removal) => !this.#met.has(removal));
    return left.map(
      ({ item, address, date }) => `takedown.yaml: ${item ?? address} (${date}) matches no page that was gathered`,
    );
  }

  #of({ community, urls }: TakedownSubject): Removal[] {
    const found = this.#removals.filter(({ item, address }) =>
      urls.some((url) => (item === undefined ? matchesAddress(url, address ?? '') : itemId(community, url) === item)),
    );
    for (const removal of found) this.#met.add(removal);
    return found;
  }
}

/** `*` stands for anything. `www.` and a last slash make no difference: the page would come back at the other address. */
function matchesAddress(url: string, pattern: string): boolean {
  const parts = loose(pattern).split('*');
  const [first = '', ...rest] = parts;
  const last = rest.pop();
  const text = loose(url);
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}

function loose(address: string): string {
  return address.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');
}

function withoutPassage(draft: Draft, passage: z.infer<typeof Passage>): Draft {
  const { item } = draft;
  const cut = (text: string) => cutPassage(text, passage);
  const lead = item.lead === null ? null : cut(item.lead) || null;
  const body = cut(item.body);
  const isQuoted = (text: string) => cut(text) !== text || text.includes(passage.from) || text.includes(passage.to);
  return {
    ...draft,
    item: {
      ...item,
      title: cut(item.title) || item.title,
      lead,
      body,
      excerpt: body === '' ? cut(item.excerpt) : excerptOf(lead, body),
      words: body === '' ? item.words : wordCount(body),
      attachments: item.attachments.map((one) => ({ ...one, title: cut(one.title) })),
      images: item.images.map((one) => ({
        ...one,
        alt: cut(one.alt),
        caption: one.caption === null ? null : cut(one.caption),
      })),
      evidence: Object.fromEntries(Object.entries(item.evidence).filter(([, { text }]) => !isQuoted(text))),
    },
    mentions: draft.mentions.map((mention) => (isQuoted(mention.quote) ? { ...mention, quote: '' } : mention)),
  };
}

/**
 * Takes out every run of text from the first words to the last ones, both included; to the next blank line where the last ones
 * don't follow: rather too much than the wrong words.
 */
function cutPassage(text: string, { from, to }: z.infer<typeof Passage>): string {
  let rest = text;
  for (let start = rest.indexOf(from); start >= 0; start = rest.indexOf(from, start)) {
    const found = rest.indexOf(to, start + (to === from ? 0 : from.length));
    const blank = rest.indexOf('\n\n', start);
    const end = found >= 0 ? found + to.length : blank >= 0 ? blank : rest.length;
    rest = `${rest.slice(0, start)}${rest.slice(end)}`.replace(/ {2,}/g, ' ').trim();
  }
  return rest;
}
