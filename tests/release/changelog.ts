/** Whether the changelog tells of the version that is about to be released. */

/** What is wrong with it; empty when nothing is. */
export function changelogProblems(changelog: string, version: string): string[] {
  const section = sectionOf(changelog, version);
  if (section === undefined) return [`expected a heading "## [${version}] - YYYY-MM-DD"`];
  const entries = section.split('\n').filter((line) => line.startsWith('- '));
  return entries.length > 0 ? [] : [`[${version}] says nothing`];
}

/** Changes that stand under no version yet. */
export function unreleased(changelog: string): number {
  const section = /^## \[Unreleased\]\n([\s\S]*?)(?=^## \[|(?![\s\S]))/m.exec(changelog)?.[1] ?? '';
  return section.split('\n').filter((line) => line.startsWith('- ')).length;
}

function sectionOf(changelog: string, version: string): string | undefined {
  const parts = changelog.split(/^(?=## \[)/m);
  return parts.find((part) => part.startsWith(`## [${version}] - `) && /^## \[[^\]]+\] - \d{4}-\d\d-\d\d$/m.test(part));
}
