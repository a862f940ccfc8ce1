/** What a page as a whole says before its sentences are read: its subject, its own dates, whose it is. */
import { type DateContext, findDates, readableFileName } from '../dates/find-dates.ts';
import { documentFormat } from '../document-link.ts';
import { roleIn } from '../document-role.ts';
import type { Block, Page } from '../page.ts';
import type { Known } from '../rule.ts';
import { BodyFinder, type BodyHit, speaksOfHelsefellesskap } from './bodies.ts';
import { sentencesOf } from './sentences.ts';
import { hasWord, isWord, needing, wordsSource } from './words.ts';

/** The surroundings that all readings of one page share. */
export interface Scene {
  page: Page;
  title: string;
  finder: BodyFinder;
  /** The one body that the title, or else the address, is about. */
  subject?: BodyHit;
  /** The one gathering that the paragraphs below the title speak of. */
  lead?: BodyHit;
  /** The one body whose meetings the paragraphs below a title without any are about. */
  opening?: BodyHit;
  /** The one gathering that the address or a paper's name shortens: `sogndal-partnarskap`. */
  hinted?: BodyHit;
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
    dates: {
      title,
      path,
      ...(published ? { published } : {}),
      ...(updated ? { updated } : {}),
      ...printedOf(page, published ?? updated),
    },
  };
  const subject = subjectOf(scene);
  const lead = leadBody(scene);
  const opening = subject ? undefined : openingBody(scene);
  const hinted = subject || lead ? undefined : hintedBody(scene);
  return {
    ...scene,
    ...(subject ? { subject } : {}),
    ...(lead ? { lead } : {}),
    ...(opening ? { opening } : {}),
    ...(hinted ? { hinted } : {}),
  };
}

/** The days printed with their years, where the page has no day of its own. */
function printedOf({ blocks }: Page, own: string | undefined): Pick<DateContext, 'printed'> {
  if (own) return {};
  const days = blocks
    .filter(({ text }) => /(?:19|20)\d{2}/u.test(text))
    // By sentences, which are read anyhow.
    .flatMap(sentencesOf)
    .flatMap(({ text }) => findDates(text))
    .flatMap(({ kind, start, year }) => (kind === 'day' && year !== undefined && start?.length === 10 ? [start] : []));
  return days.length > 0 ? { printed: days } : {};
}

/** The bodies of a text that may be believed on this page. */
export function bodiesIn(text: string, scene: Scene): readonly BodyHit[] {
  const hits = scene.finder.find(text);
  if (hits.length === 0 || (scene.ours && scene.foreign.size === 0)) return hits;
  return hits.filter((hit) => (!hit.unsure || scene.ours) && !scene.foreign.has(text.slice(hit.index, hit.end)));
}

/** The one body that a heading is about; none when it names several or somebody else's. */
export function soleBody(text: string, scene: Scene): BodyHit | undefined {
  return sole(bodiesIn(text, scene), text);
}

/** «Fellesmøte for fagrådene»: a gathering of committees is the gathering's. */
const GATHERINGS: ReadonlySet<string> = new Set(['partnerskapsmote', 'dialogmote', 'fellesmote', 'konferanse']);

/** Whether all meet there, and not a committee. */
export function isGathering(body: BodyHit['body']): boolean {
  return body !== undefined && GATHERINGS.has(body);
}

function sole(hits: readonly BodyHit[], text: string): BodyHit | undefined {
  if (hits.length < 2) return hits[0]?.body ? hits[0] : undefined;
  const bodies = new Set(hits.map((hit) => hit.body));
  const [hit] = hits;
  const [, next] = hits;
  const isOfNext = hit && next && /^\s(?:for|med|mellom)\s$/iu.test(text.slice(hit.end, next.index));
  if (hit?.body && GATHERINGS.has(hit.body) && isOfNext) return hit;
  return bodies.size === 1 && hit?.body ? (hits.find((each) => each.area) ?? hit) : undefined;
}

function subjectOf(scene: Scene): BodyHit | undefined {
  const inTitle = bodiesIn(scene.title, scene);
  const isPlain = inTitle.every(({ body, name }) => body === undefined && isWord(name, 'conferences'));
  if (!isPlain) return sole(inTitle, scene.title);
  const conference = conferenceOf(scene);
  if (conference || inTitle.length > 0) return conference;
  const head = isPaperTitle(scene.title) ? headBody(scene) : undefined;
  if (head) return head;
  const slug = readableFileName(scene.page.url);
  return sole(
    scene.finder.findPlain(slug).filter((hit) => !hit.unsure || scene.ours),
    slug,
  );
}

/** «Eldrekonferansen 2027» above «Helsefellesskapet inviterer …»: a conference of the helsefellesskap by a name of its own. */
function conferenceOf(scene: Scene): BodyHit | undefined {
  const [name] = CONFERENCE.exec(scene.title) ?? [];
  if (name === undefined) return undefined;
  const isOurs = opensWith(scene)
    .flatMap(sentencesOf)
    .some(({ text }) => hostsIt(text) && !scene.finder.isForeign(text));
  return isOurs ? { body: 'konferanse', name, index: 0, end: scene.title.length, unsure: false } : undefined;
}

