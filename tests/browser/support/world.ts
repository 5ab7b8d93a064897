/** A browser with Gurn, a film for its camera and a quiet page to click the toolbar over. */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { takeShot, writeFilm } from '../../../tools/driver/camera.ts';
import { type Gurn, type LaunchOptions, launchGurn } from '../../../tools/driver/extension.ts';
import { type ShotName, shots } from '../../../tools/driver/shots.ts';

export interface World {
  readonly gurn: Gurn;
  /** A plain page of an ordinary site, with a text box. */
  readonly page: Page;
  /** The shot as a 640×480 JPEG. */
  picture(name: ShotName, brightness?: number): Promise<Buffer>;
  /** Puts pictures in front of the camera, each for `seconds`, in a loop; takes effect when the camera is opened. */
  film(pictures: readonly Buffer[], seconds?: number): Promise<void>;
  end(): Promise<void>;
}

const HTML = '<!doctype html><title>A page</title><h1>A page</h1><textarea aria-label="Message"></textarea>';

export async function createWorld(options: LaunchOptions = {}): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'gurn-world-'));
  const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(HTML));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const film = join(folder, 'camera.mjpeg');
  const gurn = await launchGurn({ film, ...options });
  const page = await gurn.context.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  return {
    gurn,
    page,
    picture: (name, brightness) => takeShot(page, shots[name], brightness),
    film: (pictures, seconds) => writeFilm(film, pictures, seconds),
    async end() {
      await gurn.close();
      server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
