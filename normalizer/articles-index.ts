/** Tells an index of articles by its structure: HTML's own `<article>`, each headed by the link to where it stands by itself. */
import type { Element } from 'domhandler';
import { documentFormat } from './document-link.ts';
import type { Page } from './page.ts';
import { byTag, firstByTag } from './tags.ts';
import { ancestors, attribute, textOf } from './tree.ts';

const SHARE = 0.7;

/**
 * How many articles a page is an index of; 0 when it is none. Whatever the articles hold, be it a teaser, the whole text or
 * documents, stands on their own pages as well; a page with much text outside of them says something itself.
 */
export function articlesIndexed(page: Page): number {
  const { content, listing, url } = page;
  // The last page of a list that gathering has turned may hold but one article, which is then the content itself.
  const around = listing ? [content, ...ancestors(content)].filter((e) => e.name === 'article') : [];
  const articles = new Set([...around, ...byTag(content, 'article')].filter((e) => leadsElsewhere(e, url)));
  const outermost = [...articles].filter((e) => ![...ancestors(e)].some((above) => articles.has(above)));
  const told = outermost.reduce((sum, e) => sum + textOf(e).length, 0);
  return outermost.length >= (listing ? 1 : 2) && told >= textOf(content).length * SHARE ? outermost.length : 0;
}

/** Its first heading is a link to another page of the site; documents are content wherever they are listed. */
function leadsElsewhere(article: Element, url: string): boolean {
  const heading = firstByTag(article, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6');
  const link = heading && firstByTag(heading, 'a');
  if (heading === undefined || link === undefined) return false;
  const target = attribute(link, 'href').replace(/#.*$/, '');
  const isWhole = textOf(link).length >= textOf(heading).length * 0.8;
  return isWhole && target !== url && isOfSite(target, url) && documentFormat(target, textOf(link)) === undefined;
}

function isOfSite(target: string, url: string): boolean {
  return URL.canParse(target) && URL.canParse(url) && new URL(target).host === new URL(url).host;
}
