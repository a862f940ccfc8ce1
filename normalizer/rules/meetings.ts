/** The meetings a page tells of: sentences, lists, tables, labelled facts, event data, and agendas and minutes. */
import { roleIn } from '../document-role.ts';
import { joinBadges, tellBadge } from '../meetings/badges.ts';
import { addFacts, readFacts } from '../meetings/facts.ts';
import { mergeDrafts } from '../meetings/merge-drafts.ts';
import { withMonths, withMonthsOfNames } from '../meetings/month-headings.ts';
import { withMarkedParts } from '../meetings/parted-lines.ts';
import { withProgramme } from '../meetings/programme.ts';
import { type Scene, setScene } from '../meetings/scene.ts';
import { asMention, enrich } from '../meetings/settle.ts';
import { tellDocument } from '../meetings/tell-document.ts';
import { tellEvents } from '../meetings/tell-events.ts';
import { tellTables } from '../meetings/tell-tables.ts';
import { tellText } from '../meetings/tell-text.ts';
import type { Mention } from '../mention.ts';
import type { Block } from '../page.ts';
import { defineRule } from '../rule.ts';

export default defineRule<Mention[]>({
  needs: ['title', 'published', 'updated'],
  read(page, known) {
    const scene = setScene(page, known);
    const drafts = page.format === 'html' ? tellPage(scene) : mergeDrafts(tellDocument(scene));
    if (drafts.length === 0) return undefined;
    const [first] = drafts;
    const flags = drafts.some(({ confidence }) => confidence < 0.5) ? { flags: ['unsure-meeting'] } : {};
    const from = page.format === 'html' ? ('text' as const) : ('document' as const);
    return { value: drafts.map(asMention), evidence: { text: first?.quote ?? '', from }, ...flags };
  },
});

function tellPage(scene: Scene) {
  const { page } = scene;
  const title = titleBlock(scene);
  const read = withMarkedParts(joinBadges(withMonthsOfNames(withMonths(page.blocks)), scene), scene);
  const blocks = title ? [title, ...read] : read;
  const told = [...tellEvents(scene), ...tellText(blocks, scene), ...tellTables(page.blocks, scene)];
  const papered = withPapersBelow(told, page.blocks);
  const merged = mergeDrafts(addFacts(withProgramme(papered, page.blocks), readFacts(page.blocks), blocks));
  return enrich(merged.length > 0 ? merged : addFacts(tellBadge(scene), readFacts(page.blocks)), blocks, scene);
}

/** The title as a block of its own where the content doesn't hold it (interfaces give it apart). */
function titleBlock({ title, page }: Scene): Block | undefined {
  if (title === '' || page.blocks.some((block) => block.kind === 'heading' && block.text === title)) return undefined;
  return { index: -1, kind: 'heading', text: title, level: 1, trail: [], links: [], times: [] };
}

/** Links below the heading «Protokoll 13.12.2021» are that meeting's papers. */
function withPapersBelow(drafts: ReturnType<typeof tellText>, blocks: readonly Block[]) {
  return drafts.map((draft) => {
    const heading = blocks.find(({ index, kind }) => index === draft.at && (kind === 'heading' || kind === 'summary'));
    if (!heading || heading.level === 1) return draft;
    const below = blocks.filter(
      ({ index, trail }) => index > heading.index && index < heading.index + 12 && trail.at(-1) === heading.text,
    );
    const role = roleIn(heading.text)?.role;
    const held = below.some(({ links }) =>
      links.some(({ text }) => (roleIn(text)?.role ?? role) === 'minutes' || role === 'minutes'),
    );
    const documents = below
      .flatMap(({ links }) => links)
      .map(({ url, text }) => ({ url, title: text, role: roleIn(text)?.role ?? role ?? ('other' as const) }));
    const known = new Set(draft.documents.map(({ url }) => url));
    return {
      ...draft,
      ...(held && draft.status !== 'cancelled' ? { status: 'held' as const } : {}),
      documents: [...draft.documents, ...documents.filter(({ url }) => !known.has(url))],
    };
  });
}
