/** Names of memes, read from the library once each. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { PopupPorts } from './ports.ts';

export interface MemeNames {
  /** `undefined` while it is being read. */
  of(meme: string): ReadonlySignal<string | undefined>;
}

export function createMemeNames(memes: PopupPorts['memes']): MemeNames {
  const known = new Map<string, ReadonlySignal<string | undefined>>();
  return {
    of(meme) {
      const before = known.get(meme);
      if (before) return before;
      const name = signal<string | undefined>(undefined);
      known.set(meme, name);
      memes.get(meme).then(
        (about) => {
          name.value = about?.name ?? 'No longer in your library';
        },
        (error: unknown) => {
          console.error('Gurn: a name could not be read', error);
          name.value = 'Unnamed';
        },
      );
      return name;
    },
  };
}
