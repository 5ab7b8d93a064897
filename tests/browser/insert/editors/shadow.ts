/** `?mode=` says whether the shadow root is open or closed. */
import { editorBox, filesOf, ready, show, take } from './record.ts';

const mode = new URLSearchParams(location.search).get('mode') === 'closed' ? 'closed' : 'open';
const root = editorBox().attachShadow({ mode });
const composer = document.createElement('textarea');
composer.style.cssText = 'box-sizing: border-box; width: 100%; height: 100%';
composer.addEventListener('paste', (event) => {
  event.preventDefault();
  const files = filesOf(event.clipboardData);
  void take(files, 'paste');
  show(files, root);
});
root.append(composer);
ready();
