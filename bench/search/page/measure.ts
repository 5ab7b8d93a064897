/** Builds every contender over the same vectors and searches with them in turns. */
import { median } from '../../median.ts';
import { percentile } from '../../percentile.ts';
import type { Contender, ContenderName, Peer, Plan, Result, Run } from '../contender.ts';
import { vectorsOf } from '../vectors.ts';
import { measureChanges } from './changes.ts';
import { coldTimes } from './cold.ts';
import { openEdgevec } from './edgevec.ts';
import { openGurn, openPlain } from './gurn.ts';
import { openHnswlib } from './hnswlib.ts';
import { openOrama } from './orama.ts';
import { openReading } from './reading.ts';
import { Timed } from './timing.ts';
import { nearest } from './truth.ts';

const BATCH = 500;
const ROUNDS = 5;
/** Below this recall, a search is no search. */
const ENOUGH = 0.95;

interface Built {
  readonly name: ContenderName;
  readonly contender: Contender;
  readonly buildS: number;
}

const OPEN: Record<ContenderName, (plan: Plan) => Contender | Promise<Contender>> = {
  gurn: openGurn,
  plain: openPlain,
  'hnswlib-wasm': ({ size }) => openHnswlib(size),
  edgevec: ({ kind }) => openEdgevec(kind === 'uniform' ? 256 : 48),
  orama: openOrama,
};

async function build(name: ContenderName, vectors: readonly Float32Array[], plan: Plan): Promise<Built> {
  const contender = await OPEN[name](plan);
  const begun = performance.now();
  for (let first = 0; first < vectors.length; first += BATCH) {
    await contender.add(vectors.slice(first, first + BATCH), first);
    const ms = performance.now() - begun;
    if (name !== 'gurn' && ms > plan.buildLimitMs && first + BATCH < vectors.length) {
      throw new Error(`${first + BATCH} of ${vectors.length} built after ${Math.round(ms / 1000)} s`);
    }
  }
  return { name, contender, buildS: (performance.now() - begun) / 1000 };
}

type Truth = readonly { readonly query: Float32Array; readonly nearest: ReadonlySet<number> }[];

/** The quickest setting with enough recall; without one, that with the most. */
function settingOf({ contender }: Built, truth: Truth): { setting: string; recall: number } {
  const tried = contender.settings.map((setting) => {
    const begun = performance.now();
    const hits = truth.map(({ query, nearest }) => contender.search(query, setting).filter((one) => nearest.has(one)));
    const recall = hits.flat().length / truth.reduce((sum, { nearest }) => sum + nearest.size, 0);
    return { setting, recall, ms: performance.now() - begun };
  });
  const good = tried.filter(({ recall }) => recall >= ENOUGH).sort((a, b) => a.ms - b.ms);
  const [best] = good.length > 0 ? good : tried.sort((a, b) => b.recall - a.recall);
  if (!best) throw new Error('A contender has at least one setting.');
  return best;
}

globalThis.measureSearch = async (plan): Promise<Result> => {
  const vectors = vectorsOf(plan.kind, 1, plan.size, plan.means);
  const truth = vectorsOf(plan.kind, 2, plan.queries, plan.means).map((query) => ({
    query,
    nearest: nearest(vectors, query),
  }));
  const built: Built[] = [];
  const leftOut: Partial<Record<Peer, string>> = {};
  for (const name of ['gurn', ...plan.peers] as const) {
    try {
      built.push(await build(name, vectors, plan));
    } catch (error) {
      if (name === 'gurn') throw error;
      leftOut[name] = error instanceof Error ? error.message : String(error);
    }
  }
  const reader = openReading(plan.reader, vectors);
  const reading = new Timed(reader.readVectors);
  const searches = built.map((one) => {
    const { setting, recall } = settingOf(one, truth);
    const timed = new Timed((turn) => {
      const { query } = truth[turn % truth.length] ?? {};
      if (query) one.contender.search(query, setting);
    });
    return { ...one, setting, recall, timed };
  });
  const all = [reading, ...searches.map(({ timed }) => timed)];
  for (const timed of all) timed.warmUp();
  for (let round = 0; round < ROUNDS; round += 1) for (const timed of all) timed.turn();
  const runs = searches.map(({ name, setting, buildS, recall, timed: { times } }): Run => {
    return { name, setting, buildS, recall, ms: median(times), p95Ms: percentile(times, 95) };
  });
  const [own] = built;
  const changes = plan.changes && own ? measureChanges(own.contender, plan) : undefined;
  const searchCold = (turn: number): void => {
    const { query } = truth[turn % truth.length] ?? {};
    if (query) own?.contender.search(query, 'none');
  };
  const [coldRead = 0, coldMs = 0] = coldTimes(reader.flush, [reader.readVectors, searchCold]);
  const times = { coldMs: coldRead, warmMs: median(reading.times) };
  return { runs, leftOut, reading: times, coldMs, ...(changes && { changes }) };
};
