import { filesOf, ready, show, take, tray } from './record.ts';

/** What a script sends gets no farther than this. */
for (const type of ['paste', 'beforeinput', 'dragenter', 'dragover', 'drop'] as const) {
  window.addEventListener(type, (event) => event.isTrusted || event.stopImmediatePropagation(), true);
}

document.addEventListener('paste', (event) => {
  const files = filesOf(event.clipboardData);
  if (files.length === 0) return;
  event.preventDefault();
  void take(files, 'paste');
  show(files, tray());
});
ready();
