/** The language of a page, judged on its content block by block; never on its address or on what its markup declares. */
import { judge } from '../language/detect.ts';
import type { Language } from '../model.ts';
import { defineRule } from '../rule.ts';

export default defineRule<Language>({
  needs: [],
  read(page) {
    const judgement = judge(page.blocks.map(({ text }) => text));
    if (judgement.language === 'und') return { value: 'und', flags: ['no-language'] };
    const decided = Object.values(judgement.words).reduce((sum, count) => sum + count, 0);
    const share = `${Math.round(judgement.confidence * 100)} % of ${decided} words that decided`;
    return {
      value: judgement.language,
      evidence: { text: `${judgement.telling.join(', ')}: ${share}`, from: 'text' },
      ...(judgement.thin && { flags: ['thin-language'] }),
    };
  },
});
