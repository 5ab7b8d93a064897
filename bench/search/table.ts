/** The figures as a person reads them: a Markdown table, ratios first. */
import { PEERS, type Peer } from './contender.ts';
import type { Row, SizeFigures } from './figures.ts';

const TITLES: Readonly<Record<Peer, string>> = {
  plain: 'plain JavaScript',
  'hnswlib-wasm': 'hnswlib-wasm (ef)',
  edgevec: 'edgevec (ef)',
  orama: 'Orama (threshold)',
};

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const told = ({ ms, p95Ms, recall, buildS, setting }: Row): string[] => [
  ms.toPrecision(3),
  p95Ms.toPrecision(3),
  recall.toFixed(3),
  buildS.toFixed(2),
  setting === 'none' ? '' : setting,
];

const read = (title: string, ratio: number, ms: number): string =>
  line(['', title, ratio.toPrecision(3), ms.toPrecision(3), '', '', '', '']);

function linesOf(size: string, figures: SizeFigures): string[] {
  const { peers, leftOut, bestPeer, ratioToBestPeer, reading, coldMs, ms } = figures;
  const { ratioToBandwidth, ratioToWarmReading } = figures;
  const against = (peer: Row): string => (ms / peer.ms).toPrecision(2);
  const best = bestPeer ? `${ratioToBestPeer?.toPrecision(2)} of ${bestPeer}` : 'none';
  return [
    line([`**${Number(size).toLocaleString('en')}**`, '**Gurn**', `best peer: ${best}`, ...told(figures)]),
    read('reading the vectors again and again', ratioToWarmReading, reading.warmMs),
    read(`the same, nothing in caches (Gurn: ${coldMs.toPrecision(3)} ms)`, ratioToBandwidth, reading.coldMs),
    ...PEERS.flatMap((name) => {
      const peer = peers[name];
      if (peer) return [line(['', TITLES[name], against(peer), ...told(peer)])];
      return leftOut[name] ? [line(['', TITLES[name], 'left out', '', '', '', '', leftOut[name] ?? ''])] : [];
    }),
  ];
}

export function tableOf(figures: Readonly<Record<string, SizeFigures>>): string {
  return [
    line(['vectors', '', "Gurn's time ÷ theirs", 'ms, median', 'ms, p95', 'recall@10', 'built in, s', 'setting']),
    '|---|---|---|---|---|---|---|---|',
    ...Object.entries(figures).flatMap(([size, one]) => linesOf(size, one)),
  ].join('\n');
}
