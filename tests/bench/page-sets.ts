/** The pages that reading is measured on, with what is known to stand on them: the page fixtures and the sample web. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerOf } from '../../cli/sample-web/routes.ts';
import { readSampleSite } from '../../cli/sample-web/sample-site.ts';
import { decodeText } from '../../normalizer/charset.ts';
import type { Truth } from '../sample/score.ts';
import type { RawPage } from './readers.ts';

/** A page with its title, what its text must hold and what it must not. */
export interface KnownPage extends RawPage {
  title: string;
  includes: readonly string[];
  excludes: readonly string[];
}

const FIXTURES = join(import.meta.dirname, '../fixtures/pages');
const SAMPLE = join(import.meta.dirname, '../../data/sample');

/** Some thirty templates that no two real sites share, written for the tests. */
export function fixturePages(): KnownPage[] {
  return readdirSync(FIXTURES).map((name) => {
    const bytes = readFileSync(join(FIXTURES, name, 'page.html'));
    const { title, includes, excludes } = JSON.parse(readFileSync(join(FIXTURES, name, 'expected.json'), 'utf8'));
    return { url: `https://proven.example.no/nytt/${name}`, bytes, html: decodeText(bytes), title, includes, excludes };
  });
}

/** The sample web's pages that its truth tells of, each as its site answers. */
export function samplePages(): KnownPage[] {
  const names = readdirSync(join(SAMPLE, 'sites'));
  const addresses = Object.fromEntries(names.map((name) => [name, `https://${name}.example.no`]));
  const sites = new Map(names.map((name) => [name, readSampleSite(join(SAMPLE, 'sites', name))]));
  const { items } = JSON.parse(readFileSync(join(SAMPLE, 'truth.json'), 'utf8')) as Truth;
  return items.flatMap(({ site: name, path, title = '', bodyIncludes = [], bodyExcludes = [] }) => {
    const site = sites.get(name);
    const url = new URL(path, addresses[name]);
    if (site === undefined) return [];
    const { headers, body } = answerOf(site, url, addresses);
    if (!headers['content-type']?.startsWith('text/html')) return [];
    return [
      { url: url.href, bytes: body, html: decodeText(body), title, includes: bodyIncludes, excludes: bodyExcludes },
    ];
  });
}
