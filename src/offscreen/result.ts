/** Turns what the engine saw into what a view shows. */
import type { Engine, Look } from '../engine/index.ts';
import type { LiveResult } from '../messages/index.ts';
import type { Gallery } from './gallery.ts';

/** How many expression names a view has room for. */
const NAMES = 3;

/** Ranks the memes for a look and joins everything into one live result. `size` is the frame's, in pixels. */
export function resultOf(
  frame: number,
  look: Look,
  { engine, gallery }: { engine: Pick<Engine, 'closeness'>; gallery: Pick<Gallery, 'search'> },
  top: number,
): LiveResult {
  const started = performance.now();
  const matches = look.embedding ? gallery.search(look.embedding, top) : [];
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
    matches: matches.map(({ meme, frame, distance }) => ({
      meme,
      frame,
      distance,
      closeness: engine.closeness(distance),
    })),
    timings: { detect, align, embed, match, total: detect + align + embed + match },
  };
}
