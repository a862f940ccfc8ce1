import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { ItemSchema } from '../normalizer/model.ts';
import {
  codeOf,
  filesBelow,
  type Import,
  importsIn,
  importsOf,
  ROOMS,
  roomOf,
  stemOf,
  textOf,
  urlOf,
} from './house-files.ts';

const imports = codeOf().flatMap(importsOf);
const arrow = ({ from, to }: Import) => `${from} imports ${to}`;

describe('the arrows between the rooms', () => {
  it('lead from cli over site and normalizer to scraper, never backwards', () => {
    const backwards = imports.filter(({ from, to }) => {
      const [home, away] = [roomOf(from), roomOf(to)];
      return home && away && ROOMS.indexOf(away) < ROOMS.indexOf(home);
    });
    expect(backwards.map(arrow)).toEqual([]);
  });

  it('lead through doors only', () => {
    const walls = imports.filter(({ from, to }) => roomOf(from) !== roomOf(to) && to !== `${roomOf(to)}/index.ts`);
    expect(walls.map(arrow)).toEqual([]);
  });

  it('lead to files that are there, named with their ending', () => {
    // site/search/write-index.ts writes this one beside the built page's scripts; the site's own tests open it.
    const files = new Set([...codeOf(), 'site/assets/spellings.js']);
    expect(imports.filter(({ to }) => !files.has(to)).map(arrow)).toEqual([]);
  });

  it('never run in a circle when the program runs', () => {
    expect(circles(imports.filter(({ typeOnly }) => !typeOnly))).toEqual([]);
  });

  it('are seen by this test in every way of writing them', () => {
    const text = `import a from '../scraper/a.ts';
import type { B } from './b.ts';
import {
  c,
} from './c.ts';
export * from './d.ts';
export type { E } from './e.ts';
import './f.ts';
const g = await import('./g.ts');
// import h from './h.ts';
/** import i from './i.ts' */
import { j } from 'node:fs';
`;
    const seen = importsIn('cli/x.ts', text).map(({ to, typeOnly }) => `${to}${typeOnly ? ' (type)' : ''}`);
    expect(seen).toEqual([
      'scraper/a.ts',
      'cli/b.ts (type)',
      'cli/c.ts',
      'cli/d.ts',
      'cli/e.ts (type)',
      'cli/f.ts',
      'cli/g.ts',
    ]);
    expect(
      circles([
        { from: 'a', to: 'b', typeOnly: false },
        { from: 'b', to: 'a', typeOnly: false },
      ]),
    ).toEqual(['a -> b -> a']);
  });
});

/** What every member of a shelf exports, and the fields that its contract demands. */
const SHELVES: Record<string, { exported: string; fields: Record<string, string> }> = {
  'scraper/platforms': {
    exported: 'default',
    fields: { detect: 'function', begin: 'function', read: 'function', closed: 'function' },
  },
  'normalizer/readers': {
    exported: 'default',
    fields: { mediaTypes: 'array', extensions: 'array', isolated: 'boolean', read: 'function' },
  },
  'normalizer/cleanups': { exported: 'default', fields: { purpose: 'string', clean: 'function' } },
  'normalizer/rules': { exported: 'default', fields: { needs: 'array', read: 'function' } },
  'normalizer/outputs': { exported: 'default', fields: { write: 'function' } },
  'cli/commands': { exported: 'command', fields: { summary: 'string', configure: 'function', run: 'function' } },
};
const membersOf = (shelf: string) => filesBelow(shelf).filter((file) => file.endsWith('.ts'));
const members = Object.keys(SHELVES).flatMap((shelf) =>
  membersOf(shelf).map((file): [string, string] => [file, shelf]),
);

describe('the shelves', () => {
  it.each([...Object.keys(SHELVES), 'scraper/transports'])(
    '%s holds members only, in no folders of its own',
    (shelf) => {
      const files = filesBelow(shelf);
      expect(files.length).toBeGreaterThan(0);
      expect(files.filter((file) => !/^[^/]+\/[^/]+\/[a-z0-9-]+\.ts$/.test(file))).toEqual([]);
    },
  );

  it('hold members that never import each other', () => {
    const shelves = [...Object.keys(SHELVES), 'scraper/transports'];
    const neighbours = imports.filter(({ from, to }) =>
      shelves.some((shelf) => from.startsWith(`${shelf}/`) && to.startsWith(`${shelf}/`)),
    );
    expect(neighbours.map(arrow)).toEqual([]);
  });

  it.each(members)('%s keeps its contract', async (file, shelf) => {
    const { exported, fields } = SHELVES[shelf]!;
    const module = (await import(urlOf(file))) as Record<string, unknown>;
    const member = module[exported] as Record<string, unknown> | undefined;
    const kinds = Object.keys(fields).map((field) => [field, kindOf(member?.[field])]);
    expect(Object.fromEntries(kinds)).toEqual(fields);
  });

  it.each(filesBelow('scraper/transports'))('%s exports a transport of its name', async (file) => {
    const module = (await import(urlOf(file))) as Record<string, unknown>;
    expect(kindOf(module[`${stemOf(file)}Transport`])).toBe('function');
  });

  it.each(membersOf('normalizer/rules'))(
    '%s reads the field of the model that it is named after, and needs fields that are read',
    async (file) => {
      const { default: rule } = (await import(urlOf(file))) as { default: { needs: string[] } };
      expect(Object.keys(ItemSchema.shape)).toContain(stemOf(file));
      const fields = membersOf('normalizer/rules').map(stemOf);
      expect(rule.needs.filter((field) => !fields.includes(field))).toEqual([]);
    },
  );
});

