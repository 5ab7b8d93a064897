/** How long the warm models stay when nobody needs them. */
export const REST_MS = 5 * 60_000;

export interface Rest {
  /** Something needs the document; returns how to say that it no longer does. Saying it twice is harmless. */
  keepAwake(): () => void;
}

/** Calls `sleep` once nothing has kept awake for `after` milliseconds. */
export function createRest(sleep: () => void, after = REST_MS): Rest {
  let needed = 0;
  let timer = setTimeout(sleep, after);
  return {
    keepAwake() {
      needed += 1;
      clearTimeout(timer);
      let done = false;
      return () => {
        if (done) return;
        done = true;
        needed -= 1;
        if (needed === 0) timer = setTimeout(sleep, after);
      };
    },
  };
}
