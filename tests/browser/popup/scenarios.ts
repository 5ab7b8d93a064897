/** Live events that bring the popup into each of its states, what must be read there, and what can be done. */
import type { InsertReport, LiveEvent } from '../../../src/messages/index.ts';
import type { LiveResult } from '../../../src/ui/live.ts';

/** The id of the meme with this number. */
export const idOf = (index: number): string => (index + 1).toString(16).padStart(64, '0');
const camera = { id: 'cam-1', label: 'Integrated camera' };

export const watching = (memes = 24): LiveEvent => ({
  type: 'state',
  state: {
    phase: 'watching',
    camera,
    cameras: [camera, { id: 'cam-2', label: 'Desk camera' }],
    backend: 'wasm',
    memes,
  },
});

/** 24 matches, the nearest first unless `order` says which memes come first. */
export function matches(order: readonly number[] = []): LiveResult['matches'] {
  const rest = Array.from({ length: 24 }, (_, index) => index).filter((index) => !order.includes(index));
  return [...order, ...rest].map((meme, rank) => ({
    meme: idOf(meme),
    frame: 0,
    distance: 0.3 + rank * 0.05,
    closeness: Math.max(2, 98.6 - rank * 3.1),
  }));
}

/** A frame with the laughing woman of the harness's photograph, whose face is where these numbers say. */
export function frame(change: Partial<LiveResult> = {}): LiveEvent {
  return {
    type: 'result',
    result: {
      frame: 1,
      size: { width: 640, height: 480 },
      faces: 1,
      face: {
        box: { x: 222, y: 152, width: 208, height: 208 },
        keypoints: [
          [308, 206],
          [374, 269],
          [306, 272],
          [280, 306],
          [310, 180],
          [436, 325],
        ],
        score: 0.97,
      },
      light: 'ok',
      expressions: [
        { name: 'grin', likeness: 0.82 },
        { name: 'laugh', likeness: 0.78 },
      ],
      heldMs: 0,
      matches: matches(),
      timings: { detect: 8, align: 1, embed: 5, match: 0.3, total: 14.3 },
      ...change,
    },
  };
}

export interface Scenario {
  readonly events: readonly LiveEvent[];
  /** Frames go on coming: this one, over and over. */
  readonly keeps?: LiveEvent;
  /** The line breaks after the events; can it be opened again? */
  readonly broken?: 'back' | 'for-good';
  /** No picture of the camera comes. */
  readonly covered?: true;
  readonly text: readonly string[];
  /** Names of buttons that must be there. */
  readonly buttons: readonly string[];
}

const state = (text: readonly string[], buttons: readonly string[], event: LiveEvent): Scenario => ({
  events: [event],
  text,
  buttons,
});
const noOne = (light: 'ok' | 'dark'): LiveEvent => frame({ faces: 0, face: null, light, matches: [], expressions: [] });

