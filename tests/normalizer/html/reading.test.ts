import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../normalizer/charset.ts';
import { readerFor } from '../../../normalizer/readers.ts';
import { fieldsOf, readMarkup } from './read.ts';

const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.codePointAt(0) ?? 0);
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('encodings', () => {
  it.each([
    ['UTF-8 without a word on it', utf8('møte på Ål'), undefined],
    ['UTF-8 declared as ISO-8859-1', utf8('møte på Ål'), 'iso-8859-1'],
    ['ISO-8859-1 declared by the server', latin1('møte på Ål'), 'iso-8859-1'],
    ['ISO-8859-1 declared as UTF-8', latin1('møte på Ål'), 'utf-8'],
    ['windows-1252 that nobody declared', latin1('møte på Ål'), undefined],
    ['a charset that nobody knows', latin1('møte på Ål'), 'x-norsk'],
    ['a byte order mark', utf8('\ufeffmøte på Ål'), 'iso-8859-1'],
    ['UTF-8 that was encoded twice', utf8('mÃ¸te pÃ¥ Ã…l'), 'utf-8'],
    ['null bytes between', utf8('mø\u0000te på Ål'), undefined],
  ])('are read right: %s', (_, bytes, declared) => {
    expect(decodeText(bytes, declared)).toBe('møte på Ål');
  });

  it('keep a cut-off UTF-8 text as UTF-8', () => {
    expect(decodeText(utf8('Møtet på Ål går mot slutten på lørdag ø').slice(0, -1), 'utf-8')).toContain(
      'Møtet på Ål går',
    );
  });
});

describe('a page without a body tag', () => {
  it.each(['<html><title>T</title>', '<title>T</title>', ''])('is read like any other: %s', async (head) => {
    const page = await readMarkup(`${head}<h1>Plan</h1><p>Alt om planen.</p><p><a href="/plan.pdf">Planen</a></p>`);
    expect(fieldsOf(page).attachments).toMatchObject([{ url: 'https://proven.example.no/plan.pdf' }]);
  });
});

describe('the shelf of readers', () => {
  it('goes by media type, and by the ending only where the type says nothing', () => {
    expect(readerFor('text/html; charset=utf-8', 'https://a.example.no/x.pdf')?.name).toBe('html');
    expect(readerFor('application/octet-stream', 'https://a.example.no/x.html')?.name).toBe('html');
    expect(readerFor('application/vnd.samla.wordpress-post+json', 'https://a.example.no/')?.name).toBe(
      'wordpress-post',
    );
    expect(readerFor('application/msword', 'https://a.example.no/Referat.docx')?.name).toBe('docx');
    expect(readerFor('application/msword', 'https://a.example.no/Referat.doc')).toBeUndefined();
    expect(readerFor('application/octet-stream', 'https://a.example.no/fil.ashx?navn=Referat.pdf')?.name).toBe('pdf');
    expect(readerFor('text/html', 'https://a.example.no/fil', new TextEncoder().encode('%PDF-1.7'))?.name).toBe('pdf');
    expect(readerFor('image/png', 'https://a.example.no/x.html')).toBeUndefined();
    expect(readerFor('', 'https://a.example.no/uten-ending')).toBeUndefined();
  });
});

