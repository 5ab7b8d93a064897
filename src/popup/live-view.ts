/** What the popup shows of the live line: the state, the ranking, the freeze, the hint. Signals, fed by frames. */
import { batch, computed, signal } from '@preact/signals';
import { wantedIn } from '../library/search/tokens.ts';
import { LiveClient, type LiveResult, type ViewState } from '../ui/live.ts';
import { expressionInWords } from '../ui/words.ts';
import { createFacelessSense } from './faceless.ts';
import { createHinter, type Hint } from './hints.ts';
import { FLOWING, type Hold, observe, toggle } from './hold.ts';
import type { PopupPorts, PopupSettings } from './ports.ts';
import { createSearch } from './search.ts';

/** Candidates asked for beyond the ones shown, so that one that slips out of view is still known to be close. */
const SPARE = 6;
/** After the pointer last moved over the matches (ms), they keep their places: nobody should click a moving target. */
const POINTING_MS = 800;

export type LiveView = ReturnType<typeof createLiveView>;

export function createLiveView(ports: PopupPorts, settings: PopupSettings) {
  const state = signal<ViewState>({ phase: 'connecting' });
  const result = signal<LiveResult | null>(null);
  const hold = signal<Hold>(FLOWING);
  const hint = signal<Hint>('none');
  const caughtLook = signal('');
  /** Counts the faces that were frozen: a new number is a new picture to keep. */
  const caught = signal(0);
  const top = signal(settings.top);
  /** The search box, letter by letter; `search.words` is what is wanted by it. */
  const typed = signal('');
  const search = createSearch(top);
  const holdToFreeze = signal(settings.holdToFreeze);
  /** A frame of the camera has come since the stage was set up. */
  const filmed = signal(false);
  const facelessLibrary = signal(false);
  const hinter = createHinter();
  const senseFaceless = createFacelessSense();
  let kept: number | undefined;
  let pointedAt = Number.NEGATIVE_INFINITY;

  const frozen = computed(() => hold.value.frozen !== 'no');
  const { shown } = search;
  const look = computed(() => (frozen.value ? caughtLook.value : expressionInWords(result.value?.expressions ?? [])));
  /** The matches on show are of a face that has left. */
  const stale = computed(() => !frozen.value && result.value?.face === null && shown.value[0]?.closeness !== undefined);

  /** @param number the frame whose face is frozen, if there was one */
  const keep = (frame: LiveResult | null, number: number | undefined): void => {
    caught.value += 1;
    caughtLook.value = expressionInWords(frame?.expressions ?? []);
    kept = number;
    line.watch({ kept });
  };

  /** Whether a frame's matches may take the place of those on show. */
  const counts = (frame: LiveResult, now: number): boolean => {
    if (frozen.value) return frame.kept !== undefined && frame.kept === kept && search.differs(frame);
    return frame.face !== null && (now - pointedAt >= POINTING_MS || search.differs(frame));
  };

  const receive = (frame: LiveResult): void =>
    batch(() => {
      const now = performance.now();
      const observed = observe(hold.value, frame.heldMs, holdToFreeze.value);
      hold.value = observed.hold;
      result.value = frame;
      hint.value = hinter(frame, now);
      // Words may leave nothing for any face.
      if (frame.words === undefined) facelessLibrary.value = senseFaceless(frame, now);
      if (observed.caught) keep(frame, frame.frame);
      if (observed.caught || counts(frame, now)) search.rank(frame, now);
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
      found: search.receive,
    },
    { top: settings.top + SPARE, camera: settings.camera },
  );

  return {
    state,
    result,
    found: search.found,
    words: search.words,
    nothing: search.nothing,
    typed,
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
      if (frozen.value) line.watch({ kept: undefined });
      else keep(result.value, search.basis.value?.frame);
      hold.value = toggle(hold.value);
    },
    /** Only memes that these words find; '' for all. */
    search(text: string): void {
      typed.value = text;
      // Nothing to search by yet, a single letter say, holds nothing back. A space at the end ends a word.
      const wanted = wantedIn(text).length > 0 ? text.trimStart() : '';
      if (wanted === search.words.value) return;
      search.want(wanted);
      line.watch({ words: wanted || undefined });
    },
    /** A meme on show was inserted or copied. */
    picked(meme: string): void {
      const { value: basis } = search.basis;
      if (basis) line.picked(meme, basis.frame);
    },
    switchCamera: (camera: string) => line.watch({ camera }),
    showTop(count: number): void {
      top.value = count;
      line.watch({ top: count + SPARE });
    },
  };
}
