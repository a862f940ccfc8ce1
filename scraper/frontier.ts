/** What a source still has to ask for, in the order that serves it best; each address once. */
import type { Role } from './known-page.ts';
import type { Ask } from './platform.ts';

/** Interfaces and lists first: they tell most. Documents last: they are large and lead nowhere. */
const ORDER: Role[] = ['api', 'feed', 'sitemap', 'listing', 'page', 'document'];

/** A queue of addresses. */
export class Frontier {
  readonly #seen = new Set<string>();
  readonly #done = new Set<string>();
  readonly #queues = new Map<Role, { asks: Ask[]; at: number }>(ORDER.map((role) => [role, { asks: [], at: 0 }]));

  /** Takes an address unless it was taken before; says whether it was new. */
  add(ask: Ask): boolean {
    if (this.#seen.has(ask.url)) return false;
    this.#seen.add(ask.url);
    this.#queues.get(ask.role)?.asks.push(ask);
    return true;
  }

  /** Marks an address as done without asking for it: an interface gave it, or a redirect led to it. It may be waiting already. */
  skip(url: string): void {
    this.#seen.add(url);
    this.#done.add(url);
  }

  has(url: string): boolean {
    return this.#seen.has(url);
  }

  /** Lets an address be asked for once more. */
  reopen(ask: Ask): void {
    this.#seen.delete(ask.url);
    this.#done.delete(ask.url);
    this.add(ask);
  }

  next(): Ask | undefined {
    for (const role of ORDER) {
      const queue = this.#queues.get(role) ?? { asks: [], at: 0 };
      for (let ask = queue.asks[queue.at]; ask; ask = queue.asks[queue.at]) {
        queue.at += 1;
        if (!this.#done.has(ask.url)) return ask;
      }
      [queue.asks, queue.at] = [[], 0];
    }
    return undefined;
  }

  /** What has yet to be asked for. */
  pending(): Ask[] {
    return [...this.#queues.values()].flatMap(({ asks, at }) => asks.slice(at));
  }
}
