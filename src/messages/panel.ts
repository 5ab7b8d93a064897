/**
 * What the panel in a page asks for, and how it is opened. The panel cannot read the library: browsers close the
 * database to a document that a web page frames. So it asks the background for the little it shows.
 */
import * as v from 'valibot';
import { InsertReport, MemeId, Uuid } from './payloads.ts';

/** Names the one-time secret in the message that the content script posts to the panel's window. */
export const PANEL_SECRET = 'gurnPanelSecret';
/** The content script posts this to the panel's window when it has moved the panel. */
export const PANEL_MOVED = 'gurnPanelMoved';

/** The settings that the panel shows; as in the library. */
export const PanelSettings = v.strictObject({
  camera: v.string(),
  mirrored: v.boolean(),
  holdToFreeze: v.boolean(),
  top: v.number(),
});
export type PanelSettings = v.InferOutput<typeof PanelSettings>;

const nothing = v.strictObject({});
const PanelPicture = v.strictObject({ type: v.string(), base64: v.string() });
const meme = v.strictObject({ meme: MemeId });

export const panelRoutes = {
  /**
   * Opens the panel above the composer of this page; closes it where it is open. `secret`: what it has to show.
   * `frame`: the number of the frame that has the composer.
   */
  'panel.open': {
    to: 'content',
    from: ['background'],
    request: v.strictObject({ secret: Uuid, frame: v.number() }),
    reply: v.strictObject({ open: v.boolean() }),
  },

  /** Closes the panel and gives the cursor back. */
  'panel.close': { to: 'content', from: ['background'], request: nothing, reply: nothing },

  /** The panel is gone, and the page's cursor belongs to the composer of this frame. */
  'panel.closed': {
    to: 'background',
    from: ['content'],
    request: v.strictObject({ frame: v.number() }),
    reply: nothing,
  },

  /** The panel shows the secret that it was opened with. It is worth something once, in the tab it was made for. */
  'panel.enter': { to: 'background', from: ['panel'], request: v.strictObject({ secret: Uuid }), reply: PanelSettings },

  'panel.about': {
    to: 'background',
    from: ['panel'],
    request: meme,
    reply: v.nullable(v.strictObject({ name: v.string(), animated: v.boolean() })),
  },

  /** A small picture to show, for a document that can read no database; null: there is none. */
  'panel.picture': { to: 'background', from: ['panel'], request: meme, reply: v.nullable(PanelPicture) },

  /** The file itself, to be copied: once, when the person asks. */
  'panel.file': { to: 'background', from: ['panel'], request: meme, reply: v.nullable(PanelPicture) },

  /** As `insert`, into the tab that the panel is in. */
  'panel.insert': {
    to: 'background',
    from: ['panel'],
    request: v.strictObject({ id: Uuid, meme: MemeId, maySend: v.optional(v.boolean()) }),
    reply: InsertReport,
  },

  /** Counts a copy. */
  'panel.copied': { to: 'background', from: ['panel'], request: meme, reply: nothing },

  'panel.save': { to: 'background', from: ['panel'], request: v.partial(PanelSettings), reply: nothing },

  /** The panel wants to go. `say`: shown in the page when it is gone. Without words it tells the page's script itself. */
  'panel.leave': {
    to: 'background',
    from: ['panel'],
    request: v.strictObject({ say: v.string() }),
    reply: nothing,
  },

  /** Whether this document (as the browser names it) is a panel that was opened by the person. */
  'panel.admits': {
    to: 'background',
    from: ['offscreen'],
    request: v.strictObject({ document: v.string(), tab: v.number() }),
    reply: v.strictObject({ admitted: v.boolean() }),
  },
} as const;
