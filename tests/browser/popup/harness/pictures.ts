/** Pictures for the scripted popup: drawn faces for the memes, a photograph for the camera. Inlined: no network here. */
import photo from '@vladmandic/face-api/demo/sample1.jpg?inline';
import type { Meme } from '../../../../src/library/schema.ts';

const drawings = import.meta.glob<string>(
  [
    '/node_modules/@lobehub/fluent-emoji-3d/assets/1f60{0,1,2,3,4,5,6,a,b,e,f}.webp',
    '/node_modules/@lobehub/fluent-emoji-3d/assets/1f61{1,2,6,8,c,d}.webp',
    '/node_modules/@lobehub/fluent-emoji-3d/assets/1f62{1,2,c,d}.webp',
    '/node_modules/@lobehub/fluent-emoji-3d/assets/1f63{1,2,3}.webp',
  ],
  { query: '?inline', import: 'default', eager: true },
);

function toBlob(dataUrl: string): Blob {
  const [head = '', body = ''] = dataUrl.split(',', 2);
  const bytes = Uint8Array.from(atob(body), (letter) => letter.charCodeAt(0));
  return new Blob([bytes], { type: head.replace(/^data:|;.*$/g, '') });
}

const NAMES = ['Tongue out, winking', 'Roaring with laughter', 'Grinning squint', 'Side-eye', 'Scream', 'Grimace'];

export const idOf = (index: number): string => (index + 1).toString(16).padStart(64, '0');

export const bytes = new Map(Object.values(drawings).map((url, index) => [idOf(index), toBlob(url)]));

/** Every fourth is said to be animated: what is done with such a picture depends on this alone. */
export const memes = new Map<string, Meme>(
  [...bytes].map(([id, blob], index) => [
    id,
    {
      id,
      name: NAMES[index] ?? `Face number ${index + 1} with a name that is too long to be shown`,
      source: 'starter',
      title: '',
      tags: [],
      type: blob.type,
      size: blob.size,
      width: 256,
      height: 256,
      animated: index % 4 === 3,
      added: 0,
      used: { count: 0, last: 0 },
      indexed: 'test',
      fingerprint: '',
    },
  ]),
);

/** The laughing woman of the photograph, as a camera would show her: 640 by 480. */
export async function cameraFrame(): Promise<OffscreenCanvas> {
  const image = new Image();
  image.src = photo;
  await image.decode();
  const canvas = new OffscreenCanvas(640, 480);
  canvas.getContext('2d')?.drawImage(image, -1247, -70);
  return canvas;
}
