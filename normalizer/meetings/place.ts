/** Where a meeting is: names of venues and towns, and whether people meet in a room or on a screen. */
import { WEEKDAY } from '../dates/words.ts';
import type { MeetingMode, Place } from '../model.ts';
import { municipalityNumber } from '../municipality-names.ts';
import { hitsFrom, hitsOf } from '../pattern-hits.ts';
import { remembered } from '../remembered.ts';
import { hasWord, isWord, labelsSource, mayHaveWord, needing, wordsSource } from './words.ts';

const VENUE = wordsSource('venues');
const CAPITAL_VENUE = VENUE.replace(/(?<=[:|])(\p{Ll})(?=\p{L}{2})/gu, (letter) => letter.toUpperCase());
/** Capitalised words after «i» and «på» that are no places. */
const NO_PLACE_SOURCE = `(?!${CAPITAL_VENUE})(?:${labelsSource('placeless')}|Helse\\s|UNN(?!\\s\\p{Lu}))`;
/** «legevakt», «vidaregåande skule» after a name. */
const HOUSE = `(?:${wordsSource('houseKinds')}\\s)?\\p{Ll}{0,20}(?:${labelsSource('houseEndings')})(?!\\p{L})`;
const NAME = `(?:\\p{Lu}[\\p{L}\\d'’./&-]*|\\d{1,2}(?![\\d.,:])|${VENUE})`;
const NEXT = `(?:\\s${HOUSE}|\\s${NAME}|\\s(?:i|på|ved|og|for)\\s(?=\\p{Lu}|${VENUE})${NAME}|,\\s(?!${NO_PLACE_SOURCE})(?=\\p{Lu}\\p{L}+(?:\\s(?:\\p{Lu}\\p{L}+|${VENUE})){0,2}(?:[.,;)]|$|\\s(?:kl|den|fra|frå|\\d)))${NAME})`;
const NO_PLACE = new RegExp(`^${NO_PLACE_SOURCE}`, 'u');
const LED_BY = /(?:på|i|ved|hos|^(?:På|I|Ved|Hos))\s/gu;
const LED = new RegExp(`(?<!\\p{L})(?:på|i|ved|hos|På|I|Ved|Hos)\\s(?!${NO_PLACE_SOURCE})(${NAME}${NEXT}{0,6})`, 'uy');
/** «La møtet sitt 12. mai til Stryn». */
const PLACED = new RegExp(
  `${wordsSource('placedAt')}(?:\\s[^,;]{2,30}?)?\\stil\\s(?!${NO_PLACE_SOURCE})(${NAME}${NEXT}{0,6})`,
  'gu',
);
const HALL = `(?:${labelsSource('hallEndings')})`;
const BARE_VENUE = new RegExp(
  `(?<![\\p{L}-])(?!(?:På|I|Ved|Hos)\\s)((?:\\p{Lu}[\\p{L}'’&-]*\\s){0,3}(?:${CAPITAL_VENUE})${NEXT}{0,5}|(?:\\p{Lu}[\\p{L}'’&-]*\\s){1,3}(?:${VENUE}|\\p{Ll}{3,20}${HALL}(?!\\p{L}))${NEXT}{0,5}|\\p{Lu}\\p{L}{2,}${HALL}(?!\\p{L})${NEXT}{0,4})`,
  'uy',
);
const CAPITAL = /\p{Lu}/gu;
const HAS_VENUE = needing('venues', new RegExp(VENUE, 'iu'));
const VENUE_ENDING =
  /(?<!\p{L})\p{L}{3,}(?:huset|hallen|salen|senteret|torget|torvet|hotell|hotellet|tunet)(?!\p{L})/iu;

/** «helsefellesskapet i Vestfold», «kommunene i Innlandet»: a region of somebody, not the place of a meeting. */
const REGION_BEFORE = new RegExp(`(?:hels?efell?es?s{0,3}kap\\p{L}{0,4}|(?:${labelsSource('regionOf')}))\\s$`, 'iu');

/** Whether a name that begins with a capital is known to be no place («Helse Vest», «Referat»). */
export function isPlaceless(name: string): boolean {
  return NO_PLACE.test(name);
}

/** A place read from a sentence; `text` null where only the mode is said. */
export interface PlaceReading {
  text: string | null;
  mode: MeetingMode;
  /** Larger is surer: a venue's name over a town's. */
  weight: number;
}

