/** Runs the survey of all faces in a worker, which ends with it. */
import type { Expressions } from '../../../ui/expressions.ts';
import type { Worn } from './insight.ts';

export type SurveyReply = { readonly worn: Worn } | { readonly message: string };

/** @throws Error when the library cannot be read */
export function survey(expressions: Expressions): Promise<Worn> {
  const worker = new Worker(new URL('./survey-worker.ts', import.meta.url), { type: 'module' });
  const answer = new Promise<Worn>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<SurveyReply>) =>
      'worn' in data ? resolve(data.worn) : reject(new Error(data.message));
    worker.onerror = ({ message }) => reject(new Error(message || 'The faces could not be read.'));
  });
  worker.postMessage(expressions);
  return answer.finally(() => worker.terminate());
}
