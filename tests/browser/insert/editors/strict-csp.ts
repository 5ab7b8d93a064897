import { filesOf, ready, take, tray } from './record.ts';

/** The policy lets no `blob:` picture be shown, so the app shows a line with the file's name. */
document.addEventListener('paste', (event) => {
  const files = filesOf(event.clipboardData);
  if (files.length === 0) return;
  event.preventDefault();
  void take(files, 'paste');
  for (const { name } of files) {
    const line = document.createElement('p');
    line.textContent = name;
    tray().append(line);
  }
});
ready();
