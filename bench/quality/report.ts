/** The figures as a person reads them: Markdown. */
import type { Bytes } from './cost.ts';
import { HOW } from './how.ts';
import type { Measured } from './measure.ts';
import type { Figure } from './metrics/bootstrap.ts';
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
const METRICS = [
  { key: 'fer', title: 'FER+ triplets', chance: '33.3', goal: 88 },
  { key: 'memes', title: "agreement with the tutorial's model on memes", chance: '33.3', goal: 62 },
  { key: 'precisionAt5', title: 'precision@5, seven expressions', chance: '14.3', goal: 58 },
  { key: 'meanAveragePrecision', title: 'mean average precision, seven expressions', chance: '14.3' },
  { key: 'smiles', title: 'expression against identity, smiles (laboratory)', chance: '50', goal: 98 },
  { key: 'expressions', title: 'expression against identity, three expressions (laboratory)', chance: '50' },
  { key: 'clips', title: 'expression against identity, two people of the clips', chance: '50' },
] as const satisfies readonly { key: keyof Measured; title: string; chance: string; goal?: number }[];

const COMPONENTS_GOAL = 10;
const COVERAGE_GOAL = 0.985;
const MS_GOAL = 6;

const verdict = (isReached: boolean): string => (isReached ? 'reached' : 'missed');
const perCent = (value: number): string => (100 * value).toFixed(1);
const withInterval = ({ value, low, high }: Figure): string => `${perCent(value)} (${perCent(low)}–${perCent(high)})`;
const part = ({ found, of }: Found): string => `${found} of ${of} (${perCent(found / of)} %)`;
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`;
const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');

function bestPeer(rows: readonly Row[], key: (typeof METRICS)[number]['key']): string {
  const peers = rows.filter(({ kind }) => kind === 'peer');
  const [best] = peers.toSorted((a, b) => b.measured[key].value - a.measured[key].value);
  return best ? `${withInterval(best.measured[key])}, ${best.measured.title}` : '–';
}

function goals({ rows, coverage, costs, speeds }: Report): string {
  const ours = rows.find(({ kind }) => kind === 'ours')?.measured;
  const before = rows.find(({ kind }) => kind === 'before')?.measured;
  if (!ours) throw new Error('Our own network was not measured.');
  const told = METRICS.map(({ key, title, chance, ...rest }) => {
    const goal = 'goal' in rest ? rest.goal : undefined;
    const isReached = goal === undefined ? '' : verdict(100 * ours[key].value >= goal);
    const goalText = goal === undefined ? '' : `≥ ${goal}`;
    const own = withInterval(ours[key]);
    return [
      title,
      chance,
      `**${own}**`,
      before ? withInterval(before[key]) : '–',
      bestPeer(rows, key),
      goalText,
      verdict,
    ];
  });
  const reached = verdict(ours.components >= COMPONENTS_GOAL);
  const count = `**${ours.components}**`;
  const beforeCount = before ? String(before.components) : '–';
  told.push([
    'principal components for 90 % of the variance',
    '',
    count,
    beforeCount,
    '',
    `≥ ${COMPONENTS_GOAL}`,
    reached,
  ]);
  const [own, ...peers] = coverage.map(({ name, human }) => ({ name, share: human.found / human.of }));
  const [widest] = peers.toSorted((a, b) => b.share - a.share);
  const widestPeer = widest ? `${perCent(widest.share)}, ${widest.name}` : '–';
  const covered = own?.share ?? Number.NaN;
  told.push([
    'memes with a human face that can be seen: faces found',
    '',
    `**${perCent(covered)}**`,
    '',
    widestPeer,
    `≥ ${100 * COVERAGE_GOAL}`,
    verdict(covered >= COVERAGE_GOAL),
  ]);
  const bytes = costs[0]?.bytes.description ?? Number.NaN;
  told.push(['bytes of the network', '', `**${megabytes(bytes)}**`, '', '', '≤ 2.5 MB', verdict(bytes <= 2.5e6)]);
  const wasm = speeds.find(({ backend }) => backend === 'wasm');
  const times = `**${wasm?.median.toFixed(1)} ms**, best ${wasm?.best.toFixed(1)}`;
  const isQuick = wasm !== undefined && wasm.median <= MS_GOAL;
  told.push(['the network on WASM, one face, median', '', times, '', '', `≤ ${MS_GOAL} ms`, verdict(isQuick)]);
  return table(['', 'chance', 'Gurn', 'Gurn before', 'best peer', 'goal', ''], told);
}

const everybody = (rows: readonly Row[]): string =>
  table(
    ['', ...METRICS.map(({ title }) => title), 'components', 'faces found: FER+, effect'],
    rows.map(({ measured }) => [
      measured.title,
      ...METRICS.map(({ key }) => withInterval(measured[key])),
      String(measured.components),
      `${perCent(measured.found.fer)}, ${perCent(measured.found.effect)}`,
    ]),
  );

/** One row a change, one column a contender: of a peer's settings the one that drifts least on the whole. */
function drifts(rows: readonly Row[]): string {
  const mean = ({ measured }: Row): number => {
    const values = Object.values(measured.drift).map(({ drift }) => drift.value);
    return values.reduce((sum, value) => sum + value, 0) / values.length;
  };
  const contenders = [...new Set(rows.map(({ contender }) => contender))];
  const steadiest = contenders.flatMap((name) =>
    rows
      .filter(({ contender }) => contender === name)
      .toSorted((a, b) => mean(a) - mean(b))
      .slice(0, 1),
  );
  const changes = Object.keys(steadiest[0]?.measured.drift ?? {});
  return table(
    ['', ...steadiest.map(({ measured }) => measured.title)],
    [
      ...changes.map((change) => [
        change,
        ...steadiest.map(({ measured }) => {
          const { drift, found } = measured.drift[change] ?? {};
          if (!drift || found === undefined) return '–';
          const interval = `${drift.value.toFixed(2)} (${drift.low.toFixed(2)}–${drift.high.toFixed(2)})`;
          return found === 1 ? interval : `${interval}, ${(100 * found).toFixed(0)} % found`;
        }),
      ]),
      ['mean of all', ...steadiest.map((row) => mean(row).toFixed(2))],
    ],
  );
}

export const reportOf = (report: Report): string => `## Against the goals

