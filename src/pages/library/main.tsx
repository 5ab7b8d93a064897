import { render } from 'preact';
import { openLibrary } from '../../library/index.ts';
import { ask } from '../../messages/index.ts';
import { startPage } from '../../ui/Trouble.tsx';
import { LibraryPage } from './LibraryPage.tsx';
import { createModel, ModelContext } from './model.ts';

startPage(document.getElementById('root'), async (root) => {
  const model = createModel({
    library: await openLibrary(),
    async index(inbox, evenWithoutFace) {
      await ask('engine.ensure', {});
      return ask('index', { inbox, evenWithoutFace });
    },
  });
  await model.shelf.more();
  render(
    <ModelContext.Provider value={model}>
      <LibraryPage />
    </ModelContext.Provider>,
    root,
  );
});
