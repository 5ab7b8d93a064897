/** The live line of a panel that a page may hide: where nobody can have seen it for a while, the camera goes out. */
import { effect, type ReadonlySignal } from '@preact/signals';
import type { LiveDoor, LivePort } from '../../ui/live.ts';

/** Milliseconds out of sight after which nobody is looking: a menu or a hint of the page covers the panel for less. */
const UNSEEN_MS = 3000;

/** While it is hung up the line seems open to its user; seen again it breaks, and the user opens another. */
export function seenDoor(door: LiveDoor, covered: ReadonlySignal<boolean>): LiveDoor {
  let hungUp = false;
  let port: LivePort | undefined;
  let breakLine: () => void = () => undefined;
  let seen: Promise<void> = Promise.resolve();
  let wake: () => void = () => undefined;

  const hangUp = (): void => {
    hungUp = true;
    seen = new Promise((resolve) => {
      wake = resolve;
    });
    port?.close();
  };
  const comeBack = (): void => {
    if (!hungUp) return;
    hungUp = false;
    wake();
    breakLine();
  };

  effect(() => {
    if (!covered.value) {
      comeBack();
      return undefined;
    }
    const timer = setTimeout(hangUp, UNSEEN_MS);
    return () => clearTimeout(timer);
  });

  return {
    async ensure() {
      await seen;
      await door.ensure();
    },
    connect() {
      const own = door.connect();
      port = own;
      return {
        ...own,
        send: (command) => {
          if (!hungUp) own.send(command);
        },
        onBreak(listener) {
          own.onBreak(listener);
          breakLine = listener;
        },
      };
    },
  };
}
