import { EngineError } from './errors.ts';

/** What models/embedder/meta.json says of the embedder. */
export interface EmbedderMeta {
  readonly version: string;
  /** 101 distances between random pairs of faces: quantile 0 to 100 in steps of one per cent, ascending. */
  readonly distanceQuantiles: readonly number[];
}

/** @throws EngineError `assets-missing` when `value` is not the file that training writes. */
export function checkMeta(value: unknown): EmbedderMeta {
  if (typeof value === 'object' && value !== null && 'version' in value && 'distanceQuantiles' in value) {
    const { version, distanceQuantiles } = value;
    const numbers = Array.isArray(distanceQuantiles) && distanceQuantiles.every(Number.isFinite);
    if (typeof version === 'string' && numbers && distanceQuantiles.length > 1) return { version, distanceQuantiles };
  }
  throw new EngineError('assets-missing', 'models/embedder/meta.json is damaged. Run `npm run assets` again.');
}

/** Of 100 random faces, how many are farther than `distance`: 100 for the same face, 0 for the opposite. */
export function closenessOf(distance: number, quantiles: readonly number[]): number {
  const steps = quantiles.length - 1;
  const above = quantiles.findIndex((quantile) => quantile > distance);
  if (above === 0) return 100;
  if (above < 0) return 0;
  const low = quantiles[above - 1] ?? 0;
  const high = quantiles[above] ?? low;
  const nearer = (above - 1 + (distance - low) / (high - low)) / steps;
  return 100 * (1 - nearer);
}
