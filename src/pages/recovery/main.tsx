/** For when the library cannot be opened: so nothing here may need it. */
import { render } from 'preact';
import browser from 'webextension-polyfill';
import { version } from '../../../package.json';
import { openLibrary, seedStarter } from '../../library/index.ts';
import { eraseLibrary, openRescue } from '../../library/rescue.ts';
import { inTab, openPage } from '../../ui/browser-pages.ts';
import { forgetLibrary } from '../../ui/lost-library.ts';
import { startPage } from '../../ui/Trouble.tsx';
import { openTarget } from '../library/packs/target.ts';
import { endEngine } from './end-engine.ts';
import type { RecoveryPorts } from './ports.ts';
import { RecoveryPage } from './RecoveryPage.tsx';
import { createRecovery } from './recovery.ts';

/** As after the installation. Should it fail, the engine does it when it starts. */
async function seed(): Promise<void> {
  try {
    const library = await openLibrary();
    await seedStarter(library, new URL('/', location.href).href);
    library.close();
  } catch (error) {
    console.error('Gurn: the starter stickers could not be placed', error);
  }
}

const ports: RecoveryPorts = {
  async tryLibrary() {
    const library = await openLibrary();
    try {
      await Promise.all([library.memes.all(), library.settings.all()]);
    } finally {
      library.close();
    }
  },
  openRescue: () => openRescue(),
  openTarget,
  async erase(blocked) {
    await endEngine();
    await eraseLibrary(blocked);
    await forgetLibrary(browser.storage.local);
    await seed();
  },
  openLibrary: () => inTab(openPage('library')),
  generator: `Gurn ${version}`,
};

startPage(document.getElementById('root'), async (root) => {
  const recovery = createRecovery(ports);
  void recovery.check();
  render(<RecoveryPage recovery={recovery} />, root);
});
