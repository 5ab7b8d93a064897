/** The steps of one context, counted from the moment that a test arms the count. */

/** Where a test says beforehand at which step a context that does not run yet shall end. */
export const KEY = 'gurn-probe';

export interface Steps {
  /** All steps since the count was armed. */
  readonly taken: string[];
  /** The step at which it ended; undefined while it lives. */
  end: string | undefined;
  /** Counts from now on, and ends at the step of this number; at none when it is -1. */
  arm(at: number): void;
  /** Takes a step. False: the context is dead, and what follows must not happen. */
  take(step: string): boolean;
  readonly dead: () => boolean;
}

/** @param die what a context does that can end itself; one that cannot only falls silent, and is ended from outside */
export function createSteps(die?: () => void): Steps {
  let counting = false;
  let last = -1;
  const steps: Steps = {
    taken: [],
    end: undefined,
    arm(at) {
      steps.taken.length = 0;
      counting = true;
      last = at;
    },
    take(step) {
      if (steps.end !== undefined) return false;
      if (!counting) return true;
      steps.taken.push(step);
      if (steps.taken.length - 1 !== last) return true;
      steps.end = step;
      die?.();
      return false;
    },
    dead: () => steps.end !== undefined,
  };
  return steps;
}
