/** Fills in what one page tells of a meeting from the sentences round it. */
import { type DateSpan, findDates } from '../dates/find-dates.ts';
import { mayHoldDate } from '../dates/signs.ts';
import type { Mention } from '../mention.ts';
import type { Block } from '../page.ts';
import { withoutNames } from './beside.ts';
import type { Draft } from './draft.ts';
import { withSentence } from './fill-in.ts';
import { withGeneral } from './for-all.ts';
import { asPlace, readPlace } from './place.ts';
import { bodiesIn, type Scene } from './scene.ts';
import { splitSentences } from './sentences.ts';
import { readStatus } from './status.ts';
import { hasWord, isWord, wordsSource } from './words.ts';

/** Fills in places, counts and status that stand in other sentences than the date's. */
export function enrich(drafts: readonly Draft[], blocks: readonly Block[], scene: Scene): Draft[] {
  const byDay = withPlacesByDay(drafts, blocks, scene);
  const main = mainDraft(byDay, scene);
  const filled = byDay.map((draft) =>
    draft === main ? withTheRest(draft, blocks, scene) : withItsBlock(draft, byDay, blocks, scene),
  );
  return withGeneral(filled, blocks, scene);
}

/** «Den første er i Larvik 6. november, den andre i Horten 13. november»: a place right before the day, told elsewhere. */
function withPlacesByDay(drafts: readonly Draft[], blocks: readonly Block[], scene: Scene): readonly Draft[] {
  const isOpen = (draft: Draft) =>
    !draft.place?.text && !drafts.some((other) => other !== draft && other.day === draft.day);
  if (!drafts.some(isOpen)) return drafts;
  const told = blocks.flatMap((block) => (block.kind === 'cell' ? [] : daysAfterPlaces(block, scene)));
  return drafts.map((draft) => (isOpen(draft) ? withPlaceByDay(draft, told) : draft));
}

interface DaysTold {
  text: string;
  days: readonly DateSpan[];
}

const PLACE_BEFORE = /(?:på|i|ved)\s[^,;]{2,60}\s\S/u;

/** The sentences of a block that may tell a place right before a day. */
function daysAfterPlaces(block: Block, scene: Scene): DaysTold[] {
  return splitSentences(block.text).flatMap((text) => {
    if (!mayHoldDate(text) || !PLACE_BEFORE.test(text)) return [];
    const days = findDates(text, { ...scene.dates, trail: block.trail }).filter(({ day }) => day !== undefined);
    return days.length === 0 ? [] : [{ text: withoutNames(text, bodiesIn(text, scene)), days }];
  });
}

function withPlaceByDay(draft: Draft, told: readonly DaysTold[]): Draft {
  for (const { text, days } of told) {
    const own = days.find((span) => isDayOf(span, draft));
    const last = own && days.findLast((span) => span.index < own.index);
    const before = own ? text.slice(last ? last.index + last.text.length : 0, own.index) : '';
    const place = /(?:på|i|ved)\s[^,;]{2,60}\s$/u.test(before) ? readPlace(before, before.length) : undefined;
    if (place?.text) return { ...draft, place };
  }
  return draft;
}

/** The same day; of a day whose year isn't known, the same day and month. */
function isDayOf({ start, month, day }: DateSpan, draft: Draft): boolean {
  if (start !== undefined) return start === draft.day;
  return month === Number(draft.day.slice(5, 7)) && day === Number(draft.day.slice(8, 10));
}

/** The meeting that the page is about, when it is about one: the only one, or the only one that was held or called off. */
function mainDraft(drafts: readonly Draft[], scene: Scene): Draft | undefined {
  const days = drafts.filter(({ precision }) => precision !== 'month');
  if (days.length === 1) return days[0];
  const first = scene.page.blocks.find(({ kind, level }) => kind === 'heading' && level === 1)?.index;
  const headed = days.filter(({ at }) => at < 0 || at === first);
  if (headed.length === 1) return headed[0];
  const titled = days.filter((draft) => draft.at < 0 || draft.body === scene.subject?.body);
  const held = days.filter(({ status }) => status === 'held');
  if (held.length === 1 && days.length <= 3) return held[0];
  return titled.length === 1 && days.length <= 3 ? titled[0] : undefined;
}

