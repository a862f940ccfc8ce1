/** Tells pages that only list other pages (news lists, archives, search results) from pages that say something of their own. */
import { articlesIndexed } from './articles-index.ts';
import { documentFormat } from './document-link.ts';
import { isRoot } from './front-page.ts';
import { DATE, hasOwnHeading, isFact, isName, isOfOneDay, isOwnMatter, isSameSite } from './own-matter.ts';
import type { Block, Page } from './page.ts';

const PROSE = 90;
const PAGED =
  /[?&](?:page|side|offset|start|paged|skip|p|q|s|query|sok)=|\/(?:page|side|sok|search|tag|tags|stikkord|emneord|category|kategori|author|forfatter|arkiv|archive)(?:\/|$)/i;
const MOST_WORDS = 5;
const LONGEST_TEASER = 300;
const FEWEST_ROWS = 3;
/** The most characters of a kicker or date line above a teaser's link. */
const KICKER = 60;
const TEASER_DATE =
  /\b\d{1,2}\.\s{0,2}(?:\d{1,2}\.\s{0,2}\d{2,4}|\p{L}{3,9}\s\d{4})|\b20\d\d-\d\d-\d\d|(?:^|\s)\d{1,2}(?:\/|\.\s?)\d{1,2}(?:[-/. ]\d{2,4}|\.)?$/u;

/**
 * Why a page is only a list of other pages, as a clause; `undefined` when it holds content of its own.
 * Lists of documents and of meetings are content; dates and teasers that lead to other pages are not.
 */
export function listingReason(page: Page): string | undefined {
  if (page.format !== 'html' || page.head.meta.has('wordpress:type')) return undefined;
  const articles = articlesIndexed(page);
  if (articles > 0) return `it lists ${articles} other pages, each as an article of its own`;
  const counted = count(page);
  if (counted.documents > 0 || counted.prose >= PROSE * 3) return undefined;
  if (counted.meetings >= 2 && counted.meetings * 3 >= Math.max(counted.entries, counted.teasers) * 2) return undefined;
  if (isListView(page)) return 'it is a system’s list of other pages and when they were changed';
  const isList =
    (counted.teasers >= 3 && counted.teasers * 60 >= counted.prose) ||
    (counted.prose < 60 && (counted.teasers === 2 || counted.entries >= 3)) ||
    (counted.prose === 0 && counted.entries >= 1 && counted.meetings < counted.entries && isNothingElse(page));
  if (isList && !isOfOneDay(page))
    return `it lists ${Math.max(counted.teasers, counted.entries)} other pages and says little itself`;
  if (isDoorway(page)) return 'it is the site’s front page and says hardly anything beside its links';
  if (page.listing && counted.teasers >= 1 && counted.prose < PROSE)
    return 'gathering used it as a list and it says nothing itself';
  if (PAGED.test(page.url) && counted.prose < PROSE * 2 && counted.teasers >= 1)
    return 'its address is that of a list and it says little itself';
  return undefined;
}

/** Columns that a publishing system fills in itself. */
const CHANGED = /^(?:sist )?(?:endret|endra|oppdatert|oppdatera|modified|opprettet|oppretta|created)(?: av| by)?$/iu;

/** A table with a column of when each line was changed, in which every line leads to a page, and nothing besides. */
function isListView({ blocks, url }: Page): boolean {
  const cells = blocks.filter((block) => block.kind === 'cell');
  const rest = blocks.filter((block) => block.kind !== 'cell' && block.kind !== 'heading');
  const told = rest.reduce((sum, { text }) => sum + text.length, 0);
  const head = cells.filter(({ cell }) => cell?.row === 0);
  const rows = new Set(cells.map(({ cell }) => cell?.row)).size - 1;
  const linked = new Set(
    cells.flatMap(({ links, cell }) => (links.some((link) => link.url !== url) ? [cell?.row] : [])),
  );
  return told < PROSE && rows >= 2 && linked.size >= rows && head.some(({ text }) => CHANGED.test(text));
}