/** «Helsefellesskapet inviterer til …», «… i regi av helsefellesskapet»; «KS arrangerer konferanse om helsefellesskap» is another's. */
function hostsIt(text: string): boolean {
  if (!speaksOfHelsefellesskap(text)) return false;
  const [verb, by] = [HOSTS.exec(text), HOSTED_BY.exec(text)];
  if (by) return speaksOfHelsefellesskap(text.slice(by.index + by[0].length).slice(0, NEAR_HOST));
  return verb !== null && speaksOfHelsefellesskap(text.slice(0, verb.index));
}

/** So near behind «i regi av» the host is named. */
const NEAR_HOST = 50;
const HOSTS = needing('hosts', new RegExp(wordsSource('hosts'), 'iu'));
const HOSTED_BY = needing('hostedBy', new RegExp(wordsSource('hostedBy'), 'iu'));
const CONFERENCE = needing('conferences', new RegExp(wordsSource('conferences'), 'iu'));

/** «Referat», «Innkalling til møte»: whose it is stands in the first lines. */
function isPaperTitle(title: string): boolean {
  const role = roleIn(title)?.role;
  return role === 'minutes' || role === 'agenda';
}

function headBody(scene: Scene): BodyHit | undefined {
  const lines = scene.page.blocks
    .filter(({ kind, text }) => kind !== 'heading' || text !== scene.title)
    .slice(0, 6)
    .flatMap(({ text, term }) => text.split('\n').map((line) => (term ? `${term}: ${line}` : line)))
    .filter((line) => line.length < 90);
  for (const line of lines) {
    const hit = soleBody(line, scene);
    if (hit) return hit;
  }
  return undefined;
}

/** How many blocks from the title belong to a page's opening. */
const OPENING = 4;

/** The one body that the paragraphs below the title name: whose meeting «Onsdag 12. mars møttes lederne» tells of. */
function leadBody(scene: Scene): BodyHit | undefined {
  const hits = opensWith(scene).flatMap(({ text }) => (scene.finder.isForeign(text) ? [] : bodiesIn(text, scene)));
  const held = hits.filter(({ body }) => body && GATHERINGS.has(body));
  return new Set(held.map(({ body }) => body)).size === 1 ? held[0] : undefined;
}

/** A gathering whose name the last part of the address, or a linked paper's name, begins to say. */
function hintedBody({ page, finder, dates }: Scene): BodyHit | undefined {
  if (!dates.published) return undefined;
  const papers = page.blocks.flatMap(({ links }) => links).filter(({ url }) => documentFormat(url, '') !== undefined);
  const words = [page.url, ...papers.map(({ url }) => url)].flatMap((url) => readableFileName(url).split(/[\s-]+/u));
  const hits = words.flatMap((word) => finder.findShortened(word) ?? []).filter(({ body }) => isGathering(body));
  return new Set(hits.map(({ body }) => body)).size === 1 ? hits[0] : undefined;
}

/** The paragraphs of a page's opening; lines that are no longer than a byline or a caption take no place from them. */
export function opensWith({ page, title }: Scene): Block[] {
  const at = page.blocks.findIndex(({ kind, text }) => kind === 'heading' && text === title);
  let left = OPENING;
  const opening: Block[] = [];
  for (const block of page.blocks.slice(at + 1, at + 1 + 2 * OPENING)) {
    if (left === 0) break;
    const isText = block.kind === 'paragraph' || block.kind === 'caption' || block.kind === 'quote';
    if (isText) opening.push(block);
    if (!isText || block.text.length > LONGEST_LINE) left -= 1;
  }
  return opening;
}

/** Whether a block, with a day written out or not, is one of the opening's. */
export function isOpening({ index }: Block, scene: Scene): boolean {
  return opensWith(scene).some((block) => block.index === index);
}

/** A byline or a caption's line is no longer. */
const LONGEST_LINE = 60;

/** So much longer than a body's name a line of nothing else may be. */
const NAME_AND = 16;

/** «Strategisk samarbeidsutval møtest fire gonger i året» below «Møte i 2026»: whose the days further down are. */
function openingBody(scene: Scene): BodyHit | undefined {
  if (bodiesIn(scene.title, scene).length > 0 || hasWord(scene.title, 'otherGroups')) return undefined;
  const texts = opensWith(scene).map(({ text }) => text);
  const hits = texts.flatMap((text) => bodiesIn(text, scene));
  const [first] = hits;
  if (!first?.body || !hits.every(({ body, area }) => body === first.body && area === first.area)) return undefined;
  if (texts.some((text) => scene.finder.isForeign(text))) return undefined;
  const isPlan = hasWord(scene.title, 'calendar') || hasWord(scene.title, 'meeting');
  const isSaid = texts.some((text) => {
    const isShort = text.length <= first.end - first.index + NAME_AND;
    return bodiesIn(text, scene).length > 0 && (isShort || isPlan || hasWord(text, 'meeting'));
  });
  return isSaid ? first : undefined;
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
