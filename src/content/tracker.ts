/** Remembers which composers of this frame had the cursor, the last one first. */
import type { Candidate } from '../messages/index.ts';
import { type Caret, readCaret, writeCaret } from './caret.ts';
import { unmistakableOn } from './composers/index.ts';
import { findOnly, findSuccessor, nameOf, type Recognised, recognise } from './recognise.ts';
import { deepActiveElement, frameHasCursor, isAlive, isVisible, parentOf, shadowRootOf } from './roots.ts';

export interface Composer extends Recognised {
  /** Where the cursor was when it lost the focus. */
  readonly caret: Caret | undefined;
}

/** The element is held weakly; a page may throw it away. What stands for it then is found by its name. */
interface Use extends Pick<Recognised, 'adapter'> {
  readonly element: WeakRef<HTMLElement>;
  readonly name: string;
  readonly at: number;
}

interface Choice extends Recognised {
  readonly why: Candidate['why'];
  readonly usedAt: number;
}

/** Composers that are remembered: a person writes in few at a time. */
const REMEMBERED = 10;

export class ComposerTracker {
  #uses: readonly Use[] = [];
  readonly #carets = new WeakMap<Element, Caret>();
  readonly #watched = new WeakSet<Node>();
  readonly #stop = new AbortController();

  constructor() {
    this.#watch(document);
    this.#note(deepActiveElement(document), 0);
  }

  /** From here on it notices nothing. */
  stop(): void {
    this.#stop.abort();
  }

  /** Takes note of the cursor's place now: what is inserted next belongs there, wherever the focus goes meanwhile. */
  keep(): void {
    const choice = this.#choose();
    if (!choice) return;
    this.#remember(choice, Date.now());
    this.#keepCaret(choice.element);
  }

  /** Gives the cursor back to the composer, where nothing else in this frame has it. */
  resume(): void {
    const active = deepActiveElement(document);
    if (active !== null && active !== document.body) return;
    const composer = this.current();
    composer?.element.focus({ preventScroll: true });
    if (composer?.caret) writeCaret(composer.element, composer.caret);
  }

  /** The composer to write in, or `undefined` when this frame has none. */
  current(): Composer | undefined {
    const choice = this.#choose();
    return choice && { ...choice, caret: this.#carets.get(choice.element) };
  }

  /** The same as the background sees it: without the element, with what tells frames apart. */
  candidate(): Candidate | null {
    const choice = this.#choose();
    if (!choice) return null;
    const { adapter, editor, why, usedAt } = choice;
    return {
      composer: adapter.name,
      editor: editor.name,
      selector: adapter.unknown ? choice.element.localName : adapter.composer,
      host: location.host,
      why,
      lastResort: adapter.lastResort === true,
      active: why === 'cursor' && frameHasCursor(),
      usedAt,
    };
  }

  /** A plain line of text gives way to any composer that was used before, and to one known by sight. */
  #choose(): Choice | undefined {
    const active = this.#active();
    if (active && !active.adapter.lastResort) return active;
    return this.#lastUsed(false) ?? this.#onlyOne() ?? active ?? this.#lastUsed(true);
  }

  #active(): Choice | undefined {
    const found = recognise(deepActiveElement(document));
    if (!found) return undefined;
    const use = this.#uses.find(({ element }) => element.deref() === found.element);
    return { ...found, why: 'cursor', usedAt: use?.at ?? 0 };
  }

  #onlyOne(): Choice | undefined {
    const found = findOnly(unmistakableOn(location.hostname));
    return found && { ...found, why: 'only-one', usedAt: 0 };
  }

  /** The last used that is still to be seen, or has been built anew. */
  #lastUsed(lastResort: boolean): Choice | undefined {
    for (const use of this.#uses) {
      if ((use.adapter.lastResort === true) !== lastResort) continue;
      const found = this.#find(use);
      if (found) return { ...found, why: 'last-used', usedAt: use.at };
    }
    return undefined;
  }

  #find({ element, name, adapter }: Use): Recognised | undefined {
    const same = element.deref();
    if (same?.isConnected) return isVisible(same) ? recognise(same) : undefined;
    return findSuccessor(adapter, name) ?? (adapter.unmistakable ? findOnly([adapter]) : undefined);
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
    if (composer) this.#remember(composer, at);
  }

  #remember({ element, adapter }: Recognised, at: number): void {
    const others = this.#uses.filter((use) => use.element.deref() !== element);
    const use: Use = { element: new WeakRef(element), name: nameOf(element), adapter, at };
    this.#uses = [use, ...others].slice(0, REMEMBERED);
  }

  #keepCaret(element: Element | null): void {
    const composer = recognise(element)?.element;
    const caret = composer && readCaret(composer);
    if (composer && caret) this.#carets.set(composer, caret);
  }
}
