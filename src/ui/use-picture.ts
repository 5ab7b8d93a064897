import { useLayoutEffect, useState } from 'preact/hooks';
import type { Pictures } from './pictures.ts';

/** `onError` is for the image that shows it: it cannot be drawn, since its file is damaged. */
export type Picture = 'loading' | 'gone' | { readonly url: string; readonly onError: () => void };

/**
 * A meme's picture for as long as the component shows it.
 * @param still of an animation: this frame of it, standing still
 */
export function usePicture(pictures: Pictures, meme: string, still?: number): Picture {
  const [picture, setPicture] = useState<Picture>('loading');
  // Before the first paint, not after: reading takes as long as painting, and nothing can be seen before it has ended.
  useLayoutEffect(() => {
    let shown = true;
    void pictures.take(meme, still).then((url) => {
      if (shown) setPicture(url === undefined ? 'gone' : { url, onError: () => shown && setPicture('gone') });
    });
    return () => {
      shown = false;
      pictures.release(meme, still);
    };
  }, [pictures, meme, still]);
  return picture;
}
