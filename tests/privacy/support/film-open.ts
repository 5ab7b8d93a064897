/** Whether the camera is on, by what the operating system says of its film: no word of the browser's is needed. */
import { readdir, readFile } from 'node:fs/promises';

const hasCode = (error: unknown): error is Error & { code: unknown } => error instanceof Error && 'code' in error;

/** What a process has mapped: nothing where it ended meanwhile, or is not ours to look at. */
async function maps(pid: string): Promise<string> {
  try {
    return await readFile(`/proc/${pid}/maps`, 'latin1');
  } catch (error) {
    if (hasCode(error) && ['ENOENT', 'ESRCH', 'EACCES'].includes(String(error.code))) return '';
    throw error;
  }
}

/** Chromium's fake camera maps its film into memory while it is open. A film that was replaced meanwhile counts too. */
export async function isFilmOpen(film: string): Promise<boolean> {
  const processes = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const all = await Promise.all(processes.map(maps));
  return all.some((text) => text.includes(film));
}
