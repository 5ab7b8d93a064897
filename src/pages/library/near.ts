/** Which elements are near the visible part of the page: one observer for all of them, since a library has thousands. */

type Tell = (near: boolean) => void;

/** Pixels beyond the window's edge: the pictures of the next rows are there when they are scrolled to. */
const MARGIN = '400px';

const tells = new WeakMap<Element, Tell>();
let watcher: IntersectionObserver | undefined;

const observer = (): IntersectionObserver => {
  watcher ??= new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) tells.get(target)?.(isIntersecting);
    },
    { rootMargin: MARGIN },
  );
  return watcher;
};

/** Tells when the element comes near and when it goes; returns the way to stop. */
export function whenNear(element: Element, tell: Tell): () => void {
  tells.set(element, tell);
  observer().observe(element);
  return () => {
    observer().unobserve(element);
    tells.delete(element);
  };
}
