/** Text in a pack comes from strangers: it is shown to people, so it holds nothing that cannot be seen. */

/** Control characters, halves of characters, and the marks that turn the direction of the text around them. */
const UNSEEN = /[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu;

export const isPlain = (text: string): boolean => text.search(UNSEEN) < 0;

/** The text as a pack may hold it: a space for each run of what cannot be seen, and no more than `length` characters. */
export function plain(text: string, length: number): string {
  const seen = text.replace(UNSEEN, ' ').replace(/ {2,}/g, ' ').trim();
  // Cut between characters, never within one, nor behind a space: what a reader makes plain again stays as it is.
  return seen.length <= length
    ? seen
    : seen
        .slice(0, length)
        .replace(/\p{Cs}$/u, '')
        .trimEnd();
}
