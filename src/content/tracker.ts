/** Remembers which composer of this frame had the cursor last. */
import type { Candidate } from '../messages/index.ts';
import { type Caret, readCaret } from './caret.ts';
import { adapterOf, type ComposerAdapter, unmistakable } from './composers/index.ts';
import {
  deepActiveElement,
  frameHasCursor,
  isAlive,
  isVisible,
  parentOf,
  shadowRootOf,
  shadowRootsIn,
} from './roots.ts';

export interface Composer {
  readonly element: HTMLElement;
  readonly adapter: ComposerAdapter;
  /** Where the cursor was when it lost the focus. */
  readonly caret: Caret | undefined;
}

interface LastUse {
  readonly element: WeakRef<HTMLElement>;
  readonly adapter: ComposerAdapter;
  readonly at: number;
}

/** The composer that this element is or lies in. */
function recognise(element: Element | null): Pick<Composer, 'element' | 'adapter'> | undefined {
  for (let at = element; at; at = parentOf(at)) {
    const adapter = adapterOf(at);
    if (adapter && at instanceof HTMLElement) return { element: at, adapter };
  }
  return undefined;
}

/** All that fits the selector, in shadow roots too. */
function findEverywhere(selector: string): HTMLElement[] {
  return [document, ...shadowRootsIn(document)].flatMap((root) => [...root.querySelectorAll<HTMLElement>(selector)]);
}

/** A composer that never had the cursor is taken only when its kind is unmistakable and it is the only one. */
function findOnly(adapters: readonly ComposerAdapter[]): Pick<Composer, 'element' | 'adapter'> | undefined {
  const found = adapters.flatMap((adapter) =>
    findEverywhere(adapter.composer)
      .filter(isVisible)
      .map((element) => ({ element, adapter })),
  );
  return found.length === 1 ? found[0] : undefined;
}

export class ComposerTracker {
  #last: LastUse | undefined;
  readonly #carets = new WeakMap<Element, Caret>();
  readonly #watched = new WeakSet<Node>();
  readonly #stop = new AbortController();

  constructor() {
    this.#watch(document);
    this.#note(deepActiveElement(document), 0);
  }

  /** The composer to write in, or `undefined` when this frame has none. */
  current(): Composer | undefined {
    const found = this.#active() ?? this.#lastUsed() ?? findOnly(unmistakable);
    return found && { ...found, caret: this.#carets.get(found.element) };
  }

  /** The same as the background sees it: without the element, with what tells frames apart. */
  candidate(): Candidate | null {
    const composer = this.current();
    if (!composer) return null;
    const last = this.#last?.element.deref() === composer.element ? this.#last : undefined;
    return {
      composer: composer.adapter.name,
      active: this.#active()?.element === composer.element && frameHasCursor(),
      usedAt: last?.at ?? 0,
    };
  }

  #active(): ReturnType<typeof recognise> {
    return recognise(deepActiveElement(document));
  }

  #lastUsed(): ReturnType<typeof recognise> {
    if (!this.#last) return undefined;
    const { element: reference, adapter } = this.#last;
    const element = reference.deref();
    if (element && isVisible(element)) return { element, adapter };
    return adapter.unmistakable ? findOnly([adapter]) : undefined;
  }

  #watch(root: Document | ShadowRoot): void {
    if (this.#watched.has(root)) return;
    this.#watched.add(root);
    const options = { capture: true, passive: true, signal: this.#stop.signal };
    root.addEventListener('focusin', (event) => this.#onFocus(event, true), options);
    root.addEventListener('focusout', (event) => this.#onFocus(event, false), options);
  }

  #onFocus(event: Event, gained: boolean): void {
    // A page outlives its extension: after an update this script is an orphan, and a fresh one takes over.
    if (!isAlive()) {
      this.#stop.abort();
      return;
    }
    const target = event.composedPath()[0];
    if (!(target instanceof Element)) return;
    const root = shadowRootOf(target);
    const element = root ? deepActiveElement(root) : target;
    if (gained) this.#note(element, Date.now());
    else this.#keepCaret(element);
  }

  /** Focus that moves within a shadow root is not heard outside of it: listen in every root the cursor has been in. */
  #note(element: Element | null, at: number): void {
    for (let inner = element; inner; inner = parentOf(inner)) {
      const root = inner.getRootNode();
      if (root instanceof ShadowRoot) this.#watch(root);
    }
    const composer = recognise(element);
    if (composer) this.#last = { element: new WeakRef(composer.element), adapter: composer.adapter, at };
  }

  #keepCaret(element: Element | null): void {
    const composer = recognise(element)?.element;
    const caret = composer && readCaret(composer);
    if (composer && caret) this.#carets.set(composer, caret);
  }
}
