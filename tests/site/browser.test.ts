import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSite } from '../../site/index.ts';
import { onePerType, pagesOf } from './built-folder.ts';
import { openChromium } from './chromium.ts';
import { asOf, sampleData, sampleSettings, writeData } from './sample-data.ts';
import { type ServedSite, serveSite } from './serve-site.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface AxeResult {
  violations: { id: string; nodes: { html: string }[] }[];
}

let folder: string;
let types: string[];
let browser: Browser | undefined;
let served: ServedSite;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'samla-browser-'));
  writeData(join(folder, 'data'), await sampleData(), sampleSettings);
  await buildSite({ dataDir: join(folder, 'data'), outDir: join(folder, 'site') });
  types = onePerType(pagesOf(join(folder, 'site')));
  served = await serveSite(join(folder, 'site'));
  browser = await openChromium('accessibility, narrow screens and the site’s script in a browser');
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await served?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function violations(tab: Page, run: object): Promise<string[]> {
  await tab.evaluate(axeSource);
  const { violations: found } = await tab.evaluate<AxeResult>(`axe.run(document, ${JSON.stringify(run)})`);
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${new URL(tab.url()).pathname} ${id}: ${html}`));
}

describe('in a browser', () => {
  it('B5.1 no page type has an accessibility fault, in light colours and in both languages', async (test) => {
    if (!browser) return test.skip();
    const tab = await browser.newPage({ colorScheme: 'light', reducedMotion: 'reduce' });
    const found: string[] = [];
    for (const page of types) {
      await tab.goto(new URL(page, served.address).href);
      await tab.evaluate(() => {
        for (const fold of document.querySelectorAll('details')) fold.open = true;
      });
      found.push(...(await violations(tab, { runOnly: standards })));
    }
    await tab.close();
    expect(found).toEqual([]);
  }, 60_000);

  it('B5.1 no page type has too weak contrasts in dark colours', async (test) => {
    if (!browser) return test.skip();
    const tab = await browser.newPage({ colorScheme: 'dark', reducedMotion: 'reduce' });
    const found: string[] = [];
    for (const page of types) {
      await tab.goto(new URL(page, served.address).href);
      await tab.evaluate(() => {
        for (const fold of document.querySelectorAll('details')) fold.open = true;
      });
      found.push(
        ...(await violations(tab, { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } })),
      );
    }
    await tab.close();
    expect(found).toEqual([]);
  }, 60_000);

  it('no page type scrolls sideways at 320 pixels, and all targets are large enough', async (test) => {
    if (!browser) return test.skip();
    const tab = await browser.newPage({ viewport: { width: 320, height: 640 } });
    const wide: string[] = [];
    for (const page of types) {
      await tab.goto(new URL(page, served.address).href);
      const width = await tab.evaluate(() => document.documentElement.scrollWidth);
      if (width > 320) wide.push(`${page}: ${width}`);
      wide.push(...(await violations(tab, { runOnly: { type: 'rule', values: ['target-size'] } })));
    }
    await tab.close();
    expect(wide).toEqual([]);
  }, 60_000);

  it('data older than 36 hours are said to be old, by the reader’s own clock', async (test) => {
    if (!browser) return test.skip();
    const tab = await browser.newPage();
    const warningAfter = async (hours: number): Promise<string | null> => {
      await tab.clock.setFixedTime(new Date(Date.parse(asOf) + hours * 3_600_000));
      await tab.goto(`${served.address}nn/`);
      return tab.evaluate(() => document.querySelector('.strip-stale')?.textContent ?? null);
    };
    expect(await warningAfter(30)).toBeNull();
    expect(await warningAfter(40)).toBe(
      'Dataa på denne sida er 40 timar gamle. Kjeldene kan ha publisert noko nytt sidan då.',
    );
    await tab.close();
  });

  it('B5.3 everything is there without JavaScript', async (test) => {
    if (!browser) return test.skip();
    const context = await browser.newContext({ javaScriptEnabled: false });
    const tab = await context.newPage();
    await tab.goto(served.address);
    await tab.getByRole('navigation', { name: 'Hovedmeny' }).getByRole('link', { name: 'Møter' }).click();
    expect(await tab.getByRole('heading', { level: 1 }).textContent()).toBe('Møtekalender');
    await tab.getByRole('link', { name: 'Nynorsk' }).click();
    expect(new URL(tab.url()).pathname).toBe('/nn/motekalender/');
    await context.close();
  });

  it('the first tab stop leads past the menu, and focus is visible', async (test) => {
    if (!browser) return test.skip();
    const tab = await browser.newPage();
    await tab.goto(served.address);
    await tab.keyboard.press('Tab');
    expect(await tab.evaluate(() => document.activeElement?.className)).toBe('skip');
    await tab.keyboard.press('Enter');
    expect(await tab.evaluate(() => document.activeElement?.id)).toBe('innhold');
    await tab.keyboard.press('Tab');
    expect(await tab.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle)).toBe('solid');
    await tab.close();
  });
});