const NO_NAME = /^\p{Ll}+$/u;
const NAME_FIRST = /^\p{Lu}/u;

/** The best place named in a text, nearest to `near` among equals; `undefined` when neither place nor mode is said. */
export function readPlace(whole: string, near = 0): PlaceReading | undefined {
  const { text, named } = namedPlaces(whole);
  const candidates = [...named];
  candidates.sort((a, b) => b.weight - a.weight || Math.abs(a.index - near) - Math.abs(b.index - near));
  const [first] = candidates;
  // «… mål på hotellet før partnerskapsmøtet i Stryn»: a house without a name says less than where the meeting is said to be.
  const isNameless = first !== undefined && NO_NAME.test(first.text);
  const surest = (isNameless ? candidates.find(({ ofMeeting }) => ofMeeting) : undefined) ?? first;
  const town = isNameless && surest ? townBefore(surest, candidates) : undefined;
  // «i auditoriet på Nordfjord sjukehus»: the whole of it.
  const best =
    candidates.find(
      ({ text: name, weight }) => weight >= 2 && surest && name !== surest.text && name.includes(surest.text),
    ) ?? surest;
  const mode = readMode(text, best !== undefined);
  if (!best && mode === 'unknown') return undefined;
  if (town && best && mode !== 'online')
    return { text: `${best.text}, ${town.text}`, mode: mode === 'unknown' ? 'physical' : mode, weight: best.weight };
  if (!best || (mode === 'online' && best.weight < 2)) return { text: onlineText(text) ?? null, mode, weight: 0 };
  // A named place and no word of a screen: people met there.
  return { text: best.text, mode: mode === 'unknown' ? 'physical' : mode, weight: best.weight };
}

/** «… på Nordfjordeid, men no i kommunestyresalen»: the one town that a house without a name is in. */
function townBefore(house: Candidate, candidates: readonly Candidate[]): Candidate | undefined {
  const towns = candidates.filter(({ text }) => NAME_FIRST.test(text));
  const [town] = towns;
  return towns.length === 1 && town && town.index < house.index && town.text !== house.text ? town : undefined;
}

/** Whether people meet in a room, on a screen or both, from words alone. */
export function readMode(whole: string, hasPlace: boolean): MeetingMode {
  // «Møtet vert ikkje strøyma», «ikke mulig å delta digitalt»: what is not.
  const text = mayHaveWord(whole, 'negations') ? whole.replace(NOT_ONLINE, ' ') : whole;
  if (BOTH_WAYS.test(text)) return 'hybrid';
  const online = hasWord(text, 'online');
  if (hasWord(text, 'hybrid') || (hasPlace && hasWord(text, 'streamed')) || (online && hasPlace && BOTH.test(text)))
    return 'hybrid';
  const physical = hasWord(text, 'physical') || (hasPlace && (HAS_VENUE.test(text) || VENUE_ENDING.test(text)));
  if (online && (physical || (hasPlace && hasWord(text, 'partly')))) return 'hybrid';
  if (online) return 'online';
  return hasPlace && (physical || VENUE_ENDING.test(text)) ? 'physical' : 'unknown';
}

const ONLINE = wordsSource('online');
const JOIN = wordsSource('joinedModes');
const NOT_ONLINE = new RegExp(
  `${wordsSource('negations')}\\s(?:\\p{L}+\\s){0,4}(?:${ONLINE}|${wordsSource('streamed')}|${wordsSource('hybrid')})`,
  'giu',
);
/** «var både eit møte i eit rom og eit møte på Teams». */
const BOTH_WAYS = needing('online', new RegExp(`(?<!\\p{L})både\\s[^.;]{3,50}\\sog\\s[^.;,]{0,30}${ONLINE}`, 'iu'));
/** «på Teams og i Bodø», «i Stryn og på Teams», «i Stryn, med mulighet for å delta på Teams». */
const BOTH = new RegExp(
  `${ONLINE}\\s${JOIN}\\s(?:i|på|ved|hos)\\s\\p{Lu}|(?:i|på|ved|hos)\\s[^,;.]{3,40},?\\s${JOIN}\\s(?:på\\s|via\\s|over\\s)?${ONLINE}|(?:i|på|ved|hos)\\s\\p{Lu}[^;.]{2,40}${wordsSource('alsoOnline')}[^;.]{0,30}${ONLINE}`,
  'iu',
);

