import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listingReason } from '../../../normalizer/listing.ts';
import { fieldsOf, readMarkup } from './read.ts';

async function survive(markup: string): Promise<number> {
  const start = performance.now();
  const page = await readMarkup(markup);
  fieldsOf(page);
  listingReason(page);
  return performance.now() - start;
}

describe('hostile pages', () => {
  it.each([
    ['100,000 nested boxes', '<div>'.repeat(100_000)],
    ['50,000 nested lists', '<ul><li>'.repeat(50_000)],
    ['30,000 nested tables', '<table><tr><td>'.repeat(30_000)],
    ['50,000 nested links', '<a href="/x">'.repeat(50_000)],
    ['an attribute of a megabyte', `<div class="${'nav-'.repeat(250_000)}"><h1>T</h1><p>Hei</p></div>`],
    [
      'a cell that spans a million columns',
      '<table><tr><td colspan="1000000" rowspan="1000000">x</td><td>y</td></tr></table>',
    ],
    ['null bytes', '<h1>T\u0000T</h1><p\u0000>\u0000\u0000a</p>'],
    ['500 accordions', '<h1>T</h1>'.concat('<button aria-expanded="false">x</button><div>y</div>'.repeat(500))],
    ['3,000 spans without a space', `<p>${'<span>Ord</span>'.repeat(3_000)}</p>`],
    ['2,000 lines in one paragraph', `<p>${'linje med tekst<br>'.repeat(2_000)}</p>`],
    ['a malformed base', '<base href="http://[::1"><p><a href="x">y</a></p>'],
    ['a page that is all one title', '<svg><title><main><h1>T</h1><p>Hei'],
    ['unclosed everything', '<table><tr><td><ul><li><p><a href="/x"><b>tekst<h1>t'],
  ])('are read in seconds: %s', async (_, markup) => {
    expect(await survive(markup)).toBeLessThan(8_000);
  });

  it('never throw, whatever tags come in whatever order', async () => {
    const tag = fc.constantFrom(
      ...'div p h1 h2 ul li table tr td th dl dt dd details summary figure figcaption a button form nav main article footer template br span x-y'.split(
        ' ',
      ),
    );
    const piece = fc.oneof(
      tag.map((name) => `<${name}>`),
      tag.map((name) => `</${name}>`),
      fc.constantFrom(
        'tekst ',
        'Foto: NN',
        '12. mars 2024',
        '<a href="/x.pdf">Referat</a>',
        '<img src="/a.jpg" alt="b">',
        'hidden',
        '<div hidden id="p">',
        '<button aria-controls="p">',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
        await survive(pieces.join(''));
      }),
      { numRuns: 60 },
    );
  });
});

describe('lists of pages', () => {
  const teaser = (n: number) =>
    `<article><h2><a href="/nytt/${n}">Sak nummer ${n}</a></h2><time>${n}. mai 2024</time><p>Kort om saken her.</p></article>`;

  it('are told from pages with content of their own', async () => {
    const list = await readMarkup(`<main><h1>Nyheter</h1>${[1, 2, 3, 4].map(teaser).join('')}</main>`);
    expect(listingReason(list)).toMatch(/lists 4 other pages/);
    const entries = await readMarkup(
      `<main><h1>Arkiv</h1><ul>${[1, 2, 3].map((n) => `<li><a href="/n/${n}">Sak nummer ${n}</a></li>`).join('')}</ul></main>`,
    );
    expect(listingReason(entries)).toBeDefined();
  });

  it('are not short articles beside lists of recent ones', async () => {
    const recent = [1, 2, 3].map((n) => `<li><a href="/nytt/${n}">Sak nummer ${n} om samarbeidet</a></li>`).join('');
    const margin = `<section class="widget"><h2>Siste innlegg</h2><ul>${recent}</ul></section>`;
    const page = await readMarkup(`<body><main><article><h1>Fagdag i mars</h1>
      <p>Utvalget inviterer til fagdag om trygge overganger for eldre som reiser hjem fra sykehuset etter kort tid.</p></article></main>
      <aside>${margin}${margin.replaceAll('Siste innlegg', 'Les også')}${margin.replaceAll('Siste innlegg', 'Siste nytt')}</aside></body>`);
    expect(listingReason(page)).toBeUndefined();
    const short =
      await readMarkup(`<body><main><article><h1>Fagdag i mars</h1><p>Publisert 4. mars 2024</p><p>Velkommen!</p></article></main>
      <aside>${margin}${margin.replaceAll('Siste innlegg', 'Les også')}${margin.replaceAll('Siste innlegg', 'Siste nytt')}</aside></body>`);
    expect(listingReason(short)).toBeUndefined();
  });

  it('are lists also when they print whole articles with their documents', async () => {
    const whole = (n: number) =>
      `<article><header><h2><a href="/nytt/${n}">Sak nummer ${n}</a></h2></header>
        <p>Utvalget møttes på rådhuset og ble enige om en felles plan for de neste fire årene, som skal følges opp av sekretariatet.</p>
        <p>Planen gjelder for alle kommunene i regionen. Den skal revideres hvert annet år, og første gang når evalueringen er ferdig.</p>
        <p><a href="/plan-${n}.pdf">Planen (PDF)</a></p></article>`;
    const list = await readMarkup(`<main>${[1, 2, 3].map(whole).join('')}</main>`);
    expect(listingReason(list)).toMatch(/lists 3 other pages/);
    const last = await readMarkup(`<main>${whole(4)}</main>`, { role: 'listing' });
    expect(listingReason(last)).toMatch(/lists 1 other page/);
    const papers = [1, 2, 3].map(
      (n) => `<article><h3><a href="/${n}.pdf">Referat ${n}. mai 2024</a></h3><p>Til stede: alle.</p></article>`,
    );
    expect(listingReason(await readMarkup(`<main><h1>Referater</h1>${papers.join('')}</main>`))).toBeUndefined();
  });

  it.each([
    [
      'documents',
      '<ul><li><a href="/a.pdf">Referat 1. mai 2024</a></li><li><a href="/b.pdf">Referat 2. juni 2024</a></li><li><a href="/c.pdf">Referat 3. juli</a></li></ul>',
    ],
    [
      'meetings in a table',
      '<table><tr><th>Dato</th><th>Sted</th></tr><tr><td>1. mai 2024</td><td><a href="/a">Moss</a></td></tr><tr><td>2. juni 2024</td><td><a href="/b">Ås</a></td></tr></table>',
    ],
    [
      'an article',
      '<p>Utvalget møttes på rådhuset og ble enige om en felles plan for de neste fire årene.</p><p>Planen gjelder for alle kommunene i regionen og skal følges opp av sekretariatet hvert halvår.</p>',
    ],
  ])('are not pages with %s', async (_, content) => {
    expect(listingReason(await readMarkup(`<main><h1>Møter</h1>${content}</main>`))).toBeUndefined();
  });
});
