import { openLibrary } from '../library/index.ts';
import { startPage } from '../ui/Trouble.tsx';
import { browserPorts, inOwnTab } from './browser-ports.ts';
import { mount } from './mount.tsx';

/** There it takes the room there is. */
if (inOwnTab(location.href)) document.documentElement.classList.add('own-window');

startPage(document.getElementById('root'), async (root) => mount(root, browserPorts(await openLibrary())));
