/** How much room the library takes and has, and whether the browser may throw it away. */

/** What is asked of `navigator.storage`; a stand-in in tests. */
export type Storage = Pick<StorageManager, 'estimate' | 'persisted' | 'persist'>;

/** Below this many bytes, or this part of all there is, it is time to say so. */
const FEW_BYTES = 500_000_000;
const SMALL_PART = 0.1;

export interface Room {
  /** Bytes that all of Gurn takes: pictures, faces, and what the browser adds to them. */
  readonly used: number;
  /** Bytes that are left, as the browser says. */
  readonly left: number;
  /** The browser may not delete it when the disk gets full. */
  readonly kept: boolean;
  /** Little is left. */
  readonly low: boolean;
}

/**
 * `undefined` where the browser does not tell.
 * @param unlimited the extension has `unlimitedStorage`: Chromium then evicts nothing of it, though it answers
 * `persisted` with false (measured in 156; https://developer.chrome.com/docs/extensions/develop/concepts/storage-and-cookies)
 */
export async function roomOf(storage: Storage, unlimited: boolean): Promise<Room | undefined> {
  const [{ usage, quota }, persisted] = await Promise.all([storage.estimate(), storage.persisted()]);
  if (usage === undefined || quota === undefined) return undefined;
  const left = Math.max(0, quota - usage);
  return { used: usage, left, kept: persisted || unlimited, low: left < FEW_BYTES || left < quota * SMALL_PART };
}

/**
 * Asks the browser never to delete the library by itself; true when it promises that. Only documents may ask, workers
 * may not.
 */
export const askToKeep = async (storage: Storage): Promise<boolean> =>
  (await storage.persisted()) || (await storage.persist());
