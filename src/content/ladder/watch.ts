/** Watches the page for signs that it has taken the file. */
import { textOf } from '../caret.ts';
import { documentsUpward, shadowRootsIn } from '../roots.ts';
import { type Sign, signIn, valueTells } from './signs.ts';

const OBSERVED: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: ['src', 'href', 'alt', 'title', 'aria-label', 'style', 'value'],
};

/** A field's value changes without a mutation, so it is looked at this often, in milliseconds. */
const POLL = 100;

export interface Watch {
  /** Resolves with the first sign since the watch began, or with `undefined` after so many milliseconds. */
  seen(milliseconds: number): Promise<Sign | undefined>;
  stop(): void;
}

export interface Watched {
  readonly composer: HTMLElement;
  readonly token: string;
  readonly shows: string | undefined;
}

const elementOf = (node: Node): Element | null => (node instanceof Element ? node : node.parentElement);

/** Starts watching every document and shadow root in reach. */
export function watchFor({ composer, token, shows }: Watched): Watch {
  let resolve: (sign: Sign) => void;
  const first = new Promise<Sign>((done) => {
    resolve = done;
  });
  const before = textOf(composer);

  const look = (node: Node): void => {
    const element = elementOf(node);
    const sign = element && signIn(element, token, shows);
    if (sign) resolve(sign);
  };
  const onAdded = (node: Node): void => {
    look(node);
    if (!(node instanceof Element)) return;
    for (const root of shadowRootsIn(node)) {
      observer.observe(root, OBSERVED);
      for (const child of root.children) look(child);
    }
  };
  const observer = new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      if (type === 'childList') addedNodes.forEach(onAdded);
      else look(target);
    }
  });
  for (const root of documentsUpward()) {
    observer.observe(root, OBSERVED);
    for (const shadow of shadowRootsIn(root)) observer.observe(shadow, OBSERVED);
  }
  const poll = setInterval(() => {
    if (valueTells(before, textOf(composer), token)) resolve('value');
  }, POLL);

  return {
    seen(milliseconds) {
      const late = new Promise<undefined>((done) => setTimeout(done, milliseconds));
      return Promise.race([first, late]);
    },
    stop() {
      observer.disconnect();
      clearInterval(poll);
    },
  };
}
