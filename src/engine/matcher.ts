/** Exact nearest memes by Euclidean distance: every face is compared, every time. */
import { EngineError } from './errors.ts';
import { NearestMemes } from './nearestMemes.ts';
import { createTable } from './search/table.ts';
import { checkVector, type VectorTable } from './vectorTable.ts';

export type FaceKey = string | number;

export interface MatcherEntry {
  readonly key: FaceKey;
  readonly meme: string;
  /** 64 floats. */
  readonly vector: Float32Array;
  /** Added to the squared distance: the variance of the faces that `vector` is the mean of, 0 for a single face. */
  readonly spread?: number;
}

export interface Match {
  readonly meme: string;
  /** Its face that is nearest. */
  readonly key: FaceKey;
  readonly distance: number;
}

/** Which memes may be found. A function may not use the matcher that asks it. */
export type Allow = ReadonlySet<string> | ((meme: string) => boolean);

export interface Matcher {
  /** How many faces it holds. */
  readonly size: number;
  /** Adds a face or replaces the one with its key. @throws EngineError `bad-vector`, `out-of-memory` */
  set(entry: MatcherEntry): void;
  /** Removes a face; false when there is none with this key. */
  delete(key: FaceKey): boolean;
  /** Removes all faces of a meme and returns how many there were. */
  deleteMeme(meme: string): number;
  clear(): void;
  /**
   * The `k` nearest memes, nearest first. A meme counts by its nearest face; equally near memes come in the order of
   * their ids. @throws EngineError `bad-vector`
   */
  search(query: Float32Array, k: number, allow?: Allow): Match[];
}

interface Row {
  readonly key: FaceKey;
  readonly meme: string;
  readonly added: number;
}

/**
 * A set of memes is looked up rather than looked for where it is this much smaller than all: a meme that is looked up
 * costs some 20 times what one costs that is passed by in a scan.
 */
const FEW = 1 / 16;

class ExactMatcher implements Matcher {
  #rows: Row[] = [];
  readonly #rowOf = new Map<FaceKey, number>();
  readonly #keysOf = new Map<string, Set<FaceKey>>();
  #added = 0;

  constructor(readonly table: VectorTable) {}

  get size(): number {
    return this.#rows.length;
  }

  set({ key, meme, vector, spread = 0 }: MatcherEntry): void {
    checkVector(vector);
    if (!(spread >= 0 && Number.isFinite(spread))) {
      throw new EngineError('bad-vector', `A spread is a number from 0 on, not ${spread}.`);
    }
    const known = this.#rowOf.get(key);
    const row = known ?? this.table.append(vector, spread);
    if (known !== undefined) {
      this.table.write(known, vector, spread);
      this.#leave(key, known);
    }
    this.#rowOf.set(key, row);
    this.#rows[row] = { key, meme, added: this.#added++ };
    const keys = this.#keysOf.get(meme);
    if (keys) keys.add(key);
    else this.#keysOf.set(meme, new Set([key]));
  }

  delete(key: FaceKey): boolean {
    const row = this.#rowOf.get(key);
    if (row === undefined) return false;
    this.table.remove(row);
    this.#leave(key, row);
    this.#rowOf.delete(key);
    const last = this.#rows.pop();
    if (last && last.key !== key) {
      this.#rows[row] = last;
      this.#rowOf.set(last.key, row);
    }
    return true;
  }

  deleteMeme(meme: string): number {
    const keys = [...(this.#keysOf.get(meme) ?? [])];
    for (const key of keys) this.delete(key);
    return keys.length;
  }

  clear(): void {
    this.table.clear();
    this.#rows = [];
    this.#rowOf.clear();
    this.#keysOf.clear();
  }

  search(query: Float32Array, k: number, allow: Allow = () => true): Match[] {
    checkVector(query);
    if (!(k >= 1)) return [];
    const nearest = new NearestMemes(Math.floor(k));
    if (typeof allow !== 'function' && allow.size < FEW * this.#keysOf.size) {
      this.table.measure(query, this.#rowsOf(allow), (index, squared) => {
        const row = this.#rows[index];
        if (row) nearest.offer({ ...row, squared });
      });
    } else {
      const allowed = typeof allow === 'function' ? allow : (meme: string) => allow.has(meme);
      this.table.scan(query, (index, squared) => {
        const row = this.#rows[index];
        if (row && allowed(row.meme)) nearest.offer({ ...row, squared });
        return nearest.limit;
      });
    }
    return nearest.sorted.map(({ meme, key, squared }) => ({ meme, key, distance: Math.sqrt(Math.max(0, squared)) }));
  }

  *#rowsOf(memes: Iterable<string>): Generator<number> {
    for (const meme of memes) {
      for (const key of this.#keysOf.get(meme) ?? []) {
        const row = this.#rowOf.get(key);
        if (row !== undefined) yield row;
      }
    }
  }

  /** Takes a row's face from its meme's. */
  #leave(key: FaceKey, row: number): void {
    const meme = this.#rows[row]?.meme;
    if (meme === undefined) return;
    const keys = this.#keysOf.get(meme);
    keys?.delete(key);
    if (keys?.size === 0) this.#keysOf.delete(meme);
  }
}

/** `table`: for tests; the fastest that runs here otherwise. */
export function createMatcher(table: VectorTable = createTable()): Matcher {
  return new ExactMatcher(table);
}
