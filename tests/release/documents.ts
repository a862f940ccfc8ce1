/** Whether what the documents say is there is there: files that they link to, commands, scripts, options; and the other way round. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const root = join(import.meta.dirname, '../..');
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

/** The project's documents, as git knows them. */
export function documents(): string[] {
  const files = execFileSync('git', ['ls-files', '-z', '*.md'], { cwd: root, encoding: 'utf8' }).split('\0');
  return files.filter((file) => file !== '' && !file.startsWith('tests/fixtures/') && existsSync(join(root, file)));
}

/** Links to files that aren't there, as `file: link`. */
export function deadLinks(): string[] {
  return documents().flatMap((file) =>
    [...withoutCode(textOf(file)).matchAll(/\]\(([^)\s]+)\)/g)]
      .map((match) => match[1] ?? '')
      .filter((link) => !/^([a-z]+:|#)/.test(link))
      .filter((link) => !existsSync(join(root, normalize(join(dirname(file), decodeURI(link.split('#')[0] ?? ''))))))
      .map((link) => `${file}: ${link}`),
  );
}

/** Commands and scripts that a document names and that there are none of. */
export function unknownNames(): string[] {
  const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
  const commands = new Set(commandNames());
  return documents()
    .filter((file) => file !== 'CHANGELOG.md')
    .flatMap((file) => {
      const text = textOf(file);
      const named = [...text.matchAll(/(?:npx |`)samla ([a-z]+)/g)].map((match) => match[1] ?? '');
      const run = [...text.matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map((match) => match[1] ?? '');
      return [
        ...named.filter((name) => !commands.has(name)).map((name) => `${file}: samla ${name}`),
        ...run.filter((name) => !(name in scripts)).map((name) => `${file}: npm run ${name}`),
      ];
    });
}

/** Commands that the README says nothing of. */
export function unsaid(): string[] {
  const readme = textOf('README.md');
  return commandNames().filter((name) => !readme.includes(`\`samla ${name}`));
}

function commandNames(): string[] {
  return readdirSync(join(root, 'cli', 'commands')).map((file) => file.replace(/\.ts$/, ''));
}

function withoutCode(text: string): string {
  return text
    .replace(/```[\s\S]*?```/g, '')
    .replace(/^ {4}.*$/gm, '')
    .replace(/`[^`\n]*`/g, '');
}
