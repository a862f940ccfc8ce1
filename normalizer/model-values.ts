/** Kinds of values that several records of the model hold. */
import { z } from 'zod';

/** A day in Europe/Oslo. */
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe('A day in Europe/Oslo, YYYY-MM-DD');

/** A moment in UTC. */
export const moment = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/)
  .describe('A moment in UTC, ISO 8601');

/** The number of one of the 357 municipalities. */
export const municipality = z
  .string()
  .regex(/^\d{4}$/)
  .describe('A municipality number of 2024');

/** A sentence or a name in both written standards. */
export const bothForms = z.strictObject({
  nb: z.string().describe('In Bokmål'),
  nn: z.string().describe('In Nynorsk'),
});