/** What was to be is left out; what it became («flyttet fra Florø til Teams») stays. */
const INSTEAD = new RegExp(`${wordsSource('insteadOf')}\\s[^,.;]{0,60}?(?=\\stil\\s|[,.;]|$)`, 'giu');

const SCREEN = /(?<!\p{L})(?:Teams|Zoom|Skype)(?!\p{L})/u;

function onlineText(text: string): string | undefined {
  return SCREEN.exec(text)?.[0];
}

const namedPlaces = remembered((whole): { text: string; named: readonly Candidate[] } => {
  // «på Teams i stedet for på rådhuset»: where it is not.
  const text = mayHaveWord(whole, 'insteadOf') ? whole.replace(INSTEAD, withoutInstead) : whole;
  return { text, named: [...led(text), ...bare(text)] };
});

/** «ikke på rådhuset», but not «ikke en ledig stol i rådhuset»: what is denied stands right after the word. */
function withoutInstead(part: string): string {
  return DENIES.test(part) && !DENIES_PLACE.test(part) ? part : ' '.repeat(part.length);
}

const DENIES = new RegExp(`^${wordsSource('negations')}`, 'iu');
const DENIES_PLACE = new RegExp(
  `^${wordsSource('negations')}\\s(?:\\p{L}+\\s){0,2}(?:(?:på|i|ved|hos|over|via)\\s|${ONLINE})`,
  'iu',
);

interface Candidate {
  text: string;
  index: number;
  weight: number;
  /** It follows «møtet» or «samlingen» at once. */
  ofMeeting?: boolean;
}

/** Most sentences name no place at all. */
const MAY_LEAD = /(?:på|i|ved|hos|^(?:På|I|Ved|Hos))\s[\p{Lu}\d]/u;
const HALL_ENDING = new RegExp(HALL, 'u');

function led(text: string): Candidate[] {
  const moved = mayHaveWord(text, 'placedAt') ? hitsOf(text, PLACED).map(candidateMoved) : [];
  const may = moved.length > 0 || MAY_LEAD.test(text) || mayHaveWord(text, 'venues');
  return may ? [...moved, ...hitsFrom(text, LED_BY, LED).flatMap(candidateLed)] : [];
}

function candidateMoved({ index, 0: whole, 1: name = '' }: RegExpExecArray): Candidate {
  return { text: tidy(name), index: index + whole.length - name.length, weight: isVenue(name) ? 3 : 1 };
}

const OF_COMMUNITY = /hels?efell?es?s{0,3}kap\p{L}{0,4}\s$/iu;
/** «… arrangert av helsefellesskapet på Sandane tysdag 8. september»: a day makes a place of what would be a region. */
const ON_A_DAY = new RegExp(`^\\s(?:${WEEKDAY}\\s)?(?:den\\s)?\\d{1,2}\\.`, 'iu');

function isRegion(before: string, { 0: whole, 1: name = '', index, input }: RegExpExecArray): boolean {
  if (!REGION_BEFORE.test(before)) return false;
  const isTown = !OF_COMMUNITY.test(before) && municipalityNumber(tidy(name), []) !== undefined;
  return !((isTown || /^på\s/u.test(whole)) && ON_A_DAY.test(input.slice(index + whole.length)));
}

function candidateLed(hit: RegExpExecArray): Candidate[] {
  const { index, input, 1: led = '' } = hit;
  const name = tidy(led);
  const before = wordsBefore(input, index);
  if (name.length < 2 || NO_PLACE.test(name) || /^\d/u.test(name) || isRegion(before, hit)) return [];
  const ofMeeting = MEETS.test(before);
  if (ofMeeting && /^\p{Lu}{2,5}(?!\p{L})/u.test(name)) return [];
  // «I Telemark …» opens a sentence about a region as often as one about a place.
  if (/^\p{Lu}/u.test(hit[0]) && !isVenue(name)) return [];
  const town = TOWN.exec(before)?.[1];
  if (town) return [{ text: `${town} i ${name}`, index, weight: 1 }];
  const weight = isVenue(name) ? (NAME_FIRST.test(name) ? 3 : 2.5) : 1;
  return [{ text: name, index, weight, ofMeeting }];
}

/** No pattern for what stands before a name looks further back. */
const LOOK_BACK = 60;

function wordsBefore(text: string, index: number): string {
  return text.slice(Math.max(0, index - LOOK_BACK), index);
}

