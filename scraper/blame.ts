/** What a cause says, and of whom. */
import type { Cause } from './causes.ts';
import type { Failure } from './transport.ts';

const HOSTS_OR_OURS: ReadonlySet<Cause> = new Set([
  'host-paused',
  'rate-limited',
  'interrupted',
  'robots',
  'robots-unreachable',
  'denied',
  'no-browser',
  'not-archived',
]);
const FOR_GOOD: ReadonlySet<Cause> = new Set([
  'forbidden',
  'not-found',
  'gone',
  'client-error',
  'unwanted-type',
  'login',
  'robots',
  'not-archived',
]);

/** Whether a failure says something about the address itself, and not about its whole host or about us. */
export function isThePagesOwn(cause: Cause): boolean {
  return !HOSTS_OR_OURS.has(cause);
}

const PASSING: ReadonlySet<Cause> = new Set(['host-paused', 'rate-limited', 'interrupted', 'robots-unreachable']);

/** Whether an address could not be asked for at all in this run, for a reason that will pass. */
export function isPassing(cause: Cause): boolean {
  return PASSING.has(cause);
}

/** Whether an interface that fails like this is closed, and not just down for the moment. */
export function isClosedForGood(cause: Cause): boolean {
  return FOR_GOOD.has(cause);
}

const DENIES: ReadonlySet<Cause> = new Set(['forbidden', 'login', 'not-found', 'client-error']);

/** What refuses to show a page that the site's interface leaves out has no page there. Other failures say what they said. */
export function asMissing(failure: Failure): Failure {
  return DENIES.has(failure.cause) ? { ...failure, cause: 'not-found' } : failure;
}
