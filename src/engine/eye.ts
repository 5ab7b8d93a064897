/** The camera's side of the pipeline: frame → detector → aligner → embedder, steadied over time. */
import { alignFace, type Crop } from './aligner.ts';
import type { Detector } from './detector.ts';
import type { Embedder } from './embedder.ts';
import type { Namer } from './expressions.ts';
import { Follower } from './follower.ts';
import { type BufferedFrame, FrameBuffer } from './frameBuffer.ts';
import { HoldTimer } from './holdTimer.ts';
import { lightOf } from './light.ts';
import { scaled } from './scaled.ts';
import { Smoother } from './smoother.ts';
import { largestFirst, suppressDoubles } from './suppress.ts';
import type { Detection, Embedding, Frame, Look } from './types.ts';
import { wholeView } from './view.ts';

export interface EyeParts {
  readonly detector: Detector;
  readonly embedder: Embedder;
  readonly name: Namer;
  /** Distance from which two embeddings are another expression. */
  readonly jump: number;
  /** Distance within which an expression is still the same. */
  readonly reach: number;
}

/** Least score of a face in front of the camera. */
const LEAST_SCORE = 0.5;
/** Room around the frame when a face may fill it: BlazeFace wants to see a head's outline. */
const MARGIN = 1.5;
/** Names of a face at rest: nobody holds these on purpose. */
const AT_REST: ReadonlySet<string> = new Set(['neutral', 'blank stare', 'calm']);

export class Eye {
  readonly #parts: EyeParts;
  readonly #buffer = new FrameBuffer();
  readonly #follower = new Follower();
  readonly #smoother: Smoother;
  readonly #hold: HoldTimer;
  #anew = false;

  constructor(parts: EyeParts) {
    this.#parts = parts;
    this.#smoother = new Smoother(parts.jump);
    this.#hold = new HoldTimer(parts.reach);
  }

  /** From the next look on, what was seen before counts no more. A look that is in flight still belongs to before. */
  beginAnew(): void {
    this.#anew = true;
  }

  /** The frame is read before this returns its promise: its owner may close it then. */
  async look(frame: Frame): Promise<Look> {
    const now = performance.now();
    if (this.#anew) this.#forget();
    const copy = this.#buffer.copy(frame);
    const finds = this.#find(copy);
    const detected = performance.now();
    const [largest] = finds;
    const crop = largest && alignFace(copy, largest.keypoints);
    const light = lightOf(copy, crop);
    const aligned = performance.now();
    const raw = await this.#embed(crop);
    const embedding = raw && this.#smoother.add(raw, now);
    const embedded = performance.now();
    const expressions = embedding ? this.#parts.name(embedding) : [];
    return {
      width: copy.width / copy.scale,
      height: copy.height / copy.scale,
      faces: finds.map((find) => scaled(find, 1 / copy.scale)),
      embedding,
      rawEmbedding: raw,
      expressions,
      light,
      unsettled: embedding !== null && this.#smoother.unsettled,
      heldMs: this.#held(embedding, expressions[0]?.name, now),
      timings: { detect: detected - now, align: aligned - detected, embed: embedded - aligned },
    };
  }

  #forget(): void {
    this.#anew = false;
    this.#follower.forget();
    this.#smoother.reset();
    this.#hold.reset();
  }

  #find(copy: BufferedFrame): Detection[] {
    const followed = this.#follower.follow(copy);
    if (followed) return [followed];
    const finds = this.#detect(copy);
    this.#follower.keep(copy, finds);
    return finds;
  }

  #detect(copy: BufferedFrame): Detection[] {
    const look = (margin: number): Detection[] =>
      this.#parts.detector.detect(copy, wholeView(copy, margin)).filter(({ score }) => score >= LEAST_SCORE);
    const finds = look(1);
    return largestFirst(suppressDoubles(finds.length > 0 ? finds : look(MARGIN)));
  }

  async #embed(crop: Crop | undefined): Promise<Embedding | null> {
    const [embedding] = crop ? await this.#parts.embedder.embed([crop]) : [];
    return embedding ?? null;
  }

  #held(embedding: Embedding | null, name: string | undefined, now: number): number {
    if (embedding && !(name && AT_REST.has(name))) return this.#hold.add(embedding, now);
    this.#hold.reset();
    return 0;
  }
}
