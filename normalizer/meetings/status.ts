/** What became of a meeting, from the words of one sentence. */
import type { MeetingStatus } from '../model.ts';
import { hitsOf } from '../pattern-hits.ts';
import { remembered } from '../remembered.ts';
import { hasWord, mayHaveWord, needing, wordsSource } from './words.ts';

/** A status and the tense of the sentence, for the year of a day printed without one. */
export interface StatusReading {
  status?: MeetingStatus;
  tense?: 'past' | 'future';
}

/** A clause of a sentence with what it says by itself. */
export interface Clause {
  index: number;
  end: number;
  reading: StatusReading;
}

/** A new statement of its own begins after these: «… ble holdt 3. mai, og neste møte er 4. juni». */
const STATEMENT = /(?:,?\s(?:og|men|mens|medan)\s|;\s|\s[–—]\s)/gu;

/** The clauses of a sentence; one that says nothing of its own is told by the one before it. */
export function readClauses(text: string): Clause[] {
  const starts = [0, ...hitsOf(text, STATEMENT).map((hit) => hit.index + hit[0].length)];
  let last: StatusReading = {};
  return starts.map((index, at) => {
    const end = starts[at + 1] ?? text.length;
    const own = readStatus(text.slice(index, end));
    if (own.status !== undefined || own.tense !== undefined) last = own;
    return { index, end, reading: last };
  });
}

/** What the clause that holds a place of the sentence says. */
export function readingAt(clauses: readonly Clause[], index: number): StatusReading {
  return clauses.find((clause) => index >= clause.index && index < clause.end)?.reading ?? {};
}

/** «Møtet er flyttet på grunn av valget»: moved, and no day is told. */
const MOVED_AWAY = needing(
  'moved',
  new RegExp(`${wordsSource('moved')}(?=\\s{0,2}(?:[.,;!)]|$|${wordsSource('movedFor')}))`, 'iu'),
);

/** «Møtet utgår», «blir det ikke noe av»: where the statement ends; a case that is struck from an agenda is none. */
const CALLED_OFF = needing(
  'cancelledAtEnd',
  new RegExp(
    `(?<!(?:^|[^\\p{L}])sak\\p{L}{0,4}\\s(?:[\\d/]{1,8}\\s)?(?:er\\s)?)${wordsSource('cancelledAtEnd')}(?=\\s{0,2}(?:[.,;!)]|$|${wordsSource('calledOffFor')}|\\p{L}{0,20}(?:møtet|konferansen|samlingen|samlinga)(?!\\p{L})))`,
    'iu',
  ),
);

/** «vart ikkje halde», «gjennomføres likevel ikke». */
const NOT_HELD = needing(
  'notHeld',
  new RegExp(
    `${wordsSource('negations')}\\s(?:\\p{L}{2,9}\\s)?${wordsSource('notHeld')}|${wordsSource('notHeld')}\\s(?:\\p{L}{2,9}\\s)?${wordsSource('negations')}(?=\\s{0,2}(?:[.,;!)]|$|${wordsSource('calledOffFor')}|som\\s|(?:den\\s)?\\d))`,
    'iu',
  ),
);

const PLANNED_PAST = needing('meantEnd', new RegExp(`${wordsSource('meantLead')}\\s${wordsSource('meantEnd')}`, 'iu'));
const IS_OVER = needing('overAtEnd', new RegExp(`${wordsSource('overAtEnd')}(?=\\s{0,2}(?:[.,;!)]|$))`, 'iu'));
const DONE_IN = needing('doneIn', new RegExp(`^${wordsSource('doneIn')}`, 'iu'));
const HELD = needing('held', new RegExp(wordsSource('held'), 'iu'));
const PLANNED = needing('planned', new RegExp(wordsSource('planned'), 'iu'));
/** «Utvalet samlast i Kinn 8. september og gjekk gjennom planen». */
const EITHER_TENSE = needing(
  'eitherTense',
  new RegExp(
    `${wordsSource('eitherTense')}\\s[^;]{0,90}\\sog\\s(?:${wordsSource('held')}|${wordsSource('preterites')})`,
    'iu',
  ),
);
/** «utsatt til høsten»: put off, and no day is set. */
const OPEN = needing(
  'putOff',
  new RegExp(`${wordsSource('putOff')}\\s(?:møtet\\s)?til\\s(?:over\\s|etter\\s)?${wordsSource('openEnded')}`, 'iu'),
);
const NEGATED = needing(
  'negations',
  new RegExp(`${wordsSource('negations')}\\s(?:${wordsSource('cancelled')}|${wordsSource('postponed')})`, 'iu'),
);

