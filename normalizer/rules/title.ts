import type { Document, Element } from 'domhandler';
import { normalise } from '../boilerplate.ts';
import { usableTitle } from '../document-title.ts';
import type { EvidenceFrom } from '../model.ts';
import type { Page } from '../page.ts';
import { withoutPersonalData } from '../personal-data.ts';
import { defineRule, type Reading } from '../rule.ts';
import { byTag } from '../tags.ts';
import { foldSpace } from '../text.ts';
import { findTitleHeading, titlesOf } from '../title-heading.ts';
import { descendants, textOf } from '../tree.ts';

const LONGEST = 300;

/** The title as published: what the page shows wins over what its head says. */
export default defineRule<string>({
  needs: [],
  read(page) {
    if (page.format !== 'html') return documentTitle(page);
    return shownTitle(page) ?? headTitle(page);
  },
});

function reading(text: string, from: EvidenceFrom): Reading<string> | undefined {
  const value = withoutPersonalData(foldSpace(text));
  return value === '' || value.length > LONGEST ? undefined : { value, evidence: { text: value, from } };
}

/** The title heading. A page's posts from an interface have theirs in the head. */
function shownTitle(page: Page): Reading<string> | undefined {
  if (page.head.meta.has('wordpress:type') && page.head.title !== undefined) return reading(page.head.title, 'api');
  const heading = findTitleHeading(page.$.root()[0] as Document, page.head);
  return heading === undefined ? undefined : reading(textOf(heading), 'text');
}

/** Where no heading is shown: `og:title`, JSON-LD, `<title>` without the site's name, all without what is common to the whole site. */
function headTitle(page: Page): Reading<string> | undefined {
  const headline = page.head.jsonLd.map((object) => object.headline).find((value) => typeof value === 'string');
  const [named] = titlesOf(page.head);
  const best = named ?? headline ?? '';
  return reading(withoutLastPart(best, page), named === undefined && headline !== undefined ? 'json-ld' : 'meta');
}

/** A `<title>` with a separator and a short last part: that part is the site's name when the host or the page's chrome says it too. */
function withoutLastPart(title: string, page: Page): string {
  const match = /^(.{3,})\s+[-–—|·»:]+\s+(.{2,60})$/.exec(title);
  if (match === null) return title;
  const [, first = title, last = ''] = match;
  const site = normalise(last).replaceAll(' ', '');
  const host = new URL(page.url).hostname.replace(/[^a-zæøå0-9]/gi, '');
  const said = page.removed.some((removal) => normalise(removal.text).startsWith(normalise(last)));
  return said || host.includes(site.slice(0, 12)) || (!/\d/.test(last) && last.length < first.length) ? first : title;
}

/** A document's title: a heading early in it that reads like one, its own property, its first line, its file name. */
function documentTitle(page: Page): Reading<string> | undefined {
  const heading = firstHeading(page.content);
  const property = usableTitle(page.head.title);
  if (heading !== undefined) return reading(heading, 'document');
  if (property !== undefined) return reading(property, 'document');
  const line = page.blocks.find(
    (block) => /^(?:paragraph|heading|cell)$/.test(block.kind) && block.text.length >= 8 && block.text.length <= 120,
  );
  if (line !== undefined) return reading(line.text.split('\n')[0] ?? '', 'document');
  return reading(fileName(page.url), 'filename');
}

/** "PS 31/25 Evaluering …", "Sak 4-2026 …": a case of a meeting, never what its paper is called. */
const CASE =
  /^(?:[A-ZÆØÅ]{2}\s{0,2}|(?:sak|saksnr|saknr)\.?\s{0,2}(?:nr\.?\s{0,2})?)?\d{1,4}\s?[/–-]\s?(?:\d\d|20\d\d)(?!\d|[./-])/iu;

/** The most important heading of the first page or slide. */
function firstHeading(content: Element): string | undefined {
  const [first] = byTag(content, 'section').filter((e) => e.attribs['data-anchor'] !== undefined);
  const headings = [...descendants(first ?? content)].filter(
    (e) => /^h[1-3]$/.test(e.name) && textOf(e).length >= 4 && textOf(e).length <= 200 && !CASE.test(textOf(e)),
  );
  const [best] = headings.slice(0, 6).sort((a, b) => a.name.localeCompare(b.name));
  return best === undefined ? undefined : textOf(best);
}

function fileName(url: string): string {
  const last = new URL(url).pathname.split('/').findLast((part) => part !== '') ?? '';
  return decode(last)
    .replace(/\.[a-z]{2,5}$/i, '')
    .replace(/[_+-]+/g, ' ')
    .trim();
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a stray percent sign is part of the name
  }
}
