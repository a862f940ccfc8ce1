/** What kind of item a document is. */
import { documentRole, type RoleReading, roleIn } from './document-role.ts';
import type { DocumentRole, EvidenceFrom, Kind } from './model.ts';
import type { Page } from './page.ts';
import { looksLikeMinutes, looksLikeSlides } from './paper-shape.ts';
import type { Reading } from './rule.ts';
import { plainLetters } from './spelling.ts';

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
/** The title stands among so many blocks at the beginning; the line under it is no longer than this. */
const FRONT = 4;
const LINE = 90;
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
  const below = underTitle(page, title);
  if (below) return said(KIND_OF_ROLE[below.role], below.word, 'document');
  const minutes = looksLikeMinutes(page.blocks);
  if (minutes) return said('minutes', minutes, 'text');
  // A paper called after a meeting, where minutes are published, tells what came of it.
  if (MEETING.test(title) && page.source.publishes.includes('minutes')) return said('minutes', title, 'document');
  return looksLikeSlides(page.blocks) ? said('presentation', title, 'document') : said('page', title, 'document');
}

/** The line under the title that says what the paper is: "Rapport til styret", "Årsmelding 2024"; no sentence. */
function underTitle(page: Page, title: string): RoleReading | undefined {
  const plain = plainLetters(title);
  const at = page.blocks.slice(0, FRONT).findIndex(({ text }) => plainLetters(text) === plain);
  const line = page.blocks[at + 1];
  if (at < 0 || line === undefined || !/^(?:heading|paragraph)$/.test(line.kind)) return undefined;
  const text = line.text.split('\n')[0] ?? '';
  if (text.length > LINE || /[.!?:;]$/.test(text)) return undefined;
  const [first = '', second = ''] = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const role = roleIn(first);
  // "Avtale inngått i mai" is an event; "Avtale om …", "Rapport 2024" and the word alone are names.
  return role && role.role !== 'other' && (second === '' || /^\d|^(?:til|frå|fra|for|om|av|etter|mellom)$/.test(second))
    ? role
    : undefined;
}

function said(value: Kind, text: string, from: EvidenceFrom): Reading<Kind> {
  return { value, evidence: { text, from } };
}
