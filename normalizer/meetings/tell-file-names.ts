/** Reads meetings from the file names of their papers. */
import { type DateSpan, findDates, readableFileName } from '../dates/find-dates.ts';
import type { Block } from '../page.ts';
import { confidenceOf, type Draft, papersOf, quoteOf, timing } from './draft.ts';
import { pathOf, type Scene, soleBody } from './scene.ts';
import { headingBody } from './whose.ts';

/** Papers whose link says no date, but whose file name does: `20250314_SSU-…-innkalling.pdf`. */
export function tellFileNames(block: Block, drafts: readonly Draft[], scene: Scene): Draft[] {
  const near = block.cell ? drafts : drafts.filter((draft) => draft.at === block.index);
  const told = new Set(near.flatMap((draft) => draft.documents.map(({ url }) => url)));
  return block.links.flatMap((link) => {
    const [paper] = papersOf([link], [...block.trail].at(-1) ?? '');
    if (!paper || told.has(link.url) || (paper.role !== 'minutes' && paper.role !== 'agenda')) return [];
    return tellFileName(block, paper, scene) ?? [];
  });
}

function tellFileName(block: Block, paper: Draft['documents'][number], scene: Scene): Draft | undefined {
  const name = readableFileName(paper.url);
  const [span] = findDates(name, {
    ...scene.dates,
    path: pathOf(paper.url),
    trail: block.trail,
    fileName: true,
  }).filter(isDay);
  const hit =
    soleBody(paper.title, scene) ??
    scene.finder.findPlain(name).find((each) => each.body && (!each.unsure || scene.ours)) ??
    headingBody(block, scene) ??
    scene.subject;
  if (!span?.start || !hit?.body || (span.reason?.from !== 'printed' && span.form === 'short')) return undefined;
  return {
    body: hit.body,
    localName: hit.name,
    ...(hit.area ? { area: hit.area } : {}),
    ...timing(span, undefined),
    day: span.start,
    ...(paper.role === 'minutes' ? { status: 'held' as const } : {}),
    documents: [paper],
    quote: quoteOf(`${paper.title} (${name})`, 0),
    confidence: confidenceOf(0.65, span),
    at: block.index,
  };
}

function isDay(span: DateSpan): boolean {
  return span.start?.length === 10 && (span.kind === 'day' || span.kind === 'range');
}
