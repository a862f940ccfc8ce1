/** What an answer means for the source that is being gathered: what is kept of it, and what it leads to. */
import { decodeText } from './charset.ts';
import { contentOf } from './document-address.ts';
import type { Failures } from './failures.ts';
import type { Fetched } from './fetcher.ts';
import { followRecord } from './follow.ts';
import type { Frontier } from './frontier.ts';
import type { Gathered } from './gathered.ts';
import type { Role } from './known-page.ts';
import type { Ledger } from './ledger.ts';
import type { Limits } from './limits.ts';
import { forgetPageLinks } from './page-links.ts';
import { PageTurner } from './page-turner.ts';
import type { Answer, Ask, Finding, PostRecord } from './platform.ts';
import type { Records } from './records.ts';
import { bareText, ownText, type Subjects } from './subjects.ts';
import type { Territory } from './territory.ts';
import { charsetOf, failure } from './transport.ts';

/** What taking answers in works with. */
export interface ArrivalsParts {
  ledger: Ledger;
  frontier: Frontier;
  records: Records;
  territory: Territory;
  failures: Failures;
  subjects: Subjects;
  result: Gathered;
  limits: Limits;
  /** What the source's platform makes of an answer. */
  read(answer: Answer): Finding | undefined;
}

/** The answers of one source in one run. */
export class Arrivals {
  /** What comes was found by looking, and not by memory. */
  isLooking = true;
  readonly #parts: ArrivalsParts;
  readonly #turner: PageTurner;

  constructor(parts: ArrivalsParts) {
    this.#parts = parts;
    this.#turner = new PageTurner(parts.limits.listingPages);
  }

