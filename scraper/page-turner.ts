/** Decides how far a list is turned: as long as it brings something new, and not for ever. */
import { listKey } from './pager.ts';
import type { Ask } from './platform.ts';

/** The lists of one source. */
export class PageTurner {
  readonly #lists = new Map<string, { pages: number; urls: Set<string> }>();
  readonly #longest: number;

  /** `longest`: pages of one list. */
  constructor(longest: number) {
    this.#longest = longest;
  }

  /** Whether a list's further pages are worth asking for, after reading the one at `url` that led to `asks`. */
  turnsOn(url: string, asks: Ask[]): boolean {
    const key = listKey(url);
    const list = this.#lists.get(key) ?? { pages: 0, urls: new Set<string>() };
    this.#lists.set(key, list);
    const before = list.urls.size;
    for (const ask of asks) if (ask.role === 'page' || ask.role === 'document') list.urls.add(ask.url);
    list.pages += 1;
    return list.urls.size > before && list.pages < this.#longest;
  }
}
