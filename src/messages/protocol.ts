/**
 * The one contract between Gurn's contexts: every request, who answers it, who may send it, its reply.
 *
 * Everything else in this folder is derived from this table: the typed client, the server's handlers,
 * the run-time check of requests and of their senders.
 */
import * as v from 'valibot';
import { importRoutes } from './imports.ts';
import { panelRoutes } from './panel.ts';
import { AddReport, Candidate, DrawnBox, InsertReport, InsertResult, MemeId, Toast, Uuid } from './payloads.ts';

/**
 * The contexts that can be told apart by what the browser says of a sender. `panel` is the one page of ours that a web
 * page may frame: what it asks is answered only where the person opened it (src/background/panel).
 */
export type Context = 'background' | 'offscreen' | 'view' | 'panel' | 'content';

export interface Route {
  readonly to: Context;
  readonly from: readonly Context[];
  readonly request: v.GenericSchema;
  readonly reply: v.GenericSchema;
}

const nothing = v.strictObject({});
const tabId = v.pipe(v.number(), v.integer(), v.minValue(0));

export const protocol = {
  /** Makes sure the offscreen document (camera, engine) exists and listens. */
  'engine.ensure': { to: 'background', from: ['view', 'panel', 'background'], request: nothing, reply: nothing },

  /**
   * Puts a meme into the composer that had the cursor last in this tab; the clipboard is the caller's last rung.
   * `maySend`: the user agreed to a chat that sends a picture the moment it gets it. Asked again
   * with the same `id`, also after the background's death, it gets the same report and inserts nothing twice.
   */
  insert: {
    to: 'background',
    from: ['view'],
    request: v.strictObject({ id: Uuid, meme: MemeId, tab: tabId, maySend: v.optional(v.boolean()) }),
    reply: InsertReport,
  },

  /** Keeps a picture without a face that waits in the inbox: the answer to the toast's "add anyway". */
  'add.confirm': { to: 'background', from: ['content'], request: v.strictObject({ inbox: Uuid }), reply: AddReport },

  /**
   * Sent while the page says that a picture is being added. That wakes a background which died over it: it takes the
   * addition up again, or says that it could not.
   */
  'add.watch': { to: 'background', from: ['content'], request: nothing, reply: nothing },

  /** Opens the page on which this meme can be taught a face. */
  'teach.open': { to: 'background', from: ['content'], request: v.strictObject({ meme: MemeId }), reply: nothing },

  /**
   * Makes a meme answer to the face that is held in front of the camera from now on, for three seconds. The asking
   * view watches, so the camera is on. `looks`: of how many looks at the face its vector is the mean.
   */
  teach: {
    to: 'offscreen',
    from: ['view'],
    request: v.strictObject({ meme: MemeId }),
    reply: v.strictObject({ looks: v.number() }),
  },

  /**
   * Makes a meme answer to the face in a box that a person drew: x, y, width and height in the picture's pixels.
   * `found`: a detector saw a face there, now that it was told where to look.
   */
  'faces.draw': {
    to: 'offscreen',
    from: ['view'],
    request: v.strictObject({ meme: MemeId, box: DrawnBox }),
    reply: v.strictObject({ found: v.boolean() }),
  },

  /** Indexes the picture that waits in the inbox under this id and moves it into the library, whole or not at all. */
  index: {
    to: 'offscreen',
    from: ['background', 'view'],
    request: v.strictObject({ inbox: Uuid, evenWithoutFace: v.boolean() }),
    reply: AddReport,
  },

  /** Is there a composer in this frame, and when was it used last? */
  'composer.find': { to: 'content', from: ['background'], request: nothing, reply: v.nullable(Candidate) },

  /** The cursor is about to leave this frame's composer for the panel. */
  'composer.keep': { to: 'content', from: ['background'], request: nothing, reply: nothing },

  /** Gives the cursor back to this frame's composer. */
  'composer.resume': { to: 'content', from: ['background'], request: nothing, reply: nothing },

  /**
   * Inserts one file into the frame's composer. `token` makes a repeated request harmless. A page that was too busy to
   * begin before `startBy` (epoch milliseconds) does not begin at all: whoever asked has stopped waiting.
   */
  'composer.insert': {
    to: 'content',
    from: ['background'],
    request: v.strictObject({
      token: Uuid,
      name: v.string(),
      type: v.string(),
      base64: v.string(),
      maySend: v.boolean(),
      startBy: v.number(),
    }),
    reply: InsertResult,
  },

  /** Shows a line in the page's corner. */
  'toast.show': { to: 'content', from: ['background'], request: Toast, reply: nothing },

  /** These sites (match patterns) are switched off: a content script that runs in one of them leaves. */
  'sites.off': {
    to: 'content',
    from: ['background'],
    request: v.strictObject({ origins: v.array(v.string()) }),
    reply: nothing,
  },

  ...importRoutes,
  ...panelRoutes,
} as const satisfies Record<string, Route>;

export type Protocol = typeof protocol;
export type RequestName = keyof Protocol;
export type RequestOf<N extends RequestName> = v.InferOutput<Protocol[N]['request']>;
export type ReplyOf<N extends RequestName> = v.InferOutput<Protocol[N]['reply']>;

/** The requests that a context answers. */
export type RequestsTo<C extends Context> = {
  [N in RequestName]: Protocol[N]['to'] extends C ? N : never;
}[RequestName];
