/** Match patterns, as far as Gurn uses them: a scheme, a host that may begin with `*.`, and every path. */

const PATTERN = /^(https?):\/\/(\*\.)?([^/*]+)\/\*$/;

/** Whether an address lies in one of these patterns. A pattern without a port takes every port, as browsers do. */
export function covers(patterns: readonly string[], address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return patterns.some((pattern) => {
    const [, scheme, wildcard, host = ''] = PATTERN.exec(pattern) ?? [];
    if (`${scheme}:` !== url.protocol) return false;
    const name = host.includes(':') ? url.host : url.hostname;
    return name === host || (wildcard !== undefined && name.endsWith(`.${host}`));
  });
}
