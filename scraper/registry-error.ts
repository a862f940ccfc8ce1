/** Something wrong in a file that people write, said so that they can mend it. */
export interface Problem {
  /** As reached from the working folder: the data folder as it was given, then the path inside it. */
  file: string;
  /** From 1; 1 as well when the whole file or folder is meant. */
  line: number;
  /** One English line: where in the file, what was expected, what came. */
  message: string;
}

/** `file:line: message`, as editors and terminals make it clickable. */
export function problemLine({ file, line, message }: Problem): string {
  return `${file}:${line}: ${message}`;
}

/** Thrown when registry, municipalities or site settings can't be read as they must be; holds every problem found. */
export class RegistryError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(problemLine).join('\n'));
    this.name = 'RegistryError';
    this.problems = problems;
  }
}
