/** Errors of the file system, told apart from those of content. */

/** An error that the operating system gave: full disk, no handles left, no right to write, a disk that fails. */
export type DiskTrouble = NodeJS.ErrnoException & { code: string };

/** Whether an error is the file system's own and not that something isn't there. */
export function isDiskTrouble(error: unknown): error is DiskTrouble {
  return error instanceof Error && 'syscall' in error && 'code' in error && error.code !== 'ENOENT';
}

/** Does something with a file. What fails below a handle or a stream names no file: it gets this one's name. */
export async function onFile<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isDiskTrouble(error)) error.path ??= file;
    throw error;
  }
}
