/** WordPress' REST interface (`/wp-json/wp/v2/`): its collections, what has changed in them, and which posts still stand. */
import { canonicalAddress } from './address.ts';
import { isDocumentAddress } from './document-address.ts';
import { isRecord, tryJson } from './feed-entries.ts';
import type { Hint } from './known-page.ts';
import { fold } from './page-links.ts';
import type { Answer, Ask, Finding, Place, PostRecord, RecordName } from './platform.ts';

/** The media type that a stored post carries. */
export const POST_TYPE = 'application/vnd.samla.wordpress-post+json';

/** Kept of a post: no author, no links of the interface, nothing that plugins add and change by themselves. */
const FIELDS = [
  'id',
  'date',
  'date_gmt',
  'modified',
  'modified_gmt',
  'slug',
  'status',
  'type',
  'link',
  'parent',
  'title',
  'content',
  'excerpt',
];
/** Enough to see what is new, changed, moved or no more. WordPress drops trashed posts from its lists without a word. */
const NAME_FIELDS = ['id', 'link', 'modified_gmt'];
const KINDS = ['pages', 'posts'];
const MEDIA_FIELDS = ['id', 'source_url', 'title'];
const PER_PAGE = 100;

/** The collections under an interface's root, which may be a path or a query (`?rest_route=/`): whole where nothing is known of them yet, else their names. */
export function collections(root: string, place: Place): Ask[] {
  const whole = KINDS.filter((kind) => versionsOf(kind, place).length === 0);
  return [
    ...whole.flatMap((kind) => askFor(`${root}wp/v2/${kind}`, fullQuery(1))),
    ...KINDS.flatMap((kind) => askFor(`${root}wp/v2/${kind}`, query(1, NAME_FIELDS))),
    ...mediaLibrary(root, place),
  ];
}

/** Asked for as a feed of files: a closed one closes no other way. A source that is but a part of its site has no library of its own. */
function mediaLibrary(root: string, place: Place): Ask[] {
  if (!place.isPage(new URL('/wp-content/uploads/x', root).href)) return [];
  const asks = askFor(`${root}wp/v2/media`, `${query(1, MEDIA_FIELDS)}&media_type=application`);
  return asks.map((ask) => ({ ...ask, role: 'feed' }));
}

/** Whether an address is that of the library. */
export function isMediaLibrary(url: string): boolean {
  return /\/wp\/v2\/media[?&]per_page=/.test(url);
}

/** The library's documents. Their upload is not their publishing, so no date is taken from it. */
export function readMedia(answer: Answer, place: Place): Finding {
  const files = tryJson(answer.text);
  if (!Array.isArray(files)) return { asks: [], records: [], isClosed: true };
  const asks = files.filter(isRecord).flatMap((file): Ask[] => {
    const url = canonicalAddress(String(file.source_url ?? ''));
    if (!url || !isDocumentAddress(url) || !place.isPage(url)) return [];
    const text = titleOf(file);
    return [{ url, role: 'document', hint: { from: answer.url, via: 'api', ...(text && { text }) } }];
  });
  return { asks: [...asks, ...nextPage(answer, files.length)], records: [] };
}

function askFor(collection: string, search: string, isPassing = false): Ask[] {
  const url = canonicalAddress(`${collection}${collection.includes('?') ? '&' : '?'}${search}`);
  return url ? [{ url, role: 'api', ...(isPassing && { isPassing }) }] : [];
}

function fullQuery(page: number): string {
  return query(page, FIELDS);
}

/** By id, because the order must not change while pages are turned. */
function query(page: number, fields: string[]): string {
  return `per_page=${PER_PAGE}&page=${page}&orderby=id&order=asc&_fields=${fields.join(',')}`;
}

/** Reads a page of a collection: posts with their content, or names alone. */
export function readCollection(answer: Answer, place: Place): Finding {
  const posts = tryJson(answer.text);
  if (!Array.isArray(posts)) return { asks: [], records: [], isClosed: true };
  const collection = collectionOf(answer.url);
  const next = nextPage(answer, posts.length);
  if (!answer.url.endsWith(`_fields=${NAME_FIELDS.join(',')}`)) {
    const records = posts.filter(isRecord).flatMap((post) => toRecord(post, collection) ?? []);
    return { asks: next, records };
  }
  const names = posts.filter(isRecord).flatMap((post) => nameOf(post, collection) ?? []);
  return { asks: [...asksForChanged(names, collection, place), ...next], records: [], names };
}

