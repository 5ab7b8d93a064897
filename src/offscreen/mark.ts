/** Notes in the browser's own log of times when a step of the start was last reached: bench/start.ts reads it. */
export function mark(step: string): void {
  const name = `gurn:${step}`;
  performance.clearMarks(name);
  performance.mark(name);
}
