/** The line over the preview that helps: no face, several faces, too dark. Damped, so that a blink shows nothing. */
import type { LiveResult } from '../ui/live.ts';

export type Hint = 'none' | 'no-face' | 'several' | 'dark' | 'dark-no-face';

/** A hint comes after it has been true for this long (ms); a detector that misses a frame is no news. */
export const HINT_AFTER_MS = 450;

export const HINTS: Readonly<Record<Hint, string>> = {
  none: '',
  'no-face': 'No face in view. Come into the picture, facing the camera.',
  several: 'Several faces: the largest counts.',
  dark: 'It is rather dark. More light makes better matches.',
  'dark-no-face': 'Too dark to see a face. Turn on a light, or face a window.',
};

function hintOf({ face, faces, light }: LiveResult): Hint {
  if (face === null) return light === 'dark' ? 'dark-no-face' : 'no-face';
  if (light === 'dark') return 'dark';
  return faces > 1 ? 'several' : 'none';
}

/** Returns the function from each frame and its time (ms) to the hint to show. */
export function createHinter(): (frame: LiveResult, now: number) => Hint {
  let shown: Hint = 'none';
  let coming: Hint = 'none';
  let since = 0;
  return (frame, now) => {
    const next = hintOf(frame);
    if (next !== coming) since = now;
    coming = next;
    if (now - since >= HINT_AFTER_MS) shown = coming;
    return shown;
  };
}
