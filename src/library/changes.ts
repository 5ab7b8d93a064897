/** What became of the library, told to every context that shows or searches it. */
import * as v from 'valibot';

const Change = v.strictObject({
  /** `updated`: name, tags or uses. `faces`: a meme's faces were found anew. */
  type: v.picklist(['added', 'removed', 'updated', 'faces']),
  /** Memes, not empty. */
  ids: v.array(v.string()),
});
export type Change = v.InferOutput<typeof Change>;
export type Listener = (change: Change) => void;

export interface Changes {
  /**
   * Calls `listener` once for every change from now on, here and in other contexts; returns the way to stop.
   * A change is announced after it is on disk. A context that is killed between the two announces nothing, so a
   * listener that starts reads the library first.
   */
  subscribe(listener: Listener): () => void;
}

export interface Announcer extends Changes {
  announce(type: Change['type'], ids: string[]): void;
  close(): void;
}

/** Listens and announces on the BroadcastChannel `channelName`. */
export function createAnnouncer(channelName: string): Announcer {
  const channel = new BroadcastChannel(channelName);
  const listeners = new Set<Listener>();

  // A listener that throws must neither fail the write that is announced nor silence the others.
  const tell = (change: Change) => {
    for (const listener of listeners) queueMicrotask(() => listener(change));
  };
  channel.addEventListener('message', (event) => {
    const change = v.safeParse(Change, event.data);
    if (change.success) tell(change.output);
  });

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    announce(type, ids) {
      if (ids.length === 0) return;
      const change = { type, ids };
      channel.postMessage(change);
      tell(change);
    },
    close() {
      channel.close();
      listeners.clear();
    },
  };
}
