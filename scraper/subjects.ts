/** Watches, while a source is gathered, whether its pages still speak of what they spoke of: a domain may have fallen into other hands. */
import type { Fetcher } from './fetcher.ts';
import type { CaptureRef, KnownPage } from './known-page.ts';
import { fold, forgetPageLinks, pageLinks } from './page-links.ts';
import { hasOtherSubject, isPlainlyOurs, isSilent } from './subject.ts';

/** What watching works with. */
export interface SubjectsParts {
  fetcher: Pick<Fetcher, 'original'>;
  /** The last run found the source in other hands: nothing is believed that says so. */
  isSuspect?: boolean | undefined;
  /** The operator has looked: what is there is right. */
  isAccepted?: boolean | undefined;
}

/** A page that has shown something else for so many days, in a source that is otherwise well, is believed. */
const DAYS_UNTIL_BELIEVED = 4;

/** The subjects of one source's pages in one run. */
export class Subjects {
  /** Addresses with enough text and not one word of our subject. */
  readonly silent = new Set<string>();
  readonly #parts: SubjectsParts;

  constructor(parts: SubjectsParts) {
    this.#parts = parts;
  }

  /** Notes what a page's own text speaks of. */
  note(url: string, text: string): void {
    if (isSilent(text)) this.silent.add(url);
    else this.silent.delete(url);
  }

  /** Whether an address that is known shows something else altogether now, and that is not to be believed yet. */
  async isOther(known: KnownPage | undefined, text: string): Promise<boolean> {
    if (!known?.capture || this.#parts.isAccepted || isPlainlyOurs(text)) return false;
    const before = await this.#textOf(known.url, known.capture);
    if (before === undefined || !hasOtherSubject(before, text)) return false;
    const days = known.failure?.cause === 'other-content' ? known.failure.runs : 0;
    return this.#parts.isSuspect || days < DAYS_UNTIL_BELIEVED;
  }

  async #textOf(url: string, ref: CaptureRef): Promise<string | undefined> {
    const { text, mediaType } = (await this.#parts.fetcher.original(ref)) ?? {};
    if (text === undefined) return undefined;
    return /html/.test(mediaType ?? '') ? ownText(text, `${url}#before`) : bareText(text);
  }
}

/** The beginning of a page's text without its menus. */
export function ownText(html: string, url: string): string {
  const { title, ownText: text } = pageLinks(html, url);
  if (url.endsWith('#before')) forgetPageLinks(url);
  return `${title} ${text}`;
}

/** The text of a record without markup, addresses and the names of its fields. */
export function bareText(body: string): string {
  return fold(body.replace(/<[^<>]*>|\\[nrt]|"\w+":|https?:[^"\s]*/g, ' '));
}
