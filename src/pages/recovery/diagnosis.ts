/** Why the library cannot be opened, in words, and what helps most often. */
import type { LibraryErrorCode } from '../../library/index.ts';
import type { Mood } from '../../ui/Mug.tsx';

export interface Diagnosis {
  readonly mood: Mood;
  readonly title: string;
  readonly words: string;
  /** To be done first, outside this page. */
  readonly steps: readonly string[];
  /** Nothing is lost: deleting the library is no cure that should lie at hand. */
  readonly safe: boolean;
}

const RESTART = 'Restart the browser.';
const AGAIN = 'Then try again.';

const KNOWN: Readonly<Partial<Record<LibraryErrorCode, Diagnosis>>> = {
  'newer-version': {
    mood: 'peeking',
    title: 'Your library is from a newer Gurn',
    words: 'Your memes are safe: nothing in them was changed. This Gurn is too old to open them.',
    steps: ['Update Gurn among the browser’s extensions, or restart the browser.', AGAIN],
    safe: true,
  },
  blocked: {
    mood: 'squeezed',
    title: 'Another window holds your library',
    words: 'Your memes are safe. A Gurn window from before an update has not let go of them yet.',
    steps: ['Close all other windows and tabs of Gurn.', AGAIN],
    safe: true,
  },
  full: {
    mood: 'squeezed',
    title: 'There is no room to open your library',
    words: 'Your memes are safe, but opening them takes some room, and the disk is full.',
    steps: ['Free some disk space.', AGAIN],
    safe: true,
  },
  damaged: {
    mood: 'dizzy',
    title: 'A part of your library is damaged',
    words: 'Gurn cannot open it as it is. Most of your memes can likely be saved.',
    steps: ['Save what can be read.', 'Start afresh.', 'Bring in what you saved: under “Packs” in your library.'],
    safe: false,
  },
};

const UNAVAILABLE: Diagnosis = {
  mood: 'dizzy',
  title: 'The browser cannot open your library',
  words: 'Mostly this passes: the disk is full, or the browser has got into a muddle.',
  steps: [RESTART, 'See that the disk is not full.', AGAIN],
  safe: false,
};

export const WELL: Diagnosis = {
  mood: 'cheeky',
  title: 'Your library opens',
  words: 'Gurn can open and read it. If a single picture is broken, delete that one in your library and add it again.',
  steps: [],
  safe: true,
};

export const diagnosisOf = (code: LibraryErrorCode | undefined): Diagnosis => (code && KNOWN[code]) ?? UNAVAILABLE;
