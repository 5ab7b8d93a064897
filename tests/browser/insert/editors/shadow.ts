/** `?mode=` says whether the shadow root is open or closed. */
import { filesOf, show, take } from './record.ts';

const host = document.getElementById('host');
const mode = new URLSearchParams(location.search).get('mode') === 'closed' ? 'closed' : 'open';
const root = host?.attachShadow({ mode });
const composer = document.createElement('textarea');
composer.style.cssText = 'box-sizing: border-box; width: 100%; height: 100%';
composer.addEventListener('paste', (event) => {
  const files = filesOf(event.clipboardData);
  event.preventDefault();
  void take(files, 'paste');
  if (root) show(files, root);
});
root?.append(composer);
