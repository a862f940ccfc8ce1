import { frame } from './frame.nn.ts';
import type { Strings } from './nb.ts';
import { overviews } from './overviews.nn.ts';
import { records } from './records.nn.ts';
import { values } from './values.nn.ts';

/** The site's words in Nynorsk: the same keys as `nb.ts`. */
export const nn: Strings = {
  name: 'Nynorsk',
  otherName: 'Bokmål',
  ...frame,
  ...records,
  ...overviews,
  ...values,
};
