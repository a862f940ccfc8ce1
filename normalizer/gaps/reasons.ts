/** Why fewer meetings were found than expected, in words of both written standards. */
import type { CoverageReason, PublishedSource } from '../model.ts';

const ILL: ReadonlySet<PublishedSource['state']> = new Set(['failing', 'blocked', 'too-few']);
const TELLS_OF_MEETINGS: ReadonlySet<string> = new Set(['meetings', 'minutes']);

/** What is known when a reason is looked for. */
export interface Gap {
  sources: readonly PublishedSource[];
  /** As many as should have been by now. */
  due: number;
  found: number;
  cancelled: number;
  /** Meetings of this body in this community, in any year. */
  everFound: number;
  /** Pages of this community that were published in the year, and meetings in it that are told of. */
  seenInYear: number;
}

/** The first reason that holds, from what is no gap at all to what only the source can answer. */
export function reasonFor(gap: Gap): CoverageReason {
  const { due, found, cancelled, everFound, seenInYear } = gap;
  const telling = tellingSources(gap.sources);
  // Nothing can be said of a meeting being due where nobody would tell us of it.
  if (telling.length === 0) return addressUnknown;
  if (found >= due) return notDue;
  if (cancelled > 0 && found + cancelled >= due) return cancelledThen;
  const ill = telling.find(({ state }) => ILL.has(state));
  if (ill !== undefined) return failing(ill);
  if (telling.every(({ lastSuccess }) => lastSuccess === null)) return neverRead;
  if (seenInYear === 0) return noPageSeen;
  return everFound === 0 ? notPublished : someMissing;
}

/** The sources in use that should tell of meetings; all in use where none is named for that. */
function tellingSources(sources: readonly PublishedSource[]): PublishedSource[] {
  const used = sources.filter(({ enabled, state }) => enabled && state !== 'disabled');
  const named = used.filter(({ publishes }) => publishes.some((what) => TELLS_OF_MEETINGS.has(what)));
  return named.length > 0 ? named : used;
}

const notDue: CoverageReason = {
  id: 'not-due',
  nb: 'Ikke ventet ennå: resten av året gjenstår.',
  nn: 'Ikkje venta enno: resten av året står att.',
};

const cancelledThen: CoverageReason = {
  id: 'cancelled',
  nb: 'Kildene melder at møter er avlyst eller utsatt.',
  nn: 'Kjeldene melder at møte er avlyste eller utsette.',
};

const addressUnknown: CoverageReason = {
  id: 'address-unknown',
  nb: 'Vi kjenner ingen bekreftet adresse der det publiseres om møtene.',
  nn: 'Vi kjenner inga stadfesta adresse der det blir publisert om møta.',
};

const neverRead: CoverageReason = {
  id: 'never-read',
  nb: 'Kilden er ikke lest ennå.',
  nn: 'Kjelda er ikkje lesen enno.',
};

const noPageSeen: CoverageReason = {
  id: 'no-page-seen',
  nb: 'Vi har ikke sett noen side fra dette året hos kildene.',
  nn: 'Vi har ikkje sett noka side frå dette året hos kjeldene.',
};

const notPublished: CoverageReason = {
  id: 'not-published',
  nb: 'Kildene forteller ikke om møter i dette organet.',
  nn: 'Kjeldene fortel ikkje om møte i dette organet.',
};

const someMissing: CoverageReason = {
  id: 'not-told',
  nb: 'Kildene forteller ikke om flere møter dette året.',
  nn: 'Kjeldene fortel ikkje om fleire møte dette året.',
};

function failing({ since, cause }: PublishedSource): CoverageReason {
  const day = since?.slice(0, 10).split('-').reverse().join('.') ?? '–';
  return {
    id: 'source-failing',
    nb: `En kilde svikter siden ${day}. ${cause?.nb ?? ''}`.trim(),
    nn: `Ei kjelde sviktar sidan ${day}. ${cause?.nn ?? ''}`.trim(),
  };
}
