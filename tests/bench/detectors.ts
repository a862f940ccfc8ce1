/** Those who tell languages apart in the benches, each from a text to a code of ours, `other` for what is none of them. */
import { eld } from 'eld/medium';
import { franc } from 'franc';
import { detect } from 'tinyld';
import { detectLanguage } from '../../normalizer/language/detect.ts';
import type { Code } from './held-back-text.ts';

/** Tells the language of a text. */
export type Detector = (text: string) => Code | 'other' | 'mixed';

const FRANC: Record<string, Code> = { nob: 'nb', nno: 'nn', dan: 'da', swe: 'sv', sme: 'se', eng: 'en' };
/** One that only knows "Norwegian" is right about Bokmål at most. */
const SHORT: Record<string, Code> = { no: 'nb', nb: 'nb', nn: 'nn', da: 'da', sv: 'sv', se: 'se', en: 'en' };
const ONLY = ['nob', 'nno', 'dan', 'swe', 'eng'];

/** What is published of a page: neither Danish nor Swedish has a code there. */
function samla(text: string): ReturnType<Detector> {
  const { language } = detectLanguage(text);
  return language === 'und' ? 'other' : language;
}

/** By the name that the table gives them. */
export const DETECTORS: Record<string, Detector> = {
  samla,
  franc: (text) => FRANC[franc(text, { only: ONLY })] ?? 'other',
  eld: (text) => SHORT[eld.detect(text).language] ?? 'other',
  tinyld: (text) => SHORT[detect(text)] ?? 'other',
};