/** «… som var satt opp 24. mars, ble avlyst» may be of a day behind or ahead. */
const WAS = new RegExp(wordsSource('wereVerbs'), 'iu');

/** Reads the words; cancelled and postponed win over what the tense says. */
export const readStatus = remembered((text): Readonly<StatusReading> => {
  const main = mayHaveWord(text, 'besideMain') ? text.replace(BESIDE_MAIN, ' ') : text;
  const read = main === text ? undefined : readWords(main);
  return read?.status === undefined ? readWords(text) : read;
});

/** «Etter at møtet i februar ble utsatt, samlet SSU seg 5. mars»: the main clause says what became of this one. */
const BESIDE_MAIN = new RegExp(
  `^${wordsSource('besideMain')}\\s[^,;.]{3,120},\\s|,?\\s${wordsSource('besideMain')}\\s[^;.]{3,200}\\.?$`,
  'giu',
);

/** «SSU, som er det øverste utvalget, sa ja …»: what a clause between commas says of the body is not what happened. */
export const ASIDE = new RegExp(`,\\s${wordsSource('relativeWords')}\\s[^,;.]{3,140},\\s`, 'giu');

/** «Etter to avlysninger ble møtet endelig holdt»: what was called off before is not this. */
const EARLIER = new RegExp(`${wordsSource('afterwards')}\\s(?:\\p{L}{2,12}\\s){0,2}(?:avlys|utset)\\p{L}{2,12}`, 'giu');

/** «SSU vedtok å avlyse sommerkonferansen»: what is done to something else. */
const DEED = new RegExp(`${wordsSource('deeds')}\\s(?!(?:\\p{L}+\\s)?\\p{L}*møte)[^,;.]{2,60}`, 'giu');
/** A clause at the end that tells more of what stands before it. */
const TAIL = new RegExp(`,\\s${wordsSource('relativeWords')}\\s[^;.]{3,300}\\.?$`, 'iu');

/** «… er avlyst, og sakene blir flyttet til neste møte»: what becomes of the cases is not what becomes of the meeting. */
const CASES = /(?:,\s(?:og\s)?|\sog\s)(?:alle\s)?sak(?:ene|a|er|en|ane)(?!\p{L})[^,;.]{0,80}/giu;
const CALLED = needing('cancelled', new RegExp(wordsSource('cancelled'), 'iu'));

function readWords(whole: string): StatusReading {
  const told = whole.includes(', ') ? whole.replace(ASIDE, ' ') : whole;
  const later = mayHaveWord(told, 'afterwards') ? told.replace(EARLIER, ' ') : told;
  const meant = mayHaveWord(later, 'deeds') ? later.replace(DEED, ' ') : later;
  const text = CALLED.test(meant) ? meant.replace(CASES, ' ') : meant;

  if (!NEGATED.test(text)) {
    if (OPEN.test(text) || MOVED_AWAY.test(text)) return { status: 'postponed', tense: 'future' };
    if (hasWord(text, 'moved')) return { status: 'planned', tense: 'future' };
    // What is called off was still ahead.
    if (hasWord(text, 'cancelled') || CALLED_OFF.test(text) || NOT_HELD.test(text))
      return WAS.test(text) ? { status: 'cancelled' } : { status: 'cancelled', tense: 'future' };
    if (hasWord(text, 'postponed')) return { status: 'postponed', tense: 'future' };
  }
  if (PLANNED_PAST.test(text)) return { status: 'planned' };
  if (hasWord(text, 'plainlyHeld') || IS_OVER.test(text) || DONE_IN.test(text))
    return { status: 'held', tense: 'past' };
  const past = HELD.exec(text);
  const future = PLANNED.exec(text);
  const tail = future ? TAIL.exec(text) : null;
  // «… på møtet 29. januar, der partene ble enige om hvem som må vente»: what is to be stands in the tail.
  if (tail && future && !past && future.index > tail.index) return readWords(text.slice(0, tail.index));
  // The first verb decides: «Møtet var … og skal følges opp» is past, «Neste møte er …, som ble avtalt» is not.
  if (past && (!future || past.index < future.index)) return { status: 'held', tense: 'past' };
  if (past && EITHER_TENSE.test(text)) return { status: 'held', tense: 'past' };
  return future ? { status: 'planned', tense: 'future' } : {};
}
