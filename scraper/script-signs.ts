/** Whether a page shows its content only with JavaScript, judged by the page as it comes without. */
import { type AnyNode, type Element, isTag } from 'domhandler';
import { fold, type PageLinks, textOf } from './page-links.ts';
import { parseHtml } from './parse-html.ts';
import { isLabel } from './words.ts';

/** Less visible text than this outside menus is next to nothing. */
const NEXT_TO_NOTHING = 200;
/** Where the usual frameworks build their page. */
const MOUNT = /^(root|app|main-app|__next|__nuxt|___gatsby|svelte|app-root)$/;
const MENUS = new Set(['nav', 'header', 'footer', 'dialog']);

/** What speaks for a page that needs a browser, as clauses in English; empty when nothing does. */
export function scriptSigns(html: string, page: PageLinks): string[] {
  const seen: Seen = { hasScript: false, isMounted: false, asksForScript: false, more: undefined };
  for (const node of parseHtml(html).children) look(node, seen);
  const isEmpty = page.textLength < NEXT_TO_NOTHING;
  const signs: string[] = [];
  if (seen.more !== undefined) signs.push(`has a button “${seen.more}”`);
  if (isEmpty && seen.hasScript) signs.push(`holds ${page.textLength} characters of text without its scripts`);
  if (isEmpty && seen.isMounted) signs.push('has an empty element that scripts fill');
  if (isEmpty && seen.asksForScript) signs.push('asks its readers to switch JavaScript on');
  return signs;
}

interface Seen {
  hasScript: boolean;
  isMounted: boolean;
  asksForScript: boolean;
  /** The label of a button that shows more of a list. */
  more: string | undefined;
}

function look(node: AnyNode, seen: Seen, depth = 0): void {
  if (!isTag(node) || depth > 400 || MENUS.has(node.name) || node.attribs.role === 'navigation') return;
  if (node.name === 'script') seen.hasScript ||= isProgram(node);
  if (node.name === 'noscript') seen.asksForScript ||= /java\s?script/i.test(noscriptText(node));
  seen.isMounted ||= isEmptyMount(node);
  seen.more ??= moreLabel(node);
  for (const child of node.children) look(child, seen, depth + 1);
}

/** Structured data in a script element is no program. */
function isProgram({ attribs }: Element): boolean {
  return !/json|template/i.test(attribs.type ?? '');
}

function noscriptText(node: Element): string {
  return node.children.map(textOf).join(' ');
}

function isEmptyMount(node: Element): boolean {
  const isMount = MOUNT.test(node.attribs.id ?? '') || node.name === 'app-root' || 'data-reactroot' in node.attribs;
  return isMount && fold(textOf(node)) === '';
}

/** A button, or a link that leads nowhere, whose whole label is one of the words for more; real links are followed as pages. */
function moreLabel(node: Element): string | undefined {
  const leads = node.name === 'a' && /^(?!#|javascript:)./i.test(node.attribs.href ?? '');
  const isButton =
    node.name === 'button' ||
    node.attribs.role === 'button' ||
    (node.name === 'a' && !leads) ||
    (node.name === 'input' && /^(button|submit)$/i.test(node.attribs.type ?? ''));
  if (!isButton || leads) return undefined;
  const label = fold(textOf(node)) || fold(node.attribs.value ?? node.attribs['aria-label'] ?? '');
  return label !== '' && isLabel(label, 'more') ? label : undefined;
}
