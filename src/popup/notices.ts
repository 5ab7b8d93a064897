/** Each state of camera and engine, in words and with what a person can do about it. */
import { cameraWords } from '../ui/camera-settings.ts';
import type { ViewState } from '../ui/live.ts';
import type { Mood } from '../ui/Mug.tsx';
import { stepInWords } from '../ui/words.ts';

export type NoticeAction = 'welcome' | 'retry' | 'site-settings' | 'copy-settings-address' | 'copy-details';

export interface Notice {
  readonly mood: Mood;
  readonly title: string;
  readonly words: string;
  readonly steps?: readonly string[];
  /** 0 to 1. */
  readonly progress?: number;
  /** What went wrong, for whoever helps. */
  readonly details?: string;
  /** The first is the main one. */
  readonly actions: readonly (readonly [action: NoticeAction, label: string])[];
}

const RETRY = ['retry', 'Try again'] as const;

const FIXED: Readonly<Record<Exclude<ViewState['phase'], 'loading' | 'watching' | 'failed' | 'unreachable'>, Notice>> =
  {
    connecting: { mood: 'waking', title: 'Waking up', words: 'One moment.', actions: [] },
    reconnecting: {
      mood: 'asleep',
      title: 'Coming back',
      words: 'The camera part of Gurn stopped. It is being started again.',
      actions: [],
    },
    'permission-needed': {
      mood: 'peeking',
      title: 'May Gurn look?',
      words: cameraWords.needed,
      actions: [['welcome', 'Allow the camera']],
    },
    'permission-denied': {
      mood: 'shut',
      title: 'The camera is blocked',
      words: 'The browser was told not to let Gurn use it. To undo that:',
      steps: cameraWords.unblock,
      actions: [['site-settings', cameraWords.openSettings], RETRY, ['copy-settings-address', 'Copy the address']],
    },
    'no-camera': {
      mood: 'searching',
      title: 'No camera found',
      words: 'Plug one in or switch it on. Some laptops have a key or a slider for it.',
      actions: [RETRY],
    },
    'camera-busy': {
      mood: 'squeezed',
      title: 'The camera is busy',
      words: 'Another program uses it. Close video calls and camera apps, then try again.',
      actions: [RETRY],
    },
    'camera-lost': {
      mood: 'unplugged',
      title: 'The camera is gone',
      words: 'It was unplugged or switched off. Plug it in again.',
      actions: [RETRY],
    },
  };

const broken = (title: string, words: string, details: string): Notice => ({
  mood: 'dizzy',
  title,
  words,
  details,
  actions: [RETRY, ['copy-details', 'Copy details']],
});

/** What the state asks to be told, `undefined` while all is well. While it loads, the picture is shown once there is one. */
export function noticeOf(state: ViewState): Notice | undefined {
  switch (state.phase) {
    case 'watching':
      return undefined;
    case 'loading':
      return {
        mood: 'waking',
        title: 'Getting ready',
        words: stepInWords(state.step),
        progress: state.progress,
        actions: [],
      };
    case 'failed':
      return broken(
        'Gurn lost its thread',
        'Something went wrong while looking at your face. Your memes are safe. Try again; if that does not help, restart the browser.',
        state.message,
      );
    case 'unreachable':
      return broken(
        'Gurn does not answer',
        'The part of it that sees did not start. Try again; if that does not help, restart the browser.',
        state.message,
      );
    default:
      return FIXED[state.phase];
  }
}
