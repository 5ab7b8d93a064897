/** The library: the user's memes and their face vectors, in IndexedDB. See README.md. */
export type { Change, Changes } from './changes.ts';
export { sha256Hex } from './digest.ts';
export { LibraryError, type LibraryErrorCode } from './errors.ts';
export type { Faces, TaughtFace } from './faces.ts';
export type { Inbox, Searched } from './inbox.ts';
export { type Library, openLibrary } from './library.ts';
export type { Added, Listing, Memes } from './memes.ts';
export type { NewFace, NewMeme } from './records.ts';
export type { Removals } from './removals.ts';
export { type Face, type InboxItem, type Meme, STARTER } from './schema.ts';
export { type Seeding, seedStarter } from './seed.ts';
export type { SettingName, Settings, SettingsStore } from './settings.ts';
