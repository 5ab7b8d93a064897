/** Which element of a page is a composer, and of what kind. */
import { adapterOf, type ComposerAdapter, type Editor, editorOf } from './composers/index.ts';
import { isVisible, parentOf, shadowRootsIn } from './roots.ts';

/** An element to write in, and what is known of it. */
export interface Recognised {
  readonly element: HTMLElement;
  readonly adapter: ComposerAdapter;
  readonly editor: Editor;
}

const known = (element: HTMLElement, adapter: ComposerAdapter): Recognised => ({
  element,
  adapter,
  editor: editorOf(element),
});

/** The composer that this element is or lies in. */
export function recognise(element: Element | null): Recognised | undefined {
  for (let at = element; at; at = parentOf(at)) {
    const adapter = adapterOf(at, location.hostname);
    if (adapter && at instanceof HTMLElement) return known(at, adapter);
  }
  return undefined;
}

/** All visible elements that fit a selector, in shadow roots too. */
const findEverywhere = (selector: string): HTMLElement[] =>
  [document, ...shadowRootsIn(document)]
    .flatMap((root) => [...root.querySelectorAll<HTMLElement>(selector)])
    .filter(isVisible);

/** A composer that never had the cursor is taken only when its kind is unmistakable and it is the only one. */
export function findOnly(adapters: readonly ComposerAdapter[]): Recognised | undefined {
  const found = adapters.flatMap((adapter) => findEverywhere(adapter.composer).map((box) => known(box, adapter)));
  return found.length === 1 ? found[0] : undefined;
}

/** What a page calls a box by; a framework that builds it anew gives it the same again. */
const NAMES = ['id', 'name', 'role', 'aria-label', 'placeholder', 'data-testid'] as const;

export const nameOf = (element: Element): string =>
  [element.localName, ...NAMES.map((name) => element.getAttribute(name) ?? '')].join('\n');

/** The box that stands for one which is gone: of the same kind and called the same, and the only such. */
export function findSuccessor(adapter: ComposerAdapter, name: string): Recognised | undefined {
  const [only, ...more] = findEverywhere(adapter.composer).filter((box) => nameOf(box) === name);
  return only && more.length === 0 ? known(only, adapter) : undefined;
}
