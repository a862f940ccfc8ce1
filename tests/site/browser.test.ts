import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSite } from '../../site/index.ts';
import { onePerType, pagesOf } from './built-folder.ts';
import { openChromium } from './chromium.ts';
import { asOf, sampleData, sampleSettings, withFewMunicipalities, writeData } from './sample-data.ts';
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
  writeData(join(folder, 'data'), withFewMunicipalities(await sampleData()), sampleSettings);
  const freshness = { lookedAt: asOf, readAt: asOf, lastSuccess: {} };
  await buildSite({ dataDir: join(folder, 'data'), outDir: join(folder, 'site'), freshness });
  types = onePerType(pagesOf(join(folder, 'site')));
  served = await serveSite(join(folder, 'site'));
  browser = await openChromium('accessibility, narrow screens and the site’s script in a browser');
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await served?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What axe finds on the tab's page; without selectors, which cost it most of its time. */
async function violations(tab: Page, runOnly: object | string[], where: string): Promise<string[]> {
  const options = { runOnly, resultTypes: ['violations'], selectors: false };
  const { violations: found } = await tab.evaluate<AxeResult>(`axe.run(document, ${JSON.stringify(options)})`);
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${where} ${new URL(tab.url()).pathname} ${id}: ${html}`),
  );
}

/** A page as a reader may have it: in light colours, in dark ones, on the narrowest screen. */
async function faultsOf(tab: Page): Promise<string[]> {
  await tab.setViewportSize({ width: 1280, height: 900 });
  await tab.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await tab.evaluate(axeSource);
  await tab.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });
  const light = await violations(tab, standards, 'light');
  await tab.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  const dark = await violations(tab, { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }, 'dark');
  await tab.setViewportSize({ width: 320, height: 640 });
  const narrow = await violations(tab, { type: 'rule', values: ['target-size'] }, 'narrow');
  const width = await tab.evaluate(() => document.documentElement.scrollWidth);
  await tab.setViewportSize({ width: 1280, height: 900 });
  const large = await tab.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
    return document.documentElement.scrollWidth;
  });
  return [
    ...light,
    ...dark,
    ...narrow,
    ...(large > 1280 ? [`${tab.url()} is ${large} pixels wide on a screen of 1280 with letters of double size`] : []),
    ...(width > 320 ? [`${tab.url()} is ${width} pixels wide on a screen of 320`] : []),
  ];
}

describe('in a browser', () => {
  it('B5.1 no page type has an accessibility fault in light or dark colours, or scrolls sideways at 320 pixels', async (running) => {
    if (!browser) return running.skip();
    const tab = await browser.newPage();
    const found: string[] = [];
    for (const page of types) {
      await tab.goto(new URL(page, served.address).href);
      found.push(...(await faultsOf(tab)));
    }
    await tab.close();
    expect(found).toEqual([]);
  }, 300_000);

  it('data older than 36 hours are said to be old, by the reader’s own clock', async (running) => {
    if (!browser) return running.skip();
    const tab = await browser.newPage();
    const later = (hours: number) => new Date(Date.parse(asOf) + hours * 3_600_000);
    const warningAfter = async (hours: number): Promise<string | null> => {
      await tab.clock.setFixedTime(later(hours));
      await tab.goto(`${served.address}nn/`, { waitUntil: 'networkidle' });
      return tab.evaluate(() => document.querySelector('.strip-stale')?.textContent ?? null);
    };
    expect(await warningAfter(30)).toBeNull();
    expect(await warningAfter(40)).toBe(
      'Dataa på denne sida er 40 timar gamle. Kjeldene kan ha publisert noko nytt sidan då.',
    );
    // The sources were read since, and brought nothing new: the pages stand as they were and are not old.
    await tab.route('**/data/freshness.json', (route) => route.fulfill({ json: { readAt: later(20).toISOString() } }));
    expect(await warningAfter(40)).toBeNull();
    expect(await warningAfter(60)).toContain('40 timar');
    await tab.close();
  });

  it('B5.3 everything is there without JavaScript', async (running) => {
    if (!browser) return running.skip();
    const context = await browser.newContext({ javaScriptEnabled: false });
    const tab = await context.newPage();
    await tab.goto(served.address);
    await tab.getByRole('navigation', { name: 'Hovedmeny' }).getByRole('link', { name: 'Møter' }).click();
    expect(await tab.getByRole('heading', { level: 1 }).textContent()).toBe('Møtekalender');
    await tab.getByRole('link', { name: 'Nynorsk' }).click();
    expect(new URL(tab.url()).pathname).toBe('/nn/motekalender/');
    await context.close();
  });

  it('the first tab stop leads past the menu, and focus is visible', async (running) => {
    if (!browser) return running.skip();
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
