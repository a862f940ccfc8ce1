import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { STEPS } from '../cli/rebuild/steps.ts';
import { brokenRules, parseWorkflow } from './workflow-rules.ts';

const root = join(import.meta.dirname, '..');
const folder = join(root, '.github', 'workflows');
const textOf = (file: string) => readFileSync(file, 'utf8');
const workflows = readdirSync(folder).map((name): [string, string] => [name, textOf(join(folder, name))]);
const manual = textOf(join(root, 'cli', 'rebuild', 'README.md'));
const fragments = [...manual.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match): [string, string] => [
  `the manual's fragment ${match.index}`,
  match[1] ?? '',
]);
/** What a stranger wrote, as a workflow would name it. */
const TITLE = `$${'{{'} github.event.issue.title }}`;
const rebuild = textOf(join(folder, 'rebuild.yml'));

describe('the workflows', () => {
  it.each([...workflows, ...fragments])('C2.16 %s keeps every rule', (_, text) => {
    expect(brokenRules(text)).toEqual([]);
  });

  it.each([
    ['a tag instead of a commit', (text: string) => text.replace(/checkout@[0-9a-f]{40}/, 'checkout@v4')],
    ['a commit without its version', (text: string) => text.replace(/ # v4\.2\.2/, '')],
    ['somebody else’s action', (text: string) => text.replace('actions/setup-node@', 'stranger/setup-node@')],
    ['an expression in a shell line', (text: string) => text.replace('npm ci --ignore-scripts', `echo ${TITLE}`)],
    ['a title in a variable', (text: string) => text.replace(/\$\{\{ github\.repository \}\}/, TITLE)],
    [
      'credentials left behind',
      (text: string) => text.replace('persist-credentials: false', 'persist-credentials: true'),
    ],
    ['rights for all', (text: string) => text.replace('permissions: {}', 'permissions: write-all')],
    ['no rights stated', (text: string) => text.replace('    permissions:\n      contents: read\n', '')],
    ['a gatherer that may write', (text: string) => text.replace('contents: read', 'contents: write')],
    [
      'a gatherer with a token',
      (text: string) =>
        text.replace('    timeout-minutes: 300', '    env:\n      GH_TOKEN: x\n    timeout-minutes: 300'),
    ],
    ['no end', (text: string) => text.replace('    timeout-minutes: 20\n', '')],
    ['two at once', (text: string) => text.replace('  group: rebuild\n', '  group: ""\n')],
    ['a trigger for strangers', (text: string) => text.replace('  workflow_dispatch:', '  pull_request_target:')],
  ])('would be found out with %s', (_, spoil) => {
    expect(spoil(rebuild)).not.toBe(rebuild);
    expect(brokenRules(spoil(rebuild))).not.toEqual([]);
  });

  it('name scripts and steps that there are', () => {
    const { scripts } = JSON.parse(textOf(join(root, 'package.json'))) as { scripts: Record<string, string> };
    for (const [, text] of [...workflows, ...fragments]) {
      const named = [...text.matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map((match) => match[1] ?? '');
      expect(named.filter((name) => !(name in scripts))).toEqual([]);
      const steps = [...text.matchAll(/--steps ([a-z,]+)/g)].flatMap((match) => (match[1] ?? '').split(','));
      expect(steps.filter((name) => !(name in STEPS))).toEqual([]);
    }
  });

  it('run every night at an odd minute, by hand as well, and work through every step in its order', () => {
    const { on, jobs } = parseWorkflow(rebuild);
    expect(on).toHaveProperty('workflow_dispatch');
    const [schedule] = (on as { schedule: { cron: string }[] }).schedule;
    expect(schedule?.cron).toMatch(/^\d?[13579] [0-5] \* \* \*$/);
    expect(schedule?.cron).not.toMatch(/^(0|15|30|45) /);
    const order = Object.keys(STEPS);
    const lines = Object.values(jobs).flatMap(({ steps = [] }) => steps.flatMap(({ run }) => run ?? []));
    const chosen = lines.map((line) => /--steps ([a-z,]+)/.exec(line)?.[1]?.split(',') ?? []);
    expect([...new Set(chosen.flat())].sort()).toEqual([...order].sort());
    for (const steps of chosen) expect(steps).toEqual(order.filter((name) => steps.includes(name)));
    expect(Object.keys(jobs)).toEqual(['gather', 'publish', 'build', 'deploy']);
  });

  it('test what the README says', () => {
    const command = /\*\*Test it\*\*:\n\n {4}(.*)\n/.exec(textOf(join(root, 'README.md')))?.[1];
    const lines = Object.values(parseWorkflow(textOf(join(folder, 'ci.yml'))).jobs).flatMap(({ steps = [] }) => steps);
    expect(lines.map(({ run }) => run)).toContain(command);
  });
});

describe('the units for systemd', () => {
  const unit = (name: string) => textOf(join(root, 'cli', 'rebuild', name));

  it('call the same command, end in time, and count a night with some failed sources as good', () => {
    expect(unit('samla.service')).toMatch(/^ExecStart=.* rebuild/m);
    expect(unit('samla.service')).toMatch(/^SuccessExitStatus=3$/m);
    expect(unit('samla.service')).toMatch(/^TimeoutStartSec=\d+h$/m);
  });

  it('come every night, with a spread, and make good a night that the machine slept through', () => {
    expect(unit('samla.timer')).toMatch(/^OnCalendar=\*-\*-\* 0?2:37$/m);
    expect(unit('samla.timer')).toMatch(/^RandomizedDelaySec=/m);
    expect(unit('samla.timer')).toMatch(/^Persistent=true$/m);
  });
});
