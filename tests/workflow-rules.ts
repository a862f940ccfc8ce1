/** What a workflow must keep to (STANDARDS C2.16, C2.17), whoever writes the next one. */
import { parse } from 'yaml';

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
  env?: Record<string, unknown>;
}

interface Job {
  permissions?: Record<string, string>;
  'timeout-minutes'?: number;
  env?: Record<string, unknown>;
  steps?: Step[];
}

/** A workflow as its file says it. */
export interface Workflow {
  on: string | Record<string, unknown>;
  permissions?: unknown;
  concurrency?: { group?: string };
  env?: Record<string, unknown>;
  jobs: Record<string, Job>;
}

/** What a job that reads strangers' pages may do. */
const READING = { contents: 'read' };
/** What anything in a workflow may ask for at most. */
const ALLOWED = new Set([
  'contents: read',
  'contents: write',
  'issues: write',
  'actions: write',
  'pages: write',
  'id-token: write',
]);

/** Reads a workflow. */
export function parseWorkflow(text: string): Workflow {
  return parse(text) as Workflow;
}

/** Every rule that a workflow breaks, in a sentence each. */
export function brokenRules(text: string): string[] {
  const workflow = parseWorkflow(text);
  const jobs = Object.entries(workflow.jobs);
  return [
    ...(JSON.stringify(workflow.permissions) === '{}' ? [] : ['permissions: expected {} for the whole']),
    ...(workflow.concurrency?.group ? [] : ['concurrency: expected a group']),
    ...(['pull_request_target', 'workflow_run', 'issue_comment', 'issues'] as const)
      .filter((event) => eventsOf(workflow).includes(event))
      .map((event) => `on: ${event} runs with rights on what strangers write`),
    ...(workflow.env === undefined ? [] : ['env: expected none for the whole']),
    ...unpinned(text),
    ...jobs.flatMap(([name, job]) => brokenIn(job).map((rule) => `${name}: ${rule}`)),
  ];
}

function eventsOf({ on }: Workflow): string[] {
  return typeof on === 'string' ? [on] : Object.keys(on);
}

function unpinned(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => /\buses:/.test(line))
    .filter((line) => !/uses: actions\/[\w-]+(\/[\w-]+)*@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))
    .map((line) => `expected an action of GitHub's own, pinned by commit with its version behind: ${line.trim()}`);
}

function brokenIn({ permissions, 'timeout-minutes': minutes, env, steps = [] }: Job): string[] {
  const rights = Object.entries(permissions ?? {}).map(([what, right]) => `${what}: ${right}`);
  const reads = steps.some(({ run }) => run !== undefined && readsStrangers(run));
  const environment = JSON.stringify([env, ...steps.map((step) => step.env), ...steps.map((step) => step.with)]);
  return [
    ...(permissions === undefined ? ['expected permissions of its own'] : []),
    ...rights.filter((right) => !ALLOWED.has(right)).map((right) => `${right} is more than any job needs`),
    ...(Number.isInteger(minutes) ? [] : ['expected timeout-minutes']),
    ...steps.flatMap(({ run }) => (run?.includes('${{') ? [`an expression in a shell line: ${run}`] : [])),
    ...steps
      .filter(({ uses }) => uses?.startsWith('actions/checkout@'))
      .filter((step) => step.with?.['persist-credentials'] !== false)
      .map(() => 'checkout leaves credentials behind'),
    ...(/github\.event|github\.head_ref|inputs\./.test(environment) ? ['a value of the event reaches a step'] : []),
    ...(reads && JSON.stringify(permissions) !== JSON.stringify(READING)
      ? ['reads strangers’ pages with rights to write']
      : []),
    ...(reads && /secrets|github\.token|GITHUB_TOKEN|GH_TOKEN/.test(environment)
      ? ['reads strangers’ pages with a secret']
      : []),
  ];
}

/** Anything but the steps that only write or check reads what others wrote. */
function readsStrangers(run: string): boolean {
  if (!/rebuild|scrape|samla/.test(run)) return false;
  const steps = /--steps ([a-z,]+)/.exec(run)?.[1]?.split(',');
  return steps === undefined
    ? /rebuild|scrape/.test(run) && !run.startsWith('gh ')
    : steps.includes('scrape') || steps.includes('normalize');
}
