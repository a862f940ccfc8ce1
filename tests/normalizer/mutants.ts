/**
 * Breaks pages as their owners do: templates are renamed, wrapped and reordered, labels translated, date lines moved or lost.
 * Each mutator works on markup and gives the changed markup, or the same where it finds nothing to change.
 */
import { load } from 'cheerio';

/** A way in which a page may change, and whether it takes information away. */
export interface Mutator {
  name: string;
  /**
   * `keeps`: all that the page says is still there; `loses`: a date line is gone, its field may be absent but never another day;
   * `blurs`: a fact of meetings is gone from many of them.
   */
  effect: 'keeps' | 'loses' | 'blurs';
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

/** Words of what becomes of meetings and how people meet, in both written standards. */
const VERDICTS: readonly (readonly [nb: string, nn: string])[] = [
  ['ble avlyst', 'vart avlyst'],
  ['er avlyst', 'er avlyst'],
  ['blir avlyst', 'vert avlyst'],
  ['utsatt', 'utsett'],
  ['utsettes', 'blir utsett'],
  ['flyttet til', 'flytta til'],
  ['flyttes til', 'vert flytta til'],
  ['ble holdt', 'vart halde'],
  ['holdes', 'vert halde'],
  ['avholdes', 'vert halde'],
  ['ble gjennomført', 'vart gjennomført'],
  ['møttes', 'møttest'],
  ['møtes', 'møtest'],
  ['samlet', 'samla'],
  ['deltakere', 'deltakarar'],
  ['på nett', 'på nett'],
  ['heldigitalt', 'heildigitalt'],
];
/** `kl. 09.00–11.00` and its parts. */
const CLOCK =
  /(?<=>[^<]*)(?:,\s)?(?:kl\.?|klokk[ae]n?)\s?\d{1,2}(?:[.:]\d{2})?(?:\s?[-–]\s?\d{1,2}(?:[.:]\d{2})?)?(?![\d.:])/giu;

function onText(html: string, change: (text: string) => string): string {
  return html.replace(/>[^<]+</gu, (part) => change(part));
}

function retell(html: string, from: 0 | 1): string {
  return onText(html, (text) =>
    VERDICTS.reduce(
      (told, pair) => told.replace(new RegExp(`(?<!\\p{L})${pair[from]}(?!\\p{L})`, 'gu'), pair[from === 0 ? 1 : 0]),
      text,
    ),
  );
}

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
  { name: 'what became of meetings told in Nynorsk', effect: 'keeps', mutate: (html) => retell(html, 0) },
  { name: 'what became of meetings told in Bokmål', effect: 'keeps', mutate: (html) => retell(html, 1) },
  {
    name: 'clocks with colons',
    effect: 'keeps',
    mutate: (html) =>
      onText(html, (text) => text.replace(/(?<=kl\.?\s?|[-–]\s?)(\d{1,2})\.(\d{2})(?![.\d])/giu, '$1:$2')),
  },
  {
    name: '«klokka» for «kl.»',
    effect: 'keeps',
    mutate: (html) => onText(html, (text) => text.replace(/(?<!\p{L})kl\.\s?(?=\d)/giu, 'klokka ')),
  },
  { name: 'clocks removed', effect: 'blurs', mutate: (html) => html.replace(CLOCK, '') },
  {
    name: 'definition lists as tables of two columns',
    effect: 'keeps',
    mutate: onDom(($) =>
      $('main dl').each((_, list) => {
        const rows = $(list)
          .children('dt')
          .toArray()
          .map((term) => `<tr><th>${$(term).html()}</th><td>${$(term).next('dd').html() ?? ''}</td></tr>`);
        if ($(list).children('dd').length === rows.length) $(list).replaceWith(`<table>${rows.join('')}</table>`);
      }),
    ),
  },
  {
    name: 'tables with rows for their columns’ heads in bold',
    effect: 'keeps',
    mutate: onDom(($) =>
      $('main thead').each((_, head) => {
        const cells = $(head).find('th').toArray();
        const row = `<tr>${cells.map((cell) => `<td><strong>${$(cell).html()}</strong></td>`).join('')}</tr>`;
        const table = $(head).parent();
        $(head).remove();
        (table.children('tbody').length > 0 ? table.children('tbody').first() : table).prepend(row);
      }),
    ),
  },
  {
    name: 'places in bold',
    effect: 'keeps',
    mutate: (html) =>
      onText(html, (text) =>
        text.replace(
          /(?<=\s(?:på|i)\s)(\p{Lu}\p{Ll}{3,}(?:\s(?:hotell|rådhus|kulturhus))?)(?=[\s.,])/gu,
          '<strong>$1</strong>',
        ),
      ),
  },
  {
    name: 'white space folded',
    effect: 'keeps',
    mutate: (html) => html.replace(/>\s+</gu, '> <').replace(/\n+/gu, ' '),
  },
];
