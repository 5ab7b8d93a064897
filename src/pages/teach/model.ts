/** The page's state: what the live line tells, and how far the lesson is. */
import { computed, effect, signal } from '@preact/signals';
import type { Meme } from '../../library/index.ts';
import { createHinter, type Hint } from '../../popup/hints.ts';
import { LiveClient, type LiveListener, type LiveResult, type ViewState } from '../../ui/live.ts';
import { createDrawer } from './drawing.ts';
import { createGiven } from './given.ts';
import { createTeacher } from './lesson.ts';
import type { TeachPorts } from './ports.ts';

export type Model = ReturnType<typeof createModel>;

export function createModel(ports: TeachPorts, meme: Meme) {
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
  const given = createGiven(ports.faces);
  const drawer = createDrawer(meme, (box) => ports.draw(meme.id, box));
  const isDrawing = computed(() => drawer.drawing.value.step !== 'none');
  /** A tab that nobody looks at keeps no camera on, and neither does drawing. */
  const follow = (): void => {
    if (isDrawing.value || document.hidden) hangUp();
    // Nothing is searched for: the line must be open for the camera to run.
    else line ??= new LiveClient(ports.door, listener, { top: 1, camera: ports.camera });
  };
  document.addEventListener('visibilitychange', follow);
  const unfollow = effect(follow);
  const { lesson, start } = createTeacher(
    () => ports.teach(meme.id),
    () => state.value.phase === 'watching',
  );
  return {
    ports,
    meme,
    given,
    drawer,
    isDrawing,
    state,
    result,
    hint,
    lesson,
    start,
    retry: () => line?.retry(),
    close(): void {
      document.removeEventListener('visibilitychange', follow);
      unfollow();
      given.stop();
      hangUp();
    },
  };
}
