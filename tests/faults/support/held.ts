/** What the extension holds, as a person would want it to be whole. */
export interface Held {
  /** Ids of the memes that are no starter stickers. */
  readonly memes: readonly string[];
  /** Memes without bytes, and faces and bytes without a meme. */
  readonly broken: readonly string[];
  /** Pictures that wait in the inbox. */
  readonly waiting: number;
  /** Additions that are not closed, by their state. */
  readonly jobs: readonly string[];
}

/** Runs in a page of the extension. */
export async function readHeld(): Promise<Held> {
  const done = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const db = await done(indexedDB.open('gurn'));
  const tx = db.transaction(['memes', 'bytes', 'faces', 'inbox']);
  const memes: { id: string; source: string }[] = await done(tx.objectStore('memes').getAll());
  const bytes = (await done(tx.objectStore('bytes').getAllKeys())) as string[];
  const faces: { meme: string }[] = await done(tx.objectStore('faces').getAll());
  const waiting = await done(tx.objectStore('inbox').count());
  db.close();
  const ids = new Set(memes.map(({ id }) => id));
  const kept = new Set(bytes);
  const broken = [
    ...[...ids].filter((id) => !kept.has(id)),
    ...bytes.filter((id) => !ids.has(id)),
    ...faces.map(({ meme }) => meme).filter((id) => !ids.has(id)),
  ];
  const stored = Object.entries(await chrome.storage.local.get(null)).filter(([key]) => key.startsWith('add:'));
  const jobs = stored.map(([, job]) => (job as { state: string }).state);
  return { memes: memes.filter(({ source }) => source !== 'starter').map(({ id }) => id), broken, waiting, jobs };
}
