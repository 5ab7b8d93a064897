/** Once through a flow to learn its steps, then once for each of them, with a death exactly there. */

/** What became of one run. `wrong` is empty when nothing was lost or doubled and the person was told. */
export interface Run {
  readonly step: string;
  readonly became: string;
  readonly wrong: readonly string[];
}

/** All steps by `npm run test:faults`; a part of them, evenly spread, among the other tests. */
const PART = process.env.GURN_FAULTS === 'every' ? 1 : Number(process.env.GURN_FAULTS ?? 8);

const NOT_REACHED = 'not reached this time';

const chosen = (count: number): number[] =>
  Array.from({ length: count }, (_, index) => index).filter((index) => index % PART === 0 || index === count - 1);

/**
 * @param record goes through the flow undisturbed; returns its steps
 * @param run goes through it with a death at the step of this number; undefined when this time it came to no such step
 * @returns what went wrong, a line each
 */
export async function endAtEveryStep(
  title: string,
  record: () => Promise<readonly string[]>,
  run: (at: number, step: string) => Promise<Run | undefined>,
): Promise<string[]> {
  const steps = await record();
  if (steps.length === 0) throw new Error(`${title}: no steps were seen`);
  const lines: string[] = [];
  const wrong: string[] = [];
  for (const at of chosen(steps.length)) {
    const planned = steps[at] ?? '';
    const ended = await run(at, planned);
    const { step, became, wrong: faults } = ended ?? { step: planned, became: NOT_REACHED, wrong: [] };
    lines.push(`${String(at + 1).padStart(3)}  ${step.padEnd(64)} ${became}`);
    wrong.push(...faults.map((fault) => `${at + 1} ${step}: ${fault}`));
  }
  const reached = lines.filter((line) => !line.endsWith(NOT_REACHED)).length;
  if (reached * 2 < lines.length) wrong.push(`only ${reached} of ${lines.length} steps were reached`);
  console.log([`${title}: ${lines.length} of ${steps.length} steps`, ...lines].join('\n'));
  return wrong;
}
