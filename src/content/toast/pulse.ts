/** While a picture is being added: whether there is still somebody who adds it. */
import { ask } from '../../messages/index.ts';
import { isAlive } from '../roots.ts';

/** Milliseconds between two questions. The browser ends a worker that nobody asked anything for 30 s. */
const PULSE_MS = 5000;

/**
 * Asks the background again and again, which wakes it when it died; it then says itself what became of the picture.
 * `lost` is called once when the extension was updated or removed: nobody will say any more.
 * @returns how to stop
 */
export function pulse(lost: () => void): () => void {
  const timer = setInterval(() => {
    if (isAlive()) {
      ask('add.watch', {}).catch((error: unknown) => console.debug('Gurn: the background ends just now', error));
      return;
    }
    clearInterval(timer);
    lost();
  }, PULSE_MS);
  return () => clearInterval(timer);
}
