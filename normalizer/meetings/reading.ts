/** A sentence and what is read from it, each thing when it is first asked for: most sentences hold no day, and nobody asks for more. */
import { isoDay, isRealDay } from '../dates/calendar.ts';
import { type DateContext, type DateSpan, findDates } from '../dates/find-dates.ts';
import { mayHoldDate } from '../dates/signs.ts';
import { weekIn } from '../dates/words.ts';
import type { Block } from '../page.ts';
import type { BodyHit } from './bodies.ts';
import { entryDay, labelBlock } from './labels.ts';
import { withLongSpans } from './long-spans.ts';
import { bodiesIn, type Scene } from './scene.ts';
import type { Sentence } from './sentences.ts';
import { type Clause, readClauses, readingAt, readStatus, type StatusReading } from './status.ts';

/** A day that is struck holds no longer: with nothing else in the sentence, the meeting itself is struck. */
const STRUCK: StatusReading = { status: 'cancelled', tense: 'future' };

interface Dates {
  days: readonly DateSpan[];
  clocks: readonly DateSpan[];
  /** Nothing but struck days. */
  isCalledOff: boolean;
}

const NO_DATES: Dates = { days: [], clocks: [], isCalledOff: false };

/** A sentence with everything that is read from it. */
export class Reading {
  readonly sentence: Sentence;
  /** With the term before it, where it defines one. */
  readonly text: string;
  readonly #scene: Scene;
  /** The sentences of its block that were read before it. */
  readonly #before: readonly Reading[];
  #labels: readonly string[] | undefined;
  #bodies: readonly BodyHit[] | undefined;
  #clauses: readonly Clause[] | undefined;
  #dates: Dates | undefined;

  constructor(sentence: Sentence, scene: Scene, before: readonly Reading[]) {
    const { term } = sentence.block;
    this.sentence = sentence;
    this.text = term === undefined ? sentence.text : `${term}: ${sentence.text}`;
    this.#scene = scene;
    this.#before = before;
  }

  /** The lines that lead to it, outermost first, where they may name its year: «Våren 2026 møtes fagrådet disse dagene:». */
  get labels(): readonly string[] {
    this.#labels ??= labelsOf(this.sentence, this.#before, this.#scene);
    return this.#labels;
  }

  get bodies(): readonly BodyHit[] {
    this.#bodies ??= bodiesIn(this.text, this.#scene);
    return this.#bodies;
  }

  /** What the sentence as a whole says. */
  get status(): StatusReading {
    return this.#read().isCalledOff ? STRUCK : readStatus(this.text);
  }

  /** What its clauses say, in order; one of its clauses holds each day. */
  get clauses(): readonly Clause[] {
    this.#clauses ??= readClauses(this.text);
    return this.#clauses;
  }

  get days(): readonly DateSpan[] {
    return this.#read().days;
  }

  get clocks(): readonly DateSpan[] {
    return this.#read().clocks;
  }

  /** The same sentence, its days left aside. */
  withoutDays(): Reading {
    const other = new Reading(this.sentence, this.#scene, this.#before);
    other.#dates = { ...this.#read(), days: [] };
    return other;
  }

  #read(): Dates {
    this.#dates ??= mayHoldDate(this.text) ? this.#readDates() : NO_DATES;
    return this.#dates;
  }

