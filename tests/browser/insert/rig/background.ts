/** Gurn's insertion alone: the real background half over the real library, without the engine. */
import { insertMeme } from '../../../../src/background/insert/index.ts';
import { keepSitesInSync, syncSites } from '../../../../src/background/sites.ts';
import { openLibrary } from '../../../../src/library/index.ts';
import { RequestError, serve } from '../../../../src/messages/index.ts';
import { readAccount } from '../../../../src/messages/last-insertion.ts';

const opening = openLibrary();

keepSitesInSync();

const absent = (): never => {
  throw new RequestError('absent', 'The rig only inserts.');
};
serve('background', {
  insert: async (request) => insertMeme(request, { library: await opening }),
  'engine.ensure': () => ({}),
  'add.confirm': absent,
  'add.watch': absent,
  'teach.open': absent,
  'imports.wake': absent,
  'imports.fetch': absent,
  'panel.enter': absent,
  'panel.about': absent,
  'panel.picture': absent,
  'panel.file': absent,
  'panel.insert': absent,
  'panel.copied': absent,
  'panel.save': absent,
  'panel.leave': absent,
  'panel.closed': absent,
  'panel.admits': absent,
});
// A view of this path may ask for insertions; the rig's is an empty page.
void chrome.action.setPopup({ popup: 'src/popup/index.html' });

/** What tests call in the worker. */
const hands = {
  async addMeme(name: string, type: string, base64: string): Promise<string> {
    const bytes = new Blob([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], { type });
    const { memes } = await opening;
    const meme = { name, source: 'test', tags: [], type, width: 1, height: 1, animated: false, indexed: 'none' };
    const { id } = await memes.add({ meme, bytes, faces: [] });
    return id;
  },
  async usesOf(id: string): Promise<number> {
    const meme = await (await opening).memes.get(id);
    return meme?.used.count ?? 0;
  },
  /** A GIF of so many bytes, made here: too much to send. */
  async addLarge(size: number): Promise<string> {
    const bytes = new Blob(['GIF89a', new Uint8Array(size - 6)], { type: 'image/gif' });
    const { memes } = await opening;
    const meme = { name: 'large', source: 'test', tags: [], type: bytes.type, width: 1, height: 1 };
    const { id } = await memes.add({ meme: { ...meme, animated: false, indexed: 'none' }, bytes, faces: [] });
    return id;
  },
  account: readAccount,
  syncSites,
};
export type Hands = typeof hands;

Object.assign(globalThis, { hands });
