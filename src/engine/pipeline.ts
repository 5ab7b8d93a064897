/**
 * The graph:
 *
 *     camera frame ──▶ detector or follower ──▶ aligner ──▶ embedder ──▶ look
 *     image bytes ──▶ decode ──▶ detectors ──▶ aligner ──▶ embedder ──▶ indexed image
 *
 * One camera frame is in flight at a time; frames that come meanwhile are dropped, never queued.
 */
import { closenessOf, type EmbedderMeta } from './closeness.ts';
import { Detector } from './detector.ts';
import { embedBox } from './drawnFace.ts';
import type { Embedder } from './embedder.ts';
import { EngineError } from './errors.ts';
import type { Namer, Prototype } from './expressions.ts';
import { Eye } from './eye.ts';
import type { Detectors } from './imageSearch.ts';
import { indexImage } from './indexer.ts';
import type {
  BackendMeasurement,
  BackendName,
  Box,
  DrawnFace,
  Embedding,
  Engine,
  Frame,
  IndexedImage,
  Look,
} from './types.ts';

export interface PipelineParts {
  readonly detector: Detector;
  readonly embedder: Embedder;
  readonly meta: EmbedderMeta;
  readonly name: Namer;
  readonly expressions: readonly Prototype[];
  /** The assets folder, ending in a slash. */
  readonly assets: string;
}

/**
 * Of 100 random pairs of faces, how many are nearer than two that count as the same expression: with today's embedder a
 * distance of 0.63. An animation's faces that lie nearer to each other than this are kept once.
 */
const SAME_PER_CENT = 10;
/**
 * And than one face that holds an expression comes from itself: 0.44. To turn by 20° moves it by 0.2, and so does other
 * light; a laugh and a knowing look of two people are 0.65 apart.
 */
const HELD_PER_CENT = 2;
/** And than two of which one is clearly another expression. */
const OTHER_PER_CENT = 25;

export class Pipeline implements Engine {
  readonly #parts: PipelineParts;
  readonly #eye: Eye;
  /** Loaded when the first image is indexed: the camera can do without it, and starts sooner. */
  #detectors: Promise<Detectors<Detector>> | undefined;
  #busy = false;
  #disposed = false;

  constructor(parts: PipelineParts) {
    this.#parts = parts;
    const { detector, embedder, name } = parts;
    this.#eye = new Eye({
      detector,
      embedder,
      name,
      jump: this.#quantile(OTHER_PER_CENT),
      reach: this.#quantile(HELD_PER_CENT),
    });
  }

  get model(): string {
    return this.#parts.meta.version;
  }

  get expressions(): readonly Prototype[] {
    return this.#parts.expressions;
  }

  get backend(): BackendName {
    return this.#parts.embedder.backend;
  }

  get refused(): Engine['refused'] {
    return this.#parts.embedder.refused;
  }

  get measured(): BackendMeasurement {
    return this.#parts.embedder.measured;
  }

  closeness(distance: number): number {
    return closenessOf(distance, this.#parts.meta.distanceQuantiles);
  }

  name(embedding: Embedding): ReturnType<Namer> {
    return this.#parts.name(embedding);
  }

  beginAnew(): void {
    this.#eye.beginAnew();
  }

  look(frame: Frame): Promise<Look> | undefined {
    this.#check();
    if (this.#busy) return undefined;
    this.#busy = true;
    return this.#eye.look(frame).finally(() => {
      this.#busy = false;
    });
  }

  async index(blob: Blob, onFirst?: (frame: ImageBitmap) => void): Promise<IndexedImage> {
    this.#check();
    this.#detectors ??= this.#loadDetectors();
    const detectors = await this.#detectors;
    const { embedder } = this.#parts;
    return indexImage(blob, { detectors, embedder, distinct: this.#quantile(SAME_PER_CENT) }, onFirst);
  }

  async embedBox(blob: Blob, box: Box): Promise<DrawnFace> {
    this.#check();
    return embedBox(blob, box, this.#parts);
  }

  dispose(): void {
    this.#disposed = true;
    this.#parts.detector.dispose();
    this.#parts.embedder.dispose();
    this.#detectors?.then(
      ({ full }) => full.dispose(),
      () => undefined,
    );
  }

  async #loadDetectors(): Promise<Detectors<Detector>> {
    const { detector, assets } = this.#parts;
    try {
      return { short: detector, full: await Detector.load('full_range_sparse', assets) };
    } catch (error) {
      this.#detectors = undefined;
      throw error;
    }
  }

  #quantile(perCent: number): number {
    const { distanceQuantiles: quantiles } = this.#parts.meta;
    return quantiles[Math.round((perCent / 100) * (quantiles.length - 1))] ?? 0;
  }

  #check(): void {
    if (this.#disposed) throw new EngineError('disposed', 'This engine was disposed of. Create a new one.');
  }
}
