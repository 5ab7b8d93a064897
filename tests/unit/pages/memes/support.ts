import type { Meme } from '../../../../src/library/index.ts';

/** A meme's record; what a test says nothing of is the same for all. */
export const memeOf = (id: string, fields: Partial<Meme> = {}): Meme => ({
  id,
  name: `Meme ${id}`,
  source: 'https://example.org/page',
  title: '',
  tags: [],
  type: 'image/png',
  size: 50_000,
  width: 640,
  height: 480,
  animated: false,
  added: 0,
  used: { count: 0, last: 0 },
  indexed: 'model-1',
  fingerprint: '',
  ...fields,
});

export const idsOf = (memes: readonly Meme[]): string => memes.map(({ id }) => id).join('');
