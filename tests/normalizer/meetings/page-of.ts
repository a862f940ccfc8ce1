/** Makes a page from markup through the real reader and clean-ups, in a community of its own. */
import type { Mention } from '../../../normalizer/mention.ts';
import type { Page } from '../../../normalizer/page.ts';
import { readPage } from '../../../normalizer/read-page.ts';
import type { Known } from '../../../normalizer/rule.ts';
import meetings from '../../../normalizer/rules/meetings.ts';
import published from '../../../normalizer/rules/published.ts';
import title from '../../../normalizer/rules/title.ts';
import updated from '../../../normalizer/rules/updated.ts';
import { type Community, CommunitySchema, type Hint, type KnownPage } from '../../../scraper/index.ts';

export const fjordane: Community = CommunitySchema.parse({
  id: 'fjordane',
  name: { nb: 'Helsefellesskapet Fjordane', nn: 'Helsefellesskapet Fjordane' },
  aliases: ['Helsefellesskapet i Fjordane'],
  region: 'Helse Vest',
  trusts: [{ name: 'Fjordane sykehus HF', organisation: '983974732' }],
  municipalities: ['4601'],
  committees: [
    { body: 'partnerskapsmote', names: ['Partnerskapsmøte'] },
    { body: 'ssu', names: ['Strategisk samarbeidsutvalg', 'SSU', 'SU'] },
    { body: 'fsu', names: ['Faglig samarbeidsutvalg', 'FSU', 'Fagråd'] },
    { body: 'lsu', names: ['Lokalt samarbeidsutvalg', 'LSU', 'Områdeutval'] },
    { body: 'dialogmote', names: ['Dialogmøte'] },
    { body: 'konferanse', names: ['Samhandlingskonferanse'] },
    { body: 'fellesmote', names: ['Fellesmøte'] },
  ],
  sources: [{ id: 'fjordane-web', url: 'https://fjordane.example.no/', publishes: ['news'], scope: 'community' }],
});

export interface PageOptions {
  url?: string;
  hints?: Hint[];
  community?: Community;
  scope?: 'community' | 'topical';
  /** The same tree, told to be of a document's format. */
  format?: string;
}

/** `html` is the inside of `<main>`, or a whole document. */
export async function pageOf(html: string, options: PageOptions = {}): Promise<Page> {
  const { url = 'https://fjordane.example.no/aktuelt/sak/', hints = [], community = fjordane } = options;
  const whole = /<html/i.test(html)
    ? html
    : `<!doctype html><html lang="no"><head><meta charset="utf-8"><title>Fjordane</title></head><body><main>${html}</main></body></html>`;
  const source = { ...community.sources[0]!, scope: options.scope ?? 'community' };
  const known: KnownPage = {
    url,
    aliases: [],
    role: 'page',
    state: 'live',
    status: 200,
    mediaType: 'text/html',
    hints,
  };
  const capture = {
    url,
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: new TextEncoder().encode(whole),
    capturedAt: '2026-11-21T00:00:00Z',
  };
  const page = await readPage(capture, known, source, community);
  return { ...page!, format: options.format ?? page!.format };
}

/** What the rules of this room and the title's rule read. */
export function readKnown(page: Page): Known {
  const known: Known = {};
  known.title = title.read(page, known);
  known.published = published.read(page, known);
  known.updated = updated.read(page, known);
  known.meetings = meetings.read(page, known);
  return known;
}

/** The meetings of a page of markup. */
export async function meetingsOf(html: string, options: PageOptions = {}): Promise<Mention[]> {
  return (readKnown(await pageOf(html, options)).meetings?.value as Mention[] | undefined) ?? [];
}
