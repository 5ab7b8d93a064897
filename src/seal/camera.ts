/** The first script of the camera's document, which has nothing to show: it makes only what the models need. */
import { sealDocument } from './document.ts';

const NEEDED = ['canvas', 'script', 'video'];

sealDocument((name) => NEEDED.includes(name));
// What they load is under way by then, and a link that is changed would look up names.
document.addEventListener('readystatechange', () => {
  for (const link of document.querySelectorAll('link')) link.remove();
});
