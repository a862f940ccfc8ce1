/**
 * Rebuilds killed with SIGKILL at moments spread over a whole night: the next one must go on, end with what an undisturbed night publishes, keep it on the
 * branch, and leave nothing half made. Times and record ids differ between any two nights; they are left out of the comparison.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveSampleWeb } from '../../cli/sample-web.ts';
import { Claims } from './claims.ts';

const CLI = join(import.meta.dirname, '../../cli/samla.js');

/** Kills so many nights; gives the claims. */
export async function killedNights(kills: number): Promise<Claims> {
  const root = mkdtempSync(join(tmpdir(), 'samla-killed-'));
  const claims = new Claims();
  const web = await serveSampleWeb({ dataDir: join(root, 'registry') });
  try {
    const started = Date.now();
    const reference = machine(root, 'reference');
    const code = await ended(start(reference));
    claims.that(code === 0 || code === 3, `the undisturbed night ended with ${code}`);
    const whole = Date.now() - started;
    for (let round = 1; round <= kills; round += 1) {
      const at = machine(root, `round-${round}`);
      const child = start(at);
      const moment = Math.round(((round * 0.618_033_988_75) % 1) * whole);
      const timer = setTimeout(() => child.kill('SIGKILL'), moment);
      await ended(child);
      clearTimeout(timer);
      const next = await ended(start(at));
      const after = `killed after ${moment} ms of ${whole}: `;
      claims.that(next === 0 || next === 3, `${after}the next night ended with ${next}`);
      claims.that(
        essenceOf(at) === essenceOf(reference),
        `${after}what is published differs from an undisturbed night`,
      );
      claims.that(isKept(at), `${after}the branch doesn't hold what is published`);
      claims.that(leftovers(at).length === 0, `${after}left behind: ${leftovers(at).join(' ')}`);
      claims.that(existsSync(join(at, 'site', 'index.html')), `${after}no site`);
      rmSync(at, { recursive: true });
    }
    console.log(`${kills} nights killed, an undisturbed one took ${(whole / 1000).toFixed(1)} s`);
    return claims;
  } finally {
    await web.close();
    rmSync(root, { recursive: true, force: true });
  }
}

function machine(root: string, name: string): string {
  const at = join(root, name);
  execFileSync('git', ['init', '-q', '-b', 'main', at]);
  cpSync(join(root, 'registry'), join(at, 'data'), { recursive: true });
  return at;
}

function start(at: string): ChildProcess {
  const dirs = ['--data', join(at, 'data'), '--captures', join(at, 'captures'), '--out', join(at, 'site')];
  const env = { ...process.env, SAMLA_CHROMIUM: '' };
  return spawn(process.execPath, [CLI, 'rebuild', ...dirs, '--allow-private'], { stdio: 'ignore', env });
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((done) => child.once('exit', (code) => done(code)));
}

function essenceOf(at: string): string {
  return ['items.ndjson', 'meetings.ndjson', 'communities.json', 'sources.json']
    .map((name) => readFileSync(join(at, 'data', 'published', name), 'utf8'))
    .join('\n')
    .replace(/"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z"/g, '"(time)"')
    .replace(/urn:uuid:[0-9a-f-]+/g, '(id)')
    .replace(/"receipt": \{[^}]*\}/g, '"receipt": {}');
}

function isKept(at: string): boolean {
  const kept = execFileSync('git', ['-C', at, 'show', 'data:items.ndjson'], { encoding: 'utf8', maxBuffer: 1e9 });
  return kept === readFileSync(join(at, 'data', 'published', 'items.ndjson'), 'utf8');
}

function leftovers(at: string): string[] {
  const names = readdirSync(at, { recursive: true }).map(String);
  return names.filter((name) => !name.startsWith('.git/') && /\.(?:part|next|tmp)$|\.published-|\.lock$/.test(name));
}
