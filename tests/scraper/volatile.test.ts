import { afterEach, describe, expect, test } from 'vitest';
import { pageLinks } from '../../scraper/page-links.ts';
import { steadyDigest } from '../../scraper/volatile.ts';
import { page, TEXT, workshop } from './gather.ts';
import { mockServer } from './mock-server.ts';

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

describe('a page is the same when', () => {
  test.each([
    ['a comment tells when it was made', '<p>Møte</p><!-- 22:01 -->', '<p>Møte</p><!-- 22:02 -->'],
    ['a script has a new nonce', '<script nonce="a">x</script><p>Møte</p>', '<script nonce="b">y</script><p>Møte</p>'],
    [
      'a hidden input has a new token',
      '<input type="hidden" name="__VIEWSTATE" value="1">',
      '<input type="hidden" name="__VIEWSTATE" value="2">',
    ],
    ['a meta tag has a new token', '<meta name="csrf-token" content="a">', '<meta name="csrf-token" content="b">'],
    [
      'its style sheet has a new version',
      '<link rel="stylesheet" href="a.css?v=1">',
      '<link rel="stylesheet" href="a.css?v=2">',
    ],
    ['a link bears a new nonce', '<a href="/x/?id=1&_wpnonce=a">x</a>', '<a href="/x/?id=1&_wpnonce=b">x</a>'],
    [
      'an id is generated',
      '<div id="acc-1"><p aria-controls="acc-1">Møte</p></div>',
      '<div id="acc-2"><p aria-controls="acc-2">Møte</p></div>',
    ],
    ['it is indented anew', '<p>Møte</p>\n<p>Sted</p>', '<p>Møte</p>\n\n  <p> Sted</p>'],
  ])('%s', (_, one, two) => {
    expect(steadyDigest(one)).toBe(steadyDigest(two));
  });
});

describe('a page has changed when', () => {
  test.each([
    ['a word has', '<p>Møte 3. mai</p>', '<p>Møte 4. mai</p>'],
    ['a heading has become a paragraph', '<h2>Møte</h2>', '<p>Møte</p>'],
    ['a document has another address', '<a href="/a.pdf">Referat</a>', '<a href="/b.pdf">Referat</a>'],
    ['a document has another version', '<a href="/a.pdf?v=1">Referat</a>', '<a href="/a.pdf?v=2">Referat</a>'],
    [
      'the time of its change has',
      '<meta property="article:modified_time" content="2025-01-01">',
      '<meta property="article:modified_time" content="2025-01-02">',
    ],
    [
      'a machine-readable date has',
      '<time datetime="2025-01-01">i fjor</time>',
      '<time datetime="2025-02-01">i fjor</time>',
    ],
    [
      'its JSON-LD has',
      '<script type="application/ld+json">{"dateModified":"1"}</script>',
      '<script type="application/ld+json">{"dateModified":"2"}</script>',
    ],
    ['a word follows a script', '<script>a</script><p>Møte</p>', '<script>a</script><p>Avlyst</p>'],
  ])('%s', (_, one, two) => {
    expect(steadyDigest(one)).not.toBe(steadyDigest(two));
  });
});

test('hostile markup costs no more than its length', () => {
  const started = performance.now();
  for (const piece of ['<!--', '<script>', '<a href="?', '<svg>', '<p data-token=x '])
    for (const read of [steadyDigest, (html: string) => pageLinks(html, 'https://example.no/')])
      read(piece.repeat(200_000));
  expect(performance.now() - started).toBeLessThan(10_000);
});

test('a page that differs only in its token is not stored again, and counts as unchanged', async () => {
  let token = 0;
  const server = await mockServer({
    '/nytt/': page('Nytt', '<ul><li><a href="/nytt/a/">Sak a om samarbeidet</a></li></ul>'),
    '/nytt/a/': (_, response) => {
      token += 1;
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(page('Sak a', `${TEXT}<form><input type="hidden" name="token" value="${token}"></form>`));
    },
  });
  const shop = await workshop({ id: 'nytt', url: `${server.origin}/nytt/`, platform: 'generic' });
  open.push(server.close, shop.remove);
  const day = (n: number) => ({ full: true, now: () => new Date(Date.UTC(2026, 10, n, 3)) });
  await shop.runOne(day(1));
  const [, before] = await shop.pages();
  expect(await shop.runOne(day(2))).toMatchObject({ state: 'unchanged', receipt: { stored: 0 } });
  const [, after] = await shop.pages();
  expect(token).toBe(2);
  expect(after).toMatchObject({ capture: before!.capture, digest: before!.digest, unchanged: 1 });
});
