/** Tells titles of pages that say something of their own, and lines that tell of what is linked beside them. */
import { z } from 'zod';
import { roleIn } from './document-role.ts';
import type { Page } from './page.ts';
import { plainLetters } from './spelling.ts';
import { readVocabulary } from './vocabulary.ts';

export const DATE =
  /\b\d{1,2}\.\s{0,2}(?:\d{1,2}\.(?:\s{0,2}\d{2,4})?|(?:jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des)\p{L}{0,6}(?:\s\d{4})?)/iu;

const words = z.array(z.string().min(2)).min(1);
const vocabulary = readVocabulary('kinds', z.looseObject({ about_titles: words, gathering_words: words }));
/** One gathering or body, not several: "fagrådet", "SSU". */
const GATHERING = new RegExp(
  `(?:${vocabulary.gathering_words.join('|')})g?(?:e?t|e?n|a)?(?!\\p{L})|(?<!\\p{L})[sfl]su(?!\\p{L})`,
  'iu',
);
const ABOUT = new RegExp(
  `^(?:${vocabulary.about_titles.map((word) => plainLetters(word) + (word.length < 4 ? '\\b' : '')).join('|')})`,
);
const PAPERS = /^(?:agenda|minutes|agreement|plan)$/;
/** "Avtalar", "Planer": a part of a site. */
const SEVERAL = /^\p{L}+[ae]r$/u;
const NAME = /^\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+){0,2}(?: (?:kommune|herad))?$/u;
const FACT = /\b(?:19|20)\d\d\b.*\.$|^(?:nest)?le(?:ia|de)r:|^(?:sekretær|medlem|vara|stad|sted|kontakt)\p{L}*:/iu;

/** The title that a page shows, or else says in its head. */
function titleOf({ blocks, head }: Page): string {
  return blocks.find(({ kind, level }) => kind === 'heading' && level === 1)?.text ?? head.title ?? '';
}

/** A gathering, a body, an agreement, a plan or papers. */
function isMatter(title: string): boolean {
  return (!SEVERAL.test(title) && PAPERS.test(roleIn(title)?.role ?? '')) || GATHERING.test(title);
}

/** Its title says that the page tells of a body, a plan, an agreement, papers or the cooperation. */
export function isOwnMatter(page: Page): boolean {
  const title = titleOf(page).trim();
  return isMatter(title) || ABOUT.test(plainLetters(title));
}

/** Its title is that of one gathering on its day: "Sakliste SSU 5. mars 2025". */
export function isOfOneDay(page: Page): boolean {
  const title = titleOf(page).trim();
  return DATE.test(title) && isMatter(title);
}

/** A title or heading that holds a day, or names a matter. */
export function hasOwnHeading(page: Page): boolean {
  const headings = page.blocks.flatMap(({ kind, text }) => (kind === 'heading' ? [text] : []));
  return [titleOf(page), ...headings].some((text) => DATE.test(text) || isMatter(text.trim()));
}

/** A line that tells of a person, a plan or a body rather than of a story: "Vedtatt av SSU i 2023.", "Leder: …". */
export function isFact(line: string): boolean {
  return FACT.test(line.trim());
}

/** "Strand kommune", "Kari Nordmann": a name and no headline. */
export function isName(text: string): boolean {
  return NAME.test(text.trim());
}

export function isSameSite(url: string, page: Page): boolean {
  const hostOf = (address: string) => /^https?:\/\/(?:www\.)?([^/?#]+)/i.exec(address)?.[1]?.toLowerCase();
  return hostOf(url) === hostOf(page.url);
}
