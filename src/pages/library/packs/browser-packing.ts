import { version as model } from '../../../../models/embedder/meta.json';
import { version } from '../../../../package.json';
import type { Library } from '../../../library/index.ts';
import { ask } from '../../../messages/index.ts';
import { createPacking, type Packing } from './packing.ts';

/** Packing in the extension. */
export const browserPacking = (library: Pick<Library, 'memes' | 'faces' | 'packs'>): Packing =>
  createPacking({
    library,
    model,
    generator: `Gurn ${version}`,
    // The offscreen document looks for what must be searched when it starts, and whenever memes are added.
    searchAgain: async () => void (await ask('engine.ensure', {})),
  });
