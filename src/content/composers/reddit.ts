import type { ComposerAdapter } from './adapter.ts';

/**
 * Reddit: comments in the Lexical editor of `shreddit-composer`, chat in the textarea of `rs-message-composer`, which
 * stands in a shadow root of its own, hence the host. Comments are public, so the cursor must have been there.
 */
export const reddit: ComposerAdapter = {
  name: 'reddit',
  hosts: ['reddit.com'],
  composer: 'shreddit-composer [contenteditable="true"], textarea[name="message"]',
  unmistakable: false,
};
