/** Numbers that look random and are the same for the same seed and case, on every machine. */
export interface Random {
  /** A whole number from `least` to `most`, both included. */
  int(least: number, most: number): number;
  pick<T>(list: readonly T[]): T;
  /** True once in `times`. */
  once(times: number): boolean;
  bytes(length: number): Uint8Array<ArrayBuffer>;
}

/** 32 bits well mixed (the finaliser of MurmurHash3), so that neighbouring cases have nothing in common. */
function mixed(value: number): number {
  let bits = value >>> 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** mulberry32 by Tommy Ettinger (public domain). */
export function randomOf(seed: number, number: number): Random {
  let state = mixed(mixed(seed) + number);
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return (bits ^ (bits >>> 14)) >>> 0;
  };
  const int = (least: number, most: number): number => least + Math.floor((next() / 2 ** 32) * (most - least + 1));
  return {
    int,
    pick<T>(list: readonly T[]): T {
      if (list.length === 0) throw new RangeError('nothing to pick from');
      return list[int(0, list.length - 1)] as T;
    },
    once: (times) => int(1, times) === 1,
    bytes: (length) => Uint8Array.from({ length }, () => next() & 255),
  };
}
