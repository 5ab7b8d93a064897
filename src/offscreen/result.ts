/** Turns what the engine saw into what a view shows. */
import type { Embedding, Look } from '../engine/index.ts';
import type { LiveResult } from '../messages/index.ts';
import type { Eyes } from './session.ts';
import { searchByTaste } from './taste.ts';

/** How many expression names a view has room for. */
const NAMES = 3;

/** How a view wants a look answered. */
export interface Wish {
  /** Matches. */
  readonly top: number;
  /** The words that the view has been answered, with the memes they find; '' and no `allow` when there are none. */
  readonly words: string;
  readonly allow: ReadonlySet<string> | undefined;
  /** The face that the view has frozen: the matches are for this one. */
  readonly kept: { readonly frame: number; readonly face: Embedding } | undefined;
}

/** Ranks the memes for a look and joins everything into one live result. `size` is the frame's, in pixels. */
export function resultOf(
  frame: number,
  look: Look,
  { engine, gallery, taste }: Eyes,
  { top, words, allow, kept }: Wish,
): LiveResult {
  const started = performance.now();
  const wanted = kept?.face ?? look.embedding;
  const matches = wanted ? searchByTaste(gallery, taste, wanted, top, allow) : [];
  const match = performance.now() - started;
  const { detect, align, embed } = look.timings;
  const [face] = look.faces;
  return {
    frame,
    size: { width: look.width, height: look.height },
    faces: look.faces.length,
    face: face ? { box: { ...face.box }, keypoints: face.keypoints.map(([x, y]) => [x, y]), score: face.score } : null,
    light: look.light,
    expressions: look.expressions.slice(0, NAMES).map(({ name, likeness }) => ({ name, likeness })),
    heldMs: look.heldMs,
    matches: matches.map(({ meme, frame, distance, pulled }) => ({
      meme,
      frame,
      distance: pulled,
      closeness: engine.closeness(distance),
    })),
    ...(words && { words }),
    ...(kept && { kept: kept.frame }),
    timings: { detect, align, embed, match, total: detect + align + embed + match },
  };
}
