/** Finding memes by words. Imported by itself, since it brings a search library along. */
export { type FollowedIndex, openWordIndex } from './follow.ts';
export { createNameIndex, type Named } from './names.ts';
export { plain, tokensOf, wantedIn } from './tokens.ts';
export { createWordIndex, type Searchable, type WordIndex } from './word-index.ts';
