/** What a report is made of. */
import type { Bytes } from './cost.ts';
import type { Measured } from './measure.ts';
import type { Speed } from './speed.ts';

export interface Row {
  readonly measured: Measured;
  /** Whose setting it is: the folder name of its vectors. */
  readonly contender: string;
  readonly kind: 'ours' | 'before' | 'peer';
}

export interface Cost {
  readonly name: string;
  readonly bytes: Bytes;
  /** Median milliseconds of a picture of `effect`, detector and all, in the pages of this run; null where not taken. */
  readonly ms: number | null;
}

export interface Coverage {
  readonly name: string;
  readonly human: Found;
  readonly drawn: Found;
  /** Pictures without a face in which one was seen. */
  readonly none: Found;
  /** Pictures of nothing but words in which one was seen. */
  readonly words: Found;
}

export interface Found {
  readonly found: number;
  readonly of: number;
}

export interface Report {
  readonly rows: readonly Row[];
  readonly coverage: readonly Coverage[];
  readonly costs: readonly Cost[];
  readonly speeds: readonly Speed[];
}

/** Metrics that are better the higher, with the goal. */
export const METRICS = [
  { key: 'fer', title: 'FER+ triplets', chance: '33.3', goal: 88 },
  { key: 'memes', title: "agreement with the tutorial's model on memes", chance: '33.3', goal: 62 },
  { key: 'precisionAt5', title: 'precision@5, seven expressions', chance: '14.3', goal: 58 },
  { key: 'meanAveragePrecision', title: 'mean average precision, seven expressions', chance: '14.3' },
  { key: 'smiles', title: 'expression against identity, smiles (laboratory)', chance: '50', goal: 98 },
  { key: 'expressions', title: 'expression against identity, three expressions (laboratory)', chance: '50' },
  { key: 'clips', title: 'expression against identity, two people of the clips', chance: '50' },
] as const satisfies readonly { key: keyof Measured; title: string; chance: string; goal?: number }[];