describe('the files', () => {
  it('have kebab-case names in kebab-case folders', () => {
    const odd = [...codeOf(), ...codeOf('tests'), ...filesBelow('data/vocabulary')].filter(
      (file) =>
        !file.split('/').every((part) => /^_?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*$/.test(part)) &&
        !/\/fixtures\//.test(file),
    );
    expect(odd).toEqual([]);
  });

  it('have names that say what is in them', () => {
    const vague = /^(utils?|helpers?|common|misc|shared|stuff|lib|functions|types)$/;
    const files = [...codeOf(), ...codeOf('tests')];
    expect(files.filter((file) => file.split('/').some((part) => vague.test(stemOf(part))))).toEqual([]);
  });

  it('have at most 300 lines outside the tests', () => {
    const modules = codeOf();
    const long = modules.map((file) => [file, textOf(file).split('\n').length - 1] as const);
    expect(long.filter(([, lines]) => lines > 300)).toEqual([]);
  });

  it('name no folder of a developer’s machine and no package registry', () => {
    const tracked = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8', cwd: new URL('..', import.meta.url) });
    const texts = tracked
      .split('\0')
      .filter((file) =>
        /\.([cm]?[jt]s|json|ya?ml|md|html|css|csv|toml|sh|txt)$|(^|\/)(\.[a-z]+rc|\.ci\/.*)$/.test(file),
      );
    // Written in pieces, so that this file doesn't hold what it looks for.
    const machine = new RegExp(`(^|[^\\w.])/(work|farm|Users)/${'[a-z.]'}`, 'm');
    const registry = new RegExp(['registry', '(npmjs|yarnpkg)', ''].join('\\.'));
    const wrong = texts.filter((file) => machine.test(safeText(file)) || registry.test(safeText(file)));
    expect(wrong).toEqual([]);
  });
});

interface Locked {
  version?: string;
  resolved?: string;
  link?: boolean;
  hasInstallScript?: boolean;
}

describe('the dependencies', () => {
  const lock = JSON.parse(textOf('package-lock.json')) as { packages: Record<string, Locked> };
  const installed = Object.entries(lock.packages)
    .filter(([path]) => path !== '')
    .map(([path, locked]) => ({ name: path.replace(/^.*node_modules\//, ''), ...locked }));

  it('run no script when they are installed, but for two that work without', () => {
    // esbuild's script only checks its binary, fsevents is for macOS and optional.
    const known = ['esbuild', 'fsevents'];
    expect(installed.filter(({ name, hasInstallScript }) => hasInstallScript && !known.includes(name))).toEqual([]);
    const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
    expect(Object.keys(scripts).filter((name) => /^(pre|post)?(install|prepare|prepublish)$/.test(name))).toEqual([]);
  });

  it('are locked without a host to fetch them from', () => {
    expect(installed.filter(({ resolved }) => resolved !== undefined && /^[a-z+]+:\/\//.test(resolved))).toEqual([]);
  });

  it('are pinned to one version each', () => {
    const { dependencies, devDependencies } = JSON.parse(textOf('package.json')) as Record<
      string,
      Record<string, string>
    >;
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-r\.\d+)?$/.test(version),
    );
    expect(loose).toEqual([]);
  });

  it('C2.24 are no older than the versions that mended known holes', () => {
    const floors = JSON.parse(textOf('tests/security-floors.json')) as Record<string, string[]>;
    const low = installed.filter(({ name, version = '0.0.0' }) => floors[name] && !isAtLeast(version, floors[name]));
    expect(low.map(({ name, version }) => `${name} ${version}`)).toEqual([]);
  });

  it.each([
    ['6.22.9', false],
    ['6.23.0', true],
    ['7.18.1', false],
    ['7.18.2', true],
    ['5.99.0', false],
    ['8.0.0', true],
  ])('C2.24 holds %s against the floors of 6.23.0 and 7.18.2', (version, expected) => {
    expect(isAtLeast(version, ['6.23.0', '7.18.2'])).toBe(expected);
  });
});

function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'array' : typeof value;
}

/** A file's text; '' for one that git knows and somebody just deleted. */
function safeText(file: string): string {
  try {
    return textOf(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

/** Whether a version is at or above the floor of its own major version, or of a later major than any floor. */
function isAtLeast(version: string, floors: readonly string[]): boolean {
  const major = Number.parseInt(version, 10);
  const floor = floors.find((one) => Number.parseInt(one, 10) === major);
  if (floor === undefined) return floors.every((one) => major > Number.parseInt(one, 10));
  return version.localeCompare(floor, 'en', { numeric: true }) >= 0;
}

/** Every circle of imports once, as `a -> b -> a`. */
function circles(all: readonly Import[]): string[] {
  const targets = groupByFrom(all);
  const found = new Set<string>();
  const done = new Set<string>();
  const walk = (file: string, trail: readonly string[]) => {
    const at = trail.indexOf(file);
    if (at >= 0) found.add([...trail.slice(at), file].join(' -> '));
    if (at >= 0 || done.has(file)) return;
    for (const { to } of targets.get(file) ?? []) walk(to, [...trail, file]);
    done.add(file);
  };
  for (const { from } of all) walk(from, []);
  return [...found];
}

function groupByFrom(all: readonly Import[]): Map<string, Import[]> {
  const groups = new Map<string, Import[]>();
  for (const one of all) groups.set(one.from, [...(groups.get(one.from) ?? []), one]);
  return groups;
}
