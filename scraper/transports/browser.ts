/**
 * A browser for pages that need JavaScript. It has no network of its own: every request that the page makes is answered by the plain transport, through
 * the same gate, robots rules and queue; pictures, fonts, media and other sites are left out.
 */
import type { Browser, Page, Route } from 'playwright';
import { siteOf } from '../address.ts';
import type { Limits } from '../limits.ts';
import { showMore } from '../show-more.ts';
import { failure, mediaTypeOf, type Outcome, type Request, type Response, type Transport } from '../transport.ts';

/** What {@link browserTransport} needs to know. */
export interface BrowserOptions {
  /** Path of a Chromium. */
  executable: string;
  userAgent: string;
  limits: Limits;
}

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Whatever escapes the routing finds no host.
  '--host-resolver-rules=MAP * ~NOTFOUND',
];
const NEEDED = new Set(['document', 'script', 'xhr', 'fetch']);
const REDIRECTS_OF_PARTS = 3;

/** One browser, started with the first page, showing one page at a time. */
export function browserTransport(options: BrowserOptions): Transport {
  let browser: Promise<Browser> | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  const launch = (): Promise<Browser> => {
    browser ??= start(options.executable);
    return browser;
  };
  const closeBrowser = async (): Promise<void> => {
    const running = browser;
    browser = undefined;
    await running?.then((it) => it.close()).catch(() => undefined); // it never started, or has crashed already
  };
  return {
    name: 'browser',
    get(request) {
      const next = turn.then(async () => {
        const first = await render(request, launch, options);
        if (first.kind === 'response' || first.cause !== 'browser-failed') return first;
        // A crash gets one more try with a fresh browser (STANDARDS C1.8).
        await closeBrowser();
        return render(request, launch, options);
      });
      turn = next;
      return next;
    },
    close: closeBrowser,
  };
}

