import type { Runtime } from 'webextension-polyfill';
import { ask, contextOf, identity } from '../messages/index.ts';

/** Whether a view may watch: Gurn's own may; the one in a web page where the background says that a person opened it. */
export async function mayWatch(sender: Runtime.MessageSender | undefined): Promise<boolean> {
  const context = sender && contextOf(sender, identity());
  if (context === 'view') return true;
  const { documentId, tab } = sender ?? {};
  if (context !== 'panel' || documentId === undefined || tab?.id === undefined) return false;
  try {
    return (await ask('panel.admits', { document: documentId, tab: tab.id })).admitted;
  } catch (error) {
    console.error('Gurn: the background did not say who opened a panel', error);
    return false;
  }
}
