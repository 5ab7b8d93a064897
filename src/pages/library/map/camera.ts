/** The camera for the map: on only by its switch, and off as soon as the section or the tab is left. */
import { signal } from '@preact/signals';
import { LiveClient, type LiveDoor, type LiveResult, type ViewState } from '../../../ui/live.ts';
import { MATCHES } from './you.ts';

export type MapCamera = ReturnType<typeof createMapCamera>;

/** @param chosen the camera that the settings name, '' for any */
export function createMapCamera(door: LiveDoor, chosen: () => Promise<string>) {
  const on = signal(false);
  const state = signal<ViewState>({ phase: 'connecting' });
  const result = signal<LiveResult | null>(null);
  let line: LiveClient | undefined;
  const listener = {
    state(next: ViewState): void {
      state.value = next;
      if (next.phase !== 'watching') result.value = null;
    },
    result(next: LiveResult): void {
      result.value = next;
    },
  };

  function follow(): void {
    if (on.value && !document.hidden) {
      if (line) return;
      const opened = new LiveClient(door, listener, { top: MATCHES, camera: '' });
      line = opened;
      chosen().then(
        (camera) => line === opened && camera !== '' && opened.watch({ camera }),
        (error: unknown) => console.error('Gurn: the setting of the camera could not be read', error),
      );
      return;
    }
    line?.close();
    line = undefined;
    result.value = null;
  }
  document.addEventListener('visibilitychange', follow);

  return {
    on,
    state,
    result,
    turn(next: boolean): void {
      on.value = next;
      follow();
    },
    retry: () => line?.retry(),
    close(): void {
      document.removeEventListener('visibilitychange', follow);
      on.value = false;
      follow();
    },
  };
}
