/** What the cells of a table's row say of the meeting in it besides its day: its time, its place, what became of it. */
import { type DateSpan, findDates } from '../dates/find-dates.ts';
import { municipalityNumber } from '../municipality-names.ts';
import { namesOf } from './beside.ts';
import { isColumnOf } from './column-names.ts';
import type { Draft } from './draft.ts';
import { labelledPlace, readMode, readPlace } from './place.ts';
import { readStatus } from './status.ts';
import type { CellBlock } from './table-years.ts';
import { isWord } from './words.ts';

/** What the other cells of a row say became of its meeting. */
export function statusOfRow(row: readonly CellBlock[], block: CellBlock): Draft['status'] {
  const other = row.filter((cell) => cell !== block && !findDates(cell.text).some(({ kind }) => kind === 'day'));
  const status = other
    .map(({ text }) => readStatus(text).status)
    .find((each) => each === 'cancelled' || each === 'postponed');
  if (status) return status;
  if (other.some(({ text }) => isWord(text, 'heldMark') || isToldOf(text))) return 'held';
  return other.some(({ text }) => isWord(text, 'plannedMark')) ? 'planned' : undefined;
}

/** The time of day in the day's own cell, under «Fra» and «Til», or under «Klokka». */
export function clockOf(row: readonly CellBlock[], spans: readonly DateSpan[], day: DateSpan): DateSpan['clock'] {
  const own = (
    spans.find((span) => span.kind === 'clock' && span.index > day.index) ?? spans.find(({ kind }) => kind === 'clock')
  )?.clock;
  if (own) return own;
  const [from, to] = (['from', 'to'] as const).map((key) => timeUnder(row, key));
  if (from) return { from, ...(to && to > from ? { to } : {}) };
  const times = row.filter(({ cell, text }) => isColumnOf(cell.columnHeader, 'when') && text.length < 40);
  // Under «Klokka» a time stands without the word: «0900-1130», «12–14».
  return times
    .flatMap(({ text }) => [
      ...findDates(text),
      ...(/^\d{1,4}(?:[.:]\d{2})?(?!\.\d)/u.test(text) ? findDates(`kl. ${text}`) : []),
    ])
    .find((span) => span.kind === 'clock')?.clock;
}

/** The time of day in the column «Fra» or «Til». */
function timeUnder(row: readonly CellBlock[], key: 'from' | 'to'): string | undefined {
  const cell = row.find(
    (each) => isColumnOf(each.cell.columnHeader, key) && /^(?:kl\.?\s?)?\d{1,4}(?:[.:]\d{2})?$/iu.test(each.text),
  );
  return (
    cell && findDates(`kl. ${cell.text.replace(/^kl\.?\s?/iu, '')}`).find(({ kind }) => kind === 'clock')?.clock?.from
  );
}

/** The cell under «Sted»; else what the day's own cell names, or a cell without a header; else whether the row says that it is on a screen. */
export function placeOfRow(
  row: readonly CellBlock[],
  block: CellBlock | undefined,
  spans: readonly DateSpan[],
): Draft['place'] {
  const where = row.find(({ cell }) => isColumnOf(cell.columnHeader, 'where'));
  if (where) return labelledPlace(where.text);
  const own = block && readPlace(block.text);
  if (own?.text) return own;
  const behind = block && placeAlone(behindDay(block.text, spans));
  if (behind) return behind;
  // «Vertskap: Stryn» is where, «Vertskap: sykehuset» is who.
  const host = row.find(({ cell }) => isColumnOf(cell.columnHeader, 'organiser'));
  const hosted = host && placeOfHost(host.text);
  if (hosted) return hosted.weight < 2 && hosted.mode === 'physical' ? { ...hosted, mode: 'unknown' } : hosted;
  const beside = row
    .filter((each) => each !== block && each.cell.columnHeader === '' && each.text.length < 60)
    .map(({ text }) => placeAlone(text))
    .find((place) => place !== undefined);
  if (beside) return beside;
  const mode = readMode(row.map(({ text }) => text).join(' | '), false);
  return mode === 'unknown' ? undefined : { text: null, mode, weight: 0 };
}

/** «4. februar kl. 9, Stryn»: what stands behind the day and its time; '' where nothing does. */
function behindDay(text: string, spans: readonly DateSpan[]): string {
  const end = Math.max(0, ...spans.map(({ index, text: part }) => index + part.length));
  return /^[\s,;|·–—-]{1,4}(.{2,60})$/u.exec(text.slice(end))?.[1]?.replace(/[.)]$/u, '') ?? '';
}

/** «Stryn kommune, Stryn», «Kinn kommune» under «Vert»: where those who host a meeting are. */
function placeOfHost(text: string): Draft['place'] {
  const [who = '', ...where] = text.split(/,\s/u);
  if (where.length > 0) return OWNER.test(who) ? namesOf(where.join(', ')) : placeAlone(text);
  return placeAlone(who.replace(/\skommune$/u, ''));
}

/** Who hosts, and not where. */
const OWNER = /\s(?:kommune|HF)$|^Helse\s/u;

/** A cell that is the name of a venue, a municipality or a screen. */
function placeAlone(text: string): Draft['place'] {
  const place = namesOf(text);
  if (!place) return undefined;
  const isTown = text.split(/,\s/u).some((name) => municipalityNumber(name, []) !== undefined);
  return isTown || place.weight >= 2 || place.mode !== 'physical' ? place : undefined;
}

/** «Utvalget vedtok årsmeldingen»: a cell that tells in a sentence what was done there. */
function isToldOf(text: string): boolean {
  return text.length > SHORTEST_SENTENCE && /\.$/u.test(text) && readStatus(text).status === 'held';
}

const SHORTEST_SENTENCE = 20;
