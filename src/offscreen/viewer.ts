/** One open view: what it asks for, and what its words have found so far. */
import { type Found, MOST_MATCHES } from '../messages/index.ts';
import type { FacesSeen } from './faces-seen.ts';
import { bestOf, type Scores } from './finder.ts';
import type { Wish } from './result.ts';

/** What a view asks for. */
export interface Watch {
  readonly top: number;
  readonly camera: string;
  readonly words?: string;
  readonly kept?: number;
}

export interface ViewerParts {
  readonly faces: Pick<FacesSeen, 'at'>;
  readonly seek: (words: string) => Promise<Scores | undefined>;
  readonly tell: (found: Found) => void;
}

export interface Viewer {
  wish(): Wish;
  watch(watch: Watch): void;
  /** Finds again: the library changed. */
  refind(): void;
  /** The face of a frame that this view has seen. */
  faceOf(frame: number): ReturnType<FacesSeen['at']>;
}

export function createViewer({ faces, seek, tell }: ViewerParts): Viewer {
  let wanted: Watch = { top: 0, camera: '' };
  let kept: Wish['kept'];
  let answered: Pick<Wish, 'words' | 'allow'> = { words: '', allow: undefined };

  const find = (words: string): void => {
    if (!words) {
      answered = { words, allow: undefined };
      return;
    }
    seek(words).then(
      (scores) => {
        // Typed on meanwhile, and the answer to that is on its way.
        if (words !== wanted.words) return;
        answered = { words, allow: scores && new Set(scores.keys()) };
        if (scores) tell({ words, memes: scores.size, best: bestOf(scores, MOST_MATCHES) });
      },
      (error: unknown) => console.error('Gurn: the memes could not be searched by words', error),
    );
  };

  const keep = (frame: number | undefined): void => {
    if (frame === undefined) kept = undefined;
    else if (kept?.frame !== frame) {
      const face = faces.at(frame);
      kept = face && { frame, face };
    }
  };

  return {
    wish: () => ({ ...answered, top: wanted.top, kept }),
    watch(watch) {
      const before = wanted.words ?? '';
      wanted = watch;
      keep(watch.kept);
      if ((watch.words ?? '') !== before) find(watch.words ?? '');
    },
    refind() {
      if (wanted.words) find(wanted.words);
    },
    faceOf: (frame) => (kept?.frame === frame ? kept.face : faces.at(frame)),
  };
}
