/** Pages of which only title and link are published: their source took them away, told somebody's illness, or reserved them. */
import type { Capture, KnownPage } from '../scraper/index.ts';
import { sentencesOfIllness } from './health-story.ts';
import type { Item } from './model.ts';
import type { Page } from './page.ts';

/** Why a text is withheld; stands among the item's quality flags. */
export type Withheld = 'removed-at-source' | 'health-story' | 'reserved';

/** So many sentences make a story; fewer are somebody quoted in an article about something else. */
const STORY = 3;

/** What an item holds of a page's text. */
type Texts = Pick<Item, 'lead' | 'body' | 'excerpt' | 'images' | 'evidence' | 'quality'>;

/**
 * Why a page's text is not to be published, though its title, dates, kind and meetings are.
 * A page that is gone at its source is followed there (STANDARDS B4.7), somebody's story of illness not spread (B4.5), a reservation against
 * text mining (the header or meta name `tdm-reservation`, W3C TDMRep) kept (B3.5).
 */
export function reasonToWithhold(page: Page, capture: Capture, known: KnownPage): Withheld | undefined {
  if (known.state === 'gone') return 'removed-at-source';
  const reserved = [capture.headers['tdm-reservation'] ?? '', ...(page.head.meta.get('tdm-reservation') ?? [])];
  if (reserved.some((value) => value.trim() === '1')) return 'reserved';
  return sentencesOfIllness(page.blocks.map(({ text }) => text)) >= STORY ? 'health-story' : undefined;
}

/** An item whose excerpt quotes nobody's illness: the excerpt is what lists, feeds and newsletters spread. */
export function withoutQuotedIllness<T extends Texts>(item: T): T {
  return sentencesOfIllness([item.excerpt]) === 0 ? item : { ...item, excerpt: '' };
}

/** An item without its text, flagged with the reason. */
export function withoutText<T extends Texts>(item: T, reason: Withheld): T {
  const { lead: _lead, body: _body, ...evidence } = item.evidence;
  const flags = [...new Set([...item.quality.flags, reason])].sort();
  return { ...item, lead: null, body: '', excerpt: '', images: [], evidence, quality: { ...item.quality, flags } };
}
