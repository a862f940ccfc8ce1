/** Each host's robots.txt, asked for once a run before anything else (STANDARDS B1.1, B1.2). */
import { canonicalAddress, originOf } from './address.ts';
import type { Cause } from './causes.ts';
import { decodeText } from './charset.ts';
import { ALLOW_ALL, DISALLOW_ALL, parseRobots, ROBOTS_BYTES, type Robots } from './robots.ts';
import type { Outcome } from './transport.ts';
import { charsetOf } from './transport.ts';

/** A host's rules, and why nothing is allowed where that isn't the rules' own doing. */
export interface RobotsResult {
  robots: Robots;
  refusal?: { cause: Cause; message: string };
}

/** Asks for one address politely, following nothing. */
export type AskOnce = (url: string) => Promise<Outcome>;

/** RFC 9309 2.3.1.2: at least five consecutive redirects are followed, also to other hosts. */
const HOPS = 5;
/** "a reasonably long period of time (for example, 30 days)" */
const LONG_MS = 30 * 24 * 3600 * 1000;

/** Robots rules by origin, each asked for once. */
export class RobotsStore {
  readonly #agent: string;
  readonly #lost: Map<string, string>;
  readonly #now: () => Date;
  readonly #byOrigin = new Map<string, Promise<RobotsResult>>();

  /** `lost`: since when (`YYYY-MM-DD`) the rules of an origin could not be reached, from earlier runs. */
  constructor(userAgent: string, lost: ReadonlyMap<string, string> = new Map(), now: () => Date = () => new Date()) {
    this.#agent = userAgent;
    this.#lost = new Map(lost);
    this.#now = now;
  }

  /** Since when the rules of which origins can't be reached, after what this run has seen. */
  get lost(): ReadonlyMap<string, string> {
    return this.#lost;
  }

  /** The rules that hold for an address. `ask` is only used the first time for its origin. */
  rulesFor(url: string, ask: AskOnce): Promise<RobotsResult> {
    const origin = originOf(url);
    const known = this.#byOrigin.get(origin);
    if (known) return known;
    const asked = this.#fetch(`${origin}/robots.txt`, ask).then((result) => this.#remember(origin, result));
    this.#byOrigin.set(origin, asked);
    return asked;
  }

  /** RFC 9309 2.3.1.4: rules that have been out of reach for long count as "unavailable". */
  #remember(origin: string, result: RobotsResult): RobotsResult {
    const cause = result.refusal?.cause;
    if (cause === 'private-address' || cause === 'interrupted' || cause === 'host-paused') return result;
    if (cause === undefined || cause === 'robots') {
      this.#lost.delete(origin);
      return result;
    }
    const today = this.#now().toISOString().slice(0, 10);
    const since = this.#lost.get(origin) ?? today;
    this.#lost.set(origin, since);
    return Date.parse(today) - Date.parse(since) < LONG_MS ? result : { robots: ALLOW_ALL };
  }

  async #fetch(url: string, ask: AskOnce): Promise<RobotsResult> {
    let at = url;
    for (let hop = 0; hop <= HOPS; hop += 1) {
      const outcome = await ask(at);
      const location = outcome.kind === 'response' && isRedirect(outcome.status) ? outcome.headers.location : undefined;
      if (location === undefined) return this.#judge(outcome, url);
      const next = canonicalAddress(location, at);
      if (!next) return { robots: ALLOW_ALL };
      at = next;
    }
    // More redirects than that: "unavailable", as if there were none.
    return { robots: ALLOW_ALL };
  }

  #judge(outcome: Outcome, url: string): RobotsResult {
    const { status } = outcome;
    if (outcome.kind === 'response' && status >= 200 && status < 300) {
      return {
        robots: parseRobots(
          decodeText(outcome.body.subarray(0, ROBOTS_BYTES), charsetOf(outcome.headers) ?? 'utf-8'),
          this.#agent,
        ),
      };
    }
    if (outcome.kind === 'failure' && outcome.cause === 'not-archived') return { robots: ALLOW_ALL };
    if (status === 401 || status === 403) return refused('robots', `${url} answers ${status}: we take that as a no`);
    if (status >= 400 && status < 500 && status !== 429) return { robots: ALLOW_ALL };
    if (outcome.kind === 'failure' && (outcome.cause === 'private-address' || outcome.cause === 'interrupted'))
      return refused(outcome.cause, outcome.message);
    const why = outcome.kind === 'failure' ? outcome.message : `answers ${status}`;
    return refused(
      outcome.kind === 'failure' ? outcome.cause : 'robots-unreachable',
      `${url}: ${why}; without its rules nothing is asked`,
    );
  }
}

/** Whether a status is one of the redirects that carry a Location. */
export function isRedirect(status: number): boolean {
  return status === 301 || status === 302 || status === 303 || status === 307 || status === 308;
}

function refused(cause: Cause, message: string): RobotsResult {
  return { robots: DISALLOW_ALL, refusal: { cause, message } };
}