describe('the head', () => {
  it('gives metadata, canonical address and every JSON-LD object', async () => {
    const { head } = await readMarkup(`<html lang="nn"><head><title> Ein  tittel </title>
      <link rel="canonical" href="/rett"><meta property="og:title" content="Tittel"><meta name="Date" content="2024"><meta name="date" content="2025">
      <script type="application/ld+json">{"@graph":[{"@type":"Article","headline":"A"},[{"@type":"Event"}]]}</script>
      <script type="application/ld+json">{broken</script></head><body><p>Hei</p></body></html>`);
    expect(head.title).toBe('Ein tittel');
    expect(head.canonical).toBe('https://proven.example.no/rett');
    expect(head.language).toBe('nn');
    expect(head.meta.get('date')).toEqual(['2024', '2025']);
    expect(head.jsonLd.map((object) => object['@type'])).toEqual(['Article', 'Event']);
  });

  it('C2.10 lets no JSON-LD key reach a prototype', async () => {
    const { head } = await readMarkup(
      '<script type="application/ld+json">{"@type":"X","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}</script>',
    );
    expect(Object.keys(head.jsonLd[0] ?? {})).toEqual(['@type']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('a WordPress post', () => {
  const post = {
    type: 'post',
    date_gmt: '2025-02-11T13:02:00',
    modified_gmt: '2025-02-12T08:00:00',
    title: { rendered: 'Ny rapport &#8211; om eldre' },
    content: {
      rendered:
        '<p>Rapporten er ferdig og blir lagt fram for utvalget i mars.</p><p><a href="/a.pdf">Rapport (PDF)</a></p>',
    },
  };
  const type = 'application/vnd.samla.wordpress-post+json';

  it('gives title, UTC dates, type and body', async () => {
    const page = await readMarkup(JSON.stringify(post), { type });
    const fields = fieldsOf(page);
    expect(fields.title).toBe('Ny rapport – om eldre');
    expect(page.head).toMatchObject({ created: '2025-02-11T13:02:00Z', modified: '2025-02-12T08:00:00Z' });
    expect(page.head.meta.get('wordpress:type')).toEqual(['post']);
    expect(fields.body).toBe(
      'Rapporten er ferdig og blir lagt fram for utvalget i mars.\n\n[Rapport (PDF)](https://proven.example.no/a.pdf)',
    );
    expect(fields.evidence).toEqual({ text: 'Ny rapport – om eldre', from: 'api' });
  });

  it('is content from end to end, also in a row of its own below the text', async () => {
    const rendered = `<div><div><div><p>Utvalget gikk gjennom tallene for første kvartal og ba om en ny sak i september.</p></div></div>
      <div><h5>Presentasjoner</h5><ul><li><a href="/tall.pptx">Tallene</a> (PPTX)</li></ul></div></div>`;
    const page = await readMarkup(JSON.stringify({ ...post, content: { rendered } }), { type });
    expect(fieldsOf(page).attachments.map(({ url }) => url)).toEqual(['https://proven.example.no/tall.pptx']);
  });

  it('of another shape is a flag and no error', async () => {
    expect((await readMarkup('{"code":"rest_forbidden"}', { type })).flags).toEqual(['broken']);
    expect((await readMarkup('not json', { type })).flags).toEqual(['broken']);
  });
});

describe('titles', () => {
  it.each([
    ['the only h1', '<title>Annet | Sted</title><h1>Møteplan for 2025</h1>', 'Møteplan for 2025'],
    [
      'the heading that the head names, over a stale one',
      '<meta property="og:title" content="Ny plan"><h1>Sykehuset</h1><main><h1>Ny plan</h1><p>Tekst.</p></main>',
      'Ny plan',
    ],
    [
      'og:title where no heading is shown',
      '<meta property="og:title" content="Ny plan"><p>Planen er ny.</p>',
      'Ny plan',
    ],
    [
      '<title> without the name of the site',
      '<meta property="og:site_name" content="Sykehuset"><title>Ny plan | Sykehuset</title><p>Planen er ny.</p>',
      'Ny plan',
    ],
    ['a title with a dash of its own', '<title>Møte 4 – 2025</title><p>Planen er ny.</p>', 'Møte 4 – 2025'],
  ])('come from %s', async (_, markup, title) => {
    expect(fieldsOf(await readMarkup(`<html><head></head><body>${markup}</body></html>`)).title).toBe(title);
  });
});

describe('images', () => {
  it('have caption and credit apart, and icons are none', async () => {
    const { images } = fieldsOf(
      await readMarkup(`<main><h1>Avtale</h1><p>Avtalen er signert av alle partene i regionen.</p><img src="/ikon.svg" width="16" alt="">
        <figure><img data-src="/a.jpg" src="data:image/gif;base64,R0" alt="To som signerer"><figcaption>Avtalen blir signert. Foto: Ola N.</figcaption></figure></main>`),
    );
    expect(images).toEqual([
      {
        url: 'https://proven.example.no/a.jpg',
        alt: 'To som signerer',
        caption: 'Avtalen blir signert.',
        credit: 'Ola N',
      },
    ]);
  });
});

describe('attachments', () => {
  it('are documents by ending, by query or by what the link says, each once', async () => {
    const { attachments } = fieldsOf(
      await readMarkup(`<main><h1>Møter</h1><h2>Referater</h2><ul><li><a href="/a/referat-1.pdf">Referat 1. mai (PDF, 2 MB)</a></li>
        <li><a href="/a/referat-1.pdf">Last ned</a></li><li><a href="/getfile?id=4&fil=sak.docx">Sak 4</a></li>
        <li><a href="/media/991">Innkalling 4. juni (pdf)</a></li><li><a href="/side">Om referater</a></li><li><a href="/b/samarbeids_avtale.pdf">Last ned</a></li></ul></main>`),
    );
    expect(attachments.map(({ url, title, format }) => [new URL(url).pathname, title, format])).toEqual([
      ['/a/referat-1.pdf', 'Referat 1. mai', 'pdf'],
      ['/getfile', 'Sak 4', 'docx'],
      ['/media/991', 'Innkalling 4. juni', 'pdf'],
      ['/b/samarbeids_avtale.pdf', 'samarbeids avtale', 'pdf'],
    ]);
    expect(attachments[0]?.role).toBe('minutes');
  });
});
