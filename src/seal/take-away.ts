/** Takes names away from a realm for good: reading one gives `undefined`, and nothing can be put in its place. */
export function takeAway(owner: object, names: readonly string[]): void {
  for (const name of names) {
    if (name in owner) Object.defineProperty(owner, name, { value: undefined, writable: false, configurable: false });
  }
}

/** Puts a function of ours in the place of the browser's, for good. */
export function replace(owner: object, name: string, value: unknown): void {
  Object.defineProperty(owner, name, { value, writable: false, configurable: false });
}
