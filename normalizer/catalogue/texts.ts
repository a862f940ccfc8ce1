/** What the open data are called in catalogues, in both written standards. */
import { z } from 'zod';
import { readVocabulary } from '../vocabulary.ts';

const both = z.strictObject({ nb: z.string(), nn: z.string() });

/** A text in both written standards. */
export type Both = z.infer<typeof both>;

/** The catalogue's texts; `datasets` by the first part of the files' names. */
export const CATALOGUE = readVocabulary(
  'data-catalogue',
  z.strictObject({
    title: both,
    description: both,
    keywords: z.strictObject({ nb: z.array(z.string()), nn: z.array(z.string()) }),
    rights: both,
    datasets: z.record(z.string(), z.strictObject({ title: both, description: both })),
  }),
);
