/** Numbers that look like dates or times and are none: blotted out before dates are looked for. */
import { hasSigns, type Signs, signsNamed } from './signs.ts';
import { MONTH, notAfter, notBefore, oneOf } from './words.ts';

const BLOT = '\u0001';

/** Each with the signs that it can't do without. */
const NOT_DATES: readonly [RegExp, Signs][] = [
  // «av 24. juni 2011 nr. 30», «forskrift 16. desember 2011 nr 1256»: the date of a law.
  [
    new RegExp(`\\d{1,2}\\.?\\s{0,2}(?:${MONTH})\\.?\\s{1,2}\\d{4}\\s{1,2}nr\\.?\\s{0,2}\\d{1,5}`, 'giu'),
    signsNamed('month', 'year'),
  ],
  // Lovdata ids: 2011-06-24-30, LOV-2011-06-24-30.
  [/(?:\p{L}{2,10}-)?\d{4}-\d{2}-\d{2}-\d{1,5}/gu, signsNamed('lawNumber')],
  // § 6-1, §§ 3-1 til 3-9, § 6.2
  [/§{1,2}\s{0,2}\d{1,3}(?:[-–.]\d{1,3}){0,3}/gu, signsNamed('section')],
  // Sak 01-21, pkt. 5.1., protokoll nr. 02/14, Sak 2014/15
  [
    new RegExp(
      `(?<![\\p{L}\\d])(?:${oneOf(notBefore)})\\.?:?\\s{0,2}(?:nr\\.?\\s{0,2})?\\d{1,9}(?:[-–./:]\\d{1,9}){0,3}(?!\\d)(?!\\.?\\s{0,2}(?:${MONTH})(?!\\p{L}))`,
      'giu',
    ),
    signsNamed('counted'),
  ],
  // «Møte 1 – torsdag 12. februar», «Samling 2: 3. mai»: the number counts meetings.
  [
    /(?<!\p{L})(?:møte|møtet|samling|samlinga|samlingen|sesjon|økt|del|runde|dag|nr\.?)\s\d(?=\s?:|\s{1,2}[–—-]\s|\s\()/giu,
    signsNamed('counted'),
  ],
  // Telephone numbers as they are printed, +47 too.
  [/(?<![\d.])(?:\+47\s?)?(?:\d{2} \d{2} \d{2} \d{2}|\d{3} \d{2} \d{3})(?!\d)/gu, signsNamed('spaced')],
  // 10 900 000 kr, 136 496
  [/(?<![\d.:])\d{1,3}(?:[ \u00a0]\d{3}){1,4}(?!\d)/gu, signsNamed('spaced')],
  // 2,5 %, 15.09 kr, 4.5 mill.
  [new RegExp(`\\d{1,4}(?:[.,]\\d{1,3})?\\s?(?:${oneOf(notAfter)})(?!\\p{L})`, 'giu'), signsNamed('measured')],
];

const DIGIT = signsNamed('digit');

/** The text with such numbers blotted out; the same length, so that positions hold. */
export function maskNonDates(text: string): string {
  if (!hasSigns(text, DIGIT)) return text;
  return NOT_DATES.reduce(
    (masked, [pattern, needs]) => (hasSigns(text, needs) ? masked.replace(pattern, blot) : masked),
    text,
  );
}

function blot(hit: string): string {
  return BLOT.repeat(hit.length);
}