/** Names of other pages below the title, and not a word besides; a single one is of a page of the same site. */
function isNothingElse(page: Page): boolean {
  const entries = page.blocks.filter((block) => block.kind !== 'heading');
  if (!entries.every(isEntry)) return false;
  const [only, more] = entries.flatMap(({ links }) => links);
  return more !== undefined || (only !== undefined && isSameSite(only.url, page) && !hasOwnHeading(page));
}

/** A front page with a few links and hardly a word of its own besides; the site's name is none. */
function isDoorway({ url, blocks, head }: Page): boolean {
  if (!isRoot(url)) return false;
  const links = blocks.flatMap((block) => block.links);
  const linked = links.reduce((sum, link) => sum + link.text.length, 0);
  const lines = blocks.flatMap(({ kind, text }) => (kind === 'heading' ? [] : text.split('\n')));
  const told = lines.reduce((sum, line) => (line === head.title?.trim() ? sum : sum + line.length), 0);
  return new Set(links.map((link) => link.url)).size >= 2 && told - linked < PROSE;
}

interface Counted {
  /** Links to pages that have a date, a picture or a teaser text with them, or are headings. */
  teasers: number;
  /** Lines that are a link to a page and nothing else. */
  entries: number;
  documents: number;
  /** Entries that are a body's name or a word for a meeting with its date: a plan of meetings says something itself. */
  meetings: number;
  /** Characters of paragraphs that are no teasers. */
  prose: number;
}

function count(page: Page): Counted {
  const { blocks } = page;
  const counted: Counted = { teasers: 0, entries: 0, documents: 0, meetings: 0, prose: 0 };
  const targets = new Set<string>();
  const led = ledBlocks(page);
  for (const [at, block] of blocks.entries()) {
    counted.documents += block.links.filter((link) => documentFormat(link.url, link.text) !== undefined).length;
    const target = teaserTarget(page, at, led);
    const rows = rowsOfLinks(block, page);
    if (isEntry(block)) counted.entries += 1;
    if (isEntry(block) && isMeeting(block.text)) counted.meetings += 1;
    // A table says something whatever it links to.
    if (block.kind === 'cell') counted.prose += block.text.length;
    else if (target !== undefined) targets.add(target);
    else if (rows.length > 0) for (const row of rows) targets.add(row);
    else if (isProse(block) && !isEntry(block) && !isTeaserText(page, at, led)) counted.prose += block.text.length;
  }
  const related = page.removed.filter((removal) => removal.cleanup === 'related').length;
  // Beside a text, or a day of its own to however few words, they are the margin's "recent posts" and no list of the page's own.
  const isMargin = targets.size === 0 && !page.listing && (counted.prose >= PROSE || isDatedText(page));
  counted.teasers = targets.size + (isMargin ? 0 : related);
  return counted;
}

/** A text with a day of publishing beside its title. */
function isDatedText({ blocks, removed }: Page): boolean {
  const isDated = removed.some(({ cleanup, reason }) => cleanup === 'datelines' && reason.startsWith('published'));
  return isDated && blocks.some(({ kind, links }) => kind === 'paragraph' && links.length === 0);
}

function isEntry(block: Block): boolean {
  const [link] = block.links;
  return (
    block.kind !== 'cell' &&
    block.kind !== 'heading' &&
    block.links.length === 1 &&
    link !== undefined &&
    link.text.length >= block.text.length * 0.8
  );
}

/** "SSU 12. mars 2025", "Dialogmøte 3. juni 2025": a date, an acronym or a meeting, and hardly a word more. */
function isMeeting(text: string): boolean {
  const rest = text.replace(DATE, ' ').match(/[\p{L}]{2,}/gu) ?? [];
  if (!DATE.test(text) || rest.length === 0 || rest.length > MOST_WORDS) return false;
  return rest.some(
    (word) => /^\p{Lu}{2,6}$/u.test(word) || /(?:møte|utvalg|utval|konferanse|samling)\p{L}{0,3}$/iu.test(word),
  );
}

