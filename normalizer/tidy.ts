/**
 * Makes the many ways of writing one thing into one: what follows sees HTML's own elements only. Nothing is removed here.
 * The order: hidden trees come in first; roles before accordions, which look for headings; links after that, because a panel's
 * address (`#panel-2`) must still be there; layout tables before typed lists, whose lines they may hold;
 * spaces when all borders are final.
 */
import type { CheerioAPI } from 'cheerio';
import type { Document } from 'domhandler';
import { forgetMeasures } from './measures.ts';
import { unfoldAccordions } from './tidy/accordions.ts';
import { unwrapLayoutTables } from './tidy/layout-tables.ts';
import { resolveLinks } from './tidy/links.ts';
import { namedByRole } from './tidy/roles.ts';
import { turnSentenceHeadings } from './tidy/sentence-headings.ts';
import { openShadowTrees } from './tidy/shadow-trees.ts';
import { spaceBorders } from './tidy/spaces.ts';
import { listTypedBullets } from './tidy/typed-lists.ts';

/** Tidies a tree in place. @param url the page's own address, for its relative links */
export function tidy($: CheerioAPI, url: string): void {
  const document = $.root()[0] as Document;
  openShadowTrees(document);
  let changed = namedByRole(document);
  changed = unfoldAccordions(document) || changed;
  resolveLinks(document, url);
  changed = unwrapLayoutTables(document) || changed;
  changed = listTypedBullets(document) || changed;
  changed = turnSentenceHeadings(document) || changed;
  spaceBorders(document);
  if (changed) forgetMeasures(); // elements have new names, so other borders
}
