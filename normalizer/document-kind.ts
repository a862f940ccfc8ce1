/** What kind of item a document is. */
import { documentRole } from './document-role.ts';
import type { DocumentRole, EvidenceFrom, Kind } from './model.ts';
import type { Page } from './page.ts';
import { looksLikeMinutes, looksLikeSlides } from './paper-shape.ts';
import type { Reading } from './rule.ts';

/** The kind of an item whose document has a role. */
export const KIND_OF_ROLE: Record<DocumentRole, Kind> = {
  agenda: 'minutes',
  minutes: 'minutes',
  presentation: 'presentation',
  agreement: 'agreement',
  plan: 'plan',
  report: 'report',
  other: 'page',
};
const MEETING = /m[øo]te(?:t|r|ne)?(?!\p{L})/iu;

/** The kind of a document: by its title, its file name, the links to it, and last by its shape. */
export function kindOfDocument(page: Page, title: string): Reading<Kind> {
  for (const [text, url, from] of [
    [title, page.url.replace(/[^/]*?(\.\w+)?$/, '$1'), 'document'],
    ['', page.url, 'filename'],
    ...page.hints.map((hint) => [hint.text ?? '', '', 'text'] as const),
  ] as const) {
    const role = documentRole(text, url);
    if (role) return said(KIND_OF_ROLE[role.role], role.word, from);
  }
  const minutes = looksLikeMinutes(page.blocks);
  if (minutes) return said('minutes', minutes, 'text');
  // A paper called after a meeting, where minutes are published, tells what came of it.
  if (MEETING.test(title) && page.source.publishes.includes('minutes')) return said('minutes', title, 'document');
  return looksLikeSlides(page.blocks) ? said('presentation', title, 'document') : said('page', title, 'document');
}

function said(value: Kind, text: string, from: EvidenceFrom): Reading<Kind> {
  return { value, evidence: { text, from } };
}
