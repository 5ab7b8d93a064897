import { useEffect, useState } from 'preact/hooks';
import type { Pictures } from './pictures.ts';

export type Picture = 'loading' | 'gone' | { readonly url: string };

/** A meme's picture for as long as the component shows it. */
export function usePicture(pictures: Pictures, meme: string): Picture {
  const [picture, setPicture] = useState<Picture>('loading');
  useEffect(() => {
    let shown = true;
    void pictures.take(meme).then((url) => {
      if (shown) setPicture(url === undefined ? 'gone' : { url });
    });
    return () => {
      shown = false;
      pictures.release(meme);
    };
  }, [pictures, meme]);
  return picture;
}
