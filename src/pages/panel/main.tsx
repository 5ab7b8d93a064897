/**
 * The match view in a web page. It does nothing until the content script that opened it hands over a secret which the
 * background made for this opening: framed by a page on its own it stays empty, with no camera and no memes.
 */
import { effect } from '@preact/signals';
import { render } from 'preact';
import { ask } from '../../messages/index.ts';
import { deliveredInWords } from '../../popup/Delivered.tsx';
import type { Model } from '../../popup/model.ts';
import { mount } from '../../popup/mount.tsx';
import { browserDoor } from '../../ui/door.ts';
import { pasteKeys } from '../../ui/platform.ts';
import { Covered } from './Covered.tsx';
import { createGuard } from './guard.ts';
import { NoStart } from './NoStart.tsx';
import { leave, opening } from './opening.ts';
import { inTurn, leaveSaying, panelPorts } from './ports.ts';
import { seenDoor } from './seen-door.ts';

/** What is on the clipboard is pasted in the page: the panel gives the cursor back, and the page says the rest. */
function leaveWhenCopied({ deliverer }: Model): void {
  effect(() => {
    const { value: delivery } = deliverer.delivery;
    if (delivery.step !== 'copied') return;
    const words = [deliveredInWords(delivery, pasteKeys()), delivery.why].filter(Boolean).join(' ');
    inTurn(() => leaveSaying(words));
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

async function start(root: HTMLElement): Promise<void> {
  const { secret } = await opening();
  const settings = await ask('panel.enter', { secret });
  const guard = createGuard(window);
  const ports = panelPorts(settings, seenDoor(browserDoor, guard.covered));
  leaveWhenCopied(await mount(root, ports, <Covered covered={guard.covered} />));
}

const root = document.getElementById('root');
if (!root) throw new Error('The page has no element to draw into.');
// Also while it loads, and when it cannot start.
leaveByEscape();
start(root).catch((error: unknown) => {
  console.error('Gurn: the panel could not start', error);
  render(<NoStart error={error} close={leave} />, root);
});
