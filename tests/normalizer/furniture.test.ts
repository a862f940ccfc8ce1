/** What stands on page after page of one source is the site's, not the page's. */
import { describe, expect, it } from 'vitest';
import { removeFurniture } from '../../normalizer/furniture.ts';
import { findFurniture, linesOfPage } from '../../normalizer/furniture-lines.ts';
import type { Page } from '../../normalizer/page.ts';
import { fieldsOf, readMarkup } from './html/read.ts';

const TOPICS = ['Ny legevakt', 'Fleire heimebesøk', 'Felles opplæring', 'Kortere ventetid'];
const TEXT = (topic: string) =>
  `<p>${topic} er vedteke av kommunane og sjukehuset etter to års arbeid i fleire utval.</p><p>Dei første prøver ${topic.toLowerCase()} alt til våren, seier leiaren.</p>`;

const page = (topic: string, inside: string, below: string) =>
  readMarkup(
    `<html><head><title>${topic}</title></head><body><div><div><h1>${topic}</h1><div>${TEXT(topic)}${inside}</div>${below}</div></div></body></html>`,
    { url: `https://proven.example.no/nytt/${encodeURIComponent(topic)}` },
  );

/** The texts of pages that share what stands among their words and what stands below. */
async function texts(inside: string, below: string, topics = TOPICS): Promise<string[]> {
  const pages: Page[] = [];
  for (const topic of topics) pages.push(await page(topic, inside, below));
  const furniture = new Set(findFurniture(pages.map(linesOfPage)));
  return pages.map((one) => fieldsOf(removeFurniture(one, furniture)).body);
}

describe('what stands on several pages', () => {
  it.each([
    ['a box of short lines', '<div><b>Hugs dette</b><div>Alle avtalar ligg på tinget</div></div>', 'Hugs dette'],
    ['a line with a link', '<div>Ver med i <a href="/panel">brukarpanelet</a></div>', 'brukarpanelet'],
    [
      'a row of labels that no clean-up knows',
      '<div class="flex"><span>Klapp</span><span>Gje ein blome</span></div>',
      'Gje ein blome',
    ],
    ['a box that ends the page', '<section><span>Godt nytt frå fjorden</span></section>', 'Godt nytt'],
  ])('goes: %s', async (_, below, gone) => {
    for (const text of await texts('', below)) {
      expect(text).not.toContain(gone);
      expect(text).toContain('seier leiaren');
    }
  });

  it('goes between the paragraphs when it is a box of its own with a control', async () => {
    const inside =
      '</div><div><div>Vil du vere med?</div><a href="/panel">Ja, gjerne</a></div><div><p>Slutten her.</p>';
    for (const text of await texts(inside, '')) {
      expect(text).not.toContain('Ja, gjerne');
    }
  });

  it.each([
    ['on two pages only', '<div><b>Hugs dette</b><div>Alle avtalar ligg på tinget</div></div>', 'Hugs dette', 2],
    ['who sits in a body', '<div><h3>Medlemer i ASU</h3><p>Utvalet har ti medlemer</p></div>', 'har ti medlemer', 4],
    [
      'what a body asks',
      '<div><p>Vedtaket var samrøystes, og utvalet ber alle følgje det opp.</p></div>',
      'ber alle',
      4,
    ],
    ['papers', '<div><a href="/f/mandat.pdf">Mandat</a></div>', 'Mandat', 4],
    ['days', '<div><div>Neste møte</div><div>12. mai 2026</div></div>', 'Neste møte', 4],
    [
      'a table',
      '<div><table><tr><th>Utval</th><th>Leiar</th></tr><tr><td>SSU</td><td>Lier</td></tr></table></div>',
      'SSU',
      4,
    ],
    [
      'a paragraph of running text',
      '<div><p>Helsefellesskapet er eit samarbeid mellom sjukehuset og kommunane, og partane skal saman finne ut korleis pasientar som treng hjelp frå begge får gode og heile tenester der dei bur.</p></div>',
      'gode og heile tenester',
      4,
    ],
  ])('stays: %s', async (_, below, kept, pages) => {
    for (const text of await texts('', below, TOPICS.slice(0, pages as number))) expect(text).toContain(kept);
  });

  const foot = (text: string) => `</div></div><div><section>${text}</section></div><div><div>`;

  it.each([
    [
      'a sentence of the site’s',
      '<p>Samarbeidet i fjorden vert halde i gang av kommunane og sjukehuset i lag.</p>',
      'halde i gang',
    ],
    [
      'a long paragraph',
      '<p>Helsefellesskapet er eit samarbeid mellom sjukehuset og kommunane, og partane skal saman finne ut korleis pasientar som treng hjelp frå begge får gode og heile tenester der dei bur.</p>',
      'gode og heile tenester',
    ],
    [
      'opening hours with a day',
      '<p>Resepsjonen er stengd frå 24. desember og ut året.</p><p>Treng du oss då, svarar vakta på kvardagane mellom jul og nyttår.</p>',
      'Resepsjonen',
    ],
  ])('goes outside of the box of title and text: %s', async (_, text, gone) => {
    for (const one of await texts('', foot(text))) {
      expect(one).not.toContain(gone);
      expect(one).toContain('seier leiaren');
    }
  });

  it.each([
    [
      'papers',
      '<p><a href="/f/mandat.pdf">Mandat</a></p><p>Alle avtalar og mandat mellom kommunane og sjukehuset ligg samla her til alle tider.</p>',
      'Mandat',
    ],
    [
      'a gathering and its day',
      '<p>Neste møte i SSU er 12. mai 2026.</p><p>Alle som vil, kan koma og høyra på det utvalet snakkar om denne dagen.</p>',
      '12. mai 2026',
    ],
  ])('stays even outside of it: %s', async (_, text, kept) => {
    for (const one of await texts('', foot(text))) expect(one).toContain(kept);
  });

  it('stays where it shares a box with the page’s own words', async () => {
    for (const text of await texts('<h2>Referat</h2><p>Spør gjerne sekretariatet.</p>', '')) {
      expect(text).toContain('Referat');
      expect(text).toContain('Spør gjerne');
    }
  });

  it('stays on a list of other pages, which says nothing else', async () => {
    const list = await readMarkup(
      '<html><head><title>Nytt</title></head><body><div><div><h1>Nytt</h1><div><a href="/a">Godt nytt frå fjorden</a></div><div><a href="/b">Ny ferje er på plass i sundet</a></div></div></div></body></html>',
    );
    expect(fieldsOf(removeFurniture(list, new Set(['godtnyttfråfjorden']))).body).toContain('Godt nytt');
  });

  it('is not told from one page at several addresses', async () => {
    const below = '<div><b>Hugs dette</b><div>Alle avtalar ligg på tinget</div></div>';
    for (const text of await texts('', below, ['Ny legevakt', 'Ny legevakt', 'Ny legevakt', 'Fleire heimebesøk']))
      expect(text).toContain('Hugs dette');
  });

  it('tells what went and why', async () => {
    const pages = await Promise.all(TOPICS.map((topic) => page(topic, '', '<div><i>Godt nytt frå fjorden</i></div>')));
    const [first] = pages.map((one) => removeFurniture(one, new Set(findFurniture(pages.map(linesOfPage)))));
    expect(first?.removed.at(-1)).toEqual({
      cleanup: 'furniture',
      reason: 'a box that stands on other pages of the source too',
      text: 'Godt nytt frå fjorden',
    });
  });
});
