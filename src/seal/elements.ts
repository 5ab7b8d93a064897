/**
 * Which elements a document may make. Some load from the network whatever a policy says (a link looks up names, a frame
 * brings a realm of its own in which nothing is taken away), and a policy has no word for them.
 */
import { replace } from './take-away.ts';

/** What stands in for a refused element: the browser knows nothing of it, so it loads nothing. */
const INERT = 'gurn-refused';
const HTML = 'http://www.w3.org/1999/xhtml';

const { apply } = Reflect;

const localName = (name: string): string => name.slice(name.indexOf(':') + 1).toLowerCase();

/** From now on, documents make only elements that `may` agrees to, and inert ones instead of others. */
export function limitElements(documents: Document, may: (localName: string) => boolean): void {
  const { createElement, createElementNS } = documents;
  const allowed = (wanted: string, isForeign: boolean): string => {
    const name = localName(wanted);
    // A link in a drawing leads out like any other, and none of Gurn's drawings has one.
    if (may(name) && !(isForeign && name === 'a')) return wanted;
    console.debug(`Gurn: an element "${wanted}" was refused.`);
    return INERT;
  };
  // Names are made text once: an object could say one thing here and another to the browser.
  replace(documents, 'createElement', function (this: Document, name: unknown, ...rest: unknown[]) {
    return apply(createElement, this, [allowed(`${name}`, false), ...rest]);
  });
  replace(documents, 'createElementNS', function (this: Document, space: unknown, name: unknown, ...rest: unknown[]) {
    const namespace = space === null ? null : `${space}`;
    return apply(createElementNS, this, [namespace, allowed(`${name}`, namespace !== HTML), ...rest]);
  });
}