/** Playwright is loaded with the first page that needs it: it takes 80 MB. */
async function start(executablePath: string): Promise<Browser> {
  const { chromium } = await import('playwright');
  return chromium.launch({
    executablePath,
    args: FLAGS,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

/** A page being shown: what its own address answered, and how many of its requests are under way. */
interface Showing {
  main: Outcome | undefined;
  busy: number;
  lastAt: number;
}

async function render(request: Request, launch: () => Promise<Browser>, options: BrowserOptions): Promise<Outcome> {
  const showing: Showing = { main: undefined, busy: 0, lastAt: Date.now() };
  const deadline = Date.now() + options.limits.browserMs;
  let stop: (() => Promise<void>) | undefined;
  let timer: NodeJS.Timeout | undefined;
  try {
    const browser = await launch();
    const context = await browser.newContext({
      userAgent: options.userAgent,
      serviceWorkers: 'block',
      acceptDownloads: false,
      locale: 'nb-NO',
    });
    stop = () => context.close().catch(() => undefined); // closing twice is no harm
    timer = setTimeout(() => void stop?.(), options.limits.browserMs);
    request.signal?.addEventListener('abort', stop, { once: true });
    const page = await context.newPage();
    await context.route('**/*', (route) => answer(route, page, request, showing));
    await context.routeWebSocket(/.*/, (socket) => socket.close());
    await page.goto(request.url, { waitUntil: 'domcontentloaded', timeout: options.limits.browserMs });
    await settle(page, showing, deadline);
    if (request.isListing)
      await showMore(page, { clicks: options.limits.clicks, deadline, settle: () => settle(page, showing, deadline) });
    return finished(request, showing, await page.content());
  } catch (error) {
    return failed(request, showing, error, Date.now() >= deadline);
  } finally {
    clearTimeout(timer);
    if (stop) request.signal?.removeEventListener('abort', stop);
    await stop?.();
  }
}

async function answer(route: Route, page: Page, request: Request, showing: Showing): Promise<void> {
  const asked = route.request();
  const url = asked.url();
  const isMain = asked.isNavigationRequest() && asked.frame() === page.mainFrame();
  const isOurs = asked.method() === 'GET' && NEEDED.has(asked.resourceType()) && siteOfAny(url) === siteOf(request.url);
  // The page may load what it is made of; it may not lead us to another page.
  if (!isOurs || !request.load || (asked.isNavigationRequest() && !isMain) || (isMain && showing.main))
    return route.abort().catch(() => undefined);
  showing.busy += 1;
  try {
    const outcome = await loadPart(url, request, isMain);
    if (isMain) showing.main = outcome;
    if (outcome.kind === 'failure' || isRedirect(outcome)) await route.abort();
    else await route.fulfill({ status: outcome.status, headers: forPage(outcome), body: Buffer.from(outcome.body) });
  } catch {
    // The page was closed while its part was on the way.
  } finally {
    showing.busy -= 1;
    showing.lastAt = Date.now();
  }
}

async function loadPart(url: string, request: Request, isMain: boolean): Promise<Outcome> {
  const load = request.load;
  if (!load) return failure(url, 'browser-failed', `${url}: nothing to load with`);
  let outcome = await load(url, isMain);
  for (
    let hop = 0;
    !isMain && hop < REDIRECTS_OF_PARTS && outcome.kind === 'response' && isRedirect(outcome);
    hop += 1
  ) {
    const next = new URL(outcome.headers.location ?? '', outcome.url).href;
    if (siteOfAny(next) !== siteOf(request.url)) break;
    outcome = await load(next, false);
  }
  return outcome;
}

function isRedirect(outcome: Response): boolean {
  return outcome.status >= 300 && outcome.status < 400 && outcome.headers.location !== undefined;
}

function siteOfAny(url: string): string | undefined {
  return /^https?:/.test(url) ? siteOf(url) : undefined;
}

/** The body has been unpacked, and the page's own policies aren't ours to enforce. */
function forPage(response: Response): Record<string, string> {
  const drop = /^(content-encoding|content-length|transfer-encoding|connection|set-cookie|content-security-policy.*)$/;
  return Object.fromEntries(Object.entries(response.headers).filter(([name]) => !drop.test(name)));
}

/** Until nothing has been on the way for a moment. */
async function settle(page: Page, showing: Showing, deadline: number): Promise<void> {
  const quiet = 250;
  const until = Math.min(deadline, Date.now() + 15_000);
  do {
    await page.waitForTimeout(50);
  } while (Date.now() < until && (showing.busy > 0 || Date.now() - showing.lastAt < quiet));
}

function finished(request: Request, showing: Showing, html: string): Outcome {
  const { main } = showing;
  if (!main || main.kind === 'failure')
    return main ?? failure(request.url, 'browser-failed', `${request.url}: the browser asked for nothing`);
  if (!/html/.test(mediaTypeOf(main.headers))) return main;
  // Validators speak of what the server sent, not of what its scripts made of it.
  const { etag: _etag, 'last-modified': _modified, 'content-encoding': _encoding, ...headers } = main.headers;
  const body = new TextEncoder().encode(html);
  return {
    ...main,
    headers: { ...headers, 'content-type': 'text/html; charset=utf-8', 'x-samla-rendered': 'chromium' },
    body,
  };
}

function failed(request: Request, showing: Showing, error: unknown, isLate: boolean): Outcome {
  if (request.signal?.aborted) return failure(request.url, 'interrupted', `${request.url}: the run was stopped`);
  const { main } = showing;
  // A redirect or a refusal makes the browser give up; the outer loop knows what to do with it.
  if (main && (main.kind === 'failure' || isRedirect(main) || main.status >= 400)) return main;
  if (isLate) return failure(request.url, 'timeout', `${request.url}: could not be shown in time`);
  const [said] = (error instanceof Error ? error.message : String(error)).split('\n', 1);
  return failure(request.url, 'browser-failed', `${request.url}: ${said}`);
}
