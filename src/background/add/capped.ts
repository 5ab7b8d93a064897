/** Reads a response without ever holding more of it than a picture may have. Runs in the worker and in pages. */
import { httpError, MAX_BYTES, PictureError, tooLarge } from './errors.ts';

/** Milliseconds for a picture to arrive whole; the browser ends a worker whose fetch stays silent for 30 s. */
export const FETCH_MS = 25_000;

/**
 * Fetches a picture's bytes.
 * @throws PictureError http, too-large (stated or found while reading; the rest is not loaded), timeout, network
 */
export async function fetchCapped(url: string, init: RequestInit): Promise<Blob> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(new PictureError('timeout')), FETCH_MS);
  try {
    const response = await fetch(url, { ...init, signal: stop.signal });
    if (!response.ok) throw httpError(response.status);
    return await readCapped(response);
  } catch (error) {
    throw error instanceof PictureError ? error : new PictureError('network', undefined, { cause: error });
  } finally {
    clearTimeout(timer);
    stop.abort();
  }
}

/** @throws PictureError too-large */
export async function readCapped(response: Response, limit = MAX_BYTES): Promise<Blob> {
  const stated = Number(response.headers.get('content-length') ?? 0);
  if (stated > limit) throw tooLarge(stated);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    size += read.value.byteLength;
    if (size > limit) throw tooLarge();
    parts.push(read.value);
  }
  return new Blob(parts);
}
