/** The browser for the site's tests: any Chromium of this machine. */
import { type Browser, chromium } from 'playwright';
import { ensureChromium } from '../../scraper/index.ts';

/** A running Chromium, or undefined with one line that says which tests are left out. */
export async function openChromium(tests: string): Promise<Browser | undefined> {
  const executablePath = await ensureChromium(() => undefined);
  if (executablePath !== undefined) return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  process.stderr.write(`No Chromium on this machine and none to be had: left out ${tests}\n`);
  return undefined;
}
