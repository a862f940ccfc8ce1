/** What a page as a whole says before its sentences are read: its subject, its own dates, whose it is. */
import type { DateContext } from '../dates/find-dates.ts';
import { readableFileName } from '../dates/find-dates.ts';
import type { Page } from '../page.ts';
import type { Known } from '../rule.ts';
import { BodyFinder, type BodyHit, speaksOfHelsefellesskap } from './bodies.ts';

/** The surroundings that all readings of one page share. */
export interface Scene {
  page: Page;
  title: string;
  finder: BodyFinder;
  /** The one body that the title, or else the address, is about. */
  subject?: BodyHit;
  /** Whether acronyms that the community doesn't list can be trusted here. */
  ours: boolean;
  /** Acronyms that mean something else on this page. */
  foreign: ReadonlySet<string>;
  dates: DateContext;
}

const finders = new WeakMap<Page['community'], BodyFinder>();

/** Sets the scene from the page and what other rules have read. */
export function setScene(page: Page, known: Known): Scene {
  const title = text(known.title?.value) || page.head.title || '';
  const finder = finders.get(page.community) ?? new BodyFinder(page.community);
  finders.set(page.community, finder);
  const path = pathOf(page.url);
  const published = text(known.published?.value);
  const updated = text(known.updated?.value);
  const ours = page.source.scope === 'community' || page.blocks.some((block) => speaksOfHelsefellesskap(block.text));
  const scene: Scene = {
    page,
    title,
    finder,
    foreign: new Set(page.blocks.flatMap((block) => finder.foreignAcronyms(block.text))),
    ours: ours || speaksOfHelsefellesskap(title),
    dates: { title, path, ...(published ? { published } : {}), ...(updated ? { updated } : {}) },
  };
  const subject = subjectOf(scene);
  return subject ? { ...scene, subject } : scene;
}

/** The bodies of a text that may be believed on this page. */
export function bodiesIn(text: string, scene: Scene): BodyHit[] {
  return scene.finder
    .find(text)
    .filter((hit) => (!hit.unsure || scene.ours) && !scene.foreign.has(text.slice(hit.index, hit.end)));
}

/** The one body that a heading is about; none when it names several or somebody else's. */
export function soleBody(text: string, scene: Scene): BodyHit | undefined {
  return sole(bodiesIn(text, scene));
}

/** «Fellesmøte for fagrådene»: a gathering of committees is the gathering's. */
const GATHERINGS: ReadonlySet<string> = new Set(['partnerskapsmote', 'dialogmote', 'fellesmote', 'konferanse']);

function sole(hits: readonly BodyHit[]): BodyHit | undefined {
  const bodies = new Set(hits.map((hit) => hit.body));
  const [hit] = hits;
  if (hit?.body && GATHERINGS.has(hit.body) && hits.slice(1).every(({ body }) => body && !GATHERINGS.has(body))) return hit;
  return bodies.size === 1 && hit?.body ? (hits.find((each) => each.area) ?? hit) : undefined;
}

function subjectOf(scene: Scene): BodyHit | undefined {
  const inTitle = bodiesIn(scene.title, scene);
  if (inTitle.length > 0) return sole(inTitle);
  const slug = readableFileName(scene.page.url);
  return sole(scene.finder.findPlain(slug).filter((hit) => !hit.unsure || scene.ours));
}

/** The decoded path of an address; '' when it can't be read. */
export function pathOf(url: string): string {
  try {
    return decodeURI(new URL(url).pathname);
  } catch {
    // Not an address, or a stray per cent sign: nothing can be learnt from it.
    return '';
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
