/** Whether a page of a source with other matters too is a paper of one of the community's bodies, or lists such. */
import type { Verdict } from './belongs.ts';
import { documentFormat } from './document-link.ts';
import { documentRole } from './document-role.ts';
import { firstOf, stemsOf, tokensOf } from './name-stems.ts';
import type { Page } from './page.ts';

/** A paper says in its first lines whose it is. */
const OPENING = 4;
const LINE = 160;
const MEETING_PAPERS = new Set<string | undefined>(['minutes', 'agenda']);

interface Said {
  title: string;
  /** The words of the page's own text. */
  words: string[];
  /** Stems of the bodies' names that only a helsefellesskap has. */
  bodies: string[][];
}

/** Minutes or an agenda that carry the name of one of the community's bodies, and pages called after one that link to such. */
export function byPaper(page: Page, { title, words, bodies }: Said): Verdict | undefined {
  const names = page.community.committees.flatMap((committee) => committee.names).map(stemsOf);
  if (page.format === 'html')
    return byPapersLinked(page, firstOf(names, tokensOf(title)) ?? firstOf(bodies, words) ?? bodyInLines(page, names));
  for (const text of [title, ...page.hints.map((hint) => hint.text ?? ''), decoded(page.url)]) {
    const role = documentRole(text, page.url)?.role;
    const word = role === 'minutes' || role === 'agenda' ? firstOf(names, tokensOf(text)) : undefined;
    if (word !== undefined) return { belongs: true, reason: 'is a paper of a body of this helsefellesskap', word };
  }
  return byOpening(page, title, bodies);
}

/** "Innkalling", and below it whose meeting it is: a body's name that hardly anybody else has. */
function byOpening(page: Page, title: string, bodies: string[][]): Verdict | undefined {
  const role = documentRole(title, page.url)?.role;
  if (role !== 'minutes' && role !== 'agenda') return undefined;
  const opening = page.blocks.slice(0, OPENING).map(({ text }) => text.slice(0, LINE));
  const word = firstOf(bodies, tokensOf(opening.join('\n')));
  if (word === undefined) return undefined;
  return { belongs: true, reason: 'is a paper of a body that a helsefellesskap has', word };
}

function byPapersLinked(page: Page, word: string | undefined): Verdict | undefined {
  if (word === undefined) return undefined;
  const roles = page.blocks.flatMap(({ links, trail }) =>
    links.map((link) => documentRole(link.text, link.url, trail.at(-1))?.role),
  );
  if (!roles.some((role) => MEETING_PAPERS.has(role))) return undefined;
  return { belongs: true, reason: 'lists papers of a body of this helsefellesskap', word };
}

/** "SSU 9. mars: referat": whose paper a line links to, where that is a file. */
function bodyInLines(page: Page, names: string[][]): string | undefined {
  const lines = page.blocks.filter(
    ({ text, links }) =>
      text.length <= LINE && links.some(({ url, text: says }) => documentFormat(url, says) ?? page.documents?.has(url)),
  );
  return lines
    .filter(({ links, text }) =>
      links.some((link) => MEETING_PAPERS.has(documentRole(link.text, link.url, text)?.role)),
    )
    .map(({ text }) => firstOf(names, tokensOf(text)))
    .find((word) => word !== undefined);
}

/** An address as people read it. */
export function decoded(url: string): string {
  try {
    return decodeURIComponent(url).replaceAll('_', ' ');
  } catch {
    // A stray per cent sign: the address is read as it stands.
    return url.replaceAll('_', ' ');
  }
}
