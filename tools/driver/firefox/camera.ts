/**
 * A camera that shows a photograph. Firefox's own fake camera shows plain colours, so the tests drive a copy of the
 * built extension whose engine document asks a script for its camera, and keeps its tracks in `tracks`. The product
 * knows nothing of it.
 */
import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PICTURE = 'test-camera.jpg';

/** Runs in the engine's document, before anything of it. */
const SCRIPT = `navigator.mediaDevices.getUserMedia = async () => {
  const answer = await fetch('/${PICTURE}', { cache: 'no-store' });
  const picture = await createImageBitmap(await answer.blob());
  const canvas = Object.assign(document.createElement('canvas'), { width: picture.width, height: picture.height });
  const context = canvas.getContext('2d');
  setInterval(() => context.drawImage(picture, 0, 0), 40);
  const stream = canvas.captureStream(25);
  globalThis.tracks = stream.getTracks();
  return stream;
};
`;

export interface Staged {
  readonly dist: string;
  /** Puts a JPEG in front of the camera; takes effect when the camera is opened. */
  show(jpeg: Buffer): Promise<void>;
  remove(): Promise<void>;
}

/** Copies the extension and gives the copy a camera to be shown pictures by. */
export async function stageCamera(dist: string): Promise<Staged> {
  const copy = await mkdtemp(join(tmpdir(), 'gurn-firefox-'));
  await cp(dist, copy, { recursive: true });
  const page = join(copy, 'src/offscreen/index.html');
  const html = await readFile(page, 'utf8');
  await writeFile(page, html.replace('</title>', '</title><script src="/test-camera.js"></script>'));
  await writeFile(join(copy, 'test-camera.js'), SCRIPT);
  const picture = join(copy, PICTURE);
  return {
    dist: copy,
    async show(jpeg) {
      await writeFile(`${picture}.new`, jpeg);
      await rename(`${picture}.new`, picture);
    },
    remove: () => rm(copy, { recursive: true, force: true }),
  };
}
