import type { Language } from '../../normalizer/index.ts';
import { type Html, html } from '../html.ts';
import type { Lang } from './dates.ts';

/** The BCP 47 tag of an item's language; `no` where the written standard was not decided (STANDARDS A9.4). */
export function languageTag(language: Language): string {
  return language === 'mixed' || language === 'und' ? 'no' : language;
}

/** ` lang="nn"` for an element whose text is in another language than the page; nothing otherwise (A9.6). */
export function langAttribute(language: Language, page: Lang): Html {
  const tag = languageTag(language);
  return tag === page ? html`` : html` lang="${tag}"`;
}
