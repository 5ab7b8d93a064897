import type { ComposerAdapter } from './adapter.ts';

/** Google Chat, also as the frame of this host within Gmail: a contenteditable that Google marks `g_editable`. */
export const googleChat: ComposerAdapter = {
  name: 'google-chat',
  hosts: ['chat.google.com'],
  composer: '[role="textbox"][g_editable="true"]',
  unmistakable: true,
};
