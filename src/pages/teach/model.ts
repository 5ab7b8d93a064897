/** The page's state: what the live line tells, and how far the lesson is. */
import { signal } from '@preact/signals';
import { createHinter, type Hint } from '../../popup/hints.ts';
import { LiveClient, type LiveResult, type ViewState } from '../../ui/live.ts';
import { createTeacher } from './lesson.ts';
import type { Pupil, TeachPorts } from './ports.ts';

export type Model = ReturnType<typeof createModel>;

export function createModel(ports: TeachPorts, pupil: Pupil) {
  const state = signal<ViewState>({ phase: 'connecting' });
  const result = signal<LiveResult | null>(null);
  const hint = signal<Hint>('none');
  const hinter = createHinter();
  const line = new LiveClient(
    ports.door,
    {
      state(next) {
        state.value = next;
      },
      result(frame) {
        result.value = frame;
        hint.value = hinter(frame, performance.now());
      },
    },
    // Nothing is searched for: the line must be open for the camera to run.
    { top: 1, camera: ports.camera },
  );
  const { lesson, start } = createTeacher(
    () => ports.teach(pupil.meme.id),
    () => state.value.phase === 'watching',
  );
  return { ports, pupil, state, result, hint, lesson, start, retry: () => line.retry(), close: () => line.close() };
}
