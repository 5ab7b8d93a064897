/** The library: the user's memes and their face vectors, in IndexedDB. See README.md. */
export type { Change, Changes } from './changes.ts';
export { sha256Hex } from './digest.ts';
export { LibraryError, type LibraryErrorCode } from './errors.ts';
export type { Faces, TaughtFace } from './faces.ts';
export type { Inbox, Searched } from './inbox.ts';
export { type Library, openLibrary } from './library.ts';
export type { Listing } from './listing.ts';
export type { Added, Memes } from './memes.ts';
export { MOST_PICKS, type NewPick, type Picks } from './picks.ts';
export type { NewFace, NewMeme } from './records.ts';
export type { Removals } from './removals.ts';
export {
  type Face,
  type ImportItem,
  type ImportRecord,
  type InboxItem,
  type ItemState,
  type Layout,
  type Meme,
  type PickRecord,
  STARTER,
} from './schema.ts';
export { type Seeding, seedStarter } from './seed.ts';
export type { SettingName, Settings, SettingsStore } from './settings.ts';
export { drawThumb, THUMB_SIDE, thumbSize } from './thumbnail.ts';
export type { Thumbs } from './thumbs.ts';
