/** Everything the library page shows and can do. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { createPictures } from '../../ui/pictures.ts';
import { createBringIn } from './bring-in/bring-in.ts';
import { createGallery } from './memes/gallery.ts';
import { browserPacking } from './packs/browser-packing.ts';
import type { LibraryPorts } from './ports.ts';
import { createRemoval } from './removal.ts';

export type Model = ReturnType<typeof createModel>;

export function createModel(ports: LibraryPorts) {
  const removal = createRemoval(ports.library);
  return {
    ports,
    /** The originals. */
    pictures: createPictures(ports.library.memes, 10),
    gallery: createGallery(ports.library, removal.hidden),
    bringIn: createBringIn(ports),
    removal,
    packing: browserPacking(ports.library),
  };
}

export const ModelContext = createContext<Model | null>(null);

export function useModel(): Model {
  const model = useContext(ModelContext);
  if (!model) throw new Error('The page was drawn without its model.');
  return model;
}
