/** The part of the model that tells what became of records from release to release. */
import { z } from 'zod';
import { BODIES } from '../scraper/index.ts';
import { moment } from './model-values.ts';

export const CHANGE_TYPES = ['added', 'changed', 'withdrawn', 'moved'] as const;

/** What stays known of a meeting that was withdrawn, so that calendars can cancel it. Nothing that a page said in its own words. */
export const TombstoneSchema = z.strictObject({
  community: z.string().describe('The id of the community'),
  body: z.enum(BODIES).describe('Which kind of body'),
  localName: z.string().describe('What the body is called there'),
  start: z.string().describe('As it was'),
  end: z.string().nullable().describe('As it was'),
  precision: z.enum(['month', 'day', 'minute']).describe('How exactly the start was known'),
  sequence: z.int().min(0).describe('One more than the meeting had: what a calendar needs to take the cancellation'),
});

export const ChangeSchema = z
  .strictObject({
    seq: z.int().min(1).describe('Counts on from release to release; never used twice'),
    at: moment.describe('When the sources had last been looked at before the change was published; never goes back'),
    type: z
      .enum(CHANGE_TYPES)
      .describe('moved: a meeting has another day, or an item is found at another address (see "to")'),
    record: z.enum(['item', 'meeting']).describe('What kind of record'),
    id: z.string().describe('The id of the record'),
    to: z.string().optional().describe('The id of the item that the moved item is found under now'),
    fields: z.array(z.string()).describe('Names of the fields that changed; empty unless something was changed'),
    values: z
      .record(z.string(), z.unknown())
      .optional()
      .describe(
        'The record as added, or the new values of the changed fields. What a later entry replaces is taken out; gone after 90 days and in the first release',
      ),
    last: TombstoneSchema.optional().describe('What stays known of a withdrawn meeting'),
  })
  .meta({ title: 'Change', description: 'What became of one record between two releases' });

export type Change = z.infer<typeof ChangeSchema>;
export type Tombstone = z.infer<typeof TombstoneSchema>;