  /** An address answered with content: it is kept, and what it leads to is followed. */
  async add(ask: Ask, fetched: Fetched): Promise<void> {
    for (const url of [fetched.url, ...fetched.aliases]) this.#parts.frontier.skip(url);
    if (this.#parts.territory.starts.includes(ask.url) && fetched.url !== ask.url)
      this.#parts.territory.startMoved(fetched.url);
    const isDocument = contentOf(fetched.mediaType, fetched.url) === 'document';
    const role: Role = isDocument ? 'document' : ask.role === 'document' ? 'page' : ask.role;
    if (!this.#parts.territory.belongs(fetched.url, role)) return this.#wrongPlace(ask, fetched);
    if (fetched.isNew) this.#parts.result.changed = true;
    if (isDocument) return this.#keep(ask, fetched, role);
    const body = await fetched.body();
    if (!body)
      return this.#parts.failures.add(ask, failure(ask.url, 'broken-body', `${ask.url}: its stored original is lost`));
    const text = decodeText(body, charsetOf(fetched.headers));
    if (role === 'page' || role === 'listing') {
      if (await this.#isOther(ask, fetched, text)) return this.#otherContent(ask, fetched);
    }
    await this.#read(ask, fetched, { role, text });
    forgetPageLinks(fetched.url);
  }

  /** Whether a known address shows something else altogether. */
  #isOther(ask: Ask, { url, mediaType, isNew }: Fetched, html: string): Promise<boolean> | false {
    if (!/html/.test(mediaType)) return false;
    const { ledger, subjects } = this.#parts;
    const text = ownText(html, url);
    subjects.note(url, text);
    return isNew && subjects.isOther(ledger.get(url) ?? ledger.get(ask.url), text);
  }

  #otherContent(ask: Ask, { status }: Fetched): void {
    const message = `${ask.url}: speaks of something else altogether than what was stored; what was stored stays`;
    this.#parts.failures.add(ask, failure(ask.url, 'other-content', message, status));
  }

  async #read(ask: Ask, fetched: Fetched, { role, text }: { role: Role; text: string }): Promise<void> {
    const { url, mediaType, headers, status } = fetched;
    const answer = { url, role, mediaType, headers, text, depth: ask.depth ?? 0, isPassing: ask.isPassing ?? false };
    const finding = this.#parts.read(answer);
    if (!finding || finding.isClosed) {
      const expected = ask.role === 'api' ? 'JSON' : `a ${ask.role}`;
      const message = `${url}: expected ${expected}, got ${mediaType || 'no media type'}`;
      return this.#parts.failures.add(ask, failure(ask.url, 'unwanted-type', message, status));
    }
    this.#keep(ask, fetched, finding.role ?? role);
    for (const record of finding.records) await this.#record(record, fetched);
    for (const name of finding.names ?? []) if (this.#parts.records.confirm(name)) this.#given(name.url);
    this.#follow(url, finding.asks, this.#turner.turnsOn(url, this.#newIn(finding.asks)));
  }

  /** What of a list is worth turning it for: where an interface gives the records, only what it has not given. */
  #newIn(asks: Ask[]): Ask[] {
    const { isOpen } = this.#parts.records;
    return asks.filter(
      ({ url, role }) => !isOpen || (this.#parts.territory.belongs(url, role) && !this.#parts.frontier.has(url)),
    );
  }

  /** A document's address that holds a page of no interest, or an address that has moved out of the source. */
  #wrongPlace(ask: Ask, { url, status }: Fetched): void {
    if (ask.role === 'document') {
      this.#parts.failures.add(ask, failure(ask.url, 'unwanted-type', `${ask.url} holds no document`, status));
    } else if (url !== ask.url) {
      this.#parts.failures.add(
        ask,
        failure(ask.url, 'moved-away', `${ask.url} has moved to ${url}, outside the source`, status),
      );
    }
  }

  #keep(ask: Ask, fetched: Fetched, role: Role): void {
    this.#parts.ledger.markRead(fetched.url);
    if (ask.hint) this.#parts.ledger.hint(fetched.url, ask.hint);
    if (ask.isPassing) return;
    // What an interface gave is the page; its HTML only led here.
    if (this.#parts.records.has(fetched.url)) this.#parts.ledger.lead(fetched.aliases, fetched.url);
    else if (this.#parts.failures.isDropped(fetched.url)) this.#parts.ledger.confirm(fetched.url);
    else this.#arrivedAs(role, fetched);
  }

  #arrivedAs(role: Role, fetched: Fetched): void {
    const isVisit = (role === 'page' || role === 'document') && !this.#parts.territory.starts.includes(fetched.url);
    this.#parts.ledger.arrived(fetched, role, isVisit);
    if (this.isLooking && (role === 'page' || role === 'document')) this.#parts.result.found += 1;
  }

  async #record(record: PostRecord, from: Fetched): Promise<void> {
    if (!this.#parts.territory.isPage(record.url)) return;
    if (await this.#isOtherRecord(record)) return this.#otherContent({ url: record.url, role: 'page' }, from);
    const isNew = await this.#parts.records.keep(record, from.capture);
    if (isNew) this.#parts.result.receipt.stored += 1;
    this.#parts.result.changed ||= isNew;
    this.#given(record.url);
    this.#follow(record.url, followRecord(record, this.#parts.territory.place), false);
  }

  async #isOtherRecord({ url, body }: PostRecord): Promise<boolean> {
    const { ledger, subjects } = this.#parts;
    const text = bareText(body);
    subjects.note(url, text);
    return subjects.isOther(ledger.get(url), text);
  }

  #given(url: string): void {
    if (!this.#parts.territory.starts.includes(url)) this.#parts.frontier.skip(url);
    this.#parts.result.found += 1;
  }

  #follow(from: string, asks: Ask[], turn: boolean): void {
    for (const ask of asks) {
      const url = this.#parts.ledger.resolve(ask.url);
      if (!this.#parts.territory.belongs(url, ask.role)) continue;
      if (ask.hint) this.#parts.ledger.hint(url, ask.hint);
      if (ask.role !== 'listing' || turn) this.#parts.frontier.add({ ...ask, url, from });
    }
  }
}
