/** What the service worker can do, as a table. It keeps nothing in memory that it cannot lose. */
import { contextOf, identity, serve } from '../messages/index.ts';
import { registerAdd } from './add/index.ts';
import { registerImports } from './import/index.ts';
import { insertMeme } from './insert/index.ts';
import { enterTab } from './insert/page.ts';
import { registerInstall } from './install.ts';
import { library } from './library.ts';
import { registerMenus } from './menus.ts';
import { closeNotes } from './notes.ts';
import { ensureOffscreen } from './offscreen.ts';
import { admittedTab, panelHandlers } from './panel/index.ts';
import { registerShortcut } from './panel/shortcut.ts';
import { keepSitesInSync } from './sites.ts';
import { openTeaching } from './teach.ts';

// Listeners are registered while the script first runs: one that comes later misses the event which woke the worker.
registerInstall();
registerMenus();
closeNotes();
keepSitesInSync();
registerShortcut();
const adding = registerAdd({ library, ensureOffscreen, inject: enterTab });
const importing = registerImports({ library, ensureOffscreen });

serve('background', {
  'engine.ensure': async (_, sender) => {
    if (contextOf(sender, identity()) === 'panel') await admittedTab(sender);
    await ensureOffscreen();
    return {};
  },
  insert: async (request) => insertMeme(request, { library: await library() }),
  'add.confirm': ({ inbox }, sender) => adding.confirm(inbox, sender.tab?.id),
  // Being woken is all that it is for.
  'add.watch': () => ({}),
  'imports.wake': async () => {
    await importing.wake();
    return {};
  },
  'imports.fetch': async ({ item }) => {
    await importing.fetch(item);
    return {};
  },
  'teach.open': async ({ meme }, sender) => {
    await openTeaching(await library(), meme, sender.tab?.id);
    return {};
  },
  ...panelHandlers({ library, insert: async (request) => insertMeme(request, { library: await library() }) }),
});
