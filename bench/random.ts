/** Numbers that look random and are the same in every run. */

export interface Random {
  /** From 0 up to, but not including, 1. */
  next(): number;
  /** Of the normal distribution: mean 0, variance 1. */
  normal(): number;
  /** One of the list. */
  pick<T>(list: readonly T[]): T;
}

/** mulberry32 (Tommy Ettinger, public domain), seeded; the normal numbers by Box and Muller. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    pick(list) {
      const one = list[Math.floor(next() * list.length)];
      if (one === undefined) throw new Error('There is nothing to pick from.');
      return one;
    },
  };
}
