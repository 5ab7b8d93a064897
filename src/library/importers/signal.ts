/** Tells every context of Gurn that something changed, and nothing more: who wants to know reads it. */
export interface Signal {
  /** Calls `listener` after every change, here and in other contexts; returns the way to stop. */
  subscribe(listener: () => void): () => void;
  tell(): void;
  close(): void;
}

/** Speaks and listens on the BroadcastChannel `name`. */
export function createSignal(name: string): Signal {
  const channel = new BroadcastChannel(name);
  const listeners = new Set<() => void>();
  const call = (): void => {
    for (const listener of listeners) queueMicrotask(listener);
  };
  channel.addEventListener('message', call);
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell() {
      channel.postMessage('changed');
      call();
    },
    close() {
      channel.close();
      listeners.clear();
    },
  };
}
