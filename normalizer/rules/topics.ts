/**
 * What a page is about. A topic must weigh: it stands in the title, the lead or a heading, is announced as the theme, or comes
 * back in several passages. The standing paragraph that says what a helsefellesskap is names all priority groups and counts for nothing.
 */
import type { Block, Page } from '../page.ts';
import { defineRule } from '../rule.ts';
import { plainLetters } from '../spelling.ts';
import { announcedTopics, isStandingParagraph, topicsIn } from '../topic-words.ts';

const TITLE = 3;
const HEADING = 3;
const LEAD = 3;
const PASSAGE = 1;
const ANNOUNCED = 2;
const ENOUGH = 3;
/** In longer texts a passing word weighs less: one more passage is needed for each so many words. */
const WORDS_A_PASSAGE = 500;

interface Weighed {
  weight: number;
  quote: string;
}

export default defineRule<string[]>({
  needs: ['title', 'lead'],
  read(page, known) {
    const title = String(known['title']?.value ?? page.head.title ?? '');
    const lead = String(known['lead']?.value ?? '');
    const weighed = new Map<string, Weighed>();
    add(weighed, title, TITLE);
    if (!isStandingParagraph(lead, [])) add(weighed, lead, LEAD);
    for (const block of page.blocks) {
      if (isSame(block.text, title) || isSame(block.text, lead) || isStanding(block)) continue;
      add(weighed, block.text, block.kind === 'heading' || block.kind === 'summary' ? HEADING : PASSAGE);
      addAll(weighed, announcedTopics(block.text), ANNOUNCED);
    }
    const enough = ENOUGH + Math.min(3, Math.floor(wordsOf(page) / WORDS_A_PASSAGE));
    const value = [...weighed].filter(([, { weight }]) => weight >= enough).map(([topic]) => topic);
    const [first] = value;
    if (first === undefined) return undefined;
    return { value: value.sort(), evidence: { text: weighed.get(first)?.quote ?? '', from: 'text' } };
  },
});

function add(weighed: Map<string, Weighed>, text: string, weight: number): void {
  addAll(weighed, topicsIn(text), weight);
}

function addAll(weighed: Map<string, Weighed>, topics: { topic: string; quote: string }[], weight: number): void {
  for (const { topic, quote } of topics) {
    const known = weighed.get(topic);
    weighed.set(topic, { weight: (known?.weight ?? 0) + weight, quote: known?.quote ?? quote });
  }
}

function isStanding(block: Block): boolean {
  return isStandingParagraph(block.text, block.trail);
}

function isSame(text: string, other: string): boolean {
  return other !== '' && plainLetters(text) === plainLetters(other);
}

function wordsOf(page: Page): number {
  return page.blocks.reduce((sum, { text }) => sum + text.split(' ').length, 0);
}
