/** Resident memory of another process. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Bytes in a page of memory on the systems that have /proc. */
const PAGE = 4096;

/** Resident memory of a process in bytes, or `undefined` where the system does not tell. */
export async function residentMemory(pid: number): Promise<number | undefined> {
  if (process.platform === 'linux') {
    try {
      // A line of the kernel's own, there at once: to wait for it in turn with all else takes a hundred times as long.
      const fields = readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ');
      return Number(fields[1]) * PAGE;
    } catch {
      return undefined;
    }
  }
  if (process.platform === 'win32') return undefined;
  return new Promise((resolve) => {
    execFile('ps', ['-o', 'rss=', '-p', String(pid)], (error, out) => {
      const kilobytes = Number(out.trim());
      resolve(error || !Number.isFinite(kilobytes) ? undefined : kilobytes * 1024);
    });
  });
}
