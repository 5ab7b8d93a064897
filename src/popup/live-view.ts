/** What the popup shows of the live line: the state, the ranking, the freeze, the hint. Signals, fed by frames. */
import { batch, computed, signal } from '@preact/signals';
import { LiveClient, type LiveResult, type ViewState } from '../ui/live.ts';
import { expressionInWords } from '../ui/words.ts';
import { createFacelessSense } from './faceless.ts';
import { createHinter, type Hint } from './hints.ts';
import { FLOWING, type Hold, observe, toggle } from './hold.ts';
import type { PopupPorts, PopupSettings } from './ports.ts';
import { EMPTY_RANKING, type Ranking, rank } from './ranking.ts';

/** Candidates asked for beyond the ones shown, so that one that slips out of view is still known to be close. */
const SPARE = 6;
/** After the pointer last moved over the matches (ms), they keep their places: nobody should click a moving target. */
const POINTING_MS = 800;

export type LiveView = ReturnType<typeof createLiveView>;

export function createLiveView(ports: PopupPorts, settings: PopupSettings) {
  const state = signal<ViewState>({ phase: 'connecting' });
  const result = signal<LiveResult | null>(null);
  const ranking = signal<Ranking>(EMPTY_RANKING);
  const hold = signal<Hold>(FLOWING);
  const hint = signal<Hint>('none');
  const caughtLook = signal('');
  /** Counts the faces that were frozen: a new number is a new picture to keep. */
  const caught = signal(0);
  const top = signal(settings.top);
  const holdToFreeze = signal(settings.holdToFreeze);
  /** A frame of the camera has come since the stage was set up. */
  const filmed = signal(false);
  const facelessLibrary = signal(false);
  const hinter = createHinter();
  const senseFaceless = createFacelessSense();
  let pointedAt = Number.NEGATIVE_INFINITY;

  const frozen = computed(() => hold.value.frozen !== 'no');
  const shown = computed(() => ranking.value.order.slice(0, top.value));
  const look = computed(() => (frozen.value ? caughtLook.value : expressionInWords(result.value?.expressions ?? [])));
  /** The matches on show are of a face that has left. */
  const stale = computed(() => !frozen.value && result.value?.face === null && shown.value.length > 0);

  const keep = (frame: LiveResult | null): void => {
    caught.value += 1;
    caughtLook.value = expressionInWords(frame?.expressions ?? []);
  };

  const receive = (frame: LiveResult): void =>
    batch(() => {
      const now = performance.now();
      const observed = observe(hold.value, frame.heldMs, holdToFreeze.value);
      hold.value = observed.hold;
      result.value = frame;
      hint.value = hinter(frame, now);
      facelessLibrary.value = senseFaceless(frame, now);
      if (observed.caught) keep(frame);
      if (frame.face === null || (frozen.value && !observed.caught)) return;
      if (now - pointedAt < POINTING_MS && !observed.caught) return;
      ranking.value = rank(ranking.value, frame.matches, now);
    });

  const line = new LiveClient(
    ports.door,
    {
      state: (next) =>
        batch(() => {
          state.value = next;
          if (next.phase === 'watching') return;
          result.value = null;
          hint.value = 'none';
        }),
      result: receive,
    },
    { top: settings.top + SPARE, camera: settings.camera },
  );

  return {
    state,
    result,
    ranking,
    hold,
    hint,
    filmed,
    facelessLibrary,
    top,
    holdToFreeze,
    frozen,
    caught,
    shown,
    look,
    stale,
    retry: () => line.retry(),
    close: () => line.close(),
    /** The pointer moved over the matches. */
    point(): void {
      pointedAt = performance.now();
    },
    toggleFreeze(): void {
      if (!frozen.value) keep(result.value);
      hold.value = toggle(hold.value);
    },
    switchCamera: (camera: string) => line.watch({ camera }),
    showTop(count: number): void {
      top.value = count;
      line.watch({ top: count + SPARE });
    },
  };
}
