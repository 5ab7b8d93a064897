/** What the bringing in of many pictures asks of the contexts; the pictures themselves wait in the library. */
import * as v from 'valibot';

/** The line from the offscreen document to the background while imports run: when either dies, the other learns it. */
export const IMPORT_PORT = 'gurn.import';

const nothing = v.strictObject({});

export const importRoutes = {
  /** There may be something to do: sees to it that the offscreen document works. */
  'imports.wake': { to: 'background', from: ['view', 'offscreen'], request: nothing, reply: nothing },

  /** Works off what is open, in the background; answers at once. */
  'imports.run': { to: 'offscreen', from: ['background'], request: nothing, reply: nothing },

  /** Fetches what an import's item stands for and keeps it there; its failure is kept there too. */
  'imports.fetch': {
    to: 'background',
    from: ['offscreen'],
    request: v.strictObject({ item: v.pipe(v.number(), v.integer()) }),
    reply: nothing,
  },
} as const;
