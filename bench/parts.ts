/** What `npm run bench` measures: each part a script that takes `--json FILE`, and the figures it must write there. */
import * as v from 'valibot';

const figure = v.pipe(v.number(), v.finite());
/** A peer that is not on this machine has no ratio; the part's own output says why. */
const ratio = v.nullable(figure);

/** Vectors that are searched. */
export const SEARCH_SIZES = ['1000', '10000', '100000', '1000000'] as const;
const searched = v.looseObject({ ms: figure, ratioToBandwidth: figure, recall: figure, ratioToBestPeer: ratio });

const frame = v.looseObject({
  medianMs: figure,
  p95Ms: figure,
  ratioToHuman: figure,
  ratioToFaceLandmarker: ratio,
  ratioToFaceApi: figure,
});
const search = v.looseObject(v.entriesFromList(SEARCH_SIZES, searched));
const start = v.looseObject({ coldMs: figure, warmMs: figure });
const follow = v.looseObject({ medianMs: figure, worstMs: figure });
const idle = v.looseObject({ closedCpuPercent: figure });
/** Megabytes. */
const memory = v.looseObject({ after1: figure, after100: figure });
const bundle = v.looseObject({ bytes: v.pipe(v.number(), v.integer()) });

export interface Part {
  readonly name: string;
  readonly script: string;
  /** What its JSON file holds, under its own name. */
  readonly schema: v.GenericSchema;
}

/** In the order in which they run. */
export const PARTS: readonly Part[] = [
  { name: 'frame', script: 'bench/frame.ts', schema: v.looseObject({ frame }) },
  { name: 'search', script: 'bench/search.ts', schema: v.looseObject({ search }) },
  { name: 'growth', script: 'bench/growth.ts', schema: v.looseObject({ growth: v.unknown() }) },
  { name: 'start', script: 'bench/start.ts', schema: v.looseObject({ start }) },
  { name: 'follow', script: 'bench/follow.ts', schema: v.looseObject({ follow }) },
  { name: 'idle', script: 'bench/idle.ts', schema: v.looseObject({ idle }) },
  { name: 'memory', script: 'bench/memory.ts', schema: v.looseObject({ memory }) },
  { name: 'package', script: 'bench/package.ts', schema: v.looseObject({ package: bundle }) },
];
