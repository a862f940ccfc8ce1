import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compilePhrase, says } from '../../../normalizer/boilerplate.ts';
import { cleanupOrder } from '../../../normalizer/cleanups.ts';
import { readMarkup } from './read.ts';

const prose = '<p>Utvalget møttes på rådhuset og ble enige om en felles plan for de neste fire årene i regionen.</p>';
const page = (inner: string) => `<html><body><main><h1>Felles plan</h1>${prose}${inner}</main></body></html>`;
const left = async (inner: string) => (await readMarkup(page(inner))).blocks.map((block) => block.text).join('\n');

describe('the order of clean-ups', () => {
  it('names every clean-up on the shelf once, each with its reason', () => {
    const shelf = readdirSync(join(import.meta.dirname, '../../../normalizer/cleanups')).map((name) =>
      name.replace('.ts', ''),
    );
    expect([...cleanupOrder].map((step) => step.name).sort()).toEqual(shelf.sort());
    expect(cleanupOrder.every((step) => step.because.length > 10)).toBe(true);
  });
});

describe('what is no content', () => {
  it.each([
    [
      'a feedback question in Bokmål',
      '<div><h2>Fant du det du lette etter?</h2><button>Ja</button></div>',
      'lette etter',
    ],
    [
      'a feedback question in Nynorsk',
      '<div><p>Fann du det du leitte etter?</p><form><button>Nei</button></form></div>',
      'leitte',
    ],
    ['a question glued to the last words', '<p>Planen gjelder ut 2027.Fant du det du lette etter?</p>', 'lette etter'],
    [
      'an invitation to mend the page',
      '<p>Ser du feil? Forslå endringer i teksten på GitLab.</p>',
      'endringer i teksten',
    ],
    ['a link to the page’s source', '<p><a href="/x">Rediger denne siden på GitHub</a></p>', 'Rediger'],
    [
      'words about following readers',
      '<div><div>Vi følgjer deg ikkje rundt på nettet, men tel klikk.</div><button>Skjønar</button></div>',
      'tel klikk',
    ],
    [
      'a box beside the text about whom to ask, heading and all',
      '<div><h2>Har du spørsmål?</h2><p>Send et brev til post@dalen.example.no, eller tast 22 00 00 00.</p></div>',
      'spørsmål',
    ],
    [
      'a question in a span glued to the last words',
      '<p>Planen gjelder.<span>Fann du det du leita etter?</span></p>',
      'leita',
    ],
    [
      'a share row',
      '<ul><li><a href="https://www.facebook.com/sharer.php?u=1">Facebook</a></li><li><a href="#">Skriv ut</a></li></ul>',
      'Facebook',
    ],
    [
      'related articles',
      '<section><h2>Fleire aktuelle saker</h2><ul><li><a href="/a">Ny parkering</a></li></ul></section>',
      'parkering',
    ],
    [
      'related articles without a box',
      '<h2>Siste nytt</h2><ul><li><a href="/a">Ny parkering</a></li></ul>',
      'parkering',
    ],
    ['a pointer inside the text', '<p>Les også: <a href="/b">Ny parkering</a></p>', 'parkering'],
    ['an age warning', '<div>Denne saka er meir enn to år gamal og kan innehalde utdatert informasjon.</div>', 'gamal'],
    ['a link to the top', '<a href="#topp">Til toppen</a>', 'toppen'],
    ['a credit', '<figure><img src="/a.jpg" alt=""><figcaption>Foto: Sykehuset</figcaption></figure>', 'Foto'],
    [
      'a machine-made caption',
      '<figure><img src="/a.jpg" alt="x"><figcaption>En gruppe mennesker som poserer for et bilde</figcaption></figure>',
      'poserer',
    ],
    [
      'a cookie notice',
      '<div><p>Vi brukar informasjonskapslar for å gjere sida betre.</p><button>Greitt</button></div>',
      'kapslar',
    ],
    ['a browser notice', '<div>Vi tilrår at du nyttar siste versjon av nettlesaren din.</div>', 'nettlesaren'],
    ['a hidden element', '<div style="display: none">Usynlig tekst her</div>', 'Usynlig'],
    ['a script', '<script>var hemmelig = 1;</script>', 'hemmelig'],
  ])('takes out %s', async (_, markup, gone) => {
    const text = await left(markup);
    expect(text).not.toContain(gone);
    expect(text).toContain('Utvalget møttes på rådhuset');
  });

  it.each([
    [
      'a list of documents',
      '<h2>Dokumenter</h2><ul><li><a href="/a.pdf">Referat</a></li><li><a href="/b.pdf">Innkalling</a></li></ul>',
      'Innkalling',
    ],
    [
      'a folded panel under its button',
      '<div><button aria-expanded="false">Møteplan</button><div hidden>6. juni på Teams</div></div>',
      '6. juni',
    ],
    ['a panel under a heading', '<h2>Møteplan</h2><div style="display:none">6. juni på Teams</div>', '6. juni'],
    [
      'a caption that says something',
      '<figure><img src="/a.jpg" alt="folk"><figcaption>Lederne signerte avtalen. Foto: Sykehuset</figcaption></figure>',
      'Lederne signerte avtalen.',
    ],
    [
      'a sentence with the words of a question',
      '<p>Vi spurte om de fant det de lette etter. Nesten alle svarte ja, og det gleder utvalget stort.</p>',
      'Nesten alle svarte ja',
    ],
    [
      'a sentence that begins with Av',
      '<p>Av de ni kommunene svarte åtte at de vil være med videre.</p>',
      'Av de ni kommunene',
    ],
    [
      'the other lines of a box with a menu word',
      '<p>Tilbake<br>Kommunene sender innspill innen påske.</p>',
      'innspill innen påske',
    ],
    [
      'a heading over whom to ask about what the text tells, with prose below it',
      '<div><h2>Spørsmål om planen?</h2><p>Planen er sendt på høring til alle kommunene i regionen, og fristen er satt til den tredje mai.</p></div>',
      'Spørsmål om planen',
    ],
    ['a sentence on proposals', '<p>Utvalget vil foreslå en endring i avtalen.</p>', 'foreslå en endring'],
    ['a sentence on tracks', '<p>Vi sporer smitten raskere nå, sier legen.</p>', 'sporer smitten'],
    ['a fact box', '<aside><h2>Fakta</h2><p>Planen koster to millioner kroner i året.</p></aside>', 'to millioner'],
  ])('keeps %s', async (_, markup, kept) => {
    expect(await left(markup)).toContain(kept);
  });

  it('tells the reason of every removal, in the order of the page', async () => {
    const { removed } = await readMarkup(
      `<body><nav><a href="/a">Behandling</a></nav>${page('<div>Til toppen</div>')}<footer>Postboks 1, 5020 Bergen</footer></body>`,
    );
    expect(removed.map((removal) => removal.text)).toEqual(['Behandling', 'Til toppen', 'Postboks 1, 5020 Bergen']);
    expect(removed.every((removal) => removal.reason !== '' && removal.cleanup !== '')).toBe(true);
  });
});

describe('phrases of the vocabulary', () => {
  it('stand for a word’s endings, choices and gaps', () => {
    const pattern = new RegExp(`^${compilePhrase('[gå] til (side|sida) ... inn*')}$`, 'u');
    expect(['til sida innhald', 'gå til side med mye innhold'].every((text) => pattern.test(text))).toBe(true);
    expect(pattern.test('til siden innhold')).toBe(false);
  });

  it('C2.11 are looked for in 100 KB of adversarial text within 50 ms', () => {
    for (const group of ['cookies', 'feedback', 'related', 'age', 'footer', 'share', 'menu', 'browser']) {
      for (const text of [
        'fant du det du '.repeat(40).slice(0, 600),
        'a '.repeat(300),
        `${'denne saken er mer '.repeat(31)}`,
      ]) {
        const start = performance.now();
        says(group, text);
        expect(performance.now() - start).toBeLessThan(50);
      }
    }
  });
});
