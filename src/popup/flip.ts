/** Moves cards gently from where they were to where they are (first, last, invert, play). */

const GLIDE: KeyframeAnimationOptions = { duration: 200, easing: 'cubic-bezier(0.2, 0.8, 0.3, 1)' };

/** Returns the function to call after each new layout of a container whose children carry `data-meme`. */
export function createFlip(): (container: HTMLElement) => void {
  let before = new Map<string, DOMRect>();
  return (container) => {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const now = new Map<string, DOMRect>();
    for (const child of container.querySelectorAll<HTMLElement>('[data-meme]')) {
      const meme = child.dataset.meme ?? '';
      const last = child.getBoundingClientRect();
      now.set(meme, last);
      // The first matches are waited for: they stand there at once.
      if (!still && before.size > 0) play(child, before.get(meme), last);
    }
    before = now;
  };
}

function play(child: HTMLElement, first: DOMRect | undefined, last: DOMRect): void {
  if (!first) {
    child.animate(
      [
        { opacity: 0, transform: 'scale(0.92)' },
        { opacity: 1, transform: 'none' },
      ],
      GLIDE,
    );
    return;
  }
  const dx = first.x - last.x;
  const dy = first.y - last.y;
  if (Math.hypot(dx, dy) < 1) return;
  child.animate([{ transform: `translate(${dx}px, ${dy}px)` }, { transform: 'none' }], GLIDE);
}
