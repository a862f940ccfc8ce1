/** Years that one day of a text gives to others: of a list, behind a list, of a month or year that leads a line. */
import type { DateSpan } from './span.ts';

/** «6. februar, 10. april og 11. desember i 2025»: the year behind a day is its own. */
export function withYearsBehind(spans: readonly DateSpan[], text: string): readonly DateSpan[] {
  if (!spans.some(({ kind }) => kind === 'year')) return spans;
  return spans.map((span, at) => {
    const next = spans[at + 1];
    if (!isDay(span) || span.year !== undefined || next?.kind !== 'year' || next.year === undefined) return span;
    const between = text.slice(span.index + span.text.length, next.index);
    return /^\si\s(?:år\s)?$/u.test(between)
      ? { ...span, year: next.year, reason: { from: 'list', text: next.text } }
      : span;
  });
}

const LISTED = /^[.)]?\s{0,2}(?:,|;|og|samt|\/|,\s?og)?\s{0,2}(?:den\s)?$/iu;

/** `18. mars, 31. mai og 11. desember 2024`: days of one list share the year that is printed once. */
export function shareYears(spans: readonly DateSpan[], text: string): DateSpan[] {
  const shared = [...spans];
  for (let at = shared.length - 2; at >= 0; at -= 1) share(shared, { to: at, from: at + 1 }, text);
  for (let at = 1; at < shared.length; at += 1) share(shared, { to: at, from: at - 1 }, text);
  return shared;
}

function share(spans: DateSpan[], pair: { to: number; from: number }, text: string): void {
  const [to, from] = [spans[pair.to], spans[pair.from]];
  if (!to || !from || to.year !== undefined || from.year === undefined) return;
  if (!isDay(to) || !isDay(from)) return;
  const [first, second] = to.index < from.index ? [to, from] : [from, to];
  const between = text.slice(first.index + first.text.length, second.index);
  const rising = dayOfYear(first) <= dayOfYear(second);
  if (between.length > 12 || !LISTED.test(between) || !rising) return;
  spans[pair.to] = { ...to, year: from.year, reason: { from: 'list', text: from.text } };
}

/** A day or a span of days. */
export function isDay(span: DateSpan): boolean {
  return span.kind === 'day' || span.kind === 'range';
}

function dayOfYear(span: DateSpan): number {
  return (span.month ?? 0) * 100 + (span.day ?? 0);
}

/** «September 2021: Referat 15.09», «2024: 3. mars og 5. mai»: a month or year that leads a line gives its days their year. */
export function withLabelYears(spans: readonly DateSpan[], text: string): readonly DateSpan[] {
  const labels = spans.filter(({ kind, year }) => (kind === 'month' || kind === 'year') && year !== undefined);
  if (labels.length === 0) return spans;
  let passed = 0;
  return spans.map((span) => {
    while ((labels[passed]?.index ?? Number.POSITIVE_INFINITY) < span.index) passed += 1;
    return isDay(span) && span.year === undefined ? withLabelYear(span, { labels, passed }, text) : span;
  });
}

/** So far from its label a day may stand. */
const LABEL_REACHES = 400;

function withLabelYear(
  span: DateSpan,
  before: { labels: readonly DateSpan[]; passed: number },
  text: string,
): DateSpan {
  for (let at = before.passed - 1; at >= 0; at -= 1) {
    const label = before.labels[at];
    if (label?.year === undefined || span.index - label.index > LABEL_REACHES) break;
    const own = label.kind === 'month' && label.month === span.month;
    const after = text.slice(label.index + label.text.length, span.index);
    const leads = label.kind === 'year' && (/^\s?:/u.test(after) || isOfStatement(text, label.index, after));
    if (own || leads) return { ...span, year: label.year, reason: { from: 'text', text: label.text } };
  }
  return span;
}

const OPENS =
  /(?:^|[.;:,]\s|\s(?:og|mens|men|medan)\s)(?:(?:\p{L}+\s){0,3}\p{L}*(?:møtet|konferansen|samlinga|samlingen)\s)?(?:i|for)\s$/iu;

/** «I 2024 ble møtet holdt 14. mai», «… mens møtet i 2025 var 20. mai»: the year opens the statement that the day ends. */
function isOfStatement(text: string, index: number, between: string): boolean {
  if (between.length >= 90 || /[,;.]\s|\s(?:og|men|mens|medan)\s/iu.test(between)) return false;
  return OPENS.test(text.slice(Math.max(0, index - LOOK_BACK), index));
}

/** No statement is opened by more than this before its year. */
const LOOK_BACK = 200;
