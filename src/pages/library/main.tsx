import { render } from 'preact';
import { openLibrary } from '../../library/index.ts';
import { inTab, openPage } from '../../ui/browser-pages.ts';
import { browserSites } from '../../ui/browser-sites.ts';
import { finishRemovals } from '../../ui/finish-removals.ts';
import { tellOfLoss } from '../../ui/LostLibrary.tsx';
import { startPage } from '../../ui/Trouble.tsx';
import { browserImports } from './bring-in/browser-ports.ts';
import { LibraryPage } from './LibraryPage.tsx';
import { createModel, ModelContext } from './model.ts';
import { browserRoom, keepStorage } from './settings/browser-room.ts';

startPage(document.getElementById('root'), async (root) => {
  const library = await openLibrary();
  await finishRemovals(library);
  const model = createModel({
    library,
    sites: browserSites,
    openPage: (page) => inTab(openPage(page)),
    imports: browserImports,
    room: browserRoom,
  });
  void keepStorage();
  void model.gallery.collection.load();
  render(
    <ModelContext.Provider value={model}>
      <LibraryPage />
    </ModelContext.Provider>,
    root,
  );
  await tellOfLoss(root, library, () => {
    location.hash = 'packs';
    location.reload();
  });
});
