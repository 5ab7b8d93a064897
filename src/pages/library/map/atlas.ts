/** The library's faces and their places, held by the worker: read once, then kept right as memes come and go. */
import type { Face, Library } from '../../../library/index.ts';
import type { Expressions } from '../../../ui/expressions.ts';
import { type Charted, chart, FIRST_NAME_KEY, type Places, type Progress } from './chart.ts';
import { nearest, wornOf } from './nearest.ts';
import { dimensions, pickRows, unitRows } from './vectors.ts';
import type { Chart, Neighbour } from './work.ts';

/** Neighbours that are told. */
export const NEIGHBOURS = 12;

/** Who a row of the vectors is. */
interface Row {
  readonly key: number;
  readonly meme: string;
  readonly frame: number;
}

export interface Atlas {
  chart(): Chart;
  /** Reads the faces of these memes again. @throws LibraryError */
  update(memes: readonly string[]): Promise<void>;
  /** The faces most like this one, nearest first; none when it is gone. */
  near(key: number): Neighbour[];
}

type Needed = Pick<Library, 'faces' | 'layouts'>;

/** Reads, lays out and stores what must be; `again`: all of it. @throws LibraryError */
export async function openAtlas(
  library: Needed,
  expressions: Expressions,
  again: boolean,
  progress: Progress,
): Promise<Atlas> {
  const { model, means } = expressions;
  const faces = await library.faces.all(model);
  let rows: readonly Row[] = [...nameRows(expressions), ...faces.map(rowOf)];
  let vectors = joined(unitRows(nameVectors(expressions)), unitRows(faces.map(({ embedding }) => embedding)));
  let worn = wornOf(vectors, means);
  let charted: Charted;

  const lay = async (known: Places | undefined): Promise<void> => {
    const keys = Uint32Array.from(rows, ({ key }) => key);
    charted = chart({ keys, vectors, worn }, means, known, progress);
    if (charted.changed) await library.layouts.put(model, { at: Date.now(), keys, points: charted.points });
  };
  const names = expressions.names.length;
  await lay(again ? undefined : await library.layouts.get(model));

  return {
    chart: () => ({
      keys: Uint32Array.from(rows.slice(names), ({ key }) => key),
      memes: rows.slice(names).map(({ meme }) => meme),
      frames: Uint16Array.from(rows.slice(names), ({ frame }) => frame),
      worn: worn.slice(names),
      points: charted.points.slice(2 * names),
      names: charted.points.slice(0, 2 * names),
    }),
    async update(memes) {
      const changed = new Set(memes);
      const found = (await Promise.all(memes.map((meme) => library.faces.ofMeme(meme)))).flat();
      const fresh = found.filter((face) => face.model === model);
      const before: Places = { keys: Uint32Array.from(rows, ({ key }) => key), points: charted.points };
      const kept = rows.flatMap(({ meme }, row) => (changed.has(meme) ? [] : [row]));
      const added = unitRows(fresh.map(({ embedding }) => embedding));
      worn = Uint16Array.from([...kept.map((row) => worn[row] ?? 0), ...wornOf(added, means)]);
      vectors = joined(pickRows(vectors, kept), added);
      rows = [...kept.flatMap((row) => rows[row] ?? []), ...fresh.map(rowOf)];
      await lay(before);
    },
    near(key) {
      const row = rows.findIndex((other) => other.key === key);
      if (row < names) return [];
      const found = nearest(vectors.subarray(names * dimensions), rows.length - names, vectors, row, NEIGHBOURS + 1);
      return found.rows
        .flatMap((at, rank) => {
          const other = rows[names + at];
          const distance = Math.sqrt(found.squared[rank] ?? 0);
          return other && other.key !== key ? [{ key: other.key, meme: other.meme, distance }] : [];
        })
        .slice(0, NEIGHBOURS);
    },
  };
}

const rowOf = ({ key = 0, meme, frame }: Face): Row => ({ key, meme, frame });

const nameRows = ({ names }: Expressions): Row[] =>
  names.map((_, name) => ({ key: FIRST_NAME_KEY - name, meme: '', frame: 0 }));

const nameVectors = ({ names, means }: Expressions): Float32Array[] =>
  names.map((_, name) => means.subarray(name * dimensions, (name + 1) * dimensions));

function joined(a: Float32Array, b: Float32Array): Float32Array<ArrayBuffer> {
  const both = new Float32Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
