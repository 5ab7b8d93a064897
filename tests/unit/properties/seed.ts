/**
 * The same values each time, so that a failure is one for everybody; others with GURN_SEED, and more of them with
 * GURN_RUNS (of each property that says no number of its own).
 */
import fc from 'fast-check';

const { GURN_SEED = '20261128', GURN_RUNS = '100' } = process.env;

fc.configureGlobal({ seed: Number(GURN_SEED), numRuns: Number(GURN_RUNS) });

/** So many times what is usual. */
export const runs = (times: number): { readonly numRuns: number } => ({ numRuns: times * Number(GURN_RUNS) });
