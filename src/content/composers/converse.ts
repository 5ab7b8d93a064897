import type { ComposerAdapter } from './adapter.ts';

/** converse.js (XMPP): a textarea. Pasted, dropped or chosen, a file is sent at once; there is no preview. */
export const converse: ComposerAdapter = {
  name: 'converse',
  composer: 'textarea.chat-textarea',
  unmistakable: true,
  sendsAtOnce: true,
};
