/** A live line that is opened before the view knows what to watch: the camera warms up while the view is being made. */
import type { LiveDoor, LivePort } from './live.ts';

export interface EarlyDoor extends LiveDoor {
  /** Closes a line that nobody took: the view could not be made, and the camera must not stay on for it. */
  giveUp(): void;
}

/** Opens a line at once. The first `ensure` waits for it and the first `connect` gets it; after that it is `door`. */
export function openEarly(door: LiveDoor): EarlyDoor {
  let port: LivePort | undefined;
  let wanted = true;
  let opening: Promise<void> | undefined = open();
  // A failure is told to the first who asks.
  opening.catch(() => undefined);

  async function open(): Promise<void> {
    await door.ensure();
    if (!wanted) return;
    const own = door.connect();
    port = own;
    own.onBreak(() => {
      if (port === own) port = undefined;
    });
  }

  return {
    ensure() {
      const first = opening;
      opening = undefined;
      return first ?? door.ensure();
    },
    connect() {
      const own = port ?? door.connect();
      port = undefined;
      return own;
    },
    giveUp() {
      wanted = false;
      port?.close();
      port = undefined;
    },
  };
}
