/** From the times of each frame to the figures that are told. */
import { median } from '../median.ts';
import { percentile } from '../percentile.ts';
import type { Peer, Run } from './contender.ts';

export interface Times {
  readonly medianMs: number;
  readonly p95Ms: number;
}

export interface Row extends Times {
  readonly frames: number;
  /** Parts of 1 of the frames in which it found the face and all it tells of it. */
  readonly found: number;
  readonly setting: string;
}

export interface FrameFigures extends Row {
  readonly stages: Readonly<Record<string, Times>>;
  /** Gurn's median divided by the peer's; null when the peer did not run. */
  readonly ratioToHuman: number | null;
  readonly ratioToFaceLandmarker: number | null;
  readonly ratioToFaceApi: number | null;
  readonly peers: Readonly<Partial<Record<Peer, Row>>>;
  /** Peers that did not run, and why. */
  readonly leftOut: Readonly<Partial<Record<Peer, string>>>;
}

/** Microseconds are noise. */
const rounded = (value: number, digits = 2): number => Number(value.toFixed(digits));

export const timesOf = (values: readonly number[]): Times => ({
  medianMs: rounded(median(values)),
  p95Ms: rounded(percentile(values, 95)),
});

export function rowOf({ times, found, setting }: Run): Row {
  return { ...timesOf(times), frames: times.length, found: rounded(found / times.length, 3), setting };
}

/** @throws when Gurn itself did not run */
export function figuresOf(runs: readonly Run[]): FrameFigures {
  const gurn = runs.find(({ name }) => name === 'gurn');
  if (!gurn || gurn.problem !== undefined) throw new Error(`Gurn did not run: ${gurn?.problem}`);
  const peers: Partial<Record<Peer, Row>> = {};
  const leftOut: Partial<Record<Peer, string>> = {};
  for (const run of runs) {
    if (run.name === 'gurn') continue;
    if (run.problem === undefined) peers[run.name] = rowOf(run);
    else leftOut[run.name] = run.problem;
  }
  const ours = rowOf(gurn);
  const ratioTo = (peer: Peer): number | null => {
    const theirs = peers[peer];
    return theirs ? rounded(ours.medianMs / theirs.medianMs, 3) : null;
  };
  return {
    ratioToHuman: ratioTo('human'),
    ratioToFaceLandmarker: ratioTo('face-landmarker'),
    ratioToFaceApi: ratioTo('face-api'),
    ...ours,
    stages: Object.fromEntries(Object.entries(gurn.stages).map(([stage, times]) => [stage, timesOf(times)])),
    peers,
    leftOut,
  };
}
