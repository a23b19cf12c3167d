/**
 * Runs LibreOffice to turn a paper into a Word file: in a private profile with macros, links and network off, within a
 * time limit, in a temporary folder that is always removed.
 */
import { spawn } from 'node:child_process';
import { constants, rmSync } from 'node:fs';
import { access, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PaperError } from '../reader.js';

/** Longest time for one conversion, in milliseconds: a first start with a new profile takes some 5 s, 900 pages some 30. */
export const CONVERSION_TIME = 90_000;
/** How long LibreOffice has to be gone after it was killed before its folder is removed anyway, in milliseconds. */
const GRACE = 2_000;

const PROGRAMS = process.platform === 'win32' ? ['soffice.exe', 'soffice.com'] : ['soffice', 'libreoffice'];
/** Where its installers put it when it is not on the path. */
const USUAL_FOLDERS = process.platform === 'darwin' ? ['/Applications/LibreOffice.app/Contents/MacOS']
  : process.platform === 'win32' ? ['C:\\Program Files\\LibreOffice\\program', 'C:\\Program Files (x86)\\LibreOffice\\program']
    : ['/usr/lib/libreoffice/program', '/opt/libreoffice/program'];

/** The program to run, or `undefined` where LibreOffice is not installed. `path` is a search path as in the environment. */
export async function findLibreOffice(path: string = process.env['PATH'] ?? ''): Promise<string | undefined> {
  for (const folder of [...path.split(delimiter).filter(Boolean), ...(path === process.env['PATH'] ? USUAL_FOLDERS : [])]) {
    for (const program of PROGRAMS) {
      const candidate = join(folder, program);
      try {
        await access(candidate, constants.X_OK);
        if ((await stat(candidate)).isFile()) return candidate;
      } catch {
        // Not there: the next.
      }
    }
  }
  return undefined;
}

/** Settings of the private profile: no macros, no links followed, and a proxy that nothing listens on. */
const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
${([
    ['/org.openoffice.Office.Common/Security/Scripting', 'MacroSecurityLevel', '3'],
    ['/org.openoffice.Office.Common/Security/Scripting', 'DisableMacrosExecution', 'true'],
    ['/org.openoffice.Office.Common/Security/Scripting', 'DisableActiveContent', 'true'],
    ['/org.openoffice.Office.Common/Security/Scripting', 'BlockUntrustedRefererLinks', 'true'],
    ['/org.openoffice.Office.Writer/Content/Update', 'Link', '2'],
    ['/org.openoffice.Inet/Settings', 'ooInetProxyType', '2'],
    ['/org.openoffice.Inet/Settings', 'ooInetHTTPProxyName', '127.0.0.1'],
    ['/org.openoffice.Inet/Settings', 'ooInetHTTPProxyPort', '9'],
    ['/org.openoffice.Inet/Settings', 'ooInetHTTPSProxyName', '127.0.0.1'],
    ['/org.openoffice.Inet/Settings', 'ooInetHTTPSProxyPort', '9'],
    ['/org.openoffice.Inet/Settings', 'ooInetNoProxy', ''],
  ] as const).map(([path, name, value]) => `<item oor:path="${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`).join('\n')}
</oor:items>
`;

/**
 * Converts a file to .docx. `ending` is that of the file's own format. Throws a PaperError: `timed-out` past `limit`
 * milliseconds, `damaged` where LibreOffice makes nothing of it.
 */
export async function convertToDocx(program: string, bytes: Uint8Array, ending: string, limit: number = CONVERSION_TIME): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'ctrust-office-'));
  const removeAtExit = (): void => rmSync(folder, { recursive: true, force: true });
  process.once('exit', removeAtExit);
  try {
    const profile = join(folder, 'profile');
    await mkdir(join(profile, 'user'), { recursive: true });
    await writeFile(join(profile, 'user', 'registrymodifications.xcu'), SETTINGS);
    const source = join(folder, `paper.${ending}`);
    const out = join(folder, 'out');
    await writeFile(source, bytes);
    const finished = await run(program, [
      `-env:UserInstallation=${pathToFileURL(profile).href}`, '--headless', '--norestore', '--nolockcheck', '--nodefault', '--nologo', '--nofirststartwizard',
      '--convert-to', 'docx:MS Word 2007 XML', '--outdir', out, source,
    ], folder, limit);
    if (!finished) throw new PaperError('timed-out', `LibreOffice did not finish within ${Math.round(limit / 1000)} seconds`);
    return await readFile(join(out, 'paper.docx'));
  } catch (error) {
    if (error instanceof PaperError) throw error;
    throw new PaperError('damaged', 'LibreOffice could not open it', { cause: error });
  } finally {
    process.removeListener('exit', removeAtExit);
    // LibreOffice may still be writing to its profile for a moment after it was killed.
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: GRACE / 10 });
  }
}

/** Runs the program to its end; false where it had to be stopped. It is the head of a group of its own, so that what it starts ends with it. */
function run(program: string, args: readonly string[], folder: string, limit: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const windows = process.platform === 'win32';
    const child = spawn(program, args, {
      cwd: folder, detached: !windows, stdio: 'ignore', windowsHide: true,
      env: { ...process.env, HOME: folder, TMPDIR: folder, http_proxy: 'http://127.0.0.1:9', https_proxy: 'http://127.0.0.1:9', SAL_USE_VCLPLUGIN: 'svp' },
    });
    const stop = (): void => {
      try {
        if (windows || child.pid === undefined) child.kill('SIGKILL');
        else process.kill(-child.pid, 'SIGKILL');
      } catch {
        // Already gone.
      }
    };
    let stopped = false;
    const timer = setTimeout(() => { stopped = true; stop(); }, limit);
    process.once('exit', stop);
    const done = (): void => {
      clearTimeout(timer);
      process.removeListener('exit', stop);
    };
    child.once('error', (error) => { done(); reject(error); });
    child.once('close', () => { done(); stop(); resolve(!stopped); });
  });
}
