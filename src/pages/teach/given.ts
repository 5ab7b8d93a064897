/** What the person gave to the picture: faces taught and drawn, each of which can be taken away, and given back. */
import { computed, signal } from '@preact/signals';
import type { Face } from '../../library/index.ts';
import type { FacePorts } from './ports.ts';

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export type Given = ReturnType<typeof createGiven>;

export function createGiven(ports: FacePorts) {
  const all = signal<readonly Face[]>([]);
  const forgotten = signal<Face | undefined>(undefined);
  const trouble = signal('');

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    trouble.value = '';
    try {
      await work();
    } catch (error) {
      trouble.value = messageOf(error);
    }
  };
  const read = () =>
    attempt(async () => {
      all.value = await ports.read();
      const taughtAnew = all.value.some(({ origin }) => origin === 'taught');
      if (taughtAnew && forgotten.value?.origin === 'taught') forgotten.value = undefined;
    });
  const stop = ports.onChange(() => void read());
  void read();

  return {
    /** Every face of the picture, whatever its origin. */
    all,
    faces: computed(() => all.value.filter(({ origin }) => origin === 'taught' || origin === 'drawn')),
    /** The last one taken away, for as long as it can be given back. */
    forgotten,
    trouble,
    forget: ({ key }: Face) =>
      attempt(async () => {
        if (key !== undefined) forgotten.value = await ports.forget(key);
      }),
    undo: () =>
      attempt(async () => {
        const face = forgotten.value;
        forgotten.value = undefined;
        if (face) await ports.restore(face);
      }),
    stop,
  };
}
