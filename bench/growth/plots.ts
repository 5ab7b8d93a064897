/** Small charts as SVG text: both axes logarithmic, so that what is linear is a line of the grey one's slope. */
import type { FacesPoint, MemesPoint } from './contract.ts';

type Points = readonly (readonly [x: number, y: number])[];

interface Chart {
  readonly title: string;
  readonly across: string;
  readonly points: Points;
}

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [460, 280, 64, 32, 40, 48];

const told = (value: number): string =>
  value >= 1000 ? value.toLocaleString('en') : String(Number(value.toPrecision(2)));

/** Powers of ten that hold all values between them. */
function decades(values: readonly number[]): [number, number] {
  const low = 10 ** Math.floor(Math.log10(Math.min(...values)));
  const high = 10 ** Math.ceil(Math.log10(Math.max(...values)));
  return [low, high > low ? high : low * 10];
}

const scaleOf = ([low, high]: readonly [number, number], from: number, to: number) => {
  return (value: number): number => from + ((to - from) * Math.log(value / low)) / Math.log(high / low);
};

const text = (x: number, y: number, anchor: string, words: string): string =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}">${words}</text>`;

const path = (points: Points, style: string): string =>
  `<polyline points="${points.map((at) => at.map((value) => value.toFixed(1)).join()).join(' ')}" fill="none" ${style}/>`;

export function chart({ title, across, points }: Chart): string {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [low, high] = decades(ys);
  const x = scaleOf([Math.min(...xs), Math.max(...xs)], LEFT, WIDTH - RIGHT);
  const y = scaleOf([low, high], HEIGHT - BOTTOM, TOP);
  const [first = [1, 1]] = points;
  // What would grow as much as what it depends on, cut off where the chart ends.
  const end = Math.min(Math.max(...xs), (first[0] * high) / first[1]);
  const linear: Points = [first, [end, (first[1] * end) / first[0]]];
  const placed = (them: Points): Points => them.map(([a, b]) => [x(a), y(b)]);
  const levels = Array.from({ length: Math.round(Math.log10(high / low)) + 1 }, (_, i) => low * 10 ** i);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">`,
    `<title>${title}</title>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    text(LEFT, 22, 'start', title),
    ...levels.map((level) =>
      path(
        [
          [LEFT, y(level)],
          [WIDTH - RIGHT, y(level)],
        ],
        'stroke="#ddd"',
      ),
    ),
    ...levels.map((level) => text(LEFT - 8, y(level) + 4, 'end', told(level))),
    ...xs.map((value) => text(x(value), HEIGHT - BOTTOM + 18, 'middle', told(value))),
    text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 10, 'middle', across),
    path(placed(linear), 'stroke="#999" stroke-dasharray="4 4"'),
    path(placed(points), 'stroke="#c2410c" stroke-width="2"'),
    ...placed(points).map(([a, b]) => `<circle cx="${a.toFixed(1)}" cy="${b.toFixed(1)}" r="3.5" fill="#c2410c"/>`),
    '</svg>\n',
  ].join('\n');
}

export function plotsOf(memes: readonly MemesPoint[], faces: readonly FacesPoint[]): [name: string, svg: string][] {
  const byMemes = (title: string, of: (point: MemesPoint) => number): string =>
    chart({ title, across: 'memes in the library', points: memes.map((point) => [point.memes, of(point)]) });
  const byFaces = (title: string, of: (point: FacesPoint) => number): string =>
    chart({ title, across: 'faces in front of the camera', points: faces.map((point) => [point.faces, of(point)]) });
  return [
    ['search', byMemes('Ranking the memes for a frame, ms (dashed: linear)', ({ searchMs }) => searchMs)],
    ['open', byMemes('Reading all faces at the start, ms (dashed: linear)', ({ openMs }) => openMs)],
    ['memory', byMemes('Memory of the library, MB (dashed: linear)', ({ memoryMb }) => memoryMb)],
    ['faces', byFaces('A look at a camera frame, ms (dashed: linear)', ({ lookMs }) => lookMs)],
    ['faces-memory', byFaces('Memory with the models, MB (dashed: linear)', ({ memoryMb }) => memoryMb)],
  ];
}
