import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { detectLanguage, judge } from '../../../normalizer/language/detect.ts';
import { scoresOf } from '../../../normalizer/language/weights.ts';
import language from '../../../normalizer/rules/language.ts';
import { aPage } from '../a-page.ts';

const lines = (code: string) =>
  readFileSync(new URL(`../../fixtures/language/${code}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean);

/** All runs of so many sentences, in fixed steps. */
function runs(code: string, length: number): string[] {
  const all = lines(code);
  return all.flatMap((_, i) => (i + length <= all.length ? [all.slice(i, i + length).join('\n')] : []));
}

function accuracy(length: number): number {
  const results = ['nb', 'nn'].flatMap((code) =>
    runs(code, length).map((text) => {
      const { nb, nn } = scoresOf(text).scores;
      return (nb > nn ? 'nb' : 'nn') === code;
    }),
  );
  return results.filter(Boolean).length / results.length;
}

describe('Bokmål against Nynorsk on sentences that nothing was trained on', () => {
  test('one sentence: at least 95 %', () => expect(accuracy(1)).toBeGreaterThanOrEqual(0.95));
  test('five sentences: at least 99.8 %', () => expect(accuracy(5)).toBeGreaterThanOrEqual(0.998));
  test('twenty sentences: all', () => expect(accuracy(20)).toBe(1));
});

describe('neighbours', () => {
  test('five sentences of Danish or Swedish are und, never Norwegian', () => {
    for (const text of [...runs('da', 5), ...runs('sv', 5)]) expect(detectLanguage(text).language).toBe('und');
  });
  test('no five sentences of Norwegian are taken for anything else', () => {
    for (const code of ['nb', 'nn']) for (const text of runs(code, 5)) expect(detectLanguage(text).language).toBe(code);
  });
  test('Northern Sámi and English are told', () => {
    for (const text of runs('se', 3)) expect(detectLanguage(text).language).toBe('se');
    for (const text of runs('en', 4)) expect(detectLanguage(text).language).toBe('en');
  });
  test('figures, names and nothing are und', () => {
    for (const text of ['', '12.05.2024', '— 14 / 28 —', 'https://eksempel.example.no/', '日本語の文章です']) {
      expect(detectLanguage(text).language).toBe('und');
    }
  });
});

describe('mixed pages', () => {
  const nb = lines('nb').slice(0, 8);
  const nn = lines('nn').slice(40, 48);

  test('a good part in the other standard makes a page mixed', () => {
    expect(judge([...nb, ...nn.slice(0, 4)]).language).toBe('mixed');
    expect(judge([...nb.slice(0, 4), ...nn]).language).toBe('mixed');
  });

  test('one quoted sentence among many does not', () => {
    expect(judge([...nn, nb[2]!]).language).toBe('nn');
    expect(judge([...nb, nn[2]!]).language).toBe('nb');
  });

  test('committees called by their Bokmål names do not tip Nynorsk text', () => {
    const names = [
      'Faglige samarbeidsutvalg',
      'Strategisk samarbeidsutvalg',
      'Skrøpelige eldre',
      'Partnerskapsmøte',
      'Referater',
    ];
    expect(judge([...names, ...nn.slice(0, 4), ...names]).language).toBe('nn');
  });

  test('Norwegian with a paragraph of Sámi stays Norwegian', () => {
    expect(judge([...nb, lines('se')[0]!]).language).toBe('nb');
  });
});

describe('the rule', () => {
  test('what the markup declares is not asked, and the evidence names words', async () => {
    const page = await aPage(
      '<h1>Om samarbeidet</h1><p>Kommunane og sjukehusa har ikkje vorte einige om korleis dei skal dele.</p>',
    );
    const reading = language.read(page, {});
    expect(reading?.value).toBe('nn');
    expect(reading?.evidence?.text).toMatch(/\b(?:ikkje|korleis|kommunane|sjukehusa|vorte|einige)\b.*% of \d+ words/);
  });
});

describe('speed', () => {
  test('100 kB of anything takes less than half a second of one core', () => {
    for (const text of [
      'a'.repeat(100_000),
      'ikkje '.repeat(17_000),
      '. A'.repeat(33_000),
      '-'.repeat(100_000),
      'å.å'.repeat(33_000),
    ]) {
      const start = process.cpuUsage();
      detectLanguage(text);
      expect(process.cpuUsage(start).user / 1000).toBeLessThan(500);
    }
  });
});

describe('little text', () => {
  test.each([
    ['Tid og stad', 'nn'],
    ['Tid og sted', 'nb'],
    ['Kva skjer framover?', 'nn'],
    ['Hva skjer framover?', 'nb'],
    ['Partnarskapsmøte i haust', 'nn'],
    ['Partnerskapsmøte i mai', 'nb'],
    ['Arrangør\nFSU\nSSU\nPartnarskapsmøte\n14. januar', 'nn'],
    ['Fagleg samarbeidsutval', 'nn'],
    ['Faglig samarbeidsutvalg', 'nb'],
    ['Fondet gir tilskot til prosjektet.', 'nn'],
    ['Samarbeid i Noreg', 'nn'],
    ['Velkomen til konferanse', 'nn'],
    ['Velkommen til konferanse', 'nb'],
    ['Bassenget er stengt, og saken illustrerer det godt nok. Ny dag kommer til sommeren.', 'nb'],
    ['The hospital and the municipalities work together.', 'en'],
    ['Minutes from the meeting', 'en'],
    ['Hospitalet og kommunerne arbejder sammen.', 'und'],
    ['Referat fra mødet', 'und'],
    ['Sjukhuset och kommunerna har möte.', 'und'],
  ])('“%s” is %s', (text, expected) => expect(detectLanguage(text).language).toBe(expected));

  test('words that both standards have are guessed to be Bokmål, and never surely', () => {
    for (const text of ['Her er programmet', 'Møteplan 2027', 'Referat', 'Protokoll']) {
      const { language: found, confidence } = detectLanguage(text);
      expect({ text, found, sure: confidence > 0.3 }).toEqual({ text, found: 'nb', sure: false });
    }
  });

  test('one short sentence is less sure than a paragraph', () => {
    const short = judge(['Jenta kasta boka.']);
    const long = judge(lines('nn').slice(0, 6));
    expect(short.thin).toBe(true);
    expect(long.thin).toBe(false);
    expect(short.confidence).toBeLessThan(long.confidence);
  });

  test('a table in which hardly a word decides is flagged', async () => {
    const page = await aPage(
      '<h1>Møteplan</h1><table><tr><th>SSU</th><th>FSU</th></tr><tr><td>4. mai</td></tr></table>',
    );
    expect(language.read(page, {})?.flags).toEqual(['thin-language']);
  });

  test('one sentence of long words that both standards share does not make Nynorsk mixed', () => {
    const text = [
      'Korleis får vi fagfolk til å kome, og korleis får vi dei til å bli?',
      'Det er spørsmålet når helsefellesskapet inviterer til samhandlingskonferanse onsdag 20. januar.',
      'Deltakarane skal lage utkast til ein felles introduksjon for nytilsette i kommunane.',
    ];
    expect(judge(text).language).toBe('nn');
  });

  test('a paper on svangerskap, fødsel og barsel, which both standards call so, does not either', () => {
    const text = [
      'Kommunane og sjukehuset har skrive desse avtalane i lag.',
      'Delavtale om svangerskap, fødsel og barsel i regionen (ny versjon)',
      'Dei gjeld til ein av partane seier dei opp.',
    ];
    expect(judge(text).language).toBe('nn');
  });
});