/** How far from the date, in blocks, a count or a place of the same meeting is looked for. */
const NEAR = 4;
/** «Konferansen» said of a «Samhandlingskonferanse». */
function isGeneral(name: string, { localName }: Draft): boolean {
  return localName.toLowerCase().endsWith(name.toLowerCase());
}

function withTheRest(draft: Draft, blocks: readonly Block[], scene: Scene): Draft {
  let filled = withTitleStatus(draft, scene);
  const isTitle = ({ kind, level }: Block) => kind === 'heading' && level === 1;
  const told = blocks.filter(({ kind }) => kind !== 'cell');
  // A title rounds what the text below it tells.
  for (const block of [...told.filter((each) => !isTitle(each)), ...told.filter(isTitle)]) {
    const away = Math.abs(block.index - Math.max(draft.at, 0));
    // A page that is the event's own tells of it all the way.
    if (away > (draft.at < 0 ? 2 * NEAR : NEAR)) continue;
    for (const text of splitSentences(block.text)) filled = withTold(filled, text, scene, block);
  }
  return filled;
}

/** Blocks whose further sentences go on about the day that the first one tells. */
const TELLS_ON: ReadonlySet<Block['kind']> = new Set(['paragraph', 'item', 'definition']);

/** The sentences after the date in the same paragraph, when no other meeting stands in it. */
function withItsBlock(draft: Draft, drafts: readonly Draft[], blocks: readonly Block[], scene: Scene): Draft {
  const block = blocks.find(({ index }) => index === draft.at);
  if (block?.kind === 'heading' && block.level > 1) return withBelow(draft, block, { drafts, blocks, scene });
  if (block && isDayAlone(block)) return withNext(draft, block, { drafts, blocks, scene });
  if (!block || !TELLS_ON.has(block.kind)) return draft;
  if (drafts.some((other) => other !== draft && other.at === draft.at)) return withFollowing(draft, block, scene);
  return splitSentences(block.text).reduce((filled, text) => withTold(filled, text, scene, block), draft);
}

/** In a paragraph of several meetings: the sentences after the one that this day ends, up to the next day. */
function withFollowing(draft: Draft, block: Block, scene: Scene): Draft {
  const sentences = splitSentences(block.text).map((text) => ({ text, days: daysIn(text, block, scene) }));
  const own = sentences.findLastIndex(({ days }) => days.at(-1) === draft.day);
  const rest = own < 0 ? [] : sentences.slice(own + 1);
  const end = rest.findIndex(({ days }) => days.length > 0);
  return rest
    .slice(0, end < 0 ? undefined : end)
    .reduce((filled, { text }) => withTold(filled, text, scene, block), draft);
}

function daysIn(text: string, block: Block, scene: Scene): (string | undefined)[] {
  if (!mayHoldDate(text)) return [];
  return findDates(text, { ...scene.dates, trail: block.trail })
    .filter(({ day }) => day !== undefined)
    .map(({ start }) => start);
}

/** What one page tells, and the meetings read from it so far. */
interface Told {
  drafts: readonly Draft[];
  blocks: readonly Block[];
  scene: Scene;
}

/** What stands below a heading that gives a meeting's day, up to the next meeting. */
function withBelow(draft: Draft, heading: Block, page: Told): Draft {
  const below = page.blocks.filter(({ index, trail }) => index > heading.index && trail.at(-1) === heading.text);
  return withThese(draft, below, page);
}

