import { DecodeError } from './errors.ts';

/**
 * The result of `work`, unless it takes longer than `ms`. A decoder cannot be stopped from outside; what it still
 * yields after that goes to `discard`.
 * @throws DecodeError `timeout`, or what `work` rejects with.
 */
export async function within<T>(ms: number, work: Promise<T>, discard: (late: T) => void): Promise<T> {
  let expire = (): void => undefined;
  const timer = setTimeout(() => expire(), ms);
  const expired = new Promise<never>((_, reject) => {
    expire = () => {
      work.then(discard, (error: unknown) => console.debug('a picture given up on failed to decode', error));
      const seconds = Math.round(ms / 1000);
      reject(new DecodeError('timeout', `The picture takes longer than ${seconds} s to decode. Save it smaller.`));
    };
  });
  try {
    return await Promise.race([work, expired]);
  } finally {
    clearTimeout(timer);
  }
}
