/** Whether something opaque lies over the picture. */

const OPAQUE = 'img,video,canvas,iframe,embed,object,button,input,textarea,select';

/** See-through layers over pictures are common (they catch clicks) and change no pixel. */
function paints(element: Element): boolean {
  if (element.matches(OPAQUE)) return true;
  const style = getComputedStyle(element);
  const clear = style.backgroundColor === 'rgba(0, 0, 0, 0)' || style.backgroundColor === 'transparent';
  return !clear || style.backgroundImage !== 'none';
}

/** Points looked at, as parts of the width and of the height. */
const GRID = [0.05, 0.275, 0.5, 0.725, 0.95];

function coveredAt(element: Element, x: number, y: number): boolean {
  const root = element.getRootNode();
  const layers = (root instanceof ShadowRoot ? root : document).elementsFromPoint(x, y);
  const own = layers.indexOf(element);
  // Not among them at all: it takes no clicks (`pointer-events: none`) or is cut off by what it lies in.
  const over = own < 0 ? [] : layers.slice(0, own);
  return over.some((layer) => !element.contains(layer) && paints(layer));
}

export function covered(element: Element): boolean {
  const { left, top, width, height } = element.getBoundingClientRect();
  return GRID.some((down) => GRID.some((along) => coveredAt(element, left + width * along, top + height * down)));
}
