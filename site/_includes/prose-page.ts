/** Puts one of the longer texts on a page. */
import { type Html, html } from '../html.ts';
import { outwardLink } from '../outward-link.ts';
import type { Content, Context } from '../page.ts';
import { paths } from '../paths.ts';
import { proseNb } from '../strings/prose.nb.ts';
import { proseNn } from '../strings/prose.nn.ts';
import type { Prose, ProseContext, ProsePage } from '../strings/prose.ts';
import { pageHead } from './parts.ts';

/** The longer texts in each written standard. */
export const prose: Record<Context['lang'], Prose> = { nb: proseNb, nn: proseNn };

function proseContext({ overview, lang, to, t }: Context): ProseContext {
  const { operator, accessibilityStatement, title } = overview.settings;
  const inward =
    (path: string) =>
    (words: string): Html =>
      html`<a href="${to(path)}">${words}</a>`;
  const statement = accessibilityStatement;
  return {
    title: title[lang],
    operator: overview.settings.sample ? t.site.operatorUnknown : (operator.name ?? t.site.operatorUnknown),
    communities: overview.communities.length,
    sources: overview.sources.length,
    link: {
      sources: inward(paths.sources(lang)),
      data: inward(paths.data(lang)),
      privacy: inward(paths.privacy(lang)),
      robot: inward(paths.robot(lang)),
      contact: (words) => outwardLink(operator.contact, words, { host: false }),
      statement: statement === undefined ? undefined : (words) => outwardLink(statement, words),
    },
  };
}

/** The content of a page that is one of the texts. */
export function proseContent(context: Context, choose: (texts: Prose) => ProsePage): Content {
  const { title, lead, text } = choose(prose[context.lang]);
  return {
    title,
    description: lead,
    main: html`${pageHead(context, title, lead)}<div class="prose">${text(proseContext(context))}</div>`,
  };
}