  #readDates(): Dates {
    const { block } = this.sentence;
    const spans = withLongSpans(
      this.text,
      withYearOfNeighbour(datesOf(this.text, this.#context(), () => this.clauses)),
    );
    const all = spans.filter((span) => isDay(span) || isMonth(span, block));
    const standing = all.filter((span) => !isStruck(block, span));
    const isCalledOff = standing.length === 0 && all.length > 0;
    return { days: isCalledOff ? all : standing, clocks: spans.filter(({ kind }) => kind === 'clock'), isCalledOff };
  }

  /** What stands round the sentence and can tell the year of a day in it. */
  #context(): DateContext {
    const { tense } = readStatus(this.text);
    const anchor = yearBesideBody(this.text, this.bodies);
    const entry = entryDay(this.sentence.block, this.#scene.page.blocks);
    const context: DateContext = { ...this.#scene.dates, trail: [...this.sentence.block.trail, ...this.labels] };
    if (entry) context.published = entry;
    if (tense) context.tense = tense;
    const points = weekIn(this.text) ?? weekIn(this.#before.at(-1)?.text ?? '');
    if (points) context.points = points;
    if (anchor) context.anchor = anchor;
    return context;
  }
}

function labelsOf({ block, place }: Sentence, before: readonly Reading[], { page }: Scene): string[] {
  const line = before.findLast(({ sentence, text }) => sentence.place < place && text.endsWith(':'));
  const above = labelBlock(block, page.blocks);
  return [above, line].flatMap((label) => label?.text ?? []);
}

/** The dates of a sentence, each in the tense of its own clause: «ble holdt 12. november, og neste er 20. april». */
function datesOf(text: string, context: DateContext, readClausesOf: () => readonly Clause[]): DateSpan[] {
  const spans = findDates(text, context);
  if (spans.every(({ reason }) => reason?.from !== 'published')) return spans;
  const clauses = readClausesOf();
  const tenses = new Set(clauses.map(({ reading }) => reading.tense));
  if (tenses.size < 2) return spans;
  const byTense = new Map(
    [...tenses].map((tense) => [tense, findDates(text, tense ? { ...context, tense } : context)]),
  );
  return spans.map((span) => {
    const { tense } = readingAt(clauses, span.index);
    return byTense.get(tense)?.find(({ index, kind }) => index === span.index && kind === span.kind) ?? span;
  });
}

/** «Ny dato er 4. juni 2025 (opprinnelig 28. mai)»: days of one sentence are of one year where only one tells it. */
function withYearOfNeighbour(spans: readonly DateSpan[]): readonly DateSpan[] {
  if (spans.every(({ start }) => start !== undefined)) return spans;
  const days = spans.filter(isDay);
  const years = new Set(days.map(({ start }) => start?.slice(0, 4)));
  const [year] = years;
  if (years.size !== 1 || year === undefined) return spans;
  return spans.map((span) => {
    const { kind, start, day, month } = span;
    if (kind !== 'day' || start !== undefined || day === undefined || month === undefined) return span;
    if (!isRealDay(Number(year), month, day)) return span;
    return { ...span, start: isoDay(Number(year), month, day), reason: { from: 'list', text: year } };
  });
}

/** A day that is struck through holds no longer. */
function isStruck({ struck }: Block, { text }: DateSpan): boolean {
  return struck?.some((part) => part.includes(text)) ?? false;
}

const OF_A_DAY: ReadonlySet<DateSpan['kind']> = new Set(['day', 'range', 'relative', 'weekday']);

function isDay(span: DateSpan): boolean {
  return span.start?.length === 10 && OF_A_DAY.has(span.kind);
}

/** A month alone is worth telling in a plan's list; elsewhere it only places something else in time. */
function isMonth(span: DateSpan, block: Block): boolean {
  return span.kind === 'month' && span.start?.length === 7 && block.kind === 'item' && span.index < 30;
}

/** «Partnerskapsmøte for 2023 avholdes 20. april»: the year beside the body is the meeting's. */
function yearBesideBody(text: string, bodies: readonly BodyHit[]): DateContext['anchor'] {
  for (const { body, end } of bodies) {
    const hit = /^\s(?:(?:for|i)\s)?((?:19|20)\d{2})(?![\d–-])/u.exec(text.slice(end, end + 10));
    if (body && hit) return { year: Number(hit[1]), text: hit[0].trim() };
  }
  const move = /^(?:(?:Møt(?:et|e|ene|a)|Konferansen)\s)?[Ii]\s(20\d{2})(?![\d–-])/u.exec(text);
  return move ? { year: Number(move[1]), text: move[0] } : undefined;
}
