/**
 * Pages as sites publish them, about 50 kB each: styles, scripts and data in the head, a menu of a hundred links, drawings, the article, teasers of
 * other articles, a footer. Four templates; no two pages share a sentence of their articles, so that nothing can be remembered from one to the next.
 */

const PLACES = [
  'Fjordland',
  'Nesvik',
  'Storelva',
  'Havøya',
  'Lundesund',
  'Skogdalen',
  'Breivika',
  'Tindebu',
  'Sandnesset',
  'Kvamfjord',
];
const MONTHS = ['januar', 'februar', 'mars', 'april', 'mai', 'juni', 'august', 'september', 'oktober', 'november'];

/** A small generator of numbers that gives the same ones each time. */
class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed * 2_654_435_761 + 1;
  }

  below(limit: number): number {
    this.#state = (this.#state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((this.#state / 2_147_483_648) * limit);
  }

  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }
}

/** Six in ten sentences hold neither a date nor a body, as on real pages. */
const SENTENCES: readonly ((dice: Dice) => string)[] = [
  (d) =>
    `Kommunene og sykehuset skal følge opp ${d.below(900)} tiltak, og sekretariatet legger fram en plan for arbeidet.`,
  (d) =>
    `Pasientar som treng hjelp frå fleire tenester i ${d.of(PLACES)}, skal møte eit lag på ${2 + d.below(40)} som kjenner kvarandre.`,
  (d) =>
    `Strategisk samarbeidsutvalg møttes ${1 + d.below(28)}. ${d.of(MONTHS)} ${2021 + d.below(5)} i ${d.of(PLACES)} rådhus.`,
  (d) =>
    `Arbeidet med digital hjemmeoppfølging i ${d.of(PLACES)} har gitt ${d.below(500)} færre innleggelser, sier prosjektlederen.`,
  (d) =>
    `Neste møte i fagleg samarbeidsutval er ${1 + d.below(28)}. ${d.of(MONTHS)} ${2025 + d.below(2)} kl. ${9 + d.below(6)}.00 på Teams.`,
  (d) =>
    `Eldre som bor hjemme i ${d.of(PLACES)}, får besøk av et team med lege, sykepleier og fysioterapeut i ${d.below(90)} uker.`,
  (d) =>
    `Barn og unge med samansette vanskar er ei av ${2 + d.below(9)} grupper som partane i ${d.of(PLACES)} har valt å satse på.`,
  (d) =>
    `Vi ser at samarbeidet om utskrivning er blitt bedre, men ${d.below(70)} av hundre meldinger kommer fortsatt for sent.`,
  (d) =>
    `Rapporten peikar på at ${d.of(PLACES)} og ${d.of(PLACES)} løyser oppgåva på ulike måtar, og foreslår ${d.below(30)} steg vidare.`,
  (d) =>
    `– Det viktigste er at pasienten slipper å fortelle historien sin ${2 + d.below(60)} ganger, sier lederen for prosjektet i ${d.of(PLACES)}.`,
];

function paragraph(dice: Dice): string {
  return Array.from({ length: 2 + dice.below(4) }, () => dice.of(SENTENCES)(dice)).join(' ');
}

interface Parts {
  title: string;
  lead: string;
  date: string;
  body: string;
  menu: string[];
  teasers: { title: string; text: string }[];
  n: number;
}

