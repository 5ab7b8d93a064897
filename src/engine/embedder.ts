/** Crops → embeddings, on the fastest backend that works, falling back when one fails. */
import type { Crop } from './aligner.ts';
import { BACKENDS, dropBackend, whyNotWorthwhile } from './backends.ts';
import { EngineError, reasonOf } from './errors.ts';
import { Network, type NetworkWeights } from './network.ts';
import { rankBackends } from './rankBackends.ts';
import type { BackendMeasurement, BackendName, Embedding } from './types.ts';

export interface EmbedderOptions {
  readonly weights: NetworkWeights;
  /** The weights' version; a measurement holds for one version. */
  readonly model: string;
  /** Where tfjs's .wasm files lie, ending in a slash. */
  readonly wasmFolder: string;
  readonly backend: BackendName | 'auto';
  readonly measured: BackendMeasurement | undefined;
}

export interface RefusedBackend {
  readonly backend: BackendName;
  readonly reason: string;
}

/** Timed calls per backend; the median counts. */
const MEASURED_CALLS = 5;

async function measure(network: Network): Promise<number> {
  const crop: Crop = new Uint8Array(112 * 112 * 3).fill(100);
  const times: number[] = [];
  for (let i = 0; i < MEASURED_CALLS; i++) {
    const start = performance.now();
    await network.embed([crop]);
    times.push(performance.now() - start);
  }
  return times.toSorted((a, b) => a - b)[MEASURED_CALLS >> 1] ?? Number.POSITIVE_INFINITY;
}

export class Embedder {
  readonly #options: EmbedderOptions;
  readonly #refused: RefusedBackend[] = [];
  #ms: Partial<Record<BackendName, number>> = {};
  /** Backends to try, best first. */
  #queue: BackendName[] = [];
  #network: Network | undefined;
  /** One call at a time: a fallback must not happen twice. */
  #last: Promise<unknown> = Promise.resolve();

  private constructor(options: EmbedderOptions) {
    this.#options = options;
  }

  /** @throws EngineError `no-backend` */
  static async create(options: EmbedderOptions): Promise<Embedder> {
    const embedder = new Embedder(options);
    await embedder.#choose();
    return embedder;
  }

  get backend(): BackendName {
    return this.#network?.backend ?? 'wasm';
  }

  get refused(): readonly RefusedBackend[] {
    return this.#refused;
  }

  get measured(): BackendMeasurement {
    return { model: this.#options.model, userAgent: navigator.userAgent, ms: this.#ms };
  }

  /**
   * Embeddings of `crops`, in their order. When the backend fails the next one takes over, unseen by the caller.
   * @throws EngineError `embedding-failed` when no backend is left
   */
  embed(crops: readonly Crop[]): Promise<Embedding[]> {
    const result = this.#last.then(() => this.#embed(crops));
    this.#last = result.catch(() => undefined);
    return result;
  }

  dispose(): void {
    this.#network?.dispose();
    this.#network = undefined;
  }

  async #embed(crops: readonly Crop[]): Promise<Embedding[]> {
    if (crops.length === 0) return [];
    for (;;) {
      const network = this.#network;
      if (!network) throw new EngineError('embedding-failed', `No backend can embed any more. ${this.#reasons()}`);
      try {
        return await network.embed(crops);
      } catch (error) {
        this.#refuse(network.backend, reasonOf(error));
        this.#network = await this.#startNext();
      }
    }
  }

  async #choose(): Promise<void> {
    const { backend, measured, model } = this.#options;
    const known = measured?.model === model && measured.userAgent === navigator.userAgent ? measured.ms : undefined;
    // A backend that the user chose is not measured: nothing is known then.
    if (known) this.#ms = { ...known };
    // WASM takes over from a wanted backend that fails: it needs no hardware.
    if (backend !== 'auto') this.#queue = backend === 'wasm' ? [backend] : [backend, 'wasm'];
    else if (known && Object.keys(known).length > 0) this.#queue = rankBackends(known);
    else await this.#measureAll();
    this.#network ??= await this.#startNext();
    if (!this.#network) throw new EngineError('no-backend', `Nothing here can run the network. ${this.#reasons()}`);
  }

  /** Times every backend that real hardware stands behind; the fastest comes first, and runs when it was the last. */
  async #measureAll(): Promise<void> {
    for (const backend of BACKENDS) {
      const reason = await whyNotWorthwhile(backend).catch(reasonOf);
      if (reason) this.#refused.push({ backend, reason });
      else await this.#measureOne(backend);
    }
    this.#queue = rankBackends(this.#ms);
    if (this.#network && this.#network.backend === this.#queue[0]) this.#queue.shift();
    else this.dispose();
  }

  async #measureOne(backend: BackendName): Promise<void> {
    this.dispose();
    try {
      this.#network = await this.#start(backend);
      this.#ms[backend] = await measure(this.#network);
    } catch (error) {
      this.#network = undefined;
      this.#refuse(backend, reasonOf(error));
    }
  }

  async #startNext(): Promise<Network | undefined> {
    for (let backend = this.#queue.shift(); backend; backend = this.#queue.shift()) {
      try {
        return await this.#start(backend);
      } catch (error) {
        this.#refuse(backend, reasonOf(error));
      }
    }
    return undefined;
  }

  #start(backend: BackendName): Promise<Network> {
    return Network.start(backend, this.#options.weights, this.#options.wasmFolder);
  }

  #refuse(backend: BackendName, reason: string): void {
    this.#refused.push({ backend, reason });
    delete this.#ms[backend];
    dropBackend(backend);
  }

  #reasons(): string {
    return this.#refused.map(({ backend, reason }) => `${backend}: ${reason}`).join(' ');
  }
}
