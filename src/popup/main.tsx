import { openLibrary } from '../library/index.ts';
import { startPage } from '../ui/Trouble.tsx';
import { browserPorts } from './browser-ports.ts';
import { mount } from './mount.tsx';

/** With a tab named in its address the popup stands in a tab or window of its own, and takes the room there is. */
if (new URLSearchParams(location.search).has('tab')) document.documentElement.classList.add('own-window');

startPage(document.getElementById('root'), async (root) => mount(root, browserPorts(await openLibrary())));
