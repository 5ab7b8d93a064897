/** Pixels → faces → embeddings → matches. No extension API, no storage, no user interface: see README.md. */
import { readMeta, readPrototypes } from './assets.ts';
import { Detector } from './detector.ts';
import { Embedder } from './embedder.ts';
import { EngineError, reasonOf } from './errors.ts';
import { createNamer } from './expressions.ts';
import { fetchWeights, type NetworkWeights } from './network.ts';
import { Pipeline } from './pipeline.ts';
import { createProgress, type OnProgress } from './progress.ts';
import type { BackendMeasurement, BackendName, Engine } from './types.ts';

export { DecodeError, type DecodeErrorCode } from './decode/index.ts';
export { EngineError, type EngineErrorCode } from './errors.ts';
export { createNamer, type Namer, type Prototype, type PrototypeFile } from './expressions.ts';
export { fingerprint } from './fingerprint.ts';
export { type Allow, createMatcher, type FaceKey, type Match, type Matcher, type MatcherEntry } from './matcher.ts';
export type { OnProgress, Progress } from './progress.ts';
export { MARGIN, type Picked, type Pulls, pullsOf, type Ranked, REACH, rerank } from './rerank.ts';
export type * from './types.ts';
export { DIMENSIONS } from './vectorTable.ts';

export interface EngineOptions {
  /** URL of the folder that holds `wasm/` and `models/`, absolute or relative to the document. */
  readonly assets: string;
  /** Where the network runs. Default: `auto`, the fastest that works here. */
  readonly backend?: BackendName | 'auto';
  /** What an earlier engine's `measured` said; spares `auto` the measurement. */
  readonly measured?: BackendMeasurement;
  readonly onProgress?: OnProgress;
}

/**
 * Loads the models and returns an engine that is warm: its first answer is as quick as the others.
 * @throws EngineError `assets-missing`, `detector-failed` or `no-backend`
 */
export async function createEngine(options: EngineOptions): Promise<Engine> {
  const { backend = 'auto', measured, onProgress } = options;
  const assets = folderUrl(options.assets);
  const step = createProgress(onProgress, 3);
  const loadEmbedder = async () => {
    const [meta, weights] = await step('network', Promise.all([readMeta(assets), readWeights(assets)]));
    const model = meta.version;
    const parts = { weights, model, wasmFolder: `${assets}wasm/`, backend, measured };
    return { meta, prototypes: await readPrototypes(assets, model), embedder: await Embedder.create(parts) };
  };
  const [{ meta, prototypes, embedder }, detector] = await Promise.all([
    step('embedder', loadEmbedder()),
    step('detector', Detector.load('short_range', assets)),
  ]);
  const name = prototypes ? createNamer(prototypes) : () => [];
  return new Pipeline({ detector, embedder, meta, name, expressions: prototypes?.prototypes ?? [], assets });
}

function folderUrl(assets: string): string {
  return new URL(assets.endsWith('/') ? assets : `${assets}/`, self.location.href).href;
}

async function readWeights(assets: string): Promise<NetworkWeights> {
  const url = `${assets}models/embedder/model.json`;
  try {
    return await fetchWeights(url);
  } catch (cause) {
    throw new EngineError('assets-missing', `${url} cannot be read: ${reasonOf(cause)}`, { cause });
  }
}
