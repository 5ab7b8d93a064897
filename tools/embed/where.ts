/**
 * Where the person stands who calls the npm script `name`: npm changes to the repository's root and leaves in INIT_CWD
 * where that was.
 */
export function whereFrom(name: string, { npm_lifecycle_event, INIT_CWD }: NodeJS.ProcessEnv = process.env): string {
  return npm_lifecycle_event === name && INIT_CWD ? INIT_CWD : process.cwd();
}
