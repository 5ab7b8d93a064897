import type { ComposerAdapter } from './adapter.ts';

/** converse.js (XMPP): a textarea. Pasted, dropped or chosen, a file is sent at once; there is no preview. */
export const converse: ComposerAdapter = {
  name: 'converse',
  composer: 'textarea.chat-textarea',
  unmistakable: true,
  // Before the upload has ended the message has a progress bar and the file's name in it, but no address.
  proof: '.chat-msg__text a[href]',
  refusal: '.chat-error',
  sendsAtOnce: true,
};
