import type { ComposerAdapter } from './adapter.ts';

/**
 * X: Draft.js for posts and the older direct messages; the newer ones are written in a textarea. What is
 * posted is public, so the cursor must have been there.
 */
export const x: ComposerAdapter = {
  name: 'x',
  composer: [
    '[data-testid^="tweetTextarea_"][contenteditable="true"]',
    '[data-testid="dmComposerTextInput"][contenteditable="true"]',
    'textarea[data-testid="dm-composer-textarea"]',
  ].join(', '),
  unmistakable: false,
  shows: '[data-testid="attachments"]',
  fileInput: 'input[data-testid="fileInput"]',
};
