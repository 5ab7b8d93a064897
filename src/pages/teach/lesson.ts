/** The steps of teaching a face: three, two, one, hold it, learned. */
import { type ReadonlySignal, signal } from '@preact/signals';

export type Lesson =
  | { readonly step: 'ready' }
  | { readonly step: 'counting'; readonly left: number }
  | { readonly step: 'holding' }
  | { readonly step: 'learned' }
  | { readonly step: 'failed'; readonly message: string };

const COUNT_FROM = 3;
const SECOND_MS = 1_000;

const second = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, SECOND_MS));

export interface Teacher {
  readonly lesson: ReadonlySignal<Lesson>;
  /** Begins; does nothing while a lesson is under way. */
  start(): Promise<void>;
}

/**
 * @param teach resolves when the face that is held meanwhile has been learned
 * @param watching whether the camera runs: without it the count ends where it began
 */
export function createTeacher(teach: () => Promise<void>, watching: () => boolean): Teacher {
  const lesson = signal<Lesson>({ step: 'ready' });
  return {
    lesson,
    async start() {
      if (lesson.value.step === 'counting' || lesson.value.step === 'holding') return;
      for (let left = COUNT_FROM; left > 0; left--) {
        lesson.value = { step: 'counting', left };
        await second();
        if (watching()) continue;
        lesson.value = { step: 'ready' };
        return;
      }
      lesson.value = { step: 'holding' };
      try {
        await teach();
        lesson.value = { step: 'learned' };
      } catch (error) {
        lesson.value = { step: 'failed', message: error instanceof Error ? error.message : String(error) };
      }
    },
  };
}
