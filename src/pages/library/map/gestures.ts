/** What fingers, pointer and keys ask of the map. Places are CSS pixels from the map's upper left corner. */
export interface Acts {
  pan(dx: number, dy: number): void;
  zoom(factor: number, x: number, y: number): void;
  zoomInMiddle(factor: number): void;
  all(): void;
  point(x: number, y: number): void;
  leave(): void;
  press(x: number, y: number): void;
  pressMiddle(): void;
  dismiss(): void;
}

/** A press that moves farther than this (pixels) is a pan. */
const STEADY = 4;
/** Pixels that an arrow key pans. */
const STEP = 60;
const ZOOM_STEP = 1.4;

export const keyActs: Readonly<Record<string, (acts: Acts) => void>> = {
  ArrowLeft: (acts) => acts.pan(STEP, 0),
  ArrowRight: (acts) => acts.pan(-STEP, 0),
  ArrowUp: (acts) => acts.pan(0, STEP),
  ArrowDown: (acts) => acts.pan(0, -STEP),
  '+': (acts) => acts.zoomInMiddle(ZOOM_STEP),
  '=': (acts) => acts.zoomInMiddle(ZOOM_STEP),
  '-': (acts) => acts.zoomInMiddle(1 / ZOOM_STEP),
  '0': (acts) => acts.all(),
  Enter: (acts) => acts.pressMiddle(),
  ' ': (acts) => acts.pressMiddle(),
  Escape: (acts) => acts.dismiss(),
};

/** Listens on `element`; returns the way to stop. */
export function listen(element: HTMLElement, acts: Acts): () => void {
  const stopping = new AbortController();
  const { signal } = stopping;
  const down = new Map<number, { x: number; y: number }>();
  let travelled = 0;
  const placeOf = (event: MouseEvent): { x: number; y: number } => {
    const { left, top } = element.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };

  element.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0) return;
      if (down.size === 0) travelled = 0;
      down.set(event.pointerId, placeOf(event));
      element.setPointerCapture(event.pointerId);
    },
    { signal },
  );

  element.addEventListener(
    'pointermove',
    (event) => {
      const now = placeOf(event);
      const before = down.get(event.pointerId);
      if (!before) return acts.point(now.x, now.y);
      down.set(event.pointerId, now);
      travelled += Math.hypot(now.x - before.x, now.y - before.y);
      if (travelled <= STEADY) return;
      const other = [...down].find(([id]) => id !== event.pointerId)?.[1];
      if (other) pinch(acts, before, now, other);
      else acts.pan(now.x - before.x, now.y - before.y);
    },
    { signal },
  );

  const lift = (event: PointerEvent, pressed: boolean): void => {
    const place = down.get(event.pointerId);
    if (place && pressed && down.size === 1 && travelled <= STEADY) acts.press(place.x, place.y);
    down.delete(event.pointerId);
  };
  element.addEventListener('pointerup', (event) => lift(event, true), { signal });
  element.addEventListener('pointercancel', (event) => lift(event, false), { signal });
  element.addEventListener('pointerleave', () => acts.leave(), { signal });

  element.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const { x, y } = placeOf(event);
      // Two fingers on a touchpad arrive as a wheel with Ctrl, in finer steps.
      acts.zoom(Math.exp(-wheelPixels(event) * (event.ctrlKey ? 0.01 : 0.002)), x, y);
      // What lay under the resting pointer may be out of its reach now, or another come into it.
      acts.point(x, y);
    },
    { signal, passive: false },
  );

  element.addEventListener(
    'keydown',
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const act = keyActs[event.key];
      if (!act) return;
      event.preventDefault();
      act(acts);
    },
    { signal },
  );
  return () => stopping.abort();
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** One finger moved while another rests: both pan by half, and zoom around the middle between them. */
function pinch(acts: Acts, before: Spot, now: Spot, other: Spot): void {
  acts.pan((now.x - before.x) / 2, (now.y - before.y) / 2);
  const apart = Math.hypot(before.x - other.x, before.y - other.y) || 1;
  acts.zoom(Math.hypot(now.x - other.x, now.y - other.y) / apart, (now.x + other.x) / 2, (now.y + other.y) / 2);
}

/** A wheel tells pixels, lines or pages. */
const wheelPixels = ({ deltaY, deltaMode }: WheelEvent): number => deltaY * ([1, 16, 400][deltaMode] ?? 1);
