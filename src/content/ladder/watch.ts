/** Watches the page for signs that it has taken the file. */
import { textOf } from '../caret.ts';
import { documentsUpward, shadowRootsIn } from '../roots.ts';
import { Evidence, type SeenSign, type Sought } from './evidence.ts';
import { type Sign, valueTells } from './signs.ts';

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
  /**
   * Resolves with the first proof since the watch began, or with `undefined` when the site says that it does not take
   * the file, or after so many milliseconds.
   */
  proof(milliseconds: number): Promise<Sign | undefined>;
  /** What the site said when it refused the file. */
  refusal(): string | undefined;
  /** All that was seen so far, the first of each sort. */
  readonly seen: readonly SeenSign[];
  stop(): void;
}

function observe(roots: readonly (Document | ShadowRoot)[], evidence: Evidence): MutationObserver {
  const onAdded = (node: Node): void => {
    if (!(node instanceof Element)) {
      if (node.parentElement) evidence.changed(node.parentElement, node.nodeValue ?? '');
      return;
    }
    evidence.added(node);
    for (const root of shadowRootsIn(node)) {
      observer.observe(root, OBSERVED);
      for (const child of root.children) evidence.added(child);
    }
  };
  const onChanged = ({ target, attributeName }: MutationRecord): void => {
    const element = target instanceof Element ? target : target.parentElement;
    const value = attributeName === null ? target.nodeValue : element?.getAttribute(attributeName);
    if (element) evidence.changed(element, value ?? '');
  };
  const observer = new MutationObserver((records) => {
    for (const record of records) {
      if (record.type === 'childList') record.addedNodes.forEach(onAdded);
      else onChanged(record);
    }
  });
  for (const root of roots) observer.observe(root, OBSERVED);
  return observer;
}

/** Starts watching every document and shadow root in reach. */
export function watchFor(sought: Sought): Watch {
  const { composer, token } = sought;
  const roots = documentsUpward().flatMap((root) => [root, ...shadowRootsIn(root)]);
  const evidence = new Evidence(sought, roots);
  const observer = observe(roots, evidence);
  const before = textOf(composer);
  const poll = setInterval(() => {
    if (valueTells(before, textOf(composer), token)) evidence.note('value', 'proof');
  }, POLL);
  let refusal: string | undefined;
  const refused = evidence.refusal.then((words) => {
    refusal = words;
    return undefined;
  });
  return {
    seen: evidence.seen,
    refusal: () => refusal,
    proof: (milliseconds) =>
      Promise.race([evidence.proof, refused, new Promise<undefined>((done) => setTimeout(done, milliseconds))]),
    stop() {
      observer.disconnect();
      clearInterval(poll);
    },
  };
}
