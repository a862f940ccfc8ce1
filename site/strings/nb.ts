import type { Words } from './catalogue.ts';
import { frame } from './frame.nb.ts';
import { overviews } from './overviews.nb.ts';
import { records } from './records.nb.ts';
import { values } from './values.nb.ts';

/** The site's words in Bokmål; `nn.ts` has the same keys. */
export const nb = {
  name: 'Bokmål',
  otherName: 'Nynorsk',
  ...frame,
  ...records,
  ...overviews,
  ...values,
} as const;

/** The shape of a catalogue: the same keys in both written standards. */
export type Strings = Words<typeof nb>;
