/** How the repository grows: nights of published data on the data branch, packed as git packs them, against what one night alone takes. */
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepData } from '../../cli/rebuild/data-branch.ts';
import { writeHeartbeat } from '../../cli/rebuild/heartbeat.ts';
import { sampleFolder } from '../../cli/sample-web.ts';
import { Claims } from './claims.ts';

/** Items published on the first night, and what a night brings: two new ones and five edited, every third night none. */
const ITEMS = 2000;

/** Publishes for so many nights and prints the packed bytes; gives the claims. */
export async function growth(nights = 90, items = ITEMS): Promise<Claims> {
  const root = mkdtempSync(join(tmpdir(), 'samla-growth-'));
  const claims = new Claims();
  try {
    execFileSync('git', ['init', '-q', '-b', 'main', root]);
    const folder = join(root, 'published');
    mkdirSync(folder);
    const text = words();
    const lines = Array.from({ length: items }, (_, n) => lineOf(n, 1, text));
    const sizes: number[] = [];
    let commits = 0;
    for (let night = 0; night < nights; night += 1) {
      if (night > 0 && night % 3 !== 0) change(lines, night, text);
      write(folder, lines, night);
      const now = new Date(Date.UTC(2026, 0, 1 + night, 3));
      const kept = await keepData({ repository: root, branch: 'data' }, folder, now);
      if (kept.changed) commits += 1;
      claims.that(
        kept.changed === (night === 0 || night % 3 !== 0),
        `night ${night}: ${kept.changed ? 'committed without a change' : 'a change was not committed'}`,
      );
      await writeHeartbeat(
        { repository: root, branch: 'heartbeat' },
        { 'heartbeat.json': `${JSON.stringify({ at: now })}\n` },
        now,
      );
      if (night === 0 || night % 30 === 29 || night === nights - 1) sizes.push(packed(root));
    }
    const [first = 0, ...later] = sizes;
    const last = later.at(-1) ?? 0;
    const count = Number(execFileSync('git', ['-C', root, 'rev-list', '--count', 'data'], { encoding: 'utf8' }));
    const mb = (bytes: number): string => (bytes / 1e6).toFixed(2);
    console.log(
      `growth: ${items} items; packed ${mb(first)} MB after the first night, ${later.map(mb).join(', ')} MB after every 30; ` +
        `${commits} nights committed, ${count} commits kept, ${((last - first) / Math.max(1, nights - 1) / 1e3).toFixed(1)} kB a night`,
    );
    claims.that(last < first * 2, `the repository doubled: ${first} bytes to ${last}`);
    claims.that(nights < 60 || count < commits, 'no night was merged into its month');
    return claims;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function change(lines: string[], night: number, text: readonly string[]): void {
  for (let n = 0; n < 5; n += 1) {
    const at = (night * 37 + n * 211) % lines.length;
    lines[at] = lineOf(at, night + 1, text);
  }
  lines.push(lineOf(lines.length, 1, text), lineOf(lines.length + 1, 1, text));
}

function write(folder: string, lines: readonly string[], night: number): void {
  writeFileSync(join(folder, 'items.ndjson'), `${lines.join('\n')}\n`);
  if (night > 0 && night % 3 !== 0)
    appendFileSync(
      join(folder, 'changes.ndjson'),
      Array.from({ length: 7 }, (_, n) => `{"seq":${night * 7 + n},"type":"changed"}\n`).join(''),
    );
}

/** Bytes of the packs once everything that nothing names any more is gone, as a server keeps them. */
function packed(root: string): number {
  const git = (...args: string[]) => execFileSync('git', ['-C', root, ...args], { encoding: 'utf8' });
  git('reflog', 'expire', '--expire=now', '--all');
  git('gc', '--quiet', '--prune=now');
  return Number(/size-pack: (\d+)/.exec(git('count-objects', '-v'))?.[1] ?? 0) * 1024;
}

/** Words of the sample web, so that texts pack about as texts do. */
function words(): string[] {
  const folder = join(sampleFolder(), 'sites', 'telemark', 'pages');
  const text = ['fullt-hus', 'ny-avtale', 'romjulen', 'referat', 'om-helsefellesskapet'].map((name) =>
    readFileSync(join(folder, `${name}.html`), 'utf8').replace(/<[^>]*>/g, ' '),
  );
  return [...new Set(text.join(' ').split(/[^\p{L}-]+/u))].filter((word) => word.length > 2);
}

/** An item of about 3 kB; its revision changes a sentence of it. */
function lineOf(number: number, revision: number, vocabulary: readonly string[]): string {
  const sentence = (n: number): string => {
    let state = Math.imul(number * 64 + n + 1, 2_654_435_761) >>> 0;
    return Array.from({ length: 14 }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return vocabulary[(state >>> 8) % vocabulary.length];
    }).join(' ');
  };
  const body = Array.from({ length: 28 }, (_, n) => sentence(n === revision % 28 ? 28 + revision : n));
  const id = `prove-${String(number).padStart(6, '0')}`;
  return JSON.stringify({ id, title: sentence(60), body: `${body.join('. ')}.`, revision });
}
