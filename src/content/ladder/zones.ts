/** What a page shows while something is dragged over it. */
import { documentsUpward, isVisible, shadowRootsIn } from '../roots.ts';

const SHOWING = ['class', 'style', 'hidden', 'open', 'aria-hidden'];

interface Change {
  readonly element: Element;
  readonly name: string;
  readonly was: string | null;
}

/** Every attribute that changed, with its value before the first change. */
function firstChanges(records: readonly MutationRecord[]): readonly Change[] {
  const changes: Change[] = [];
  for (const { type, target, attributeName: name, oldValue: was } of records) {
    if (type !== 'attributes' || name === null) continue;
    const element = target as Element;
    if (!changes.some((one) => one.element === element && one.name === name)) changes.push({ element, name, was });
  }
  return changes;
}

/** `end` returns the question whether what was shown is still there. */
export interface Zones {
  end(): () => boolean;
}

/** Notes what a page shows from now on. */
export function watchZones(): Zones {
  const records: MutationRecord[] = [];
  const observer = new MutationObserver((more) => records.push(...more));
  for (const root of documentsUpward().flatMap((one) => [one, ...shadowRootsIn(one)])) {
    observer.observe(root, { subtree: true, childList: true, attributeOldValue: true, attributeFilter: SHOWING });
  }
  return {
    end() {
      records.push(...observer.takeRecords());
      observer.disconnect();
      const added = records.flatMap(({ addedNodes }) => [...addedNodes].filter((node) => node instanceof Element));
      const changed = firstChanges(records)
        .map((change) => ({ ...change, now: change.element.getAttribute(change.name) }))
        .filter(({ now, was }) => now !== was);
      return () =>
        added.some(isVisible) || changed.some(({ element, name, now }) => element.getAttribute(name) === now);
    },
  };
}
