/** Reads the small files of the assets folder. */
import { checkMeta, type EmbedderMeta } from './closeness.ts';
import { EngineError, reasonOf } from './errors.ts';
import type { PrototypeFile } from './expressions.ts';

async function read(url: string): Promise<Response> {
  try {
    return await fetch(url);
  } catch (cause) {
    throw new EngineError('assets-missing', `${url} cannot be read: ${reasonOf(cause)}`, { cause });
  }
}

/** @throws EngineError `assets-missing` */
export async function readMeta(assets: string): Promise<EmbedderMeta> {
  const url = `${assets}models/embedder/meta.json`;
  const response = await read(url);
  if (!response.ok) throw new EngineError('assets-missing', `${url} is missing. Run \`npm run assets\`.`);
  return checkMeta(await response.json());
}

function isPrototypeFile(value: unknown): value is PrototypeFile {
  if (typeof value !== 'object' || value === null) return false;
  return 'model' in value && 'temperature' in value && 'prototypes' in value && Array.isArray(value.prototypes);
}

/** The named expressions; undefined when there are none for this `model`: the engine then has no words. */
export async function readPrototypes(assets: string, model: string): Promise<PrototypeFile | undefined> {
  const response = await fetch(`${assets}models/prototypes.json`).catch(() => undefined);
  if (!response?.ok) return undefined;
  const file: unknown = await response.json();
  if (!isPrototypeFile(file) || file.model !== model) return undefined;
  return file;
}
