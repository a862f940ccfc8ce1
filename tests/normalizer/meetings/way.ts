import type { Mention } from '../../../normalizer/mention.ts';

/** What is told besides body and start; `place` is a part of its text. */
export type Told = Partial<Omit<Mention, 'place' | 'participants' | 'status'>> & {
  place?: string;
  mode?: string;
  status?: Mention['status'] | undefined;
  participants?: Mention['participants'] | undefined;
};
/** A meeting that must be read. */
export type Want = [body: string, start: string, told?: Told];
/** What a small page shows, its markup and all the meetings that it tells of, in the order of days. */
export type Way = [what: string, html: string, wants: Want[]];
