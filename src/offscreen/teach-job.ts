/** Teaches a meme the face in front of the camera. */
import type { Library } from '../library/index.ts';
import type { ReplyOf } from '../messages/index.ts';
import type { Eyes } from './session.ts';
import type { Teaching } from './teaching.ts';

/** @throws RequestError as {@link Teaching.learn} does; LibraryError `missing` when the meme is gone */
export async function teachFromCamera(
  library: Pick<Library, 'faces'>,
  { engine }: Pick<Eyes, 'engine'>,
  teaching: Pick<Teaching, 'learn'>,
  meme: string,
): Promise<ReplyOf<'teach'>> {
  const { embedding, spread, looks } = await teaching.learn();
  await library.faces.teach(meme, { embedding, spread, model: engine.model });
  return { looks };
}
