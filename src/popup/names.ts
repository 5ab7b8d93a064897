/** Names of memes and whether they move, read from the library once each. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { PopupPorts } from './ports.ts';

export interface About {
  readonly name: string;
  readonly animated: boolean;
}

export interface MemeNames {
  /** `undefined` while it is being read. */
  of(meme: string): ReadonlySignal<About | undefined>;
}

export function createMemeNames(memes: PopupPorts['memes']): MemeNames {
  const known = new Map<string, ReadonlySignal<About | undefined>>();
  return {
    of(meme) {
      const before = known.get(meme);
      if (before) return before;
      const about = signal<About | undefined>(undefined);
      known.set(meme, about);
      memes.get(meme).then(
        (found) => {
          about.value = found ?? { name: 'No longer in your library', animated: false };
        },
        (error: unknown) => {
          console.error('Gurn: a name could not be read', error);
          about.value = { name: 'Unnamed', animated: false };
        },
      );
      return about;
    },
  };
}
