/** What the operator of a site sets in `site.yaml`; reading it is in `read-registry.ts`. */
import { z } from 'zod';
import { isOrganisationNumber } from './organisation-number.ts';

const address = z.url({ protocol: /^https?$/, error: 'expected an address that begins with https:// or http://' });
const words = z.string().min(1);
const organisation = z
  .string()
  .refine(isOrganisationNumber, 'expected an organisation number: nine digits with a valid mod-11 check digit');

export const SiteSettingsSchema = z.strictObject({
  title: z.strictObject({ nb: words, nn: words }),
  /** Where the built site will stand; feeds, calendars and canonical links are made from it. */
  baseUrl: address,
  operator: z.strictObject({
    /** `null` until an operator is set: the site then names none. */
    name: words.nullable(),
    /** `null` until an operator is set. */
    organisation: organisation.nullable(),
    /** A page, never a person's address. */
    contact: address,
  }),
  /** Stands in the User-Agent of every request. */
  crawler: z.strictObject({ contact: address }),
  publish: z
    .strictObject({
      /** With `excerpt` only lead and excerpt leave the pipeline. */
      body: z.enum(['full', 'excerpt']).default('full'),
      /** With `full` an item's page shows the whole text, for operators who have the right to. */
      page: z.enum(['full', 'excerpt']).default('excerpt'),
    })
    .default({ body: 'full', page: 'excerpt' }),
  /** The accessibility statement at uustatus.no, for operators that must have one. */
  accessibilityStatement: address.optional(),
  /** True: the site says on every page that the data are a sample. */
  sample: z.boolean().default(false),
});

/** The settings with all defaults filled in. */
export type SiteSettings = z.infer<typeof SiteSettingsSchema>;
