/**
 * The match view in a web page. It does nothing until the content script that opened it hands over a secret which the
 * background made for this opening: framed by a page on its own it stays empty, with no camera and no memes.
 */
import { effect } from '@preact/signals';
import { ask } from '../../messages/index.ts';
import { deliveredInWords } from '../../popup/Delivered.tsx';
import type { Model } from '../../popup/model.ts';
import { mount } from '../../popup/mount.tsx';
import { pasteKeys } from '../../ui/platform.ts';
import { startPage } from '../../ui/Trouble.tsx';
import { Covered } from './Covered.tsx';
import { createGuard } from './guard.ts';
import { inTurn, leave, panelPorts } from './ports.ts';
import { secretOfOpening } from './secret.ts';

/** What is on the clipboard is pasted in the page: the panel gives the cursor back, and the page says the rest. */
function leaveWhenCopied({ deliverer }: Model): void {
  effect(() => {
    const { value: delivery } = deliverer.delivery;
    if (delivery.step !== 'copied') return;
    const words = [deliveredInWords(delivery, pasteKeys()), delivery.why].filter(Boolean).join(' ');
    inTurn(() => leave(words));
  });
}

/**
 * Esc closes an open sheet first, which is the sheet's own doing. The panel goes when the key is let go: else the page
 * would get the other half of the press, and some messengers act on that.
 */
function leaveByEscape(): void {
  let pressed = false;
  document.addEventListener('keydown', ({ key }) => {
    pressed = key === 'Escape' && !document.querySelector('dialog[open]');
  });
  document.addEventListener('keyup', ({ key, isTrusted }) => {
    if (isTrusted && pressed && key === 'Escape') leave();
  });
}

startPage(document.getElementById('root'), async (root) => {
  const settings = await ask('panel.enter', { secret: await secretOfOpening() });
  const guard = createGuard(window);
  leaveByEscape();
  leaveWhenCopied(await mount(root, panelPorts(settings), <Covered covered={guard.covered} />));
});
