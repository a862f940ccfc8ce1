/** The sample web as a web that lives: its pages are edited, added, moved and removed, and its sites fail and recover. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { type SampleWeb, sampleFolder, serveSampleWeb } from '../../cli/sample-web.ts';

/** How a site fails. */
export type Failure = 'error' | 'reset' | 'login' | 'forbidden';

/** A web that can be changed while it is served. */
export interface LivingWeb {
  web: SampleWeb;
  /** Adds a paragraph to a page. */
  edit(page: string, day: string): void;
  /** A new post of the WordPress site; gives its path. */
  addPost(number: number, day: string): string;
  /** A new page of the hospital's site with an entry at the head of its list; gives its path. */
  addNews(number: number, day: string): string;
  /** Gives a page another path, to which the old one redirects. */
  move(page: string, to: string): void;
  remove(page: string): void;
  /** Sites that fail until they are taken out again. */
  failing: Map<string, Failure>;
}

/** Serves a copy of the sample web that lies in `folder`, and writes the registry into `dataDir`. */
export async function livingWeb(folder: string, dataDir: string): Promise<LivingWeb> {
  const sitesDir = join(folder, 'sites');
  mkdirSync(folder, { recursive: true });
  cpSync(join(sampleFolder(), 'sites'), sitesDir, { recursive: true });
  const failing = new Map<string, Failure>();
  const web = await serveSampleWeb({
    dataDir,
    sitesDir,
    instead: (site, _request, response) => {
      const how = failing.get(site);
      if (how) fail(how, response);
      return how !== undefined;
    },
  });
  const change = (file: string, how: (text: string) => string): void => {
    writeFileSync(join(sitesDir, file), how(readFileSync(join(sitesDir, file), 'utf8')));
    web.reload();
  };
  const create = (file: string, text: string): void => {
    writeFileSync(join(sitesDir, file), text);
    web.reload();
  };
  return {
    web,
    failing,
    edit: (page, day) =>
      change(
        page,
        (text) => `${touched(text, day)}<p>Tillegg ${day}: Utvalget ba om en ny gjennomgang til våren.</p>\n`,
      ),
    addPost(number, day) {
      const path = `/${day.slice(0, 4)}/${day.slice(5, 7)}/nytt-fra-utvalet-${number}/`;
      create(`telemark/pages/nytt-${number}.html`, post(path, number, day));
      return path;
    },
    addNews(number, day) {
      const path = `/om-oss/nyheter/utvalget-motes-${number}/`;
      create(`helse-nt/pages/nytt-${number}.html`, news(path, number, day));
      const entry = `<li><a href="${path}">Utvalget møtes om sak ${number}</a> <span>${norwegian(day)}</span></li>`;
      change('helse-nt/pages/nyheter.html', (text) => touched(text, day).replace('<ul class="liste">', `$&\n${entry}`));
      return path;
    },
    move(page, to) {
      const old = /^path: (.*)$/m.exec(readFileSync(join(sitesDir, page), 'utf8'))?.[1] ?? '';
      const settings = join(page.split('/')[0] ?? '', 'site.yaml');
      change(settings, (text) =>
        text.includes('\nredirects:\n')
          ? text.replace('\nredirects:\n', `\nredirects:\n  ${old}: ${to}\n`)
          : `${text}redirects:\n  ${old}: ${to}\n`,
      );
      change(page, (text) => text.replace(`path: ${old}`, `path: ${to}`));
    },
    remove(page) {
      rmSync(join(sitesDir, page));
      web.reload();
    },
  };
}

function fail(how: Failure, response: ServerResponse): void {
  if (how === 'reset') response.destroy();
  else if (how === 'login')
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end('<title>Logg inn</title><h1>Logg inn</h1><form><input type="password" name="passord"></form>');
  else response.writeHead(how === 'error' ? 500 : 403).end('<h1>Feil</h1>');
}

/** With the page's time of change brought up to date, wherever it says one. */
function touched(text: string, day: string): string {
  return text
    .replace(/^modified: .*$/m, `modified: ${day}T08:00:00Z`)
    .replace(/(wordpress: \{.*modified: ")[^"]*"/, `$1${day}T08:00:00"`);
}

function norwegian(day: string): string {
  return day.split('-').toReversed().join('.');
}

function post(path: string, number: number, day: string): string {
  return `---
path: ${path}
title: Helsefellesskapet i Telemark om sak ${number}
summary: Nytt frå utvalet.
shown: ${norwegian(day)}
iso: ${day}T08:00:00+01:00
wordpress: {id: ${9000 + number}, type: post, date: "${day}T07:00:00", modified: "${day}T07:00:00"}
---
<p>Strategisk samarbeidsutval i helsefellesskapet handsama sak ${number}, og kommunane og sjukehuset vart samde om vegen vidare for pasientane.</p>
<p>Saka kjem opp att når kommunane har sagt kva dei meiner, og utvalet bad om at brukarane blir høyrde.</p>
`;
}

function news(path: string, number: number, day: string): string {
  return `---
path: ${path}
title: Utvalget møtes om sak ${number}
lead: Helsefellesskapet tar opp samarbeidet om pasientene.
published: ${norwegian(day)}
modified: ${day}T08:00:00Z
---
<p>Strategisk samarbeidsutvalg i helsefellesskapet tar opp sak ${number}, der kommunene og sykehuset skal bli enige om veien videre.</p>
<p>Saken kommer tilbake når kommunene har sagt hva de mener, og utvalget ba om at brukerne blir hørt.</p>
`;
}
