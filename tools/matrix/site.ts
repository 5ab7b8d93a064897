/** The editors' pages, on this machine. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildEditors } from '../../tests/browser/insert/editors/build.ts';
import { serveDemo } from '../demo-server.ts';

/** Gurn is switched on for the frames of this other name of the machine; the pages are entered by the click. */
export const HOSTS = ['http://localhost/*'];

export interface Site {
  readonly origin: string;
  end(): Promise<void>;
}

/** Builds the pages and serves them below `/editors/`. */
export async function serveEditors(): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'gurn-editors-'));
  await buildEditors(join(folder, 'editors'));
  const server = await serveDemo(0, folder);
  return {
    origin: server.origin,
    async end() {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
