/** The document's side of the second engine. */
import { type BackendName, DecodeError } from '../../engine/index.ts';
import type { Searcher } from './searcher.ts';
import type { Answer, Call } from './second-engine-line.ts';

/** The second engine failed, and no picture is to blame: the first can do without it. */
export class WorkerError extends Error {
  override readonly name = 'WorkerError';
  readonly code = 'worker-failed';
}

export interface SecondEngine extends Searcher {
  close(): void;
}

/** Milliseconds for a picture, far beyond the decoder's own limits: a worker that died says nothing. */
const SILENCE_MS = 180_000;

type Untold<T> = T extends Call ? Omit<T, 'id'> : never;

/** Loads the models once more, in a worker. @throws WorkerError */
export async function openSecondEngine(assets: string, backend: BackendName): Promise<SecondEngine> {
  const worker = new Worker(new URL('./second-engine-worker.ts', import.meta.url), { type: 'classic' });
  const waiting = new Map<number, { tell(answer: Answer): void; fail(error: Error): void }>();
  let last = 0;

  worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    waiting.get(data.id)?.tell(data);
    waiting.delete(data.id);
  });
  worker.addEventListener('error', ({ message }) => {
    for (const { fail } of waiting.values()) fail(new WorkerError(`The worker broke: ${message}`));
    waiting.clear();
  });

  const ask = (call: Untold<Call>): Promise<Answer> =>
    new Promise<Answer>((resolve, reject) => {
      last += 1;
      const timer = setTimeout(() => reject(new WorkerError('The worker did not answer.')), SILENCE_MS);
      waiting.set(last, {
        tell: (answer) => {
          clearTimeout(timer);
          resolve(answer);
        },
        fail: (error) => {
          clearTimeout(timer);
          reject(error);
        },
      });
      worker.postMessage({ ...call, id: last });
    });

  const opened = await ask({ type: 'open', assets, backend });
  if (!('model' in opened)) {
    worker.terminate();
    throw new WorkerError('message' in opened ? opened.message : 'The worker did not open.');
  }
  return {
    model: opened.model,
    async search(blob) {
      const answer = await ask({ type: 'index', blob });
      if ('image' in answer) return { image: answer.image, thumb: answer.thumb };
      const { message, code } =
        'message' in answer ? answer : { message: 'The worker answered something else.', code: undefined };
      throw code ? new DecodeError(code, message) : new WorkerError(message);
    },
    close: () => worker.terminate(),
  };
}