/** A line that is a day and nothing else heads what comes after it. */
function isDayAlone({ kind, text }: Block): boolean {
  const [day, ...others] = text.length > 40 || kind === 'cell' ? [] : findDates(text);
  return day?.kind === 'day' && others.length === 0 && text.length - day.text.length < 4;
}

/** What stands after a line that gives a meeting's day, below the same headings. */
function withNext(draft: Draft, line: Block, page: Told): Draft {
  const places = [line.trail, line.trail.slice(0, -1)].map((trail) => trail.join());
  const next = Math.min(...page.drafts.map(({ at }) => (at > line.index ? at : Number.POSITIVE_INFINITY)));
  const after = page.blocks.filter(
    ({ index, trail }) => index > line.index && index < next && places.includes(trail.join()),
  );
  return withThese(draft, after, page);
}

function withThese(draft: Draft, below: readonly Block[], page: Told): Draft {
  let filled = draft;
  for (const block of below.slice(0, NEAR)) {
    if (page.drafts.some((other) => other !== draft && other.at === block.index)) break;
    for (const text of splitSentences(block.text)) filled = withTold(withFate(filled, text), text, page.scene, block);
  }
  return filled;
}

/** «Avlyst» as a line of its own below the day. */
function withFate(draft: Draft, text: string): Draft {
  const fate = (['cancelled', 'postponed'] as const).find((list) => isWord(text, list));
  return fate ? { ...draft, status: fate } : draft;
}

function withTold(draft: Draft, text: string, scene: Scene, block: Block): Draft {
  if (hasOtherDay(text, draft, block, scene) || scene.finder.isForeign(text)) return draft;
  return withSentence(
    draft,
    text,
    bodiesIn(text, scene).some(({ body, name }) => body !== draft.body && !isGeneral(name, draft)),
  );
}

function hasOtherDay(text: string, draft: Draft, block: Block, scene: Scene): boolean {
  if (!mayHoldDate(text)) return false;
  return findDates(text, { ...scene.dates, trail: block.trail }).some(
    ({ kind, start }) => (kind === 'day' || kind === 'range') && start !== draft.day,
  );
}

const STATUS = ['held', 'cancelled', 'postponed'] as const;

/** A tag above the title («Passert»), or «AVLYST – partnerskapsmøtet»: the title says it of the meeting that the page is about. */
function withTitleStatus(draft: Draft, { title, page }: Scene): Draft {
  const tag = page.removed.find(
    ({ cleanup, text }) => cleanup === 'above-title' && STATUS.some((list) => isWord(text, list)),
  );
  const tagged = tag && readStatus(tag.text).status;
  if (tagged) return { ...draft, status: tagged };
  if (draft.status === undefined && page.blocks.some(isBannerOfPast)) return { ...draft, status: 'held' };
  if (hasWord(title, 'cancelled')) return { ...draft, status: 'cancelled' };
  // «FSU skulle hatt møte 15. juni» is planned no longer.
  const isOpen = draft.status !== 'held' && (draft.status !== 'planned' || hasWord(draft.quote, 'meant'));
  if (hasWord(title, 'postponed') && !draft.movedFrom && isOpen) {
    return { ...draft, status: 'postponed' };
  }
  return draft;
}

const BANNER = new RegExp(
  `^(?:${wordsSource('bannerNouns')}\\s${wordsSource('bannerVerbs')}\\s(?:alt\\s|allerede\\s|nå\\s|no\\s)?${wordsSource('bannerHeld')}|${wordsSource('heldMark')})[.!]?$`,
  'iu',
);

/** «Arrangementet er gjennomført» as a line of its own. */
function isBannerOfPast({ kind, text }: Block): boolean {
  return kind !== 'cell' && text.length < 60 && BANNER.test(text);
}

/** As rules hand it on. */
export function asMention(draft: Draft): Mention {
  const { day: _, at: __, relative: ___, card: ____, place, ...mention } = draft;
  return place ? { ...mention, place: asPlace(place) } : mention;
}
