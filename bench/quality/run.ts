/** The run: everybody looks at everything, the figures are computed, and the report is written. */
import { writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { root } from '../../tools/paths.ts';
import { median } from '../median.ts';
import { type Benchmark, openBenchmark } from './benchmark.ts';
import { type Contender, networkIn, ours, peer, vectorsIn } from './contenders.ts';
import { ourBytes, peerBytes } from './cost.ts';
import type { Cost, Coverage, Found, Report, Row } from './figures.ts';
import { type Measured, measure, type Questions } from './measure.ts';
import { jensenShannon, type Vector } from './metrics/distance.ts';
import { drawTriples } from './metrics/triplets.ts';
import { readPast, writePast } from './past.ts';
import type { PeerName } from './peers/peer.ts';
import { reportOf } from './report.ts';
import { placesOf, type Shows } from './sets/coverage.ts';
import { measureSpeed } from './speed.ts';
import type { Places } from './tell.ts';

/** What the repository says of the network that ships. */
export const REPORT = join(root, 'docs/quality.md');

export interface Plan {
  readonly model: string;
  readonly previous: string | undefined;
  /** So many of each large set at most. */
  readonly faces: number;
  readonly peerFaces: number;
  readonly peers: readonly PeerName[];
  /** Whether the peers' robustness is measured too. */
  readonly peersDrift: boolean;
  readonly data: string;
  readonly places: Places;
  readonly out: string | undefined;
  /** As it was called. */
  readonly command: string;
}

const FER_DRAWS = 60_000;
/** Of the 419,220 triples of the tutorial's 137 memes. */
const MEME_DRAWS = 100_000;
/** The two pairs' distances must differ so much, of 1, before people's votes count as a judgement. */
const MARGIN = 0.1;

function questionsOf({ sets, counts }: Benchmark): Questions {
  const { votes } = sets.fer;
  const { judge } = sets.memesReference;
  const distance = (a: readonly number[] = [], b: readonly number[] = []): number =>
    Math.hypot(...a.map((value, i) => value - (b[i] ?? 0)));
  return {
    fer: drawTriples({
      count: counts.fer,
      draws: FER_DRAWS,
      margin: MARGIN,
      judge: (a, b) => jensenShannon(votes[a] ?? [], votes[b] ?? []),
    }),
    memes: drawTriples({
      count: counts.memesReference,
      draws: MEME_DRAWS,
      margin: 0,
      judge: (a, b) => distance(judge[a], judge[b]),
    }),
  };
}

function rowsOf(contender: Contender, kind: Row['kind'], benchmark: Benchmark, questions: Questions): Row[] {
  return contender.settings.map((setting) => {
    process.stderr.write(`${setting.title} …\n`);
    const measured = measure(setting.title, vectorsIn(contender, setting), benchmark, questions);
    return { measured, contender: contender.name, kind };
  });
}

const foundIn = (seen: readonly Vector[]): Found => ({
  found: seen.filter((vector) => vector !== null).length,
  of: seen.length,
});

function coverageOf(contender: Contender, { sets, counts }: Benchmark): Coverage {
  const found = (what: Shows): Found => {
    const seen = (['memes', 'memesReference'] as const).flatMap((name) =>
      placesOf(sets[name], what)
        .filter((place) => place < counts[name])
        .map((place) => contender.told[name].vectors[place] ?? null),
    );
    return foundIn(seen);
  };
  return {
    name: contender.settings[0]?.title ?? '',
    human: found('human'),
    drawn: found('drawn'),
    none: found('none'),
    words: foundIn(contender.told.words.vectors),
  };
}

const timeOf = ({ told }: Contender): number => median(told.effect.ms);

/** @throws DataError where pictures or models are not there */
export async function runQuality(plan: Plan): Promise<void> {
  const { places, data, out, command } = plan;
  const benchmark = await openBenchmark(data, places.cache, plan.faces);
  const questions = questionsOf(benchmark);
  const network = networkIn(plan.model);
  const own = await ours(`Gurn, ${network.version}`, network, benchmark, places);
  const rows = rowsOf(own, 'ours', benchmark, questions);
  const coverage = [coverageOf(own, benchmark)];
  const costs: Cost[] = [{ name: 'Gurn', bytes: ourBytes(plan.model), ms: null }];
  if (plan.previous) {
    const before = networkIn(plan.previous);
    const told = await ours(`Gurn before, ${before.version}`, before, benchmark, places);
    rows.push(...rowsOf(told, 'before', benchmark, questions));
  } else rows.push(...readPast(network.version));
  if (plan.peers.length > 0) {
    const { counts } = benchmark;
    const few = (set: 'fer' | 'effect' | 'laboratory'): number => Math.min(counts[set], plan.peerFaces);
    const portraits = plan.peersDrift ? counts.portraits : 0;
    const fewer = { fer: few('fer'), effect: few('effect'), laboratory: few('laboratory'), portraits };
    const theirs = { ...benchmark, counts: { ...counts, ...fewer } };
    const asked = questionsOf(theirs);
    for (const name of plan.peers) {
      const contender = await peer(name, theirs, places);
      rows.push(...rowsOf(contender, 'peer', theirs, asked));
      coverage.push({ ...coverageOf(contender, theirs), name });
      costs.push({ name, bytes: peerBytes(name, places.landmarker), ms: timeOf(contender) });
    }
  }
  const speeds = await measureSpeed(plan.model);
  const report = headOf(plan, benchmark) + reportOf({ rows, coverage, costs, speeds } satisfies Report);
  console.log(report);
  if (!out) return;
  writeFileSync(out, report);
  const measured: Measured | undefined = rows[0]?.measured;
  if (measured && resolve(out) === REPORT) writePast(network.version, command, measured);
}

const today = (): string => new Date().toISOString().slice(0, 10);

function headOf({ command, peerFaces, peers }: Plan, { counts }: Benchmark): string {
  const load = loadavg()[0]?.toFixed(1);
  const theirs =
    peers && peerFaces < counts.fer ? `, peers on the first ${peerFaces} of each of the three large sets` : '';
  return `# How well the embedding knows expressions

\`${command}\`, ${today()}; ${availableParallelism()} cores, load ${load} at the end: times are noisy, the rest is not.
${counts.fer} faces of FER+ \`valid\`, ${counts.effect} of \`effect\` \`test\`, ${counts.memesReference} memes of the tutorial, \
${counts.laboratory} frontal pictures of 140 sittings in one laboratory, ${counts.clips} frames of clips of two people, \
${counts.portraits} altered portraits${theirs}.

`;
}
