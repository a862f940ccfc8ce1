import { says } from './boilerplate.ts';

const CREDIT =
  /[\s([–-]{0,3}((?:foto|fotograf|illustrasjon|illustrasjonsfoto|illustrasjonsbilde|arkivfoto|photo|grafikk|ill\.?|skjermbilde|skjermdump|tegning|teikning|bilde|bilete|video|fotomontasje)(?: og [a-zæøå]{3,15})?\s?[:/]\s?)([^:]{1,100})$/i;

/** Splits "Deltakerne samlet. Foto: Vestre Viken" into the caption and who made the picture; either may be empty. */
export function splitCredit(text: string): { caption: string; credit?: string } {
  if (!text.includes(':') && !text.includes('/')) return { caption: text };
  const head = text.length > 700 ? text.slice(-700) : text;
  const match = CREDIT.exec(head);
  const credit = match?.[2]?.replace(/(?<![)\]\s.])[)\]\s.]+$/, '').trim();
  if (match === null || credit === undefined || credit === '' || !says('credit', match[1] ?? ''))
    return { caption: text };
  const caption = text.slice(0, text.length - head.length + match.index).trim();
  return { caption, credit };
}
