/**
 * Breaks pages as their owners do: templates are renamed, wrapped and reordered, labels translated, date lines moved or lost.
 * Each mutator works on markup and gives the changed markup, or the same where it finds nothing to change.
 */
import { load } from 'cheerio';

/** A way in which a page may change, and whether it takes information away. */
export interface Mutator {
  name: string;
  /** `keeps`: all that the page says is still there; `loses`: a date line is gone, its field may be absent but never another day. */
  effect: 'keeps' | 'loses';
  mutate(html: string): string;
}

type Dom = ReturnType<typeof load>;

const LABELS: readonly (readonly [nb: string, nn: string])[] = [
  ['Publisert', 'Lagt ut'],
  ['Sist oppdatert', 'Sist endra'],
  ['Sist endret', 'Sist endra'],
  ['Når', 'Tid'],
  ['Hvor', 'Kvar'],
  ['Sted', 'Stad'],
  ['Møtested', 'Møtestad'],
  ['Påmeldingsfrist', 'Frist for påmelding'],
  ['Neste møte', 'Kommande møte'],
];
const DATE_LINE =
  /^(?:Publisert|Lagt ut|Sist oppdatert|Sist endr[ae]t?|Oppdatert)\s*:?\s*\d{1,2}\.\s?[\p{L}\d]+\.?\s?\d{4}/u;

function onDom(change: ($: Dom) => void): (html: string) => string {
  return (html) => {
    const $ = load(html);
    change($);
    return $.html();
  };
}

/** Elements that hold a date line and nothing else. */
function dateLines($: Dom) {
  return $('p, div, span, li').filter((_, element) => {
    const text = $(element).text().replace(/\s+/gu, ' ').trim();
    return DATE_LINE.test(text) && text.length < 60 && $(element).children('p, div, li').length === 0;
  });
}

function translate(html: string, from: 0 | 1): string {
  return LABELS.reduce((text, pair) => {
    const [word, other] = [pair[from], pair[from === 0 ? 1 : 0]];
    return text.replace(new RegExp(`(?<=>\\s*)${word}(?=\\s*[:<\\d]|\\s+\\d)`, 'gu'), other);
  }, html);
}

/** All mutators, each a change that template makers and editors have been seen to make. */
export const MUTATORS: readonly Mutator[] = [
  {
    name: 'classes renamed',
    effect: 'keeps',
    mutate: onDom(($) => $('body [class]').each((at, element) => void $(element).attr('class', `x${at % 7}-q`))),
  },
  {
    name: 'ids renamed',
    effect: 'keeps',
    mutate: onDom(($) =>
      $('body [id]').each((at, element) => {
        const old = $(element).attr('id') ?? '';
        $(element).attr('id', `n${at}`);
        for (const name of ['aria-controls', 'aria-labelledby', 'for', 'data-target'])
          $(`[${name}="${old}"]`).attr(name, `n${at}`);
        $(`a[href="#${old}"]`).attr('href', `#n${at}`);
      }),
    ),
  },
  {
    name: 'a wrapper round the content',
    effect: 'keeps',
    mutate: onDom(($) => void $('main, article').first().wrapInner('<div class="w1"><div class="w2"></div></div>')),
  },
  {
    name: 'a wrapper round every paragraph and list',
    effect: 'keeps',
    mutate: onDom(($) => void $('main p, main ul, main table').wrap('<div></div>')),
  },
  {
    name: 'headings one level down',
    effect: 'keeps',
    mutate: (html) => html.replace(/<(\/?)h([2-5])(?=[\s>])/gu, (_, slash, level) => `<${slash}h${Number(level) + 1}`),
  },
  { name: 'labels in Nynorsk', effect: 'keeps', mutate: (html) => translate(html, 0) },
  { name: 'labels in Bokmål', effect: 'keeps', mutate: (html) => translate(html, 1) },
  {
    // What stands after the text may be cut with a site's own footers: absent, never another day.
    name: 'date lines moved to the end',
    effect: 'loses',
    mutate: onDom(($) => {
      const lines = dateLines($).toArray();
      const place = $('article').length === 1 ? $('article') : $('main').first();
      for (const line of lines.filter((each) => !lines.some((other) => other !== each && $.contains(other, each))))
        place.append($(line).remove());
    }),
  },
  { name: 'date lines removed', effect: 'loses', mutate: onDom(($) => void dateLines($).remove()) },
  {
    name: 'lists turned round',
    effect: 'keeps',
    mutate: onDom(($) =>
      $('main ul').each((_, list) => {
        $(list).append($(list).children('li').toArray().reverse());
      }),
    ),
  },
  {
    name: 'no-break spaces in dates',
    effect: 'keeps',
    mutate: (html) => html.replace(/(\d\.) (?=(?:jan|feb|mars|apr|mai|juni|juli|aug|sep|okt|nov|des))/gu, '$1\u00a0'),
  },
  {
    name: 'white space folded',
    effect: 'keeps',
    mutate: (html) => html.replace(/>\s+</gu, '> <').replace(/\n+/gu, ' '),
  },
];
