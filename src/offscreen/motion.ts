import type { Look } from '../engine/index.ts';

/** Embeddings nearer than this in successive looks are the same face at rest: camera noise moves them by about half. */
const SAME_EXPRESSION = 0.08;
/** The face has not moved while its centre stays within this share of its width. */
const SAME_PLACE = 0.04;

type Motion = 'moving' | 'still' | 'nobody';

/** Tells from look to look whether the face in view changes. */
export function createMotionSense(): (look: Look) => Motion {
  let before: Look | undefined;
  return (look) => {
    const last = before;
    before = look;
    const [face] = look.faces;
    if (!face || !look.embedding) return 'nobody';
    const [lastFace] = last?.faces ?? [];
    if (look.unsettled || !lastFace || !last?.embedding) return 'moving';
    const step = Math.hypot(
      face.box.x + face.box.width / 2 - lastFace.box.x - lastFace.box.width / 2,
      face.box.y + face.box.height / 2 - lastFace.box.y - lastFace.box.height / 2,
    );
    const change = Math.hypot(...look.embedding.map((value, i) => value - (last.embedding?.[i] ?? 0)));
    return step < SAME_PLACE * face.box.width && change < SAME_EXPRESSION ? 'still' : 'moving';
  };
}
