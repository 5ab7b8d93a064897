/** What has just been done, and how much of the loading that makes, 0 to 1. */
export interface Progress {
  readonly step: string;
  readonly progress: number;
}

export type OnProgress = (progress: Progress) => void;

/** Returns a function that passes a step's promise on and reports when it is done; there are `steps` of them. */
export function createProgress(report: OnProgress | undefined, steps: number) {
  let done = 0;
  return async <T>(step: string, work: Promise<T>): Promise<T> => {
    const result = await work;
    done += 1;
    report?.({ step, progress: done / steps });
    return result;
  };
}
