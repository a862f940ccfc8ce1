/** Pages that hold a national identity number or a patient's number: not published at all, and the number is never repeated (STANDARDS B4.3). */
import type { Page } from './page.ts';
import { hasIdentityNumber } from './personal-data.ts';

/** A word for such a number with figures behind it; a case number with a slash is none. */
const LABELLED =
  /(?<!\p{L})(?:f\.?\s?nr|fnr|fødselsn(?:umme)?r|fødselsnummeret|personn(?:umme)?r|d-nummer|journaln(?:umme)?r|pasientn(?:umme)?r|npr-nummer)\.?\s{0,2}[:=]?\s{0,2}\d(?:[ .]?\d){4,10}(?![\d/])/iu;

/** How every such reason begins. */
export const QUARANTINED = 'quarantined (identity-number)';

/** The reason why a page is held back, without the number; `undefined` when it holds none. */
export function quarantineReason(page: Page): string | undefined {
  const texts = [
    page.head.title ?? '',
    ...(page.head.meta.get('description') ?? []),
    ...page.blocks.map(({ text }) => text),
    ...page.blocks.flatMap(({ links }) => links.map(({ text }) => text)),
    ...page.hints.map(({ text }) => text ?? ''),
  ];
  if (!texts.some((text) => hasIdentityNumber(text) || LABELLED.test(text))) return undefined;
  return `${QUARANTINED}: holds what looks like a national identity number or a patient’s number; have it taken away at the source`;
}
