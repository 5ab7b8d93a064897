import { takeShot } from '../../../tools/driver/camera.ts';
import type { FirefoxGurn } from '../../../tools/driver/firefox/extension.ts';
import { type ShotName, shots } from '../../../tools/driver/shots.ts';

/** The shot as a 640×480 JPEG, drawn by an extension page. */
export const pictureOf = ({ backstage }: FirefoxGurn, name: ShotName): Promise<Buffer> =>
  takeShot({ evaluate: (body, argument) => backstage.evaluate(body as never, argument as never) }, shots[name]);
