/** Keys and what they do. Pure, so that the help and the handler say the same. */

export type Move = -1 | 1 | 'row-up' | 'row-down' | 'first' | 'last';

export type Action =
  | { readonly do: 'freeze' | 'copy' | 'help' | 'insert' }
  /** `search`: into the box, and the key is written there, or (`search-empty`) not. */
  | { readonly do: 'search' | 'search-empty' | 'to-matches' | 'clear' }
  | { readonly do: 'insert-at'; readonly index: number }
  | { readonly do: 'move'; readonly by: Move };

/** What the keyboard's focus is on: some controls need some keys themselves. */
export type Focus = 'search' | 'text' | 'choice' | 'control' | 'elsewhere';

export interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

const MOVES: Readonly<Record<string, Action>> = {
  ArrowLeft: { do: 'move', by: -1 },
  ArrowRight: { do: 'move', by: 1 },
  ArrowUp: { do: 'move', by: 'row-up' },
  ArrowDown: { do: 'move', by: 'row-down' },
  Home: { do: 'move', by: 'first' },
  End: { do: 'move', by: 'last' },
};

/** What is no text in the search box. */
const IN_SEARCH: Readonly<Partial<Record<string, Action>>> = {
  Enter: { do: 'insert' },
  ArrowDown: { do: 'to-matches' },
  Escape: { do: 'clear' },
};

/** Matches beyond this have no digit. */
export const DIGITS = 9;

/** For the help panel: keys and words. `matches`: how many are shown; Esc closes a toolbar popup, but no tab. */
export function keyHelp(
  matches: number,
  ownTab: boolean,
  copyKeys: string,
): readonly (readonly [keys: string, words: string])[] {
  const last = Math.min(DIGITS, matches);
  return [
    ...(last > 0 ? [[last === 1 ? '1' : `1 – ${last}`, 'insert that match'] as const] : []),
    ['Enter', 'insert the selected match, or the best'],
    ['← ↑ → ↓', 'move the selection'],
    ['Space', 'freeze the matches, and let them go'],
    ['A … Z, /', 'search by words; ↓ goes to the matches, Esc clears'],
    [copyKeys, 'copy the picture'],
    ['?', 'show these keys'],
    ...(ownTab ? [] : [['Esc', 'close Gurn'] as const]),
  ];
}

/** The action of a key press, `undefined` when it is none of ours. Space and Enter stay with a focused control. */
export function actionOf(press: Press, focus: Focus): Action | undefined {
  if (focus === 'text' || press.altKey) return undefined;
  if (press.ctrlKey || press.metaKey) return /^c$/i.test(press.key) ? { do: 'copy' } : undefined;
  if (focus === 'search') return IN_SEARCH[press.key];
  if (/^[1-9]$/.test(press.key)) return { do: 'insert-at', index: Number(press.key) - 1 };
  if (press.key === '?') return { do: 'help' };
  if (focus === 'choice') return undefined;
  if (press.key === '/') return { do: 'search-empty' };
  if (/^\p{L}$/u.test(press.key)) return { do: 'search' };
  if (Object.hasOwn(MOVES, press.key)) return MOVES[press.key];
  if (focus === 'control') return undefined;
  if (press.key === ' ') return { do: 'freeze' };
  if (press.key === 'Enter') return { do: 'insert' };
  return undefined;
}

/** The index that a move leads to, among `length` matches in rows of `columns`. Stays within the ends. */
export function moved(index: number, by: Move, length: number, columns: number): number {
  const steps = { first: -length, last: length, 'row-up': -columns, 'row-down': columns } as const;
  const step = typeof by === 'number' ? by : steps[by];
  const target = index + step;
  const overRow = (by === 'row-up' && target < 0) || (by === 'row-down' && target >= length);
  return overRow ? index : Math.max(0, Math.min(length - 1, target));
}
