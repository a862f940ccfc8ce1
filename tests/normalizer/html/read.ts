import type { Page } from '../../../normalizer/page.ts';
import { readPage } from '../../../normalizer/read-page.ts';
import type { Known } from '../../../normalizer/rule.ts';
import attachments from '../../../normalizer/rules/attachments.ts';
import body from '../../../normalizer/rules/body.ts';
import images from '../../../normalizer/rules/images.ts';
import lead from '../../../normalizer/rules/lead.ts';
import title from '../../../normalizer/rules/title.ts';
import { type Capture, CommunitySchema, type KnownPage, SourceSchema } from '../../../scraper/index.ts';

const source = SourceSchema.parse({
  id: 'proven',
  url: 'https://proven.example.no/nytt/',
  publishes: ['news'],
  scope: 'community',
});
const community = CommunitySchema.parse({
  id: 'proven',
  name: { nb: 'Helsefellesskapet Prøven', nn: 'Helsefellesskapet Prøven' },
  region: 'Helse Vest',
  trusts: [{ name: 'Prøven HF', organisation: '894166762' }],
  municipalities: ['4601'],
});

/** Where a page is said to stand, and as what. */
export interface Place {
  url?: string;
  type?: string;
  role?: KnownPage['role'];
}

/** Reads markup or bytes as if they had been captured. */
export async function readMarkup(markup: string | Uint8Array, place: Place = {}): Promise<Page> {
  const { url = 'https://proven.example.no/nytt/sak', type = 'text/html', role = 'page' } = place;
  const body = typeof markup === 'string' ? new TextEncoder().encode(markup) : markup;
  const [mediaType = '', charset] = type.split(/;\s*charset=/);
  const capture: Capture = {
    url,
    status: 200,
    headers: { 'content-type': type },
    body,
    capturedAt: '2026-01-05T04:00:00.000Z',
  };
  const known: KnownPage = { url, aliases: [], role, state: 'live', status: 200, mediaType, hints: [] };
  const page = await readPage(capture, charset === undefined ? known : { ...known, charset }, source, community);
  if (page === undefined) throw new Error(`no reader for ${type}`);
  return page;
}

/** The fields that this part of the normalizer reads. */
export function fieldsOf(page: Page) {
  const known: Known = {};
  known.title = title.read(page, known);
  known.lead = lead.read(page, known);
  known.body = body.read(page, known);
  return {
    title: (known.title?.value as string | undefined) ?? null,
    lead: (known.lead?.value as string | undefined) ?? null,
    body: (known.body?.value as string | undefined) ?? '',
    attachments: attachments.read(page, known)?.value ?? [],
    images: images.read(page, known)?.value ?? [],
    evidence: known.title?.evidence,
  };
}
