/** A box that is drawn over a picture: pure geometry, in the picture's pixels. */

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point, Size {}

/** No face can be read from less (pixels a side), unless the picture itself is smaller. */
const LEAST_SIDE = 16;
/** Where drawing begins: in the middle, this part of the shorter side. */
const FIRST_PART = 0.5;
/** What one press of a key moves or resizes by, as a part of the longer side. */
const STEP = 0.02;

const within = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));
const leastOf = (side: number): number => Math.min(LEAST_SIDE, side);

/** As large as it may be and wholly in the picture. */
export function fitted({ x, y, width, height }: Box, picture: Size): Box {
  const w = within(width, leastOf(picture.width), picture.width);
  const h = within(height, leastOf(picture.height), picture.height);
  return { x: within(x, 0, picture.width - w), y: within(y, 0, picture.height - h), width: w, height: h };
}

export function firstBox(picture: Size): Box {
  const side = FIRST_PART * Math.min(picture.width, picture.height);
  return { x: (picture.width - side) / 2, y: (picture.height - side) / 2, width: side, height: side };
}

export const isFirst = (box: Box, picture: Size): boolean => {
  const { x, y, width, height } = firstBox(picture);
  return box.x === x && box.y === y && box.width === width && box.height === height;
};

/** The box whose opposite corners these points are. */
export function between(a: Point, b: Point, picture: Size): Box {
  const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)].map((x) => within(x, 0, picture.width));
  const [top, bottom] = [Math.min(a.y, b.y), Math.max(a.y, b.y)].map((y) => within(y, 0, picture.height));
  const [x = 0, y = 0] = [left, top];
  return fitted({ x, y, width: (right ?? x) - x, height: (bottom ?? y) - y }, picture);
}

export const moved = (box: Box, dx: number, dy: number, picture: Size): Box =>
  fitted({ ...box, x: box.x + dx, y: box.y + dy }, picture);

/** Grown to the right and below, as far as the picture goes. */
export const grown = (box: Box, dx: number, dy: number, picture: Size): Box =>
  fitted(
    {
      ...box,
      width: Math.min(box.width + dx, picture.width - box.x),
      height: Math.min(box.height + dy, picture.height - box.y),
    },
    picture,
  );

export const isInside = (box: Box, { x, y }: Point): boolean =>
  x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;

export interface Corner extends Point {
  /** The one that stays where it is while this one is dragged. */
  readonly opposite: Point;
}

export function cornersOf({ x, y, width, height }: Box): Corner[] {
  const [right, bottom] = [x + width, y + height];
  return [
    { x, y, opposite: { x: right, y: bottom } },
    { x: right, y, opposite: { x, y: bottom } },
    { x, y: bottom, opposite: { x: right, y } },
    { x: right, y: bottom, opposite: { x, y } },
  ];
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** What a key makes of the box: arrows move it, with Shift they resize it. `undefined`: it is no key of ours. */
export function pressed(box: Box, { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>, picture: Size) {
  const arrow = Object.hasOwn(ARROWS, key) ? ARROWS[key] : undefined;
  if (!arrow) return undefined;
  const step = STEP * Math.max(picture.width, picture.height);
  const [dx, dy] = [arrow[0] * step, arrow[1] * step];
  return shiftKey ? grown(box, dx, dy, picture) : moved(box, dx, dy, picture);
}
