/** The first table: ours against the goals and the best peer of each figure. */
import { METRICS, type Report, type Row } from './figures.ts';
import { megabytes, perCent, table, verdict, withInterval } from './format.ts';

/** Principal components, a part of 1, bytes, milliseconds. */
const GOALS = { components: 10, coverage: 0.985, bytes: 2.5e6, ms: 6 };

function bestPeer(rows: readonly Row[], key: (typeof METRICS)[number]['key']): string {
  const peers = rows.filter(({ kind }) => kind === 'peer');
  const [best] = peers.toSorted((a, b) => b.measured[key].value - a.measured[key].value);
  return best ? `${withInterval(best.measured[key])}, ${best.measured.title}` : '–';
}

function accuracies(rows: readonly Row[]): string[][] {
  const ours = rows.find(({ kind }) => kind === 'ours')?.measured;
  const before = rows.find(({ kind }) => kind === 'before')?.measured;
  if (!ours) throw new Error('Our own network was not measured.');
  const told = METRICS.map(({ key, title, chance, ...rest }) => {
    const goal = 'goal' in rest ? rest.goal : undefined;
    const past = before ? withInterval(before[key]) : '–';
    const wanted = goal === undefined ? ['', ''] : [`≥ ${goal}`, verdict(100 * ours[key].value >= goal)];
    return [title, chance, `**${withInterval(ours[key])}**`, past, bestPeer(rows, key), ...wanted];
  });
  const { components } = ours;
  const past = before ? String(before.components) : '–';
  const wanted = [`≥ ${GOALS.components}`, verdict(components >= GOALS.components)];
  return [...told, ['principal components for 90 % of the variance', '', `**${components}**`, past, '', ...wanted]];
}

function coverageRow({ coverage }: Report): string[] {
  const [own, ...peers] = coverage.map(({ name, human }) => ({ name, share: human.found / human.of }));
  const [widest] = peers.toSorted((a, b) => b.share - a.share);
  const peer = widest ? `${perCent(widest.share)}, ${widest.name}` : '–';
  const share = own?.share ?? Number.NaN;
  const wanted = [`≥ ${100 * GOALS.coverage}`, verdict(share >= GOALS.coverage)];
  return ['memes with a human face that can be seen: faces found', '', `**${perCent(share)}**`, '', peer, ...wanted];
}

function costRows({ costs, speeds }: Report): string[][] {
  const bytes = costs[0]?.bytes.description ?? Number.NaN;
  const { median = Number.NaN, best = Number.NaN } = speeds.find(({ backend }) => backend === 'wasm') ?? {};
  const times = `**${median.toFixed(1)} ms**, best ${best.toFixed(1)}`;
  const ms = [`≤ ${GOALS.ms} ms`, verdict(median <= GOALS.ms)];
  return [
    ['bytes of the network', '', `**${megabytes(bytes)}**`, '', '', '≤ 2.5 MB', verdict(bytes <= GOALS.bytes)],
    ['the network on WASM, one face, median', '', times, '', '', ...ms],
  ];
}

export const goals = (report: Report): string =>
  table(
    ['', 'chance', 'Gurn', 'Gurn before', 'best peer', 'goal', ''],
    [...accuracies(report.rows), coverageRow(report), ...costRows(report)],
  );