${goals(report)}

The goal for class triplets on film stills is judged on a set that is not here: not measured. 95 % intervals by bootstrap:
over faces for triplets and retrieval, over people for the laboratory and the clips. Figures in per cent.

## Everybody, in every setting

${everybody(report.rows)}

## Robustness

Median distance between a face and itself altered, in parts of the median distance between two different faces: 0 is
unmoved, 1 as far as anybody else. A face that is not found any more counts as 1. Of each peer its steadiest setting.

${drifts(report.rows)}

## Coverage

Faces found in 344 memes, which were told apart by eye (\`bench/quality/sets/coverage.ts\`); goal 98.5 % of those with a
human face that can be seen.

${table(
  ['', 'human face', 'drawn face', 'no face, but one seen'],
  report.coverage.map(({ name, human, drawn, none }) => [name, part(human), part(drawn), part(none)]),
)}

## Cost

${table(
  ['', 'networks that describe the face', 'networks that find it', 'a picture, all in all, WASM, median'],
  report.costs.map(({ name, bytes, ms }) => [
    name,
    megabytes(bytes.description),
    bytes.detection === 0 ? 'the same file' : megabytes(bytes.detection),
    ms === null ? '–' : `${ms.toFixed(0)} ms`,
  ]),
)}

Gurn's network alone, one aligned face a call:

${table(
  ['backend', 'median', 'best', 'calls', ''],
  report.speeds.map(({ backend, median, best, calls, remark }) => [
    backend,
    `${median.toFixed(1)} ms`,
    `${best.toFixed(1)} ms`,
    String(calls),
    remark,
  ]),
)}

${HOW}`;
