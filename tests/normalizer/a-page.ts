/** A page for rule tests: HTML read as any capture is, in an invented community. */
import type { Page } from '../../normalizer/page.ts';
import { readPage } from '../../normalizer/read-page.ts';
import type { Known } from '../../normalizer/rule.ts';
import leadRule from '../../normalizer/rules/lead.ts';
import publishedRule from '../../normalizer/rules/published.ts';
import titleRule from '../../normalizer/rules/title.ts';
import { type Community, CommunitySchema, type Hint } from '../../scraper/index.ts';

const community: Community = CommunitySchema.parse({
  id: 'vest-viken',
  name: { nb: 'Helsefellesskapet Vest-Viken', nn: 'Helsefellesskapet Vest-Viken' },
  aliases: ['Vestre Viken'],
  region: 'Helse Sør-Øst',
  trusts: [{ name: 'Vestre Viken HF', organisation: '894166762' }],
  municipalities: ['3301', '3303', '3305', '3312', '3314', '3320', '3328', '3330', '3338'],
  committees: [
    { body: 'ssu', names: ['Strategisk samarbeidsutvalg', 'SSU'] },
    { body: 'lsu', names: ['Områdeutvalg', 'OU'] },
    { body: 'dialogmote', names: ['Dialogmøte'] },
  ],
  sources: [
    { id: 'eksempel', url: 'https://eksempel.example.no/', publishes: ['news', 'about', 'minutes'], scope: 'topical' },
  ],
});

interface Around {
  url?: string;
  /** `pdf` and the like: the same tree, told to be of that format. */
  format?: string;
  publishes?: Community['sources'][number]['publishes'];
  scope?: 'community' | 'topical';
  hints?: Hint[];
  municipalities?: string[];
  head?: string;
}

/** Reads `<main>` content as a page of the invented community. */
export async function aPage(main: string, around: Around = {}): Promise<Page> {
  const url = around.url ?? 'https://eksempel.example.no/samarbeid/side';
  const html = `<!doctype html><html lang="no"><head><title>Eksempel</title>${around.head ?? ''}</head><body><main>${main}</main></body></html>`;
  const [first] = community.sources;
  const source = {
    ...first!,
    publishes: around.publishes ?? first!.publishes,
    scope: around.scope ?? first!.scope,
  };
  const page = await readPage(
    { url, status: 200, headers: {}, body: new TextEncoder().encode(html), capturedAt: '2026-01-15T10:00:00Z' },
    {
      url,
      aliases: [],
      role: 'page',
      state: 'live',
      status: 200,
      mediaType: 'text/html',
      charset: 'utf-8',
      hints: around.hints ?? [],
    },
    source,
    { ...community, municipalities: around.municipalities ?? community.municipalities },
  );
  return { ...page!, format: around.format ?? 'html' };
}

/** What the rules that others need read of a page. */
export function knownOf(page: Page): Known {
  const known: Known = {};
  known['title'] = titleRule.read(page, known);
  known['published'] = publishedRule.read(page, known);
  known['lead'] = leadRule.read(page, known);
  return known;
}
