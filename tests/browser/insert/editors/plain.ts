/** A plain message box; with `data-app` in an app that takes pasted files, as messengers do. */
import { filesOf, recordPictures, show, take } from './record.ts';

const composer = document.querySelector<HTMLElement>('[data-composer]');

if (composer?.dataset.app !== undefined) {
  composer.addEventListener('paste', (event) => {
    const files = filesOf(event.clipboardData);
    if (files.length === 0) return;
    event.preventDefault();
    void take(files, 'paste');
    show(files, document.body);
  });
} else if (composer) {
  recordPictures(composer);
}
