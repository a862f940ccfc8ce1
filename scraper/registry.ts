/**
 * The registry: one YAML file a community in `<data>/communities/`, with its sources.
 * Here is the shape; reading and checking the files is in `read-registry.ts`.
 */
import { z } from 'zod';
import { isOrganisationNumber } from './organisation-number.ts';

/** The bodies of a helsefellesskap that hold meetings; local names for them are in each community's `committees`. */
export const BODIES = [
  'partnerskapsmote',
  'ssu',
  'fsu',
  'lsu',
  'samarbeidsstyre',
  'dialogmote',
  'fellesmote',
  'konferanse',
  'other',
] as const;

/** One of {@link BODIES}. */
export type Body = (typeof BODIES)[number];

const PUBLISHES = ['news', 'meetings', 'minutes', 'agreements', 'plans', 'about', 'documents'] as const;
const identity = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected kebab-case: lower-case letters a–z, digits and single hyphens');
const address = z.url({ protocol: /^https?$/, error: 'expected an address that begins with https:// or http://' });
const pathPrefix = z.string().startsWith('/', 'expected a path that begins with /');
const months = z.array(z.int().min(1).max(12));

const committee = z.strictObject({
  body: z.enum(BODIES),
  names: z.array(z.string().min(1)).min(1),
  expected: z.strictObject({ perYear: z.int().min(0), quietMonths: months.optional() }).optional(),
});

/** A place on the web that a community publishes on. */
export const SourceSchema = z.strictObject({
  id: identity,
  url: address,
  publishes: z.array(z.enum(PUBLISHES)).min(1),
  /** The file name of a platform in `scraper/platforms/`; detected when left out. */
  platform: identity.optional(),
  /** `community`: everything here belongs to it; `topical`: only what is about the helsefellesskap. */
  scope: z.enum(['community', 'topical']),
  /** The file name of a transport: plain HTTP, or a browser for pages that need JavaScript. */
  render: z.enum(['http', 'browser']).default('http'),
  start: z.array(address).default([]),
  include: z.array(pathPrefix).optional(),
  exclude: z.array(pathPrefix).default([]),
  maxPages: z.int().min(1).default(500),
  delaySeconds: z.number().min(0).default(1),
  /** Sources of one group are asked one at a time, as if they were one host: a vendor's machines. Hosts on one IP address are so by themselves. */
  group: identity.optional(),
  enabled: z.boolean().default(true),
  expects: z
    .strictObject({
      minItems: z.int().min(0).optional(),
      newestWithinDays: z.int().min(1).optional(),
      quietMonths: months.optional(),
    })
    .optional(),
  note: z.string().optional(),
});

/** One of the 19 helsefellesskap as its registry file says it. */
export const CommunitySchema = z.strictObject({
  id: identity,
  name: z.strictObject({ nb: z.string().min(1), nn: z.string().min(1) }),
  aliases: z.array(z.string().min(1)).default([]),
  region: z.enum(['Helse Nord', 'Helse Midt-Norge', 'Helse Vest', 'Helse Sør-Øst']),
  trusts: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        organisation: z
          .string()
          .refine(isOrganisationNumber, 'expected an organisation number: nine digits with a valid mod-11 check digit'),
      }),
    )
    .min(1),
  municipalities: z.array(z.string().regex(/^\d{4}$/, 'expected a four-digit municipality number in quotes')).min(1),
  committees: z.array(committee).default([]),
  sources: z.array(SourceSchema).default([]),
});

/** A source with all defaults filled in. */
export type Source = z.infer<typeof SourceSchema>;
/** A community with all defaults filled in. */
export type Community = z.infer<typeof CommunitySchema>;
