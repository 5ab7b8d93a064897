/** How far Gurn is with the pictures that another embedder has searched, and that are searched again. */
import type { Library } from '../../library/index.ts';

export interface LookingAgain {
  readonly done: number;
  readonly of: number;
}

/** Tells how far it is, now and after every change; returns the way to stop. `model`: this Gurn's embedder. */
export async function followLookingAgain(
  { faces, changes }: Pick<Library, 'faces' | 'changes'>,
  model: string,
  tell: (state: LookingAgain) => void,
): Promise<() => void> {
  const left = new Set(await faces.stale(model));
  const of = left.size;
  const now = (): void => tell({ done: of - left.size, of });
  now();
  return changes.subscribe(({ type, ids }) => {
    if (type !== 'faces' && type !== 'removed') return;
    for (const id of ids) left.delete(id);
    now();
  });
}
