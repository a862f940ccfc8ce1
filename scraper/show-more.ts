/** Presses "show more" buttons, and scrolls, until a page brings nothing new. */
import type { Page } from 'playwright';
import { gatheringWords } from './words.ts';

/** How far to go. `deadline`: milliseconds since 1970. `settle` waits until the page has come to rest. */
export interface ShowMore {
  clicks: number;
  deadline: number;
  settle(): Promise<void>;
}

/**
 * Runs in the page: marks and presses the next untried button whose whole label is one of the words; says whether there was one.
 * Text, because functions would arrive with the compiler's additions. Real links are left alone: they are followed as pages.
 */
const PRESS = (words: string[]): string => `(() => {
  const words = new Set(${JSON.stringify(words)});
  const bare = (text) => (text || '').toLowerCase().replace(/[^\\p{L}]+/gu, ' ').trim();
  const isOpen = (at) => !at.disabled && at.getAttribute('aria-disabled') !== 'true' && at.getClientRects().length > 0;
  const leads = (at) => at.tagName === 'A' && /^(?!#|javascript:)./.test(at.getAttribute('href') || '');
  const all = document.querySelectorAll('button, [role=button], a, input[type=button]');
  for (const at of all) {
    if (at.dataset.samlaTried || leads(at) || !isOpen(at) || at.closest('nav, header, footer, [role=navigation], [role=banner], [role=dialog]')) continue;
    if (!words.has(bare(at.value || at.innerText || at.getAttribute('aria-label')))) continue;
    at.dataset.samlaTried = '1';
    at.click();
    return true;
  }
  return false;
})()`;

/** What tells that a page has grown; a button that made it grow may be pressed again. */
const SIZE = '({ links: document.links.length, text: document.body ? document.body.textContent.length : 0 })';
const FORGET = `document.querySelectorAll('[data-samla-tried]').forEach((at) => at.removeAttribute('data-samla-tried'))`;
const SCROLL = 'window.scrollTo(0, document.documentElement.scrollHeight)';

/** Presses and scrolls as long as that brings more, within the bounds; leaves no mark in the page. */
export async function showMore(page: Page, how: ShowMore): Promise<void> {
  const press = PRESS(gatheringWords().more);
  let size = await sizeOf(page);
  for (let click = 0; click < how.clicks && Date.now() < how.deadline - 1000; click += 1) {
    await page.evaluate(SCROLL);
    const pressed = await page.evaluate(press);
    await how.settle();
    const grown = await sizeOf(page);
    const isLarger = grown.links > size.links || grown.text > size.text;
    if (isLarger) await page.evaluate(FORGET);
    else if (!pressed) break;
    size = grown;
  }
  await page.evaluate(FORGET);
}

async function sizeOf(page: Page): Promise<{ links: number; text: number }> {
  return page.evaluate<{ links: number; text: number }>(SIZE);
}
