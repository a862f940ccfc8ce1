import { describe, expect, it } from 'vitest';
import { readMarkup } from './read.ts';

const blocks = async (inner: string) =>
  (
    await readMarkup(`<main><h1>Møter</h1><p>Her står møtene som utvalget har i året som kommer.</p>${inner}</main>`)
  ).blocks.slice(2);

describe('blocks', () => {
  it('carry the headings above them', async () => {
    const found = await blocks('<h2>2024</h2><h3>Vår</h3><p>6. mars</p><h2>2025</h2><p>7. mars</p>');
    expect(found.map((block) => [block.kind, block.level, block.text, block.trail])).toEqual([
      ['heading', 2, '2024', ['Møter']],
      ['heading', 3, 'Vår', ['Møter', '2024']],
      ['paragraph', 0, '6. mars', ['Møter', '2024', 'Vår']],
      ['heading', 2, '2025', ['Møter']],
      ['paragraph', 0, '7. mars', ['Møter', '2025']],
    ]);
  });

  it('take a short bold paragraph for a heading of level 7', async () => {
    const found = await blocks(
      '<p><strong>4. februar 2022</strong></p><ul><li>Sak 1</li></ul><p><b>Dette er en hel setning.</b></p>',
    );
    expect(found.map((block) => [block.kind, block.level, block.trail.at(-1)])).toEqual([
      ['heading', 7, 'Møter'],
      ['item', 1, '4. februar 2022'],
      ['paragraph', 0, '4. februar 2022'],
    ]);
  });

  it.each([
    ['details', '<details><summary>Møteplan 2024</summary><p>6. mars</p></details><p>Etter.</p>'],
    [
      'a button and the box after it',
      '<div><button aria-expanded="false">Møteplan 2024</button><div hidden><p>6. mars</p></div></div><p>Etter.</p>',
    ],
    [
      'a heading with a button and a named panel',
      '<h3><button aria-controls="p" aria-expanded="false">Møteplan 2024</button></h3><div id="p" hidden><p>6. mars</p></div><p>Etter.</p>',
    ],
    [
      'a link that opens a panel',
      '<a href="#p" data-bs-toggle="collapse">Møteplan 2024</a><div id="p" class="collapse"><p>6. mars</p></div><p>Etter.</p>',
    ],
    [
      'a box to tick',
      '<div><input type="checkbox" id="c"><label for="c">Møteplan 2024</label><div><p>6. mars</p></div></div><p>Etter.</p>',
    ],
  ])('put an accordion’s summary in the trail of its panel alone: %s', async (_, markup) => {
    expect((await blocks(markup)).map((block) => [block.kind, block.text, block.trail.at(-1)])).toEqual([
      ['summary', 'Møteplan 2024', 'Møter'],
      ['paragraph', '6. mars', 'Møteplan 2024'],
      ['paragraph', 'Etter.', 'Møter'],
    ]);
  });

  it('repeat spanning cells and name each cell’s headers, without leaving a column out', async () => {
    const found =
      await blocks(`<table><caption>Plan</caption><tr><th rowspan="2">Vert</th><th colspan="2">2024</th></tr><tr><th>FSU</th><th>SSU</th></tr>
      <tr><th>Førde</th><td></td><td>6. mars</td></tr><tr><td>Luster</td><td colspan="2">7. mars</td></tr></table>`);
    expect(found.filter((block) => block.kind === 'caption').map((block) => block.text)).toEqual(['Plan']);
    const cells = found
      .filter((block) => block.cell !== undefined && block.cell.row > 1)
      .map((block) => [block.text, block.cell?.column, block.cell?.columnHeader, block.cell?.rowHeader]);
    expect(cells).toEqual([
      ['Førde', 0, 'Vert', ''],
      ['6. mars', 2, '2024 SSU', 'Førde'],
      ['Luster', 0, 'Vert', ''],
      ['7. mars', 1, '2024 FSU', 'Luster'],
      ['7. mars', 2, '2024 SSU', 'Luster'],
    ]);
  });

  it('find a header row without th, and a year that spans the table', async () => {
    const found = await blocks(
      '<table><tr><td><b>Dato</b></td><td><b>Sted</b></td></tr><tr><td colspan="2">2025</td></tr><tr><td>6. mars</td><td>Moss</td></tr></table>',
    );
    const cell = found.find((block) => block.text === 'Moss');
    expect([cell?.cell?.columnHeader, cell?.cell?.rowHeader, cell?.trail.at(-1)]).toEqual(['Sted', '6. mars', '2025']);
  });

  it('keep lines, links, times and terms', async () => {
    const found = await blocks(
      '<p>Sted:<br>Rådhuset, <a href="/kart#a">kart</a></p><dl><div><dt>Når</dt><dd><time datetime="2025-03-06">6. mars</time> kl. 10</dd></div></dl><p><time datetime="2025-03-07">7. mars</time></p>',
    );
    expect(found[0]).toMatchObject({
      text: 'Sted:\nRådhuset, kart',
      links: [{ url: 'https://proven.example.no/kart', text: 'kart' }],
    });
    expect(found[2]).toMatchObject({
      kind: 'definition',
      term: 'Når',
      times: [{ datetime: '2025-03-06', text: '6. mars' }],
    });
    expect(found[3]?.kind).toBe('time');
  });

  it('never glue words at the borders of tags', async () => {
    const found = await blocks(
      '<div><span>Representerer</span><span>Kommunene</span></div><div><a href="/a">Referat</a><a href="/b">Innkalling</a></div><p>Sal<b>ten</b></p>',
    );
    expect(found.map((block) => block.text)).toEqual(['Representerer Kommunene', 'Referat Innkalling', 'Salten']);
  });
});
