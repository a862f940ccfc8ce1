/** The frame around every page: head, header, menus, notices, footer. */
import { freshnessFile } from '../freshness.ts';
import { type Html, html } from '../html.ts';
import { outwardLink } from '../outward-link.ts';
import type { Content, Context, MenuPlace, View } from '../page.ts';
import { absoluteAddress, paths } from '../paths.ts';
import { fill } from '../words.ts';
import { mark, searchMark } from './mark.ts';
import { asOfLine } from './parts.ts';

/** A rendered page with what the frame needs to know of it. */
export interface Page extends Content {
  view: View;
  menu: readonly MenuPlace[];
  hidden: boolean;
  script: string | undefined;
}

const policyWith = (scripts: string): string =>
  `default-src 'none'; script-src ${scripts}; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'`;
// Pagefind is WebAssembly; compiling it is the one thing that is allowed besides, and on the search page only.
const policies = { page: policyWith("'self'"), search: policyWith("'self' 'wasm-unsafe-eval'") };

function languageLinks(context: Context, { view }: Page): Html {
  const pair = { [view.lang]: view.path, [view.lang === 'nb' ? 'nn' : 'nb']: view.other };
  const link = (tag: string, path: string): Html =>
    html`<link rel="alternate" hreflang="${tag}" href="${absoluteAddress(context, path)}">\n`;
  return html`<link rel="canonical" href="${absoluteAddress(context, view.path)}">
${link('nb', pair.nb ?? '/')}${link('nn', pair.nn ?? '/nn/')}${link('x-default', pair.nb ?? '/')}`;
}

function head(context: Context, page: Page): Html {
  const { overview, t, lang, to, path } = context;
  const name = overview.settings.title[lang];
  const title = path === paths.front(lang) ? `${name} – ${t.site.tagline}` : `${page.title} – ${name}`;
  return html`<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${page.script ? policies.search : policies.page}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="same-origin">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<meta name="description" content="${page.description}">
${page.hidden ? html`<meta name="robots" content="noindex">\n` : languageLinks(context, page)}<link rel="icon" href="${to('/assets/mark.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${to('/assets/samla.css')}">
<script src="${to('/assets/samla.js')}" defer></script>
${page.script && html`<script type="module" src="${to(`/assets/${page.script}`)}"></script>\n`}${page.head}`;
}

function notices({ overview, t }: Context): Html {
  const sample = html`<p class="strip strip-sample"><strong>${t.site.sample}</strong> ${t.site.sampleMore}</p>`;
  return html`<div class="notices">${overview.settings.sample && sample}</div>`;
}

function menuItem(context: Context, { label, path }: MenuPlace): Html {
  const target = path(context.lang);
  const current = context.path === target ? html` aria-current="page"` : inside(context.path, target);
  return html`<li><a href="${context.to(target)}"${current}>${context.t.menu[label]}</a></li>`;
}

const inside = (path: string, target: string): Html | false => path.startsWith(target) && html` aria-current="true"`;

function header(context: Context, page: Page): Html {
  const { t, lang, to, overview } = context;
  const other = lang === 'nb' ? 'nn' : 'nb';
  return html`<header class="site-header">${notices(context)}
<div class="wrap bar">
<a class="brand" href="${to(paths.front(lang))}">${mark}<span>${overview.settings.title[lang]}</span></a>
<nav class="menu" aria-label="${t.site.menu}"><ul>
${page.menu.filter(({ place }) => place === 'main').map((entry) => html`${menuItem(context, entry)}\n`)}</ul></nav>
<div class="tools"><a class="to-search" href="${to(paths.search(lang))}"${context.path === paths.search(lang) && html` aria-current="page"`}>${searchMark}${t.search.title}</a>
<a class="language" href="${to(page.view.other)}" hreflang="${other}" lang="${other}">${t.otherName}</a></div>
</div>
</header>`;
}

function operatorLine({ overview, t }: Context): Html | false {
  const { name, contact } = overview.settings.operator;
  return (
    name !== null && html`<p>${t.site.operator} ${name}. ${outwardLink(contact, t.site.contact, { host: false })}</p>\n`
  );
}

function footer(context: Context, page: Page): Html {
  const { t, overview, lang } = context;
  const entries = page.menu.filter(({ place }) => place === 'footer');
  return html`<footer class="site-footer">
<div class="wrap">
<p class="unofficial"><strong>${t.site.unofficial}</strong> ${t.site.unofficialMore}</p>
<nav aria-label="${t.site.footer}"><ul>
${entries.map((entry) => html`${menuItem(context, entry)}\n`)}</ul></nav>
<div class="colophon">${asOfLine(context)}
${!overview.settings.sample && operatorLine(context)}<p class="tagline">${overview.settings.title[lang]}: ${t.site.tagline}</p></div>
</div>
</footer>`;
}

/** The whole document around a page's main part. */
export function renderLayout(context: Context, page: Page): Html {
  const { t, lang, overview, to } = context;
  const known = overview.lookedAt !== undefined && html` data-freshness="${to(`/data/${freshnessFile}`)}"`;
  const stale =
    overview.asOf !== undefined && html` data-as-of="${overview.asOf}"${known} data-stale="${t.site.stale}"`;
  return html`<!DOCTYPE html>
<html lang="${lang}">
<head>
${head(context, page)}</head>
<body${stale} data-copy="${t.site.copy}" data-copied="${fill(t.site.copied, {})}">
<a class="skip" href="#innhold">${t.site.skip}</a>
${header(context, page)}
<main id="innhold" class="wrap" tabindex="-1">
${page.main}
</main>
${footer(context, page)}
</body>
</html>
`;
}
