/** The engine over files: what `npm run embed`, `npm run pack` and the benchmarks share. */
import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { checkBytes } from '../../src/engine/decode/header.ts';
import { DEFAULT_LIMITS } from '../../src/engine/decode/limits.ts';
import { prepare } from './bundle.ts';
import { type Found, fileProblem, findFiles } from './find.ts';
import { Pool } from './pool.ts';
import { DEFAULT_LIMIT_MS, type EmbedResult, failed } from './result.ts';
import { type Server, startServer } from './server.ts';

export type { EmbedResult, FaceRecord } from './result.ts';

export interface EmbedOptions {
  /** What relative paths are relative to. */
  readonly cwd?: string;
  /** Browsers at work at once; one a core by default, each takes about 300 MB. */
  readonly workers?: number;
  /** Milliseconds for one file; DEFAULT_LIMIT_MS when not given. */
  readonly limitMs?: number;
  /** Folder of an exported embedder (model.json, weights, meta.json) to use instead of the one that ships. */
  readonly embedder?: string;
  /** Called once, when the models are loaded, with the number of files. */
  readonly onStart?: (files: number) => void;
}

const MAX_WORKERS = 16;
/** Files on their way for each browser: enough that a slow one does not hold the others up, and bounded. */
const AHEAD = 8;

interface Workshop {
  readonly server: Server;
  readonly pool: Pool;
  readonly limitMs: number;
}

/** What a file cannot be without reading it, told before anything does: a device would never end. */
async function checkFile(path: string): Promise<void> {
  const stats = await stat(path);
  if (!stats.isFile()) throw new Error('It is neither a file nor a folder.');
  checkBytes(stats.size, DEFAULT_LIMITS);
}

async function embedFile(found: Found, { server, pool, limitMs }: Workshop): Promise<EmbedResult> {
  if ('error' in found) return failed(found.file, found.error);
  try {
    await checkFile(found.path);
  } catch (error) {
    return failed(found.file, fileProblem(error));
  }
  const { address, withdraw } = server.offer(found.path);
  const reply = await pool.embed(address, limitMs);
  withdraw();
  return 'error' in reply ? failed(found.file, reply.error) : { file: found.file, ...reply.picture, error: null };
}

/** Keeps `ahead` files on their way and yields in their order. */
async function* inOrder(
  files: readonly Found[],
  ahead: number,
  embed: (found: Found) => Promise<EmbedResult>,
): AsyncGenerator<EmbedResult> {
  const underway: Promise<EmbedResult>[] = [];
  for (const found of files) {
    underway.push(embed(found));
    const oldest = underway.length < ahead ? undefined : underway.shift();
    if (oldest) yield await oldest;
  }
  for (const rest of underway) yield await rest;
}

/**
 * Finds and embeds the faces of files and folders (searched recursively for pictures), in headless Chromium.
 * Yields a result for each file, in order; a file that fails is a result with an `error`.
 * @throws NoChromiumError, or Error when the models cannot be loaded.
 */
export async function* embedFiles(paths: readonly string[], options: EmbedOptions = {}): AsyncGenerator<EmbedResult> {
  const files: Found[] = [];
  for await (const found of findFiles(paths, options.cwd ?? process.cwd())) files.push(found);
  // One more than there are cores fills the gaps while a worker waits for its next picture: 5 % more on two cores.
  const workers = Math.min(files.length, options.workers ?? Math.min(availableParallelism() + 1, MAX_WORKERS));
  await prepare();
  const server = await startServer(options.embedder);
  try {
    const pool = await Pool.start(server.origin, workers);
    try {
      options.onStart?.(files.length);
      const workshop = { server, pool, limitMs: options.limitMs ?? DEFAULT_LIMIT_MS };
      yield* inOrder(files, workers * AHEAD, (found) => embedFile(found, workshop));
    } finally {
      await pool.close();
    }
  } finally {
    await server.close();
  }
}