function bare(text: string): Candidate[] {
  if (!mayHaveWord(text, 'venues') && !HALL_ENDING.test(text)) return [];
  return hitsFrom(text, CAPITAL, BARE_VENUE).flatMap((hit) => {
    const name = tidy(hit[1] ?? '');
    if (!NAME_FIRST.test(name) || LED_NAME.test(name) || NO_PLACE.test(name) || !isVenue(name) || isOrganisation(name))
      return [];
    if (PARTY.test(wordsBefore(text, hit.index))) return [];
    return [{ text: name, index: hit.index, weight: /^\p{Lu}\p{L}+\s/u.test(name) ? 2.8 : 2 }];
  });
}

const LED_NAME = /^(?:På|I|Ved|Hos)\s/u;

/** «mellom Helgelandssykehuset og kommunene»: somebody, not a place. */
const PARTY = new RegExp(`${wordsSource('parties')}\\s$`, 'iu');
/** «møte i OSO Helgeland»: what meets, not where. */
/** «…, Mo i Rana»: the town's own name. */
const TOWN = /[,(]\s(\p{Lu}\p{Ll}{1,14})\s$/u;
const MEETS = /(?:møte\p{L}{0,3}|samling\p{L}{0,3})\s$/iu;

const isVenue = remembered(
  (name): boolean => HAS_VENUE.test(name) || VENUE_ENDING.test(name) || NAMED_HOUSE.test(name),
);
const NAMED_HOUSE = new RegExp(`^\\p{Lu}[^,]*\\s${HOUSE}`, 'u');

/** The hospital as a party, not as a house. */
function isOrganisation(name: string): boolean {
  return (
    /^(?:\p{L}+\s)?\p{L}{0,24}(?:sykehuset|sjukehuset)(?!\p{L}|\s\p{Ll})/iu.test(name) &&
    !/^(?:Auditori|Møterom)/u.test(name)
  );
}

/** «Sted Havna hotell»: a label without a colon is no part of the name. */
const LABEL = new RegExp(`^(?!${VENUE})(?:${labelsSource('where')})\\s(?=\\p{Lu})`, 'iu');

function tidy(name: string): string {
  return name
    .replace(LABEL, '')
    .replace(/(?<![\s.,;:–-])[\s.,;:–-]+$/u, '')
    .replace(/\s(?:i|på|ved|og|for)$/u, '');
}

/** A place given under a label («Sted: Rådhuset, møterom 3»): the whole line, cut at a sentence's end. */
export function labelledPlace(value: string): PlaceReading | undefined {
  const line = value.replace(/\s+/g, ' ').trim().slice(0, 120);
  // «Solstrand Hotel, Os. Møtet vert ikkje strøyma»: a sentence after the name says more of it, and is no part of it.
  const [text = ''] = line.split(/(?<=\p{L}{3})\.\s(?=\p{Lu}\p{L}+\s\p{Ll})/u);
  const isNone =
    isWord(text, 'unknown') || hasWord(text, 'cancelled') || hasWord(text, 'postponed') || /^[–—-]$/u.test(text);
  if (text === '' || isNone) return undefined;
  const mode = readMode(line, true);
  if (mode === 'online') return { text: onlineText(text) ?? text, mode, weight: 4 };
  return {
    text: withoutScreen(text, mode)
      .replace(SAID_MODE, '')
      .replace(/[.,;]$/u, ''),
    mode: mode === 'unknown' ? 'physical' : mode,
    weight: 4,
  };
}

/** «Havnesenteret (fysisk møte)». */
const SAID_MODE = new RegExp(
  `(?<=\\S)\\s\\((?:${wordsSource('physical')}|${wordsSource('hybrid')})[^()]{0,20}\\)$`,
  'iu',
);

/** «Thon Hotel, Moss, eller direkte på skjerm», «Rådhuset / Teams»: the room is the place, the screen only how else. */
function withoutScreen(text: string, mode: MeetingMode): string {
  const room = mode === 'hybrid' ? OR_SCREEN.exec(text)?.[1] : undefined;
  return room !== undefined && readMode(room, true) !== 'online' ? room : text;
}

const OR_SCREEN = new RegExp(
  `^(.{4,80}?)(?:[,;]?\\s(?:${labelsSource('joinedModes', 'withScreen')})|\\s?[/+(]|\\s[–-]|,)\\s?(?:\\p{L}+\\s){0,4}?(?:${labelsSource('online', 'streamed')})`,
  'iu',
);

/** As the model has it. */
export function asPlace(reading: PlaceReading): Place {
  return { text: reading.text, mode: reading.mode };
}
