/** `?frame=` says what kind of frame the message box is in. */
import { editorBox, ready, recordFrames } from './record.ts';

/** Both names lead to this machine: the first is a site that Gurn is switched on for, the second is not. */
const SOURCES = {
  'same-origin': './framed.html',
  'cross-origin': `http://localhost:${location.port}/editors/framed.html`,
  stranger: `http://stranger.localhost:${location.port}/editors/framed.html`,
} as const;

const kind = new URLSearchParams(location.search).get('frame');
const frame = document.createElement('iframe');
frame.id = 'editor';
frame.title = 'Chat';
frame.addEventListener('load', () => ready(frame));
if (kind === 'srcdoc') frame.srcdoc = await (await fetch('./framed.html')).text();
else frame.src = SOURCES[kind as keyof typeof SOURCES];

recordFrames();
editorBox().replaceWith(frame);
