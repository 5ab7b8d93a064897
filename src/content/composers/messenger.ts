import type { ComposerAdapter } from './adapter.ts';

/**
 * Messenger, also inside Facebook: Lexical. Its label ("Message") is translated, so the host and the editor tell. On
 * Facebook comments are written in the same editor and take pictures too, so the cursor must have been there.
 */
export const messenger: ComposerAdapter = {
  name: 'messenger',
  hosts: ['messenger.com', 'facebook.com'],
  composer: '[role="textbox"][data-lexical-editor="true"]',
  unmistakable: false,
};
