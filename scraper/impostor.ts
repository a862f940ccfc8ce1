/** Answers that stand in for the page that was asked for: a robot check, a log-in, a parked domain (STANDARDS C1.1). */
import type { Cause } from './causes.ts';
import { pageLinks } from './page-links.ts';
import { holdsPhrase } from './words.ts';

/** Marks that protection services leave in their pages and nowhere else. */
const CHALLENGE_MARKS =
  /cf-chl-|\/cdn-cgi\/challenge-platform\/|_cf_chl_opt|_Incapsula_Resource|ddos-guard|sucuri_cloudproxy|captcha-delivery\.com|\/\.well-known\/sgcaptcha|awsWafCookieDomainList|px-captcha|aes\.js"><\/script><script>function toNumbers|anubis_challenge/i;
const PARKING_MARKS =
  /sedoparking\.com|parkingcrew\.net|bodis\.com|parklogic\.com|above\.com\/marketplace|dan\.com\/buy-domain|cdn-parking|hugedomains\.com/i;
/** A page with more text than this is a page, whatever words it holds. */
const LITTLE_TEXT = 1500;
/** Where single sign-on lives. */
const LOGIN_ADDRESS =
  /\/(wp-login\.php|login|logg-?inn|innlogging|signin|sign-in|adfs|oauth2?|saml2?)(\/|$)|\/\/(login|sso|adfs|auth|idp)\./i;

/** Why a page isn't the one asked for, or `undefined`. */
export function impostor(text: string, url: string, headers: Record<string, string>): Cause | undefined {
  if (/challenge/i.test(headers['cf-mitigated'] ?? '') || headers['x-amzn-waf-action'] === 'challenge')
    return 'challenge';
  const page = pageLinks(text, url);
  const size = page.textLength;
  const said = `${page.title} ${page.text}`;
  if (size < LITTLE_TEXT && CHALLENGE_MARKS.test(text)) return 'challenge';
  if (size < LITTLE_TEXT / 3 && page.links.length < 5 && holdsPhrase(said, 'challenge')) return 'challenge';
  if (size < LITTLE_TEXT && (PARKING_MARKS.test(text) || holdsPhrase(said, 'parked'))) return 'parked';
  const contentLinks = page.links.filter((link) => !link.isChrome).length;
  if (page.hasPassword && size < LITTLE_TEXT && contentLinks < 12 && holdsPhrase(said, 'login')) return 'login';
  return undefined;
}

/** Whether an address that we were sent to is a place to log in. */
export function isLoginAddress(url: string): boolean {
  return LOGIN_ADDRESS.test(url);
}
