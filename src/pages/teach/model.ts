/** The page's state: what the live line tells, and how far the lesson is. */
import { signal } from '@preact/signals';
import { createHinter, type Hint } from '../../popup/hints.ts';
import { LiveClient, type LiveListener, type LiveResult, type ViewState } from '../../ui/live.ts';
import { createTeacher } from './lesson.ts';
import type { Pupil, TeachPorts } from './ports.ts';

export type Model = ReturnType<typeof createModel>;

export function createModel(ports: TeachPorts, pupil: Pupil) {
  const state = signal<ViewState>({ phase: 'connecting' });
  const result = signal<LiveResult | null>(null);
  const hint = signal<Hint>('none');
  const hinter = createHinter();
  const listener: LiveListener = {
    state(next) {
      state.value = next;
    },
    result(frame) {
      result.value = frame;
      hint.value = hinter(frame, performance.now());
    },
  };
  let line: LiveClient | undefined;
  const hangUp = (): void => {
    line?.close();
    line = undefined;
    result.value = null;
  };
  /** A tab that nobody looks at keeps no camera on. */
  const follow = (): void => {
    if (document.hidden) hangUp();
    // Nothing is searched for: the line must be open for the camera to run.
    else line ??= new LiveClient(ports.door, listener, { top: 1, camera: ports.camera });
  };
  document.addEventListener('visibilitychange', follow);
  follow();
  const { lesson, start } = createTeacher(
    () => ports.teach(pupil.meme.id),
    () => state.value.phase === 'watching',
  );
  return {
    ports,
    pupil,
    state,
    result,
    hint,
    lesson,
    start,
    retry: () => line?.retry(),
    close(): void {
      document.removeEventListener('visibilitychange', follow);
      hangUp();
    },
  };
}