function partsOf(n: number): Parts {
  const dice = new Dice(n + 1);
  const place = dice.of(PLACES);
  const sections = Array.from({ length: 4 + dice.below(4) }, (_, part) => {
    const text = Array.from({ length: 2 + dice.below(3) }, () => `<p>${paragraph(dice)}</p>`).join('\n');
    const list = Array.from({ length: 3 + dice.below(4) }, () => `<li>${dice.of(SENTENCES)(dice)}</li>`).join('\n');
    const cells = () =>
      `<td>${1 + dice.below(28)}. ${dice.of(MONTHS)}</td><td>${dice.of(PLACES)}</td><td>kl. ${8 + dice.below(8)}.00</td>`;
    const rows = Array.from({ length: 6 }, () => `<tr>${cells()}</tr>`).join('\n');
    const table = `<table><thead><tr><th>Dato</th><th>Sted</th><th>Tid</th></tr></thead><tbody>${rows}</tbody></table>`;
    return `<h2>Del ${part + 1}: ${dice.of(PLACES)}</h2>\n${text}\n${part % 3 === 1 ? `<ul>${list}</ul>` : ''}${part % 4 === 2 ? table : ''}`;
  });
  return {
    n,
    title: `Samarbeidet i ${place} styrkes med ${dice.below(1000)} tiltak`,
    lead: paragraph(dice),
    date: `${1 + dice.below(28)}. ${dice.of(MONTHS)} ${2022 + dice.below(4)}`,
    body: sections.join('\n'),
    menu: Array.from({ length: 110 }, (_, k) => `Tjeneste ${k + 1} i ${PLACES[k % PLACES.length]}`),
    teasers: Array.from({ length: 9 }, () => ({
      title: `Nytt fra ${dice.of(PLACES)} ${dice.below(9999)}`,
      text: dice.of(SENTENCES)(dice),
    })),
  };
}

const ICON =
  '<svg class="icon icon--chevron" width="24" height="24" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M12.0001 15.0001L7.75745 10.7574L9.17166 9.34326L12.0001 12.1717L14.8285 9.34326L16.2427 10.7574L12.0001 15.0001Z"/></svg>';
const STYLE = `<style>${'.c-card__title{font-size:1.25rem;line-height:1.4;margin:0 0 .5rem}.u-mt-2{margin-top:1rem}'.repeat(60)}</style>`;
const SCRIPT = `<script>window.dataLayer=window.dataLayer||[];${'function gtag(){dataLayer.push(arguments)}gtag("js",new Date());'.repeat(70)}</script>`;

function head({ title, lead, n }: Parts): string {
  const ld = JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
    description: lead,
  });
  return `<head><meta charset="utf-8"><title>${title} - Fjordland sykehus</title><meta property="og:title" content="${title}"><meta name="description" content="${lead}"><meta property="og:site_name" content="Fjordland sykehus"><link rel="canonical" href="https://www.fjordland.example.no/nytt/${n}/">${STYLE}${SCRIPT}<script type="application/ld+json">${ld}</script></head>`;
}

const cookies = `<div class="cookie-banner" role="dialog"><h2>Vi bruker informasjonskapsler</h2><p>Vi bruker informasjonskapsler for å gi deg en bedre opplevelse.</p><button>Godta alle</button></div>`;
const footerText = 'Fjordland sykehus HF, postboks 100, 0001 Fjordland. Ansvarlig redaktør: kommunikasjonsavdelingen.';

function semantic(p: Parts): string {
  const menu = p.menu.map(
    (name, k) =>
      `<li class="main-nav__item"><a class="main-nav__link" href="/tjenester/${k}/">${ICON}<span>${name}</span></a></li>`,
  );
  const cards = p.teasers.map(
    (t, k) =>
      `<li class="card"><article><a href="/nytt/andre/${k}/"><h3>${t.title}</h3><p>${t.text}</p></a></article></li>`,
  );
  return `${cookies}<header><a href="/">Fjordland sykehus</a><nav aria-label="Hovedmeny"><ul>${menu.join('\n')}</ul></nav></header><main><article><h1>${p.title}</h1><p class="ingress">${p.lead}</p><p class="meta">Publisert <time>${p.date}</time></p>${p.body}</article></main><aside><h2>Les også</h2><ul>${cards.join('\n')}</ul></aside><footer><p>${footerText}</p></footer>`;
}

