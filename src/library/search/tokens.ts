/** How text becomes words that can be compared: one way for what is searched and for what is typed. */

/** Longer ones are digests and keys in addresses, which nobody types. */
const LONGEST = 32;
/** They stand in nearly every address and tell nothing. */
const NOISE = new Set(['https', 'http', 'www']);

/** Lower case, without accents. */
export const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** The words of a text: runs of letters and digits. */
export const tokensOf = (text: string): string[] =>
  plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((token) => token !== '' && token.length <= LONGEST && !NOISE.has(token));

/** The words of what a person types. A single letter at the end is a word that has only been begun: it waits. */
export function wantedIn(words: string): string[] {
  const tokens = tokensOf(words);
  const last = tokens.at(-1);
  const begun = last !== undefined && last.length === 1 && /\p{L}/u.test(last) && !/\s$/.test(words);
  return begun ? tokens.slice(0, -1) : tokens;
}