/** `https://example.no/wp-json/wp/v2/posts` of any page of it. */
function collectionOf(url: string): string {
  return url.replace(/[?&]per_page=.*$/, '');
}

function nextPage({ url, role, headers, isPassing }: Answer, length: number): Ask[] {
  const page = Number(/[?&]page=(\d+)/.exec(url)?.[1] ?? 1);
  const total = Number(headers['x-wp-totalpages'] ?? (length === PER_PAGE ? page + 1 : page));
  if (page >= total) return [];
  const next = url.replace(/([?&]page=)\d+/, `$1${page + 1}`);
  return [{ url: next, role, ...(isPassing && { isPassing }) }];
}

function kindOf(collection: string): string {
  return /(?<!\w)(\w+)\/?$/.exec(collection)?.[1] ?? 'posts';
}

function nameOf(post: Record<string, unknown>, collection: string): RecordName | undefined {
  const url = canonicalAddress(String(post.link ?? ''));
  return url ? { key: `${kindOf(collection)}/${post.id}`, version: utc(post.modified_gmt) ?? '', url } : undefined;
}

/**
 * Where the posts are to be had that aren't known as they are named. The newer ones by `modified_after` (in UTC with its Z: without one
 * WordPress takes it for the site's own time); the others, which an interrupted run has left or a page has moved with its parent, by id.
 */
function asksForChanged(names: RecordName[], collection: string, place: Place): Ask[] {
  const newest = versionsOf(kindOf(collection), place).at(-1);
  if (newest === undefined) return [];
  const changed = names.filter((name) => place.isPage(name.url) && !isSame(name, place.records?.get(name.key)));
  const newer = changed.filter(({ version }) => version > newest);
  const ids = changed.filter((name) => !newer.includes(name)).map(({ key }) => key.replace(/^.*\//, ''));
  return [
    ...(newer.length > 0 ? askFor(collection, `${fullQuery(1)}&modified_after=${newest}`, true) : []),
    ...(ids.length > 0 ? askFor(collection, `${fullQuery(1)}&include=${ids.join(',')}`, true) : []),
  ];
}

function isSame(name: RecordName, known: RecordName | undefined): boolean {
  return known !== undefined && name.version !== '' && known.version === name.version && known.url === name.url;
}

/** Times of change of all that is known of a collection, oldest first. */
function versionsOf(kind: string, place: Place): string[] {
  const known = [...(place.records?.values() ?? [])].filter(
    ({ key, version }) => key.startsWith(`${kind}/`) && version !== '',
  );
  return known.map(({ version }) => version).sort();
}

function toRecord(post: Record<string, unknown>, collection: string): PostRecord | undefined {
  const name = nameOf(post, collection);
  if (!name || (post.status !== undefined && post.status !== 'publish')) return undefined;
  const kept = Object.fromEntries(
    FIELDS.filter((field) => post[field] !== undefined).map((field) => [field, post[field]]),
  );
  const hint = hintOf(post, `${collection}/${post.id}`);
  return { ...name, mediaType: POST_TYPE, body: JSON.stringify(kept), hint, html: rendered(post.content) };
}

/** From the post's own place in the interface: what it says replaces what it said, and nothing else. */
function hintOf(post: Record<string, unknown>, from: string): Hint {
  const title = titleOf(post);
  const published = utc(post.date_gmt);
  const updated = utc(post.modified_gmt);
  return {
    from,
    via: 'api',
    ...(title && { text: title }),
    ...(published && { published }),
    ...(updated && { updated }),
  };
}

function titleOf(post: Record<string, unknown>): string {
  return fold(rendered(post.title).replace(/<[^>]*>/g, ''));
}

function rendered(value: unknown): string {
  return isRecord(value) && typeof value.rendered === 'string' ? value.rendered : '';
}

/** WordPress' GMT times lack the Z that they mean. */
function utc(value: unknown): string | undefined {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(value) ? `${value}Z` : undefined;
}
