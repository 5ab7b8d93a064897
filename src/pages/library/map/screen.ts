/** The map on its canvas: what part is seen, what lies under the pointer, and a new picture whenever something changed. */
import { effect, signal } from '@preact/signals';
import type { LiveResult } from '../../../ui/live.ts';
import type { LibraryPorts } from '../ports.ts';
import { createCrops } from './crops.ts';
import type { ExpressionMap } from './expression-map.ts';
import { type Acts, listen } from './gestures.ts';
import { byWear } from './labels.ts';
import { createLens } from './lens.ts';
import { paint } from './paint.ts';
import { type Palette, paletteOf } from './palette.ts';
import { boundsOf } from './viewport.ts';
import type { Chart } from './work.ts';
import { createLocator, eased, type Locator, type Place } from './you.ts';

/** How far from a dot (pixels) it can still be pointed at or pressed. */
const REACH = 14;
/** From the middle, for those who press by key. */
const REACH_OF_KEYS = 60;
/** Longest time (milliseconds) that the dot of the camera's face makes up for after a pause. */
const LONGEST_STEP = 100;

interface Parts {
  readonly canvas: HTMLCanvasElement;
  /** Holds the canvas; takes pointer and keys. */
  readonly frame: HTMLElement;
  readonly map: ExpressionMap;
  readonly library: LibraryPorts['library'];
  live(): LiveResult | null;
}

export type Screen = ReturnType<typeof createScreen>;

export function createScreen({ canvas, frame, map, library, live }: Parts) {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The browser gives no canvas to draw on.');
  /** Point under the pointer, or in the middle for those who steer by keys; -1 when there is none. */
  const hovered = signal(-1);
  const crops = createCrops(library, request);
  const lens = createLens(() => {
    if (byKeys) hovered.value = nearMiddle();
    request();
  });
  let density = 1;
  let byKeys = false;
  let raster = rasterOf(context, 1, 1);
  let drawn:
    | { chart: Chart; palette: Palette; order: number[]; locate: Locator; rowOf: Map<number, number> }
    | undefined;
  let you: Place | undefined;
  let last = 0;
  let asked = 0;

  function request(): void {
    asked ||= requestAnimationFrame(draw);
  }

  function draw(now: number): void {
    asked = 0;
    const grid = map.grid.value;
    if (!drawn || !grid || !context) return;
    const { chart, palette, order, locate, rowOf } = drawn;
    const result = live();
    const place = result ? locate(result) : undefined;
    you = place && eased(you, place, Math.min(now - last, LONGEST_STEP));
    last = now;
    const chosen = map.chosen.value === undefined ? -1 : (rowOf.get(map.chosen.value) ?? -1);
    const neighbours = map.neighbours.value.flatMap(({ key }) => rowOf.get(key) ?? []);
    paint(context, raster, {
      chart,
      grid,
      palette,
      names: map.names.value,
      order,
      view: lens.view(),
      size: lens.size(),
      density,
      radius: lens.radius(map.shown.value.length),
      chosen,
      neighbours,
      hovered: hovered.value,
      you,
      cross: byKeys,
      crops,
    });
    if (you) request();
  }

  function learn(chart: Chart): void {
    const first = !drawn;
    drawn = {
      chart,
      palette: paletteOf(frame, chart.points),
      order: byWear(map.names.value.length, chart.worn),
      locate: createLocator(chart, map.names.value),
      rowOf: new Map(Array.from(chart.keys, (key, row) => [key, row])),
    };
    hovered.value = -1;
    lens.cover(boundsOf(chart.points, chart.names), first);
  }

  const middle = (): [x: number, y: number] => [lens.size().width / 2, lens.size().height / 2];
  const near = (x: number, y: number, reach: number): number =>
    map.grid.value?.nearestTo(...lens.inMap(x, y, reach)) ?? -1;
  const nearMiddle = (): number => near(...middle(), REACH_OF_KEYS);
  const choose = (point: number): void => map.choose(point < 0 ? undefined : drawn?.chart.keys[point]);

  const acts: Acts = {
    pan: lens.pan,
    zoom: lens.zoom,
    zoomInMiddle: (factor) => lens.zoom(factor, ...middle()),
    all: lens.showAll,
    point(x, y) {
      byKeys = false;
      hovered.value = near(x, y, REACH);
      request();
    },
    leave() {
      if (byKeys) return;
      hovered.value = -1;
      request();
    },
    press: (x, y) => choose(near(x, y, REACH)),
    pressMiddle: () => choose(nearMiddle()),
    dismiss: () => map.choose(undefined),
  };

  const resized = new ResizeObserver(() => {
    const size = { width: Math.max(1, frame.clientWidth), height: Math.max(1, frame.clientHeight) };
    density = devicePixelRatio;
    canvas.width = Math.round(size.width * density);
    canvas.height = Math.round(size.height * density);
    raster = rasterOf(context, canvas.width, canvas.height);
    lens.resize(size);
    draw(performance.now());
  });
  resized.observe(frame);
  const focus = (): void => {
    byKeys = frame.matches(':focus-visible');
    if (byKeys) hovered.value = nearMiddle();
    request();
  };
  const blur = (): void => {
    byKeys = false;
    hovered.value = -1;
    request();
  };
  frame.addEventListener('focus', focus);
  frame.addEventListener('keydown', focus);
  frame.addEventListener('blur', blur);
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const recolour = (): void => {
    if (drawn) learn(drawn.chart);
    request();
  };
  dark.addEventListener('change', recolour);
  const unlisten = listen(frame, acts);
  const stops = [
    effect(() => {
      if (map.chart.value) learn(map.chart.value);
      request();
    }),
    effect(() => {
      frame.classList.toggle('over', hovered.value >= 0);
    }),
    effect(() => {
      map.grid.value;
      map.chosen.value;
      map.neighbours.value;
      live();
      request();
    }),
  ];

  return {
    hovered,
    acts,
    /** Brings a place of the map into the middle, near enough to tell its faces apart. */
    goTo: lens.goTo,
    close(): void {
      cancelAnimationFrame(asked);
      for (const stop of stops) stop();
      unlisten();
      resized.disconnect();
      dark.removeEventListener('change', recolour);
      frame.removeEventListener('focus', focus);
      frame.removeEventListener('keydown', focus);
      frame.removeEventListener('blur', blur);
      crops.close();
    },
  };
}

function rasterOf(context: CanvasRenderingContext2D, width: number, height: number) {
  const image = context.createImageData(width, height);
  return { image, pixels: new Uint32Array(image.data.buffer), width, height };
}
