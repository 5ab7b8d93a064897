/** From what the page measured to the figures that are told. */
import type { Changes, Peer, Reading, Result, Run } from './contender.ts';

export type Row = Omit<Run, 'name'>;

export interface SizeFigures extends Row {
  readonly coldMs: number;
  readonly reading: Reading;
  /** Gurn's milliseconds divided by those of reading the vectors, from memory both. */
  readonly ratioToBandwidth: number;
  /** The same when both find what the last search has left in the caches. */
  readonly ratioToWarmReading: number;
  readonly ratioToBestPeer: number | null;
  /** The quickest with a recall of at least 0.95. */
  readonly bestPeer: Peer | null;
  readonly peers: Readonly<Partial<Record<Peer, Row>>>;
  readonly leftOut: Readonly<Partial<Record<Peer, string>>>;
  readonly changes?: Changes;
}

const ENOUGH = 0.95;

/** Nanoseconds are noise. */
const rounded = (value: number, digits = 4): number => Number(value.toFixed(digits));

const rowOf = ({ setting, buildS, recall, ms, p95Ms }: Run): Row => ({
  setting,
  buildS: rounded(buildS, 2),
  recall: rounded(recall),
  ms: rounded(ms),
  p95Ms: rounded(p95Ms),
});

/** @throws when Gurn itself did not run */
export function figuresOf({ runs, leftOut, reading, coldMs, changes }: Result): SizeFigures {
  const gurn = runs.find(({ name }) => name === 'gurn');
  if (!gurn) throw new Error('Gurn did not run.');
  const peers = runs.flatMap((run) => (run.name === 'gurn' ? [] : [{ ...run, name: run.name }]));
  const [best] = peers.filter(({ recall }) => recall >= ENOUGH).sort((a, b) => a.ms - b.ms);
  return {
    ...rowOf(gurn),
    coldMs: rounded(coldMs),
    reading: { coldMs: rounded(reading.coldMs), warmMs: rounded(reading.warmMs) },
    ratioToBandwidth: rounded(coldMs / reading.coldMs, 3),
    ratioToWarmReading: rounded(gurn.ms / reading.warmMs, 3),
    ratioToBestPeer: best ? rounded(gurn.ms / best.ms, 3) : null,
    bestPeer: best?.name ?? null,
    peers: Object.fromEntries(peers.map((run) => [run.name, rowOf(run)])),
    leftOut,
    ...(changes && { changes }),
  };
}
