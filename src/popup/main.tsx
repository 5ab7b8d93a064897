import { openLibrary } from '../library/index.ts';
import { finishRemovals } from '../ui/finish-removals.ts';
import { startPage } from '../ui/Trouble.tsx';
import { browserPorts, inOwnTab } from './browser-ports.ts';
import { mount } from './mount.tsx';

/** There it takes the room there is. */
if (inOwnTab(location.href)) document.documentElement.classList.add('own-window');

startPage(document.getElementById('root'), async (root) => {
  const library = await openLibrary();
  // Not waited for: the camera should not start later for it.
  void finishRemovals(library);
  await mount(root, browserPorts(library));
});
