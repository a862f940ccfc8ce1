/** Decides, while a source is gathered, which of its known pages are asked for in this run; see `revisit.ts` for the rules. */
import type { Asking } from './asking.ts';
import { isLive, type KnownPage } from './known-page.ts';
import type { Ledger } from './ledger.ts';
import type { Ask } from './platform.ts';
import { allowance, type Candidate, mostDue, type Night, type Urgency, urgencyOf, wolves } from './revisit.ts';

/** What deciding works with. */
export interface RevisitParts {
  ledger: Ledger;
  asking: Asking;
  now(): Date;
  /** Everything is asked for. */
  full?: boolean | undefined;
}

/** So many documents make the page that names them one to look after. */
const HUB_DOCUMENTS = 3;

/** The known pages of one source in one run. */
export class Revisits {
  readonly #parts: RevisitParts;
  readonly #night: Night;
  readonly #allowance: number;
  readonly #hubs: ReadonlySet<string>;
  readonly #waiting = new Map<string, Ask>();
  /** Decided upon: these wait no longer. */
  readonly #chosen = new Set<string>();
  #wolves: Set<string> | undefined;

  constructor(parts: RevisitParts) {
    this.#parts = parts;
    const today = parts.now().toISOString().slice(0, 10);
    const pages = parts.ledger.known().filter(isPage);
    const days = pages.flatMap(({ firstSeen }) => firstSeen?.slice(0, 10) ?? []);
    this.#night = { today, founded: days.reduce((first, day) => (day < first ? day : first), today) };
    this.#allowance = allowance(
      pages.flatMap(({ visited }) => visited ?? []),
      today,
    );
    this.#hubs = hubsOf(pages);
  }

  /** Known pages that this run leaves alone. */
  get left(): number {
    return this.#waiting.size;
  }

  /** Whether an address is known well enough to be left for later; it is then kept in mind. */
  mayWait(ask: Ask): boolean {
    if (this.#parts.full || this.#chosen.has(ask.url)) return false;
    const page = this.#parts.ledger.get(ask.url);
    if (!page || !isPage(page) || this.#urgencyOf(page) === 'now') return false;
    this.#waiting.set(ask.url, ask);
    return true;
  }

  /**
   * How many known pages nothing but pages that wait leads to, straight or over others: their links aren't read tonight, and as good as there. `hasCome`:
   * whether an address has come up by itself.
   */
  ledTo(hasCome: (url: string) => boolean): number {
    const led = new Set(this.#waiting.keys());
    const live = this.#parts.ledger.known().filter((page) => isLive(page) && !hasCome(page.url));
    for (let before = -1; before !== led.size; ) {
      before = led.size;
      for (const { url, hints } of live) if (hints.some(({ from }) => led.has(from))) led.add(url);
    }
    return led.size - this.#waiting.size;
  }

  /** Of those that wait: what has become urgent by what was read since. */
  urgent(): Ask[] {
    this.#wolves = undefined;
    return this.#choose([...this.#waiting.keys()].filter((url) => this.#urgencyAt(url) === 'now'));
  }

  /** Of those that wait: what is due, as far as a night's allowance goes. */
  due(): Ask[] {
    const { ledger } = this.#parts;
    const candidates = [...this.#waiting.keys()].flatMap((url) => {
      const [page, urgency] = [ledger.get(url), this.#urgencyAt(url)];
      return page && typeof urgency === 'number' ? [{ page, urgency }] : [];
    });
    return this.#choose(mostDue(candidates, this.#night.today, this.#allowance).map(({ page }) => page.url));
  }

  #choose(urls: string[]): Ask[] {
    return urls.flatMap((url) => {
      const ask = this.#waiting.get(url);
      this.#waiting.delete(url);
      this.#chosen.add(url);
      return ask ?? [];
    });
  }

  #urgencyAt(url: string): Urgency {
    const page = this.#parts.ledger.get(url);
    return page ? this.#urgencyOf(page) : 'now';
  }

  #urgencyOf(page: KnownPage): Urgency {
    const { asking, ledger } = this.#parts;
    // An original that was lost, a record that its interface no longer names: these have to be looked at.
    const isLost = page.capture !== undefined && !asking.storedAt(page.url, { knownAt: () => page });
    if ((isLost && page.state === 'live') || page.record) return 'now';
    this.#wolves ??= wolves(
      ledger.known().map((one) => this.#candidate(one)),
      this.#night.today,
    );
    return urgencyOf(this.#candidate(page), this.#night);
  }

  #candidate(page: KnownPage): Candidate {
    return {
      page,
      said: this.#parts.ledger.saidOf(page),
      isHub: this.#hubs.has(page.url),
      isWolf: (from) => this.#wolves?.has(from) ?? false,
    };
  }
}

function isPage({ role }: KnownPage): boolean {
  return role === 'page' || role === 'document';
}

function hubsOf(pages: KnownPage[]): Set<string> {
  const documents = new Map<string, number>();
  for (const { role, hints } of pages)
    for (const from of role === 'document' ? new Set(hints.map((hint) => hint.from)) : [])
      documents.set(from, (documents.get(from) ?? 0) + 1);
  return new Set([...documents].filter(([, count]) => count >= HUB_DOCUMENTS).map(([from]) => from));
}
