/** Why something could not be written, in words; and which of these errors have been told. */

const WHY: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full', EDQUOT: 'the disk quota is used up', EFBIG: 'the file would be larger than is allowed here', EIO: 'the disk reports an error', EROFS: 'the disk is read-only',
  EACCES: 'permission denied', EPERM: 'permission denied', ENOENT: 'there is no such folder', ENOTDIR: 'part of its path is a file', EISDIR: 'it is a folder', EEXIST: 'part of its path is a file',
  ENAMETOOLONG: 'its name is too long', ELOOP: 'its path is a circle of links', EMFILE: 'too many files are open', ENFILE: 'too many files are open',
};

/** Why something could not be written, in words. */
export const why = (cause: unknown): string => {
  const { code } = cause as NodeJS.ErrnoException;
  return WHY[code ?? ''] ?? code ?? String(cause);
};

/** Errors of standard output that the command has told already. */
export const toldErrors = new WeakSet<Error>();
