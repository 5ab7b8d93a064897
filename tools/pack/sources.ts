/** The pictures of a folder on their way into a pack: found, embedded, and told by their bytes. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import { readHeader } from '../../src/engine/decode/header.ts';
import { DEFAULT_LIMITS } from '../../src/engine/decode/limits.ts';
import type { Source } from '../../src/library/packs/index.ts';
import { type EmbedOptions, type EmbedResult, embedFiles, type FaceRecord } from '../embed/index.ts';

export interface Skipped {
  readonly file: string;
  readonly why: string;
}

export interface FolderOptions extends EmbedOptions {
  readonly cwd: string;
  readonly tags: readonly string[];
  /** The embedder's version. */
  readonly model: string;
  /** Called with every file. */
  readonly onResult: (result: EmbedResult) => void;
  readonly onSkip: (skipped: Skipped) => void;
}

/**
 * The folder's pictures with the faces that the product's own engine finds. What cannot be read, and what is there
 * twice, is skipped and told.
 * @throws NoChromiumError, or Error when the models cannot be loaded
 */
export async function* sourcesIn(folder: string, options: FolderOptions): AsyncGenerator<Source> {
  const { cwd, tags, model, onResult, onSkip, ...embedding } = options;
  const first = new Map<string, string>();
  for await (const result of embedFiles([folder], { ...embedding, cwd })) {
    onResult(result);
    const { file, error } = result;
    if (error !== null) {
      onSkip({ file, why: error });
      continue;
    }
    const data = new Uint8Array(await readFile(resolve(cwd, file)));
    const id = createHash('sha256').update(data).digest('hex');
    const before = first.get(id);
    if (before === undefined) yield sourceOf(result, data, { id, tags, model });
    else onSkip({ file, why: `the same picture as ${before}` });
    first.set(id, before ?? file);
  }
}

interface Known {
  readonly id: string;
  readonly tags: readonly string[];
  readonly model: string;
}

function sourceOf(result: EmbedResult, data: Uint8Array<ArrayBuffer>, { id, tags, model }: Known): Source {
  const { type, frames } = readHeader(data, DEFAULT_LIMITS);
  const name = basename(result.file);
  return {
    meme: {
      id,
      name: basename(name, extname(name)),
      source: name,
      title: '',
      tags,
      type,
      size: data.length,
      width: result.width ?? 0,
      height: result.height ?? 0,
      animated: frames > 1,
      added: 0,
      used: { count: 0, last: 0 },
      indexed: model,
      fingerprint: '',
    },
    bytes: new Blob([data], { type }),
    faces: result.faces.map((face) => faceOf(face, model)),
  };
}

const faceOf = ({ frame, box, score, embedding }: FaceRecord, model: string): Source['faces'][number] => ({
  origin: 'detected',
  frame,
  box,
  score,
  embedding: Float32Array.from(embedding),
  spread: 0,
  model,
});
