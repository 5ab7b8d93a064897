import { openLibrary } from '../library/index.ts';
import { inTab, openPage } from '../ui/browser-pages.ts';
import { browserDoor } from '../ui/door.ts';
import { openEarly } from '../ui/early-door.ts';
import { finishRemovals } from '../ui/finish-removals.ts';
import { tellOfLoss } from '../ui/LostLibrary.tsx';
import { startPage } from '../ui/Trouble.tsx';
import { browserPorts, inOwnTab } from './browser-ports.ts';
import { mount } from './mount.tsx';

performance.mark('gurn:script');
/** There it takes the room there is. */
if (inOwnTab(location.href)) document.documentElement.classList.add('own-window');

const door = openEarly(browserDoor);

startPage(document.getElementById('root'), async (root) => {
  try {
    const library = await openLibrary();
    performance.mark('gurn:open');
    await mount(root, browserPorts(library, door));
    performance.mark('gurn:mounted');
    await finishRemovals(library);
    await tellOfLoss(root, library, () => inTab(openPage('library', 'packs')));
  } catch (error) {
    door.giveUp();
    throw error;
  }
});
