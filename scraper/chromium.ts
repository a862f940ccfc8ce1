/** Finds a Chromium on the machine, and gets one where that is possible. */
import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { projectFolder } from './folders.ts';

const run = promisify(execFile);
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'headless_shell',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge',
];
const PLACES = [
  '/usr/lib/chromium/chromium-headless-shell',
  '/usr/lib/chromium/headless_shell',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The path of a Chromium that can be run: `SAMLA_CHROMIUM`, Playwright's own, one on the PATH or in a usual place; else `undefined`. */
export function findChromium(): string | undefined {
  const own = process.env.SAMLA_CHROMIUM;
  if (own !== undefined) return own !== '' && isExecutable(own) ? own : undefined;
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...playwrightsOwn(), ...onPath, ...PLACES].find(isExecutable);
}

function playwrightsOwn(): string[] {
  // Loaded where it is asked for: it takes 80 MB.
  const { chromium } = createRequire(import.meta.url)('playwright') as typeof import('playwright');
  const full = chromium.executablePath();
  if (!full) return [];
  // Playwright's small headless build lies beside the full one under a name of its own.
  const shell = full
    .replace(/chromium-(\d+)/, 'chromium_headless_shell-$1')
    .replace(/chrome-((?:linux|mac)[a-z0-9-]*)(\/[^/]+)*$/, 'chrome-headless-shell-$1/chrome-headless-shell');
  return [shell, full];
}

function isExecutable(path: string): boolean {
  try {
    if (!existsSync(path)) return false;
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // There, but not ours to run.
    return false;
  }
}

/**
 * Finds a Chromium or gets one: Playwright's own download, else the distribution's package where we are root on a Debian-like machine.
 * `undefined` when there is none to be had; `log` then hears one line that says so.
 */
export async function ensureChromium(log: (line: string) => void): Promise<string | undefined> {
  const found = findChromium();
  if (found) return found;
  if (process.env.SAMLA_CHROMIUM !== undefined) {
    log('SAMLA_CHROMIUM names no program that can be run: going on without a browser');
    return undefined;
  }
  log('No Chromium on this machine: getting one …');
  await attempt(downloadWithPlaywright);
  if (await works(findChromium())) return findChromium();
  await attempt(installWithApt);
  const installed = findChromium();
  if (installed && (await works(installed))) return installed;
  log(
    'No Chromium could be had (neither Playwright’s download nor the distribution’s package): going on without the sources that need one',
  );
  return undefined;
}

async function attempt(way: () => Promise<void>): Promise<void> {
  try {
    await way();
  } catch {
    // One way in is closed; the caller looks whether anything came of it and tries the next.
  }
}

async function downloadWithPlaywright(): Promise<void> {
  const cli = join(projectFolder(), 'node_modules', 'playwright', 'cli.js');
  const env = { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '5000' };
  await run(process.execPath, [cli, 'install', '--only-shell', 'chromium'], { timeout: 120_000, env });
}

async function installWithApt(): Promise<void> {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { timeout: 120_000, env });
  for (const name of ['chromium-headless-shell', 'chromium']) {
    try {
      await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], { timeout: 300_000, env });
      return;
    } catch {
      // Older releases know only the full package.
    }
  }
}

/** Playwright's download may lack the system's libraries: only one that starts counts. */
async function works(path: string | undefined): Promise<boolean> {
  if (!path) return false;
  try {
    await run(path, ['--no-sandbox', '--headless', '--disable-gpu', '--dump-dom', 'about:blank'], { timeout: 20_000 });
    return true;
  } catch {
    // It is there but can't start.
    return false;
  }
}
