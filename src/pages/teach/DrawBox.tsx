/** The box that is being drawn over the picture: by mouse, finger or arrow keys. */
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { type Box, between, type Corner, cornersOf, isFirst, isInside, moved, type Point, pressed } from './box.ts';
import type { Drawer } from './drawing.ts';

/** How near to a corner (screen pixels) a press takes hold of it. */
const GRIP = 22;

type Drag = (to: Point) => Box;

const HELP = 'Box around the face. Arrow keys move it, Shift and arrow keys resize it, Enter saves, Escape gives up.';

export function DrawBox({ drawer, box }: { drawer: Drawer; box: Box }): JSX.Element {
  const { picture } = drawer;
  const svg = useRef<SVGSVGElement>(null);
  const drag = useRef<Drag | undefined>(undefined);
  useEffect(() => svg.current?.focus(), []);

  const pointOf = ({ clientX, clientY }: PointerEvent): Point => {
    const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(svg.current?.getScreenCTM()?.inverse());
    return { x, y };
  };
  /** Screen pixels between a corner and where the pointer is. */
  const reach = ({ x, y }: Corner, { clientX, clientY }: PointerEvent): number => {
    const at = new DOMPoint(x, y).matrixTransform(svg.current?.getScreenCTM() ?? undefined);
    return Math.hypot(at.x - clientX, at.y - clientY);
  };
  const dragFrom = (event: PointerEvent): Drag => {
    const from = pointOf(event);
    const corner = cornersOf(box).find((one) => reach(one, event) < GRIP);
    if (corner) return (to) => between(corner.opposite, to, picture);
    // The box that nobody has drawn yet is in the way of the face that one wants to draw around.
    if (isInside(box, from) && !isFirst(box, picture)) return (to) => moved(box, to.x - from.x, to.y - from.y, picture);
    return (to) => between(from, to, picture);
  };
  const onPointerDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    svg.current?.setPointerCapture(event.pointerId);
    drag.current = dragFrom(event);
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (drag.current) drawer.change(drag.current(pointOf(event)));
  };
  const onPointerEnd = (): void => {
    drag.current = undefined;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = pressed(box, event, picture);
    if (next) drawer.change(next);
    else if (event.key === 'Enter') void drawer.save();
    else if (event.key === 'Escape') drawer.cancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const { width, height } = picture;
  const { x, y } = box;
  const outline = `M${x} ${y}h${box.width}v${box.height}h${-box.width}z`;
  return (
    <svg
      ref={svg}
      class="drawing"
      viewBox={`0 0 ${width} ${height}`}
      tabindex={0}
      role="application"
      aria-label={HELP}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerEnd}
      onPointerCancel={onPointerEnd}
      onKeyDown={onKeyDown}
    >
      <path class="outside" d={`M0 0h${width}v${height}H0z${outline}`} />
      <path class="line" d={outline} />
      {cornersOf(box).map((corner) => (
        // A line of no length with round ends is a dot of the same size on every screen.
        <path key={`${corner.opposite.x} ${corner.opposite.y}`} class="corner" d={`M${corner.x} ${corner.y}h0`} />
      ))}
    </svg>
  );
}
