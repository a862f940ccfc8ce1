/** What a cause says, and of whom. */
import type { Cause } from './causes.ts';

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

/** Whether an interface that fails like this is closed, and not just down for the moment. */
export function isClosedForGood(cause: Cause): boolean {
  return FOR_GOOD.has(cause);
}
