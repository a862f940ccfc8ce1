import { describe, expect, it } from 'vitest';
import { changelogProblems, unreleased } from './changelog.ts';
import { deadLinks, documents, unknownNames, unsaid } from './documents.ts';

describe('C3.9 the documents', () => {
  it('link to files that there are', () => {
    expect(documents()).toContain('cli/rebuild/README.md');
    expect(deadLinks()).toEqual([]);
  });

  it('name commands and scripts that there are', () => {
    expect(unknownNames()).toEqual([]);
  });

  it('leave out no command', () => {
    expect(unsaid()).toEqual([]);
  });
});

describe('the changelog', () => {
  const text =
    '# Changelog\n\n## [Unreleased]\n\n- Something new.\n\n## [0.2.0] - 2026-12-01\n\n- A thing.\n\n## [0.1.0] - 2026-11-22\n';

  it.each([
    ['0.2.0', []],
    ['0.1.0', ['[0.1.0] says nothing']],
    ['0.3.0', ['expected a heading "## [0.3.0] - YYYY-MM-DD"']],
  ])('has %s, or not', (version, problems) => {
    expect(changelogProblems(text, version)).toEqual(problems);
  });

  it('says how much stands under no version', () => {
    expect(unreleased(text)).toBe(1);
    expect(unreleased('## [Unreleased]\n\n## [0.1.0] - 2026-11-22\n\n- A thing.\n')).toBe(0);
  });
});