function divSoup(p: Parts): string {
  const menu = p.menu.map(
    (name, k) =>
      `<div class="site-menu__row"><div class="site-menu__cell"><a class="site-menu__anchor site-menu__anchor--level2" href="/om/${k}/">${name}</a></div></div>`,
  );
  const cards = p.teasers.map(
    (t, k) =>
      `<div class="teaser-list__item"><div class="teaser"><div class="teaser__image"><img src="/i/${k}.jpg" alt=""></div><div class="teaser__body"><a href="/artikkel/${k}/"><span class="teaser__title">${t.title}</span></a><span class="teaser__text">${t.text}</span></div></div></div>`,
  );
  const body = p.body
    .replaceAll('<p>', '<div class="rich-text__paragraph"><p class="rich-text__p">')
    .replaceAll('</p>', '</p></div>');
  return `${cookies}<div class="page"><div class="page__header"><div class="site-menu">${menu.join('\n')}</div></div><div class="page__main"><div class="article"><h1 class="article__title">${p.title}</h1><div class="article__intro">${p.lead}</div><div class="article__date">Sist oppdatert ${p.date}</div><div class="article__body rich-text">${body}</div></div></div><div class="page__related"><div class="related-articles"><div class="related-articles__title">Relaterte saker</div>${cards.join('\n')}</div></div><div class="page__footer">${footerText}</div></div>`;
}

function utility(p: Parts): string {
  const menu = p.menu.map(
    (name, k) =>
      `<li class="relative flex items-center justify-between px-4 py-2 hover:bg-gray-100"><a class="text-sm font-medium text-gray-900 underline-offset-2" href="/s/${k}">${name}</a></li>`,
  );
  const cards = p.teasers.map(
    (t, k) =>
      `<a class="block rounded-lg border border-gray-200 p-6 shadow-sm" href="/n/${k}"><h3 class="mb-2 text-lg font-semibold">${t.title}</h3><p class="text-base">${t.text}</p></a>`,
  );
  const body = p.body
    .replaceAll('<p>', '<p class="mb-4 text-base leading-7 text-gray-800">')
    .replaceAll('<li>', '<li class="ml-4 list-disc text-base">');
  return `<div class="min-h-screen bg-white"><nav class="sticky top-0 flex"><ul class="grid grid-cols-4 gap-2">${menu.join('\n')}</ul></nav><main class="mx-auto max-w-3xl px-4"><h1 class="text-4xl font-bold">${p.title}</h1><p class="text-xl leading-8">${p.lead}</p><span class="text-sm text-gray-500">${p.date}</span><div class="prose">${body}</div></main><section class="mt-12"><h2 class="text-2xl">Flere nyheter</h2><div class="grid gap-4">${cards.join('\n')}</div></section><footer class="bg-gray-900 p-8 text-white">${footerText}</footer></div>`;
}

function tables(p: Parts): string {
  const menu = p.menu.map(
    (name, k) =>
      `<tr><td class="meny" bgcolor="#eeeeee"><a href="side.asp?id=${k}"><font face="Verdana" size="1">${name}</font></a></td></tr>`,
  );
  const cards = p.teasers.map(
    (t, k) => `<tr><td><a href="nytt.asp?id=${k}"><b>${t.title}</b></a><br><font size="1">${t.text}</font></td></tr>`,
  );
  return `<table width="100%" cellspacing="0" cellpadding="0"><tr><td width="180" valign="top"><table>${menu.join('\n')}</table></td><td valign="top"><h1>${p.title}</h1><b>${p.lead}</b><br><i>Publisert ${p.date}</i>${p.body}</td><td width="160"><table>${cards.join('\n')}</table></td></tr><tr><td colspan="3">${footerText}</td></tr></table>`;
}

const TEMPLATES = [semantic, divSoup, utility, tables];

/** The `n`th page; the same each time. */
export function realisticPage(n: number): string {
  const parts = partsOf(n);
  const template = TEMPLATES[n % TEMPLATES.length] ?? semantic;
  return `<!doctype html><html lang="nb">${head(parts)}<body>${template(parts)}</body></html>`;
}
