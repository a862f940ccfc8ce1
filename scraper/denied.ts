/** What is never asked for: public journals and access portals, where documents with personal data leak (STANDARDS B4.4). In code, not in settings. */
import { safeDecode } from './address.ts';
import { REMEMBERED, remembered } from './memo.ts';

const SEGMENT =
  /^(e-?)?innsyn|innsyn$|innsyn[-_.]|^post-?liste|postliste|post-?journal|offentlig-?(post)?journal|^saksarkiv|^sakarkiv|^journal-?post|^elements$|^acos$|^acos[-_.]?innsyn/;
const HOST = /(^|\.)(e?innsyn|postliste|elements|acossky|elementscloud)\./;

/** Whether an address belongs to a post list, a journal or an access portal. Words inside names ("acos" as a platform, `.aspx`) don't count. */
export const isDenied = remembered(REMEMBERED, (address): boolean => {
  const url = new URL(address);
  const segments = safeDecode(url.pathname).toLowerCase().split('/');
  const values = [...url.searchParams.values()].map((value) => value.toLowerCase());
  return HOST.test(`.${url.hostname}`) || [...segments, ...values].some((part) => SEGMENT.test(part));
});
