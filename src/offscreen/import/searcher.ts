import type { Engine, IndexedImage } from '../../engine/index.ts';
import { thumbOf } from '../thumb-of.ts';

/** What searches a picture: an engine, here or in a worker. */
export interface Searcher {
  /** The embedder's version. */
  readonly model: string;
  /** @throws DecodeError, EngineError */
  search(picture: Blob): Promise<{ readonly image: IndexedImage; readonly thumb: Blob | undefined }>;
}

/** An engine that also draws the small picture, of the frame that it decodes anyway. */
export const searcherOf = (engine: Pick<Engine, 'index' | 'model'>): Searcher => ({
  model: engine.model,
  async search(picture) {
    let thumb: Promise<Blob | undefined> = Promise.resolve(undefined);
    const image = await engine.index(picture, (frame) => {
      thumb = thumbOf(frame);
    });
    return { image, thumb: await thumb };
  },
});
