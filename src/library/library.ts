import { type Changes, createAnnouncer } from './changes.ts';
import { connect } from './connection.ts';
import { createFaces, type Faces } from './faces.ts';
import { createIdentity } from './identity.ts';
import { createFingerprints, type Fingerprints } from './importers/fingerprints.ts';
import { createImports, type Imports } from './importers/imports.ts';
import { createMerge, type Merge } from './importers/merge.ts';
import { createImportQueue, type ImportQueue } from './importers/queue.ts';
import { createSignal } from './importers/signal.ts';
import { createInbox, type Inbox } from './inbox.ts';
import { createLayouts, type Layouts } from './layouts.ts';
import { createMemes, type Memes } from './memes.ts';
import { createPacks, type Packs } from './packs/store.ts';
import { createPicks, type Picks } from './picks.ts';
import { createRemovals, type Removals } from './removals.ts';
import { createSettings, type SettingsStore } from './settings.ts';
import { createStickers, type Stickers } from './stickers.ts';
import { createThumbs, type Thumbs } from './thumbs.ts';

/** The user's memes. Every method throws LibraryError, and every write is on disk when it returns. */
export interface Library {
  readonly memes: Memes;
  readonly thumbs: Thumbs;
  readonly faces: Faces;
  readonly fingerprints: Fingerprints;
  /** Bringings in of many pictures. */
  readonly imports: Imports & ImportQueue & Merge;
  readonly inbox: Inbox;
  /** The expression map. */
  readonly layouts: Layouts;
  readonly removals: Removals;
  readonly packs: Packs;
  /** Which memes were chosen for which faces. */
  readonly picks: Picks;
  readonly stickers: Stickers;
  readonly settings: SettingsStore;
  /** Which library this is: not the one of before when the browser lost that. */
  identity(): Promise<string>;
  readonly changes: Changes;
  /** Ends the connection and the announcements: for programs that end. */
  close(): void;
}

/**
 * Opens the library `name`, creating or upgrading it where needed.
 * @throws LibraryError blocked, newer-version, full, damaged, unavailable
 */
export async function openLibrary(name = 'gurn'): Promise<Library> {
  const connection = await connect(name);
  const announcer = createAnnouncer(`${name}.library`);
  const signal = createSignal(`${name}.imports`);
  const picks = createPicks(connection, announcer, `${name}.picks`);
  return {
    memes: createMemes(connection, announcer),
    thumbs: createThumbs(connection),
    faces: createFaces(connection, announcer),
    fingerprints: createFingerprints(connection),
    imports: {
      ...createImports(connection, signal),
      ...createImportQueue(connection, announcer, signal),
      ...createMerge(connection, announcer, signal),
    },
    inbox: createInbox(connection, announcer),
    layouts: createLayouts(connection),
    removals: createRemovals(connection, announcer),
    packs: createPacks(connection, announcer),
    picks,
    stickers: createStickers(connection, announcer),
    settings: createSettings(connection),
    identity: createIdentity(connection),
    changes: announcer,
    close() {
      announcer.close();
      signal.close();
      picks.close();
      connection.close();
    },
  };
}
