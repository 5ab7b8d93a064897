/** Prints what is wrong, or that nothing is, and sets the exit status. */
export function say(fine: string, faults: readonly string[]): void {
  for (const fault of faults) console.error(`FAULT: ${fault}`);
  if (faults.length === 0) console.log(fine);
  else process.exitCode = 1;
}
