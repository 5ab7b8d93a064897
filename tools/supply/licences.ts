/** Which licences may ship in a package that is itself under Apache-2.0, and why. */

/** SPDX identifier → why it may. A licence that is not here may not ship: unknown and incompatible are treated alike. */
export const ALLOWED: Readonly<Record<string, string>> = {
  'Apache-2.0': 'the same as ours',
  MIT: 'asks for its text, which the notices hold',
  ISC: 'asks for its text, which the notices hold',
  'BSD-2-Clause': 'asks for its text, which the notices hold',
  'BSD-3-Clause': 'asks for its text, which the notices hold',
  '0BSD': 'asks for nothing',
  'MPL-2.0': 'by file: the files ship unchanged, and the notices say where their source is (section 3.2)',
};

/** Something ships under a licence that is not known to allow it. */
export class LicenceError extends Error {
  override readonly name = 'LicenceError';
  readonly code = 'licence';
}

/** @returns what is wrong with shipping `name`; undefined when nothing is */
export function licenceFault(name: string, licence: string | undefined): string | undefined {
  if (licence === undefined) return `${name} says nothing about its licence`;
  if (Object.hasOwn(ALLOWED, licence)) return undefined;
  return `${name} is under ${licence}, which is not known to allow shipping it (tools/supply/licences.ts)`;
}
