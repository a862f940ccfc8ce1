/**
 * Eleventy's configuration. `buildSite` uses it through the programmatic interface; it also runs by itself:
 * `SAMLA_DATA=data node --import tsx node_modules/@11ty/eleventy/cmd.cjs --config=site/eleventy.config.ts`.
 */
import type { UserConfig } from '@11ty/eleventy';
import { bundledData } from '../scraper/index.ts';
import type { SiteData } from './page.ts';
import { readSiteData } from './site-data.ts';
import { copyStaticFiles } from './static-files.ts';

const noCode = (): never => {
  throw new Error('front matter must not hold code');
};

/** Sets Eleventy up for a site of these data. Scraped text is data: no template engine ever sees it (STANDARDS C2.1). */
export function configure(config: UserConfig, samla: SiteData): void {
  config.addGlobalData('samla', samla);
  config.addExtension('11ty.ts', { key: '11ty.js' });
  config.setTemplateFormats(['11ty.ts']);
  config.setFrontMatterParsingOptions({ engines: { js: noCode, javascript: noCode, node: noCode } });
  config.setUseGitIgnore(false);
  config.setQuietMode(true);
}

/** What Eleventy is told besides: no engine for Markdown or HTML files, and pages are only in `pages/`. */
export const eleventyDirs = {
  markdownTemplateEngine: false,
  htmlTemplateEngine: false,
  dir: { input: 'site/pages', includes: '../_includes', data: '../_data', output: '_site' },
} as const;

/** Eleventy's entry when it is run by itself. */
export default async function config(eleventy: UserConfig): Promise<typeof eleventyDirs> {
  const dataDir = process.env.SAMLA_DATA ?? bundledData();
  const samla = await readSiteData(dataDir, process.env.SAMLA_BASE_URL);
  configure(eleventy, samla);
  eleventy.on('eleventy.after', ({ directories }) => copyStaticFiles(dataDir, directories.output, samla));
  return eleventyDirs;
}
