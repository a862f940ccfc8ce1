/** What a field was read from, shown when asked for. */
import type { Evidence, Item, Language } from '../../normalizer/index.ts';
import { langAttribute } from '../filters/language-tag.ts';
import { type Html, html } from '../html.ts';
import type { Context } from '../page.ts';
import { fill } from '../words.ts';

/** A quotation with the place it stood in. */
export function quoted(evidence: Evidence, language: Language, { t, lang }: Context): Html {
  const where = fill(t.item.evidenceIn, { where: t.from[evidence.from] });
  if (evidence.text.trim() === '') return html`<span class="from">${where}</span>`;
  return html`<q${langAttribute(language, lang)}>${evidence.text}</q> <span class="from">${where}</span>`;
}

/** A small fold-out behind a fact: "Lest fra …" with the very words. Nothing where no evidence was kept. */
export function evidenceOf(item: Item, field: string, context: Context): Html | undefined {
  const evidence = Object.hasOwn(item.evidence, field) ? item.evidence[field] : undefined;
  if (!evidence) return undefined;
  return html`<details class="evidence"><summary>${context.t.item.evidence}</summary><p>${quoted(evidence, item.language, context)}</p></details>`;
}