export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  connecting: { events: [], text: ['Waking up'], buttons: ['Your memes', 'Keys', 'Settings'] },
  loading: {
    events: [{ type: 'state', state: { phase: 'loading', progress: 0.62, step: 'detector' } }],
    covered: true,
    text: ['Getting ready', 'Learning to find faces'],
    buttons: ['Settings'],
  },
  'loading-with-picture': state(['Learning to read faces', 'Pull a face'], ['Settings'], {
    type: 'state',
    state: { phase: 'loading', progress: 0.38, step: 'network' },
  }),
  'permission-needed': state(['May Gurn look?', 'stays on this machine'], ['Allow the camera'], {
    type: 'state',
    state: { phase: 'permission-needed' },
  }),
  'permission-denied': state(
    ['The camera is blocked', 'Set “Camera” to “Allow”.'],
    ['Open site settings', 'Try again', 'Copy the address'],
    { type: 'state', state: { phase: 'permission-denied' } },
  ),
  'no-camera': state(['No camera found'], ['Try again'], { type: 'state', state: { phase: 'no-camera' } }),
  'camera-busy': state(['The camera is busy', 'Another program'], ['Try again'], {
    type: 'state',
    state: { phase: 'camera-busy' },
  }),
  'camera-lost': state(['The camera is gone'], ['Try again'], { type: 'state', state: { phase: 'camera-lost' } }),
  'camera-lost-with-matches': {
    events: [watching(), frame(), { type: 'state', state: { phase: 'camera-lost' } }],
    text: ['The camera is gone', 'Tongue out, winking'],
    buttons: ['Try again', 'Insert Enter'],
  },
  failed: state(['Gurn lost its thread', 'Your memes are safe.', 'Details'], ['Try again', 'Copy details'], {
    type: 'state',
    state: { phase: 'failed', message: 'The embedder could not be read.' },
  }),
  reconnecting: {
    events: [watching(), frame()],
    broken: 'back',
    text: ['Coming back', 'Tongue out'],
    buttons: ['Settings'],
  },
  unreachable: {
    events: [watching()],
    broken: 'for-good',
    text: ['Gurn does not answer', 'did not start'],
    buttons: ['Try again', 'Copy details'],
  },
  starting: { events: [watching()], text: ['Starting the camera', 'Pull a face'], buttons: ['Freeze'] },
  'no-face': {
    events: [watching()],
    keeps: noOne('ok'),
    text: ['No face in view', 'Pull a face'],
    buttons: ['Freeze'],
  },
  dark: { events: [watching()], keeps: noOne('dark'), text: ['Too dark to see a face'], buttons: ['Freeze'] },
  several: {
    events: [watching()],
    keeps: frame({ faces: 3 }),
    text: ['Several faces: the largest counts', 'Tongue out, winking', '98 %'],
    buttons: ['Insert Enter', 'Copy', 'More'],
  },
  matches: {
    events: [watching()],
    keeps: frame(),
    text: ['grin · laugh', 'Tongue out, winking', 'Roaring with laughter', '98 %'],
    buttons: ['Insert Enter', 'Copy', 'Teach it a face', 'More', 'Freeze'],
  },
  holding: { events: [watching()], keeps: frame({ heldMs: 900 }), text: ['grin · laugh'], buttons: ['Freeze'] },
  'library-empty': {
    events: [watching(0)],
    keeps: frame({ matches: [] }),
    text: ['No memes yet', 'Right-click a picture'],
    buttons: ['Add memes'],
  },
  'library-faceless': {
    events: [watching()],
    keeps: frame({ matches: [] }),
    text: ['grin · laugh', 'None of your memes has a face yet'],
    buttons: ['Add memes', 'Freeze'],
  },
};

export interface Outcome {
  readonly key: string;
  /** What the insertion answers; none: it is still under way. */
  readonly report?: InsertReport | { readonly error: string };
  readonly copyFails?: boolean;
  readonly text: string;
}

const refused: InsertReport = { outcome: 'refused', composer: 'discord', reason: 'The message box did not take it.' };

export const OUTCOMES: Readonly<Record<string, Outcome>> = {
  inserting: { key: 'Enter', text: 'Inserting…' },
  inserted: {
    key: 'Enter',
    report: { outcome: 'inserted', composer: 'discord', rung: 'paste', signal: 'preview' },
    text: 'In your message.',
  },
  probably: {
    key: '2',
    report: { outcome: 'probably', composer: 'slack', rung: 'paste' },
    text: 'Probably inserted: look at your message.',
  },
  'probably-why': {
    key: '1',
    report: {
      outcome: 'probably',
      composer: 'slack',
      reason: 'The page changed meanwhile.',
    },
    text: 'The page changed meanwhile.',
  },
  sent: {
    key: 'Enter',
    report: { outcome: 'inserted', composer: 'converse', rung: 'paste', signal: 'name', sent: true },
    text: 'Sent.',
  },
  'would-send': {
    key: 'Enter',
    report: { outcome: 'would-send', composer: 'converse' },
    text: 'This chat sends a picture the moment it gets it.',
  },
  refused: { key: '1', report: refused, text: 'Copied: press ' },
  'turned-down': {
    key: '1',
    report: { ...refused, says: 'File grin-ab12cd34.jpg is over the maximum allowed size' },
    text: 'Not inserted: this site refused the picture.',
  },
  'no-composer': {
    key: '3',
    report: { outcome: 'no-composer', reason: 'No message box was found in this tab.' },
    text: 'No message box was found in this tab.',
  },
  unreachable: { key: '1', report: { error: 'Receiving end does not exist.' }, text: 'Gurn could not reach the page.' },
  'copy-failed': { key: '1', report: refused, copyFails: true, text: 'Neither inserted nor copied.' },
};