/** The page that a block leads to when it is a heading or an entry that is one link, or mostly. */
function teaserTarget(page: Page, at: number, led: Set<Block>): string | undefined {
  const { blocks } = page;
  const block = blocks[at];
  const link = block?.links[0];
  if (block === undefined || link === undefined || link.url === page.url || block.kind === 'cell') return undefined;
  if (new Set(block.links.map((other) => other.url)).size > 1) return undefined;
  if (documentFormat(link.url, link.text) !== undefined) return undefined;
  const isWhole = link.text.length >= block.text.length * 0.6;
  const isDated = TEASER_DATE.test(block.text) || block.times.length > 0;
  const hasText = [blocks[at - 1], blocks[at + 1]].some(
    (other) => other !== undefined && isProse(other) && other.links.length === 0,
  );
  const hasDate = [blocks[at - 1], blocks[at + 1]].some(
    (other) =>
      other !== undefined && other.text.length <= 60 && (TEASER_DATE.test(other.text) || other.kind === 'time'),
  );
  if (block.kind === 'heading' && isWhole) return link.url;
  if (led.has(block)) return link.url;
  return (isDated && link.text.length >= block.text.length * 0.4) || (isWhole && (hasText || hasDate))
    ? link.url
    : undefined;
}

/** One paragraph that is a whole list: three links or more that are a line each, with a line of teaser below each at most. */
function rowsOfLinks({ kind, text, links }: Block, page: Page): string[] {
  if (kind === 'cell' || links.length < FEWEST_ROWS || isOwnMatter(page)) return [];
  const lines = text.split('\n').flatMap((line) => line.trim() || []);
  const rows = links.filter(({ text: name, url }) => lines.includes(name.trim()) && isSameSite(url, page));
  if (lines.some(isFact) || rows.filter(({ text: name }) => isName(name)).length * 2 > rows.length) return [];
  const isList = rows.length >= FEWEST_ROWS && rows.length * 2 >= lines.length && lines[0] === rows[0]?.text.trim();
  if (rows.filter((row) => isMeeting(row.text)).length * 2 >= rows.length) return [];
  return isList ? [...new Set(rows.map(({ url }) => url))] : [];
}

/** Three blocks or more that lead to pages of the site, on a page that isn't about a matter of its own. */
function ledBlocks(page: Page): Set<Block> {
  const led = isOwnMatter(page) ? [] : page.blocks.filter((block) => isLed(block, page));
  const targets = new Set(led.map(({ links }) => links[0]?.url));
  return new Set(targets.size >= FEWEST_ROWS ? led : []);
}

/** The link is the first line, and a line or two of teaser stand below it. */
function isLed({ kind, text, links: [link] }: Block, page: Page): boolean {
  if (link === undefined || link.url === page.url || !isSameSite(link.url, page) || isName(link.text)) return false;
  const [first = '', ...below] = text.split('\n').filter((line) => line.trim() !== '');
  if (below.length === 0 || below.some(isFact)) return false;
  return kind !== 'item' && kind !== 'cell' && text.length <= LONGEST_TEASER && first.trim() === link.text.trim();
}

function isProse(block: Block): boolean {
  return /^(?:paragraph|item|quote|definition)$/.test(block.kind) && block.text.length >= 25;
}

/** The lines below (or above) a link that belong to its teaser. */
function isTeaserText(page: Page, at: number, led: Set<Block>): boolean {
  const { blocks } = page;
  const block = blocks[at];
  if (block === undefined || block.text.length > 300) return false;
  // A longer text above a link leads in to what follows: it is the page's own word.
  const near = block.text.length <= KICKER ? [at - 1, at - 2, at + 1] : [at - 1, at - 2];
  return near.some((index) => {
    const target = blocks[index] && teaserTarget(page, index, led);
    // Its own "read more" leads where the teaser does.
    return target !== undefined && block.links.every(({ url }) => url === page.url || url === target);
  });
}
