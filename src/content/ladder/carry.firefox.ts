/**
 * Puts a file into a transfer, so that the page can take it out. In Firefox a transfer shows a page only what the
 * page's own world has put there: the event comes, and its list of files is empty (measured in 153). So the file is
 * copied into the page's world, and the page's own `items.add` is called. Nothing but the file gets there.
 */

interface PageWorld {
  readonly wrappedJSObject: DataTransfer;
}

/** Firefox gives it to content scripts: a structured clone that belongs to `target`'s world. */
declare function cloneInto<T>(value: T, target: Window, options: { readonly wrapReflectors: true }): T;

export const putInto = (transfer: DataTransfer | null, file: File): void => {
  if (!transfer) return;
  const { wrappedJSObject } = transfer as DataTransfer & PageWorld;
  wrappedJSObject.items.add(cloneInto(file, window, { wrapReflectors: true }));
};
