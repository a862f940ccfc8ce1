/** The part of the model that tells of communities, municipalities, sources and coverage. */
import { z } from 'zod';
import { BODIES, SOURCE_STATES } from '../scraper/index.ts';
import { bothForms, moment, municipality } from './model-values.ts';

const CommunityMunicipalitySchema = z.strictObject({
  number: municipality,
  name: z.string().describe('The name that people use'),
  officialName: z.string().nullable().describe('The official name where it is another'),
  lat: z.number().describe('Rounded centre, degrees north'),
  lon: z.number().describe('Rounded centre, degrees east'),
});

export const PublishedMunicipalitySchema = z
  .strictObject({ ...CommunityMunicipalitySchema.shape, community: z.string().describe('The id of its community') })
  .meta({
    title: 'Municipality',
    description: 'One of the municipalities of 2024 (municipalities.json is a list of these)',
  });

export const PublishedCommunitySchema = z
  .strictObject({
    id: z.string().describe('Stable; made of the name'),
    name: bothForms.describe('Its name'),
    aliases: z.array(z.string()).describe('Other forms of its name'),
    region: z.string().describe('The regional health authority'),
    trusts: z
      .array(
        z.strictObject({
          name: z.string().describe('The name of the trust'),
          organisation: z.string().describe('Organisation number, 9 digits'),
        }),
      )
      .describe('The hospital trusts in it'),
    municipalities: z.array(CommunityMunicipalitySchema).describe('The municipalities that belong to it'),
    committees: z
      .array(
        z.strictObject({
          body: z.enum(BODIES).describe('Which kind of body'),
          names: z.array(z.string()).describe('What it is called here'),
          expected: z
            .strictObject({
              perYear: z.int().min(0).describe('Meetings a year'),
              quietMonths: z.array(z.int().min(1).max(12)).optional().describe('Months without meetings, 1 to 12'),
            })
            .optional()
            .describe('How many meetings a year should be found, where that is known'),
        }),
      )
      .describe('What its bodies are called'),
    items: z.int().min(0).describe('How many items are published'),
    meetings: z.int().min(0).describe('How many meetings are published'),
  })
  .meta({ title: 'Community', description: 'One of the 19 helsefellesskap (communities.json is a list of these)' });

export const PublishedSourceSchema = z
  .strictObject({
    id: z.string().describe('Stable'),
    community: z.string().describe('The id of its community'),
    url: z.string().describe('Where it is gathered from'),
    publishes: z.array(z.string()).describe('What is published there'),
    platform: z.string().nullable().describe('What it is published with'),
    scope: z
      .enum(['community', 'topical'])
      .describe('Whether everything there belongs to the community, or only what is about it'),
    enabled: z.boolean().describe('Whether it is gathered at all'),
    state: z.enum(SOURCE_STATES).describe('How it is'),
    since: moment.nullable().describe('When it came into this state'),
    cause: z
      .strictObject({ id: z.string().describe('Its name for programs'), ...bothForms.shape })
      .nullable()
      .describe('A named cause, with a sentence in both written standards'),
    lastSuccess: moment.nullable().describe('The last run that brought something new from this source as expected'),
    items: z.int().min(0).describe('How many items of it are published'),
    unreadDocuments: z
      .int()
      .min(1)
      .optional()
      .describe('Documents that its items link to in formats that are not read (.doc, .ppt), where there are any'),
    receipt: z
      .strictObject({
        requests: z.int().describe('Requests'),
        bytes: z.int().describe('Bytes that came'),
        notModified: z.int().describe('Answers that nothing had changed'),
        waitedMs: z.int().describe('Milliseconds waited out of politeness'),
      })
      .nullable()
      .describe('What that run cost the source'),
    note: z.string().nullable().describe('Why it is off, or where it moved'),
  })
  .meta({
    title: 'Source',
    description: 'A place on the web that a community publishes on, and its health (sources.json is a list of these)',
  });

export const CoverageReasonSchema = z.strictObject({
  id: z.string().describe('Its name for programs'),
  ...bothForms.shape,
});

export const CoverageRowSchema = z
  .strictObject({
    community: z.string().describe('The id of the community'),
    body: z.enum(BODIES).describe('Which kind of body'),
    year: z.int().describe('The year that the meetings are in'),
    expected: z.int().min(0).nullable().describe('Meetings that year, where the registry knows; else null'),
    found: z.int().min(0).describe('Meetings told of whose day had passed when the data were gathered'),
    planned: z.int().min(0).describe('Meetings told of that were still to come then'),
    cancelled: z.int().min(0).describe('Meetings called off or put off'),
    withMinutes: z.int().min(0).describe('Of those found: meetings whose minutes are published'),
    medianDaysToMinutes: z
      .number()
      .min(0)
      .nullable()
      .describe('Days from the meeting to its minutes, the median of those known'),
    reason: CoverageReasonSchema.nullable().describe('Why fewer were found than expected, or none'),
    checkedAt: moment
      .nullable()
      .describe('The last run that brought something new from one of the community’s sources'),
  })
  .meta({
    title: 'Coverage',
    description:
      'What was found of what is expected of a community’s body in a year (coverage.json is a list of these)',
  });

export type PublishedMunicipality = z.infer<typeof PublishedMunicipalitySchema>;
export type CoverageReason = z.infer<typeof CoverageReasonSchema>;
export type CoverageRow = z.infer<typeof CoverageRowSchema>;
export type PublishedCommunity = z.infer<typeof PublishedCommunitySchema>;
export type PublishedSource = z.infer<typeof PublishedSourceSchema>;
