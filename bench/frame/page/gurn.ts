/** Gurn as the extension runs it: the engine's look, and the memes ranked for it as a view asks for them. */

import { createEngine } from '../../../src/engine/index.ts';
import { openLibrary } from '../../../src/library/index.ts';
import { openGallery } from '../../../src/offscreen/gallery.ts';
import { resultOf } from '../../../src/offscreen/result.ts';
import type { Eyes } from '../../../src/offscreen/session.ts';
import { openTaste } from '../../../src/offscreen/taste.ts';
import { seedLibrary } from '../../../tools/driver/seed-library.ts';
import { FACES, MEMES } from '../library.ts';

/** What the popup asks for: three matches, and six to take the place of those that cannot be shown. */
const WISH = { top: 9, words: '', allow: undefined, kept: undefined } as const;

let eyes: Eyes | undefined;

globalThis.contender = {
  async start(backend) {
    const engine = await createEngine({ assets: '/assets/', backend });
    if (engine.backend !== backend) throw new Error(engine.refused.map(({ reason }) => reason).join(' '));
    const library = await openLibrary();
    if ((await library.memes.count()) === 0) {
      const means = engine.expressions.map(({ mean }) => mean);
      await seedLibrary({ memes: MEMES, faces: FACES, model: engine.model, means });
    }
    const model = Promise.resolve(engine.model);
    eyes = { engine, gallery: await openGallery(library, model), taste: await openTaste(library, model) };
    if (eyes.gallery.memes() !== MEMES) throw new Error(`The library holds ${eyes.gallery.memes()} memes.`);
    return `the engine as it ships, ${backend}, one thread`;
  },

  async look(frame) {
    if (!eyes) throw new Error('Not started.');
    const look = await eyes.engine.look(frame);
    if (!look) throw new Error('The frame was dropped.');
    const { matches, timings } = resultOf(0, look, eyes, WISH);
    const { detect, align, embed, match } = timings;
    return { found: matches.length === WISH.top, stages: { detect, align, embed, match } };
  },
};
