export class TimeLimitError extends Error {
  override readonly name = 'TimeLimitError';
  readonly code = 'time-limit';
}

/** `work`'s result, or a TimeLimitError when it takes longer than `ms` milliseconds. The work itself goes on. */
export async function withTimeLimit<T>(what: string, ms: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimeLimitError(`${what} took longer than ${ms / 1000} s.`)), ms);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
