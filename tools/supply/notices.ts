/** THIRD_PARTY_NOTICES: what of other people's ships with Gurn, and their licences. */
import type { Shipped } from './packages.ts';

export const NOTICES = 'THIRD_PARTY_NOTICES';

const RULE = '-'.repeat(100);
const HEAD = `Gurn is under the Apache License 2.0 (the last text below). It ships the following work of other people, each
under its own licence. A list first, then the texts.`;

const lineOf = ({ name, version, licence, source }: Shipped): string => {
  const whence = source ? `, from ${source}` : '';
  return `* ${name} ${version}: ${licence}${whence}`;
};

/**
 * @param own Gurn's licence, which is that of several packages too
 * @returns a list, then every text once, headed by the packages it is of
 */
export function noticesOf(packages: readonly Shipped[], own: string): string {
  const sorted = packages.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  // Ours last: it is the longest.
  const different = new Set([...sorted.map(({ text }) => text).filter((text) => text !== own), own]);
  const texts = Array.from(different, (text) => {
    const of = sorted.filter((one) => one.text === text).map(({ name, version }) => `${name} ${version}`);
    return `${RULE}\n${[...of, ...(text === own ? ['Gurn'] : [])].join('\n')}\n\n${text}`;
  });
  return `${[HEAD, sorted.map(lineOf).join('\n'), ...texts].join('\n\n')}\n`;
}

/** The list at the beginning: name → licence. */
export function listedIn(notices: string): ReadonlyMap<string, string> {
  // The texts have lists of their own.
  const [list = ''] = notices.split(RULE, 1);
  const lines = list.matchAll(/^\* (\S+) \S+: ([\w.-]+)/gm);
  return new Map(Array.from(lines, ([, name = '', licence = '']) => [name, licence]));
}
