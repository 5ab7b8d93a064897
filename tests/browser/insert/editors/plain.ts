/** A plain message box; with `data-app` in an app that takes pasted files, as messengers do. */
import { editorBox, filesOf, ready, recordPictures, show, take, tray } from './record.ts';

const composer = editorBox();

if (composer.dataset.app === undefined) {
  recordPictures(composer);
} else {
  composer.addEventListener('paste', (event) => {
    const files = filesOf(event.clipboardData);
    if (files.length === 0) return;
    event.preventDefault();
    void take(files, 'paste');
    show(files, tray());
  });
}
ready();
