/** Learns a face from the camera: gathers the embeddings of the looks for a while and takes their mean. */
import type { Embedding, Look } from '../engine/index.ts';
import { RequestError } from '../messages/errors.ts';

/** For how long a face is held, in milliseconds. */
export const LESSON_MS = 3_000;
/** Fewer looks than these say too little of a face that moves a little all the time. */
export const LEAST_LOOKS = 5;
/** A slow machine, which has not looked so often by then, gets this many milliseconds in all. */
export const LONGEST_MS = 8_000;

/** What many looks at one face come to. */
export interface Lesson {
  /** Mean of the looks' unit vectors, not normalised: 64 floats. */
  readonly embedding: Embedding;
  /** Variance of the looks: 1 - |mean|². */
  readonly spread: number;
  /** How many looks showed a face. */
  readonly looks: number;
}

export interface Teaching {
  /** Whether a face is being learned now: then every frame is worth a look. */
  active(): boolean;
  /** Takes in one look at the camera, as it was: smoothed ones would count their predecessors again and again. */
  saw(look: Pick<Look, 'rawEmbedding'>): void;
  /**
   * Gathers looks for three seconds.
   * @throws RequestError `no-face` when too few looks showed one, `no-picture` when there was nothing to look at,
   * `stopped` when the camera went out meanwhile
   */
  learn(): Promise<Lesson>;
  /** Breaks off what is being learned: nobody watches any more. */
  stop(): void;
}

/** @param embeddings unit vectors, at least one */
export function lessonOf(embeddings: readonly Embedding[]): Lesson {
  const sum = new Float64Array(embeddings[0]?.length ?? 0);
  for (const embedding of embeddings) for (const [i, value] of embedding.entries()) sum[i] = (sum[i] ?? 0) + value;
  const embedding = Float32Array.from(sum, (value) => value / embeddings.length);
  const squared = embedding.reduce((total, value) => total + value * value, 0);
  return { embedding, spread: Math.max(0, 1 - squared), looks: embeddings.length };
}

interface Pupil {
  readonly saw: (look: Pick<Look, 'rawEmbedding'>) => void;
  readonly stop: () => void;
}

export function createTeaching(): Teaching {
  const pupils = new Set<Pupil>();
  return {
    active: () => pupils.size > 0,
    saw(look) {
      for (const pupil of [...pupils]) pupil.saw(look);
    },
    stop() {
      for (const pupil of [...pupils]) pupil.stop();
    },
    async learn() {
      const looks: (Embedding | null)[] = [];
      await new Promise<void>((resolve, reject) => {
        let over = false;
        const end = (settle: () => void): void => {
          pupils.delete(pupil);
          clearTimeout(lesson);
          clearTimeout(patience);
          settle();
        };
        const pupil: Pupil = {
          saw({ rawEmbedding }) {
            looks.push(rawEmbedding);
            if (over && looks.length >= LEAST_LOOKS) end(resolve);
          },
          stop: () => end(() => reject(new RequestError('stopped', 'The camera stopped. Nothing was learned.'))),
        };
        const lesson = setTimeout(() => {
          over = true;
          if (looks.length >= LEAST_LOOKS) end(resolve);
        }, LESSON_MS);
        const patience = setTimeout(() => end(resolve), LONGEST_MS);
        pupils.add(pupil);
      });
      return judge(looks);
    },
  };
}

function judge(looks: readonly (Embedding | null)[]): Lesson {
  const faces = looks.filter((embedding) => embedding !== null);
  if (faces.length >= LEAST_LOOKS) return lessonOf(faces);
  if (looks.length < LEAST_LOOKS) {
    throw new RequestError('no-picture', 'The camera gave too few pictures to learn from. Try again.');
  }
  throw new RequestError('no-face', 'There was hardly a face in view. Face the camera, in good light, and try again.');
}
