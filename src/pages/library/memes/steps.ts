/** Where a key leads to in a grid. */

export interface Position {
  /** Index of the meme that has the focus. */
  readonly at: number;
  readonly count: number;
  readonly columns: number;
  /** Memes on a screen. */
  readonly page: number;
}

/** Index of the meme that the key leads to; `undefined` when the key leads nowhere. */
export function stepFor(key: string, { at, count, columns, page }: Position): number | undefined {
  const within = (index: number): number => Math.max(0, Math.min(count - 1, index));
  switch (key) {
    case 'ArrowRight':
      return within(at + 1);
    case 'ArrowLeft':
      return within(at - 1);
    case 'ArrowDown':
      return at + columns < count ? at + columns : lastBelow(at, count, columns);
    case 'ArrowUp':
      return at - columns >= 0 ? at - columns : at;
    case 'PageDown':
      return within(at + page);
    case 'PageUp':
      return within(at - page);
    case 'Home':
      return 0;
    case 'End':
      return within(count - 1);
    default:
      return undefined;
  }
}

/** Down from above a last row that is not full: its last meme. */
const lastBelow = (at: number, count: number, columns: number): number =>
  Math.floor(at / columns) < Math.floor((count - 1) / columns) ? count - 1 : at;
