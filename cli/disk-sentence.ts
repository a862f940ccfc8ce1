/** What the file system's errors mean to whoever runs the program. */
import type { DiskTrouble } from '../scraper/index.ts';

/** By the error's code (errno(3)): what is wrong, and what to do. */
const SENTENCES: Record<string, string> = {
  ENOSPC: 'no room left on the disk; make room and run again',
  EDQUOT: 'no room left in the disk quota; make room and run again',
  EFBIG: 'the file would grow larger than this disk or account allows (ulimit -f); allow more and run again',
  EMFILE: 'too many open files; allow more (ulimit -n) or end other programs, and run again',
  ENFILE: 'too many open files on this machine; end other programs and run again',
  EROFS: "can't be written, the disk is read-only; choose another folder or have it mounted for writing",
  EACCES: 'this account lacks the right to it; grant it, or run as the account that owns the folder',
  EPERM: 'this account lacks the right to it; grant it, or run as the account that owns the folder',
  EIO: 'the disk could not be read or written; check it and run again',
  EEXIST: 'a file is in the way; move it away and run again',
  ENOTDIR: 'expected a folder, found a file on the way; choose another folder or move the file',
  EISDIR: 'expected a file, found a folder; move it away and run again',
};

/** One line: which file, what is wrong, what to do. */
export function diskSentence(error: DiskTrouble): string {
  const said = SENTENCES[error.code];
  if (said === undefined)
    return error.path && !error.message.includes(error.path) ? `${error.path}: ${error.message}` : error.message;
  return `${error.path ?? 'a file'}: ${said} (${error.code})`;
}
